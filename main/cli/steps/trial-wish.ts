import type { Asset } from "#shared/domain/asset.ts";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import { problem } from "#shared/domain/problem.ts";
import type { TrialSetting, TrialWatch, TrialWish } from "#shared/domain/trial.ts";
import { isAmount } from "#shared/units/is-amount.ts";
import type { Given } from "../frame/given.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import { exclusionsTyped } from "./dated-notes.ts";
import { periodsOfLog } from "./periods-of-log.ts";

const hour = 3_600_000;

/** What was typed over what the tags, or the advice of an efficiency model, suggest. */
export async function trialWish(session: Session, asset: Asset, given: Given): Promise<TrialWish> {
  const { ask, out } = session;
  const name = given.need("name");
  const tags = await ask.project.tags({ assetId: asset.id });
  const unitOf = (typed: string): string => {
    const tag = tags.find((each) => each.name === typed);
    if (tag) return tag.unit;
    const data = { asset: asset.name, tag: typed };
    throw problem("cli.proof.unknown-tag", out.say("cli.proof.unknown-tag", data), data);
  };
  const settings = given.all("set").map((text) => settingTyped(text, unitOf));
  const proposed = await proposal(session, asset, given, settings);
  const start = given.text("start");
  const from = start === undefined ? proposed.from : Date.parse(/(Z|[+-]\d\d:?\d\d)$/.test(start) ? start : `${withTime(start)}Z`);
  if (Number.isNaN(from)) throw new UsageError("cli.proof.note", { option: "--start", value: start ?? "", form: "2026-03-12T06:00" });
  const history = given.text("baseline");
  const hours = (option: string): number | undefined => {
    const value = given.number(option);
    return value === undefined ? undefined : value * hour;
  };
  const price = given.number("price");
  const kgPerUnit = given.number("co2");
  const value =
    price === undefined
      ? proposed.value
      : {
          throughputPerYear: null,
          pricePerUnit: price,
          currency: given.text("currency") ?? "EUR",
          hoursPerYear: given.number("hours") ?? 8760,
          co2: kgPerUnit === undefined ? null : { carrier: given.text("carrier") ?? "–", kgPerUnit, source: given.need("co2-source") },
        };
  return {
    ...proposed,
    name,
    settings: settings.length > 0 ? settings : proposed.settings,
    watch: [...proposed.watch, ...given.all("watch").map((text) => watchTyped(text, unitOf))],
    drivers: driversTyped(given, unitOf) ?? proposed.drivers,
    expected: given.has("hoped") ? { percent: given.number("hoped")!, low: null, high: null } : proposed.expected,
    history:
      history === undefined
        ? proposed.history
        : ({ ranges: await periodsOfLog(session, asset.id, history, "--baseline") } as BaselinePeriod),
    exclusions: await exclusionsTyped(session, asset.id, given.all("exclude")),
    clockOffsetMs: hours("utc-offset") ?? proposed.clockOffsetMs,
    from,
    blockMs: hours("block") ?? proposed.blockMs,
    pairs: given.number("pairs") ?? proposed.pairs,
    washoutMs: hours("washout") ?? proposed.washoutMs,
    seed: given.number("seed") ?? proposed.seed,
    value,
  };
}

async function proposal(session: Session, asset: Asset, given: Given, settings: readonly TrialSetting[]): Promise<TrialWish> {
  const { ask, out } = session;
  if (!given.has("advice")) {
    const meter = given.text("meter");
    const found = await ask.trial.propose({ assetId: asset.id });
    if (!found) throw problem("cli.proof.no-meter", out.say("cli.proof.no-meter", { asset: asset.name }), { asset: asset.name });
    if (meter === undefined || found.yardstick.kind !== "meter") return found;
    return { ...found, yardstick: { ...found.yardstick, tag: meter }, drivers: found.drivers.filter(({ tag }) => tag !== meter) };
  }
  const models = await ask.efficiency.models({ assetId: asset.id });
  const wanted = given.text("kpi");
  const model = wanted === undefined ? models[0] : models.find(({ kpi, id }) => kpi.name === wanted || id === wanted);
  const found =
    model &&
    (await ask.trial.propose({
      assetId: asset.id,
      model: {
        modelId: model.id,
        ...(settings.length > 0 ? { settings: Object.fromEntries(settings.map(({ tag, to }) => [tag, to])) } : {}),
      },
    }));
  if (!found) throw problem("cli.trial.no-advice", out.say("cli.trial.no-advice", { asset: asset.name }), { asset: asset.name });
  return found;
}

/** `valve_position=60:72` or `valve_position=60:72:6`: off, on, the most it may change in an hour. */
function settingTyped(text: string, unitOf: (tag: string) => string): TrialSetting {
  const [, tag, off, on, rate] = /^([^=]+)=([^:]+):([^:]+)(?::([^:]+))?$/.exec(text) ?? [];
  const [from, to, ratePerHour] = [Number(off), Number(on), rate === undefined ? null : Number(rate)];
  if (!tag || !Number.isFinite(from) || !Number.isFinite(to) || (ratePerHour !== null && !(ratePerHour > 0)))
    throw new UsageError("cli.proof.note", { option: "--set", value: text, form: "TAG=OFF:ON[:RATE]" });
  return { tag, unit: unitOf(tag), from, to, ratePerHour };
}

/** `bearing_temperature=:90`: the least and the most it may be, either left out. */
function watchTyped(text: string, unitOf: (tag: string) => string): TrialWatch {
  const [, tag, least, most] = /^([^=]+)=([^:]*):([^:]*)$/.exec(text) ?? [];
  const bound = (typed: string | undefined): number | null => (typed ? Number(typed) : null);
  const [low, high] = [bound(least), bound(most)];
  if (!tag || Number.isNaN(low) || Number.isNaN(high))
    throw new UsageError("cli.proof.note", { option: "--watch", value: text, form: "TAG=LEAST:MOST" });
  return { tag, unit: unitOf(tag), low, high };
}

function driversTyped(given: Given, unitOf: (tag: string) => string): TrialWish["drivers"] | undefined {
  return given.list("drivers")?.map((tag) => ({ tag, by: isAmount(unitOf(tag)) ? "sum" : "mean" }));
}

const withTime = (text: string): string => (/^\d{4}-\d\d-\d\d$/.test(text) ? `${text}T00:00` : text.replace(" ", "T"));
