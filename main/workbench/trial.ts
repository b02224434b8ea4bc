import { createHash } from "node:crypto";
import { statSync } from "node:fs";
import type { Handlers } from "#shared/contract/define.ts";
import type { trial } from "#shared/contract/trial.ts";
import { documentHtml } from "#shared/document/html.ts";
import { ProblemError, problem } from "#shared/domain/problem.ts";
import { LockedTrial, type Trial, type TrialDeviation, type TrialJudgement, type WeighedTrial } from "#shared/domain/trial.ts";
import { sentences } from "#shared/language/index.ts";
import { canonicalJson } from "../analysis/efficiency/proof/canonical-json.ts";
import { proofFinding } from "../analysis/efficiency/proof/proof-finding.ts";
import { adviceTrial } from "../analysis/efficiency/proof/trial/advice-trial.ts";
import { proposeTrial } from "../analysis/efficiency/proof/trial/propose-trial.ts";
import { trialCsv } from "../analysis/efficiency/proof/trial/trial-csv.ts";
import { trialIcs } from "../analysis/efficiency/proof/trial/trial-ics.ts";
import { withoutTriedDrivers } from "../analysis/efficiency/proof/trial/weigh-trial.ts";
import { trialBlocks } from "../analysis/report/sections/trial.ts";
import { wordsIn } from "../analysis/report/words.ts";
import { readModelState, writeModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";
import { writeWhole } from "../store/write-whole.ts";
import type { Bench } from "./bench.ts";
import { advisorOf, resultOf } from "./efficiency.ts";
import { signalFolders } from "./signal-folders.ts";

interface Draft {
  readonly weighed: WeighedTrial;
  readonly baseline: LockedTrial["baseline"];
  readonly parents: readonly string[];
}

const mostDrafts = 8;

export function trialHandlers(bench: Bench): Handlers<typeof trial> {
  // Drafts belong to nobody's project until they are locked, so they are not written down.
  const drafts = new Map<string, Draft>();
  const draftOf = (draftId: string): Draft => {
    const draft = drafts.get(draftId);
    if (!draft) throw problem("trial.draft-gone", sentences["trial.draft-gone"].en, { draftId });
    return draft;
  };
  return {
    propose: ({ assetId, model }) => {
      const { store } = bench;
      const now = Date.now();
      if (!model) return proposeTrial(assetId, store.catalog.tags.list(assetId), now);
      const { modelId, settings } = model;
      const advice = advisorOf(store, modelId)?.(settings ? { tried: settings } : {});
      if (!advice) return null;
      return adviceTrial({
        model: store.catalog.efficiencyModels.get(modelId),
        advice,
        tried: settings !== undefined,
        stepMs: resultOf(store, modelId).stepMs,
        value: store.catalog.values.find(modelId)?.input ?? null,
        now,
      });
    },
    weigh: (asked) => {
      const wish = withoutTriedDrivers(asked);
      const job = bench.start("proof", wish.name, async (run, store) => {
        const parents = store.catalog.imports.list(wish.assetId).map(({ id }) => id);
        const found = await bench.task("weigh-trial", { folders: signalFolders(store, wish.assetId), wish }, run);
        const { baseline, ...told } = found;
        const draftId = bench.newId();
        drafts.set(draftId, { weighed: { draftId, wish, ...told }, baseline, parents });
        for (const old of [...drafts.keys()].slice(0, -mostDrafts)) drafts.delete(old);
        return { draftId };
      });
      return { jobId: job.id };
    },
    weighed: ({ draftId }) => draftOf(draftId).weighed,
    lock: ({ draftId, lockedBy }) => {
      const { store } = bench;
      const { weighed, baseline, parents } = draftOf(draftId);
      const { wish, unit, plan, needs, provablePercent, risks } = weighed;
      store.catalog.assets.get(wish.assetId);
      const content = canonicalJson({ version: 1, wish, plan, baseline } satisfies LockedTrial);
      const locked: Trial = {
        id: bench.newId(),
        wish,
        unit,
        plan,
        needs,
        provablePercent,
        risks,
        sha256: hashOf(content),
        lockedAt: Date.now(),
        lockedBy,
        parents: [...parents],
        deviations: [],
        judgements: [],
        removedAt: null,
      };
      const file = trialFile(store, locked.id);
      store.commitFiles(
        [file],
        () => void writeModelState(file, { content }),
        () => {
          store.catalog.trials.put(locked);
          store.catalog.audit.append("trial.locked", locked.id, { name: wish.name, sha256: locked.sha256, lockedBy });
        },
      );
      drafts.delete(draftId);
      return locked;
    },
    list: ({ assetId, removed }) =>
      bench.store.catalog.trials
        .list(assetId)
        .filter(({ removedAt }) => removed || removedAt === null)
        .reverse(),
    note: ({ trialId, ...noted }) => {
      const { store } = bench;
      const found = store.catalog.trials.get(trialId);
      if (noted.block >= found.plan.blocks.length)
        throw problem("trial.no-block", sentences["trial.no-block"].en, { block: noted.block + 1, blocks: found.plan.blocks.length });
      const deviation: TrialDeviation = { ...noted, id: bench.newId(), at: Date.now() };
      return changed(store, { ...found, deviations: [...found.deviations, deviation] }, "trial.deviation-noted", { ...deviation });
    },
    unnote: ({ trialId, deviationId }) => {
      const { store } = bench;
      const found = store.catalog.trials.get(trialId);
      const deviations = found.deviations.filter(({ id }) => id !== deviationId);
      return changed(store, { ...found, deviations }, "trial.deviation-withdrawn", { deviationId });
    },
    judge: ({ trialId }) => {
      const { wish } = bench.store.catalog.trials.get(trialId);
      const job = bench.start("proof", wish.name, async (run, store) => {
        const { plan, deviations, ...rest } = store.catalog.trials.get(trialId);
        const { baseline } = lockedOf(store, { plan, deviations, ...rest });
        const source = { folders: signalFolders(store, wish.assetId), wish };
        const found = await bench.task("judge-trial", { ...source, plan, baseline, deviations }, run);
        const judgement: TrialJudgement = { ...found, id: bench.newId(), at: Date.now() };
        store.catalog.commit(() => {
          const now = store.catalog.trials.get(trialId);
          store.catalog.trials.put({ ...now, judgements: [...now.judgements, judgement] });
          const { verdict, percent, percentInterval } = judgement.result;
          store.catalog.audit.append("trial.judged", trialId, { name: wish.name, verdict, percent, ...percentInterval });
        });
        return { trialId, judgementId: judgement.id };
      });
      return { jobId: job.id };
    },
    save: ({ trialId, format, language, path }) => {
      const { store } = bench;
      const found = store.catalog.trials.get(trialId);
      const content =
        format === "csv"
          ? trialCsv(found, language)
          : format === "ics"
            ? trialIcs(found, language)
            : documentHtml(found.wish.name, language, trialBlocks(found, wordsIn(language)));
      try {
        writeWhole(path, content);
      } catch (cause) {
        throw problem("trial.not-written", `The calendar could not be written to ${path}.`, { path }, { cause });
      }
      store.catalog.audit.append("trial.saved", trialId, { format });
      return { path, bytes: statSync(path).size };
    },
    remove: ({ trialId }) => standing(bench.store, trialId, Date.now()),
    restore: ({ trialId }) => standing(bench.store, trialId, null),
  };
}

/** What was locked; throws `trial.lock-broken` where it, or the line that speaks of it, is no longer what it was. */
function lockedOf(store: ProjectStore, { id, sha256, lockedAt, wish, plan }: Trial): LockedTrial {
  const { content } = readModelState(trialFile(store, id)) as { content: string };
  const locked = LockedTrial.parse(JSON.parse(content));
  const same = (a: unknown, b: unknown): boolean => canonicalJson(a) === canonicalJson(b);
  if (hashOf(content) !== sha256 || !same(locked.wish, wish) || !same(locked.plan, plan))
    throw new ProblemError(proofFinding("trial.lock-broken", "blocking", { day: new Date(lockedAt).toISOString().slice(0, 10) }));
  return locked;
}

function changed(store: ProjectStore, now: Trial, action: string, detail: Record<string, string | number>): Trial {
  store.catalog.commit(() => {
    store.catalog.trials.put(now);
    store.catalog.audit.append(action, now.id, { name: now.wish.name, ...detail });
  });
  return now;
}

function standing(store: ProjectStore, trialId: string, removedAt: number | null): null {
  changed(store, { ...store.catalog.trials.get(trialId), removedAt }, removedAt === null ? "trial.restored" : "trial.removed", {});
  return null;
}

const hashOf = (content: string): string => createHash("sha256").update(content).digest("hex");
const trialFile = (store: ProjectStore, id: string): string => store.path("models", `${id}.trial`);
