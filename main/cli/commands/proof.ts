import { userInfo } from "node:os";
import { resolve } from "node:path";
import type { ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Measure, Verification, WeighedMeasure } from "#shared/domain/measure.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ReportingPlan } from "#shared/domain/proof.ts";
import type { Command } from "../frame/command.ts";
import { assetOption, projectOption } from "../frame/common-options.ts";
import type { Given } from "../frame/given.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import { adjustmentsTyped, exclusionsTyped } from "../steps/dated-notes.ts";
import { measurePlan } from "../steps/measure-plan.ts";
import { periodsOfLog } from "../steps/periods-of-log.ts";
import { tellFindings } from "../tell/tell-findings.ts";
import { tellLedger, tellVerified, tellWeighed } from "../tell/tell-proof.ts";
import { trialActions, trialsOf } from "./proof-trial.ts";

export const proof: Command = {
  name: "proof",
  summary: "cli.proof.summary",
  operands: "weigh|lock|check|verify|list|remove|restore | trial plan|show|note|judge|remove|restore",
  options: {
    ...projectOption,
    ...assetOption,
    name: { value: "NAME", help: "cli.proof.option.name" },
    meter: { value: "TAG", help: "cli.proof.option.meter" },
    kind: { value: "power|amount|counter", help: "cli.proof.option.kind" },
    drivers: { value: "LIST", help: "cli.proof.option.drivers" },
    "change-driver": { value: "TAG", help: "cli.proof.option.change-driver" },
    "valid-when": { value: "TEXT", help: "cli.proof.option.valid-when" },
    readings: { value: "hour|day", help: "cli.proof.option.readings" },
    "utc-offset": { value: "H", help: "cli.proof.option.utc-offset" },
    baseline: { value: "FROM..TO", help: "cli.proof.option.baseline" },
    hoped: { value: "PERCENT", help: "cli.proof.option.hoped" },
    weeks: { value: "N", help: "cli.proof.option.weeks" },
    by: { value: "NAME", help: "cli.proof.option.by" },
    measure: { value: "NAME", help: "cli.proof.option.measure" },
    reporting: { value: "FROM..TO", help: "cli.proof.option.reporting" },
    exclude: { value: "FROM..TO=REASON", multiple: true, help: "cli.proof.option.exclude" },
    adjust: { value: "FROM..TO=AMOUNT:ERROR=REASON", multiple: true, help: "cli.proof.option.adjust" },
    runs: { value: "N", help: "cli.proof.option.runs" },
    seed: { value: "N", help: "cli.option.seed" },
    trial: { value: "NAME", help: "cli.trial.option.trial" },
    advice: { help: "cli.trial.option.advice" },
    kpi: { value: "NAME", help: "cli.trial.option.kpi" },
    set: { value: "TAG=OFF:ON[:RATE]", multiple: true, help: "cli.trial.option.set" },
    watch: { value: "TAG=LEAST:MOST", multiple: true, help: "cli.trial.option.watch" },
    start: { value: "TIME", help: "cli.trial.option.start" },
    block: { value: "H", help: "cli.trial.option.block" },
    pairs: { value: "N", help: "cli.trial.option.pairs" },
    washout: { value: "H", help: "cli.trial.option.washout" },
    lock: { help: "cli.trial.option.lock" },
    csv: { value: "FILE", help: "cli.trial.option.csv" },
    ics: { value: "FILE", help: "cli.trial.option.ics" },
    html: { value: "FILE", help: "cli.trial.option.html" },
    "in-block": { value: "N", help: "cli.trial.option.in-block" },
    what: { value: "skipped|swapped|disturbed", help: "cli.trial.option.what" },
    reason: { value: "TEXT", help: "cli.trial.option.reason" },
    price: { value: "P", help: "cli.efficiency.option.price" },
    currency: { value: "NAME", help: "cli.efficiency.option.currency" },
    hours: { value: "H", help: "cli.efficiency.option.hours" },
    co2: { value: "KG", help: "cli.option.co2" },
    carrier: { value: "NAME", help: "cli.option.carrier" },
    "co2-source": { value: "TEXT", help: "cli.option.co2-source" },
  },
  examples: [
    "proof weigh --project plant --name 'New impeller' --hoped 2",
    "proof lock --project plant --name 'New impeller' --baseline 2024-03-01..2025-02-28 --by 'A. Meier'",
    "proof verify --project plant --measure 'New impeller' --reporting 2025-03-08..2025-05-31",
    "proof list --project plant --json",
    "proof trial plan --project plant --advice --name 'Valve at 72 %' --start 2026-03-12T06:00 --lock --ics trial.ics",
    "proof trial note --project plant --in-block 4 --what skipped --reason 'standstill'",
    "proof trial judge --project plant",
  ],
  async run(given, session) {
    const [typed, ...more] = given.operands;
    if (typed === "trial") {
      const [of, ...rest] = more;
      if (of === undefined || rest.length > 0 || !Object.hasOwn(trialActions, of))
        throw new UsageError("cli.trial.action", { actions: Object.keys(trialActions).join(", ") });
      await session.open(resolve(given.need("project")));
      return trialActions[of as keyof typeof trialActions](given, session);
    }
    const action = typed === undefined || more.length > 0 || !Object.hasOwn(actions, typed) ? undefined : (typed as keyof typeof actions);
    if (action === undefined) throw new UsageError("cli.proof.action", { actions: [...Object.keys(actions), "trial"].join(", ") });
    const project = given.need("project");
    await session.open(resolve(project));
    return actions[action](given, session);
  },
};

