import { userInfo } from "node:os";
import { resolve } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import { type Trial, TrialDeviation } from "#shared/domain/trial.ts";
import type { Given } from "../frame/given.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import { trialWish } from "../steps/trial-wish.ts";
import { tellTrial, tellWeighedTrial } from "../tell/tell-trial.ts";

/** What can be done with an on/off trial. */
export const trialActions = { plan, show, note, judge, remove, restore } as const;

async function plan(given: Given, session: Session): Promise<object> {
  const { ask, out } = session;
  const asset = await session.asset(given.text("asset"));
  const wish = await trialWish(session, asset, given);
  const { draftId } = (await session.finish(await ask.trial.weigh(wish))) as { draftId: string };
  const weighed = await ask.trial.weighed({ draftId });
  tellWeighedTrial(out, weighed);
  if (!given.has("lock")) {
    if (forms.some((form) => given.has(form))) throw new UsageError("cli.usage.needs", { option: "--csv, --ics, --html", other: "--lock" });
    out.line(out.say("cli.trial.not-locked"));
    const { draftId: _, ...facts } = weighed;
    return facts;
  }
  const trial = await ask.trial.lock({ draftId, lockedBy: given.text("by") ?? userInfo().username });
  out.line(`  ${out.say("cli.proof.locked", { who: trial.lockedBy, sha256: trial.sha256, id: trial.id })}`);
  return { trial, written: await written(given, session, trial) };
}

async function show(given: Given, session: Session): Promise<object> {
  const trial = await trialAsked(given, session);
  tellTrial(session.out, trial);
  return { trial, written: await written(given, session, trial) };
}

async function note(given: Given, session: Session): Promise<object> {
  const { ask, out } = session;
  const number = given.number("in-block");
  if (number === undefined) throw new UsageError("cli.usage.needed", { option: "--in-block" });
  const what = given.oneOf("what", TrialDeviation.shape.what.options) ?? "skipped";
  const reason = given.need("reason");
  const { id } = await trialAsked(given, session);
  const trial = await ask.trial.note({ trialId: id, block: number - 1, what, reason, by: given.text("by") ?? userInfo().username });
  out.line(out.say("cli.trial.noted", { name: trial.wish.name, block: number }));
  return { trial };
}

async function judge(given: Given, session: Session): Promise<object> {
  const { id } = await trialAsked(given, session);
  await session.finish(await session.ask.trial.judge({ trialId: id }));
  const trial = await trialAsked(given, session);
  tellTrial(session.out, trial);
  return { trial: { id, name: trial.wish.name }, ...trial.judgements.at(-1)! };
}

async function remove(given: Given, session: Session): Promise<object> {
  const { id, wish } = await trialAsked(given, session);
  await session.ask.trial.remove({ trialId: id });
  session.out.line(session.out.say("cli.proof.removed", { name: wish.name }));
  return { removed: id };
}

async function restore(given: Given, session: Session): Promise<object> {
  const { id, wish } = await trialAsked(given, session, true);
  await session.ask.trial.restore({ trialId: id });
  session.out.line(session.out.say("cli.proof.restored", { name: wish.name }));
  return { restored: id };
}

const forms = ["csv", "ics", "html"] as const;

/** Writes the calendar in every form asked for. */
async function written(given: Given, { ask, out }: Session, { id }: Trial): Promise<string[]> {
  const paths: string[] = [];
  for (const format of forms) {
    const typed = given.text(format);
    if (typed === undefined) continue;
    const { path } = await ask.trial.save({ trialId: id, format, language: out.language, path: resolve(typed) });
    out.line(out.say("cli.trial.written", { path }));
    paths.push(path);
  }
  return paths;
}

export async function trialsOf(assetName: string | undefined, session: Session, removed: boolean): Promise<Trial[]> {
  const assets = assetName === undefined ? await session.ask.project.assets({}) : [await session.asset(assetName)];
  const lists = await Promise.all(assets.map(({ id }) => session.ask.trial.list({ assetId: id, removed })));
  return lists.flat();
}

/** The newest trial of that name or id; the only one where none is named. */
async function trialAsked(given: Given, session: Session, removed = false): Promise<Trial> {
  const name = given.text("trial") ?? given.text("name");
  const trials = (await trialsOf(given.text("asset"), session, removed)).filter((each) => !removed || each.removedAt !== null);
  const found =
    name === undefined ? (trials.length === 1 ? trials[0] : undefined) : trials.find((t) => t.wish.name === name || t.id === name);
  if (found) return found;
  const data = { name: name ?? "", names: trials.map(({ wish }) => wish.name).join(", ") || "–" };
  const code = name === undefined ? "cli.trial.which" : "cli.trial.unknown";
  throw problem(code, session.out.say(code, data), data);
}
