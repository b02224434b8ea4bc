import { createHash } from "node:crypto";
import type { Handlers } from "#shared/contract/define.ts";
import type { proof } from "#shared/contract/proof.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { type Measure, type MeasurePlan, type SavingSummary, Verification, type WeighedMeasure } from "#shared/domain/measure.ts";
import { ProblemError, problem } from "#shared/domain/problem.ts";
import { type AvoidedEnergy, type Baseline, type CoverageCheck, Eligibility, LockedBaseline } from "#shared/domain/proof.ts";
import { sentences } from "#shared/language/index.ts";
import { fill } from "#shared/language/sentence.ts";
import { baselineCurves } from "../analysis/efficiency/proof/baseline-curves.ts";
import { lockBaseline, lockContent, lockFindings } from "../analysis/efficiency/proof/lock.ts";
import { meterUnit } from "../analysis/efficiency/proof/meter-unit.ts";
import { proposeMeasure } from "../analysis/efficiency/proof/propose-measure.ts";
import type { JobRun } from "../jobs/job-queue.ts";
import { readModelState, writeModelState } from "../store/model-state.ts";
import type { ProjectStore } from "../store/project-store.ts";
import type { Bench } from "./bench.ts";
import { signalFolders } from "./signal-folders.ts";

interface Draft {
  readonly weighed: WeighedMeasure;
  readonly baseline: Baseline;
  readonly parents: readonly string[];
}

/** What is kept beside a line of the ledger. */
interface Kept {
  readonly locked: LockedBaseline;
  readonly eligibility: Eligibility;
}

const mostDrafts = 8;

export function proofHandlers(bench: Bench): Handlers<typeof proof> {
  // Drafts belong to nobody's project until they are locked, so they are not written down.
  const drafts = new Map<string, Draft>();
  const draftOf = (draftId: string): Draft => {
    const draft = drafts.get(draftId);
    if (!draft) throw problem("proof.draft-gone", sentences["proof.draft-gone"].en, { draftId });
    return draft;
  };
  return {
    propose: ({ assetId }) => proposeMeasure(assetId, bench.store.catalog.tags.list(assetId)),
    weigh: (plan) => {
      const unit = unitOf(bench.store, plan);
      const job = bench.start("proof", plan.name, async (run, store) => {
        const parents = store.catalog.imports.list(plan.assetId).map(({ id }) => id);
        const source = { folders: signalFolders(store, plan.assetId), plan, unit };
        const { baseline, curves, eligibility } = await bench.task("weigh-measure", source, run);
        const draftId = bench.newId();
        const { form, quality } = baseline;
        const findings = [...eligibility.findings, ...baseline.findings];
        drafts.set(draftId, { weighed: { draftId, plan, unit, form, quality, curves, eligibility, findings }, baseline, parents });
        for (const old of [...drafts.keys()].slice(0, -mostDrafts)) drafts.delete(old);
        return { draftId };
      });
      return { jobId: job.id };
    },
    weighed: ({ draftId }) => draftOf(draftId).weighed,
    lock: ({ draftId, lockedBy }) => {
      const { store } = bench;
      const { weighed, baseline, parents } = draftOf(draftId);
      store.catalog.assets.get(weighed.plan.assetId);
      const lockedAt = Date.now();
      const locked = lockBaseline(baseline, hashOf(baseline), lockedAt, lockedBy);
      const { plan, unit, form, quality, eligibility } = weighed;
      const measure: Measure = {
        id: bench.newId(),
        plan,
        unit,
        form,
        quality,
        sha256: locked.sha256,
        lockedAt,
        lockedBy,
        smallestPercent: known(eligibility.lengths.find(({ weeks }) => weeks === plan.plannedWeeks)?.provablePercent),
        parents: [...parents],
        check: null,
        reporting: null,
        results: [],
        removedAt: null,
      };
      const file = measureFile(store, measure.id);
      store.commitFiles(
        [file],
        () => void writeModelState(file, { locked, eligibility } satisfies Kept),
        () => {
          store.catalog.measures.put(measure);
          store.catalog.audit.append("measure.locked", measure.id, { name: plan.name, sha256: locked.sha256, lockedBy });
        },
      );
      drafts.delete(draftId);
      return measure;
    },
    measures: ({ assetId, removed }) =>
      bench.store.catalog.measures
        .list(assetId)
        .filter(({ removedAt }) => removed || removedAt === null)
        .map((measure) => told(bench.store, measure))
        .reverse(),
    detail: ({ measureId }) => {
      const measure = bench.store.catalog.measures.get(measureId);
      const { locked, eligibility } = keptOf(bench.store, measure);
      const { findings } = locked.baseline;
      return { measure, curves: baselineCurves(locked.baseline), eligibility, findings: [...eligibility.findings, ...findings] };
    },
    check: ({ measureId }) => {
      const measure = bench.store.catalog.measures.get(measureId);
      const job = bench.start("proof", measure.plan.name, async (run, store) => {
        keepCheck(store, measureId, (await looked(bench, store, measureId, run)).check);
        return { measureId };
      });
      return { jobId: job.id };
    },
    verify: ({ measureId, plan: reporting, runs, seed }) => {
      const { plan } = bench.store.catalog.measures.get(measureId);
      const job = bench.start("proof", plan.name, async (run, store) => {
        const { measure, locked, check } = await looked(bench, store, measureId, run);
        const { findings } = check;
        const broken = findings.find(({ code }) => code === "proof.lock-broken");
        if (broken) {
          keepCheck(store, measureId, check);
          throw new ProblemError(broken);
        }
        const source = { folders: signalFolders(store, plan.assetId), plan, unit: measure.unit };
        const found = await bench.task("verify-measure", { ...source, locked, reporting, runs }, run, seed);
        // A baseline that carries its readings can still be reported on; whoever reads the answer must know that the log differs.
        const told = findings.map((finding): Finding => ({ ...finding, severity: "warning" }));
        const saving: AvoidedEnergy = { ...found.saving, findings: [...found.saving.findings, ...told] };
        const summary = summaryOf(bench.newId(), saving, found.coverage, seed);
        const file = resultFile(store, measureId, summary.id);
        store.commitFiles(
          [file],
          () => void writeModelState(file, { summary, saving, weekly: found.weekly, coverage: found.coverage } satisfies Verification),
          () => {
            const now = store.catalog.measures.get(measureId);
            store.catalog.measures.put({ ...now, check, reporting, results: [...now.results, summary] });
            const { verdict, percent, low, high } = summary;
            store.catalog.audit.append("measure.verified", measureId, { name: plan.name, verdict, percent, low, high, reporting });
          },
        );
        return { measureId, resultId: summary.id };
      });
      return { jobId: job.id };
    },
    verification: ({ measureId, resultId }) => {
      bench.store.catalog.measures.get(measureId);
      return verificationOf(bench.store, measureId, resultId);
    },
    valueInput: ({ measureId }) => bench.store.catalog.values.find(measureId)?.input ?? null,
    value: ({ measureId, input }) => {
      const { catalog } = bench.store;
      catalog.measures.get(measureId);
      catalog.commit(() => {
        if (input) catalog.values.put({ id: measureId, input });
        else catalog.values.remove(measureId);
        catalog.audit.append("value.typed", measureId, input ?? {});
      });
      return null;
    },
    remove: ({ measureId }) => standing(bench.store, measureId, Date.now()),
    restore: ({ measureId }) => standing(bench.store, measureId, null),
  };
}