const actions = { weigh, lock, check, verify, list, remove, restore } as const;

async function weighed(given: Given, session: Session): Promise<WeighedMeasure> {
  const asset = await session.asset(given.text("asset"));
  const plan = await measurePlan(session, asset, given);
  const { draftId } = (await session.finish(await session.ask.proof.weigh(plan))) as { draftId: string };
  const found = await session.ask.proof.weighed({ draftId });
  tellWeighed(session.out, found);
  return found;
}

async function weigh(given: Given, session: Session): Promise<object> {
  const { draftId: _, curves: __, ...facts } = await weighed(given, session);
  return facts;
}

async function lock(given: Given, session: Session): Promise<object> {
  const { draftId, eligibility, findings } = await weighed(given, session);
  const measure = await session.ask.proof.lock({ draftId, lockedBy: given.text("by") ?? userInfo().username });
  const { out } = session;
  out.line(`  ${out.say("cli.proof.locked", { who: measure.lockedBy, sha256: measure.sha256, id: measure.id })}`);
  return { measure, eligibility, findings };
}

async function check(given: Given, session: Session): Promise<object> {
  const { ask, out } = session;
  const { id } = await measureAsked(given, session);
  await session.finish(await ask.proof.check({ measureId: id }));
  const { measure } = await ask.proof.detail({ measureId: id });
  const findings = measure.check!.findings;
  if (findings.length === 0) out.line(out.say("cli.proof.intact", { name: measure.plan.name }));
  else {
    out.line(measure.plan.name);
    tellFindings(out, findings);
  }
  return { measure: { id, name: measure.plan.name, sha256: measure.sha256 }, intact: findings.length === 0, findings };
}

async function verify(given: Given, session: Session): Promise<object> {
  const { ask, out } = session;
  const typed = given.need("reporting");
  const { id, plan } = await measureAsked(given, session);
  const reporting: ReportingPlan = {
    period: { ranges: await periodsOfLog(session, plan.assetId, typed, "--reporting") } as ReportingPeriod,
    exclusions: await exclusionsTyped(session, plan.assetId, given.all("exclude")),
    adjustments: await adjustmentsTyped(session, plan.assetId, given.all("adjust")),
  };
  const wish = { measureId: id, plan: reporting, runs: given.number("runs") ?? 100, seed: given.number("seed") ?? 1 };
  const { resultId } = (await session.finish(await ask.proof.verify(wish))) as { resultId: string };
  const found: Verification = await ask.proof.verification({ measureId: id, resultId });
  tellVerified(out, plan.name, found);
  const { time, avoided, low, high } = found.weekly;
  const weekly = Array.from(time, (at, k) => ({
    week: new Date(at).toISOString().slice(0, 10),
    avoided: avoided[k],
    low: low[k],
    high: high[k],
  }));
  return { measure: { id, name: plan.name }, ...found, weekly };
}

async function list(given: Given, session: Session): Promise<object> {
  const measures = await measuresOf(given.text("asset"), session, false);
  const trials = await trialsOf(given.text("asset"), session, false);
  tellLedger(session.out, measures, trials);
  return { measures, trials };
}

async function remove(given: Given, session: Session): Promise<object> {
  const { id, plan } = await measureAsked(given, session);
  await session.ask.proof.remove({ measureId: id });
  session.out.line(session.out.say("cli.proof.removed", { name: plan.name }));
  return { removed: id };
}

async function restore(given: Given, session: Session): Promise<object> {
  const { id, plan } = await measureAsked(given, session, true);
  await session.ask.proof.restore({ measureId: id });
  session.out.line(session.out.say("cli.proof.restored", { name: plan.name }));
  return { restored: id };
}

async function measuresOf(assetName: string | undefined, session: Session, removed: boolean): Promise<Measure[]> {
  const assets = assetName === undefined ? await session.ask.project.assets({}) : [await session.asset(assetName)];
  const lists = await Promise.all(assets.map(({ id }) => session.ask.proof.measures({ assetId: id, removed })));
  return lists.flat();
}

/** The newest measure of that name or id; the only one where none is named. */
async function measureAsked(given: Given, session: Session, removed = false): Promise<Measure> {
  const name = given.text("measure") ?? given.text("name");
  const measures = (await measuresOf(given.text("asset"), session, removed)).filter((each) => !removed || each.removedAt !== null);
  const found =
    name === undefined ? (measures.length === 1 ? measures[0] : undefined) : measures.find((m) => m.plan.name === name || m.id === name);
  if (found) return found;
  const data = { name: name ?? "", names: measures.map(({ plan }) => plan.name).join(", ") || "–" };
  const code = name === undefined ? "cli.proof.which" : "cli.proof.no-measure";
  throw problem(code, session.out.say(code, data), data);
}