/** A verification as it was kept. */
export const verificationOf = (store: ProjectStore, measureId: string, resultId: string): Verification =>
  Verification.parse(readModelState(resultFile(store, measureId, resultId)));

/** Whether lock and data are as they were. */
async function looked(bench: Bench, store: ProjectStore, measureId: string, run: JobRun) {
  const measure = store.catalog.measures.get(measureId);
  const { locked } = keptOf(store, measure);
  const source = { folders: signalFolders(store, measure.plan.assetId), plan: measure.plan, unit: measure.unit };
  const { baseline } = await bench.task("check-measure", source, run);
  const findings = lockFindings(locked, hashOf(locked.baseline), baseline);
  if (!baseline) findings.push(dataGone(measure.plan.name));
  // The line of the ledger and what lies beside it must speak of the same baseline.
  if (locked.sha256 !== measure.sha256 && !findings.some(({ code }) => code === "proof.lock-broken"))
    findings.push(...lockFindings({ ...locked, sha256: measure.sha256 }, locked.sha256));
  return { measure, locked, check: { at: Date.now(), findings } };
}

function keepCheck({ catalog }: ProjectStore, measureId: string, check: Measure["check"]): void {
  catalog.commit(() => catalog.measures.put({ ...catalog.measures.get(measureId), check }));
}

/** An import that was removed since is told without anybody looking into it. */
function told({ catalog }: ProjectStore, measure: Measure): Measure {
  const here = new Set(catalog.imports.ids());
  const { check, parents, plan, lockedAt } = measure;
  if (parents.every((id) => here.has(id)) || (check && check.findings.length > 0)) return measure;
  return { ...measure, check: { at: check?.at ?? lockedAt, findings: [dataGone(plan.name)] } };
}

const dataGone = (name: string): Finding => ({
  code: "proof.data-gone",
  severity: "blocking",
  message: fill(sentences["proof.data-gone"].en, { name }),
  data: { name },
});

function standing(store: ProjectStore, measureId: string, removedAt: number | null): null {
  const measure = store.catalog.measures.get(measureId);
  store.catalog.commit(() => {
    store.catalog.measures.put({ ...measure, removedAt });
    store.catalog.audit.append(removedAt === null ? "measure.restored" : "measure.removed", measureId, { name: measure.plan.name });
  });
  return null;
}

function summaryOf(id: string, saving: AvoidedEnergy, coverage: CoverageCheck | null, seed: number): SavingSummary {
  const { low, high } = saving.percentInterval;
  return {
    id,
    at: Date.now(),
    period: saving.plan.period,
    verdict: saving.verdict,
    avoided: known(saving.avoided),
    percent: known(saving.percent),
    low: known(low),
    high: known(high),
    level: saving.level,
    coverage: coverage && {
      runs: coverage.runs,
      interval90: known(coverage.interval90),
      provenAtZero: known(coverage.provenAtZero),
    },
    seed,
  };
}

const known = (value: number | undefined): number | null => (value !== undefined && Number.isFinite(value) ? value : null);

const unitOf = (store: ProjectStore, { assetId, meter }: MeasurePlan): string => {
  const tag = store.catalog.tags.list(assetId).find(({ name }) => name === meter.tag);
  return meterUnit(tag?.unit ?? "", meter.kind);
};

const hashOf = (baseline: Baseline): string => createHash("sha256").update(lockContent(baseline)).digest("hex");
const measureFile = (store: ProjectStore, id: string): string => store.path("models", `${id}.measure`);
const resultFile = (store: ProjectStore, id: string, resultId: string): string => store.path("models", `${id}.${resultId}.saving`);

function keptOf(store: ProjectStore, { id }: Measure): Kept {
  const { locked, eligibility } = readModelState(measureFile(store, id)) as Kept;
  return { locked: LockedBaseline.parse(locked), eligibility: Eligibility.parse(eligibility) };
}
