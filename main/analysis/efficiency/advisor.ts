import type { EfficiencyAdvice, LikeHour, SettingAdvice, TagValues, WhatIf } from "#shared/domain/efficiency-advice.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { TagLimit } from "#shared/domain/kpi.ts";
import { sorted, sortedQuantile } from "../signal/quantile.ts";
import { conformalShare } from "./conformal-share.ts";
import { efficiencyFinding } from "./efficiency-finding.ts";
import { expectedBy } from "./expected-by.ts";
import { likeRows } from "./like-rows.ts";
import type { LearnedExpectation, Operation } from "./operation.ts";
import { usualChange } from "./usual-change.ts";

/** What is asked: the hour as it is, and the settings a person tries. What is left out is as in the last hour known. */
export interface AdviceQuestion {
  readonly conditions?: TagValues | undefined;
  readonly settings?: TagValues | undefined;
  readonly tried?: TagValues | undefined;
}

const day = 86_400_000;
const hour = 3_600_000;
const level = 0.9;
// Half a standard deviation of what the KPI follows: the expectation levels out what is left.
const mostDistance = 0.5;
const mostLike = 400;
const fewestLike = 20;
// Settings within a quarter of a standard deviation of each other are the same setting.
const sameSetting = 0.25;
// Advice rests on at least so many hours of at least so many days.
const fewestHours = 6;
const fewestDays = 2;
const shownExamples = 5;
const drawnPoints = 41;
// A gain below this is not worth a hand on a valve; it also keeps rounding from becoming advice.
const leastGain = 0.001;

/**
 * Advice on settings out of what the plant has itself shown: only settings that were run in like hours of the baseline are advised, the
 * ones with the largest gain that both the expectation and the hours themselves bear out. Reads its state once; a question costs a few
 * predictions. Undefined where the operation knows no settings.
 * @param limits typed by a person: no advice leaves them, nor takes a constraint tag out of its bounds in the hours that speak for it.
 */
export function advisor(
  operation: Operation,
  unit: string,
  limits: readonly TagLimit[] = [],
): ((question: AdviceQuestion) => EfficiencyAdvice) | undefined {
  const { bySettings } = operation;
  if (!bySettings) return undefined;
  return advisorBy(operation, bySettings, unit, limits);
}

function advisorBy(
  operation: Operation,
  bySettings: LearnedExpectation,
  unit: string,
  limits: readonly TagLimit[],
): (question: AdviceQuestion) => EfficiencyAdvice {
  const { conditions, settings, constraints, values, units, better, measured, time, present } = operation;
  const sign = better === "lower" ? 1 : -1;
  const predict = expectedBy(bySettings);
  const reach = conformalShare(operation, bySettings, level);
  const find = likeRows(
    conditions.map((tag) => values[tag]!),
    operation.byConditions.shares,
  );
  const scales = settings.map((tag) => sameSetting * deviation(values[tag]!));
  const limitOf = (tag: string): TagLimit | undefined => limits.find((limit) => limit.tag === tag);
  const rates = settings.map((tag) => {
    const typed = limitOf(tag)?.ratePerHour;
    return typed ? (typed * operation.stepMs) / hour : usualChange(time, values[tag]!, operation.stepMs);
  });
  const within = (tag: string, low: number, high: number): boolean => {
    const limit = limitOf(tag);
    return !(limit?.low != null && low < limit.low) && !(limit?.high != null && high > limit.high);
  };
  const unitOf = (tag: string): string => units[tag] ?? "";

  /** [points] expected at one set of conditions and many of settings, or at one of settings and many of conditions. */
  const expected = (points: readonly (readonly number[])[]): Float64Array =>
    predict(bySettings.tags.map((_, j) => Float64Array.from(points, (point) => point[j]!)));
  const settingsOf = (row: number): number[] => settings.map((tag) => values[tag]![row]!);
  const conditionsOf = (row: number): number[] => conditions.map((tag) => values[tag]![row]!);
  const near = (a: readonly number[], b: readonly number[]): boolean => a.every((x, j) => Math.abs(x - b[j]!) <= scales[j]!);
  const named = (tags: readonly string[], of: readonly number[]): TagValues => Object.fromEntries(tags.map((tag, j) => [tag, of[j]!]));
  const daysOf = (rows: readonly number[]): number => new Set(rows.map((row) => Math.floor(time[row]! / day))).size;
  const hours = (rows: number): number => (rows * operation.stepMs) / hour;
  const around = (centre: number, by: number) => ({ low: centre - by, high: centre + by, level });

  const seenOf = (tag: string, rows: readonly number[]) => {
    const of = sorted(Float64Array.from(rows, (row) => values[tag]![row]!));
    return { mean: of.reduce((a, b) => a + b, 0) / of.length, low: sortedQuantile(of, 0.05), high: sortedQuantile(of, 0.95) };
  };

  return (question) => {
    const asked = { ...present, ...question.conditions, ...question.settings };
    const at = conditions.map((tag) => asked[tag] ?? middle(values[tag]!));
    const set = settings.map((tag) => asked[tag] ?? middle(values[tag]!));
    const findings: Finding[] = [];
    const like = [...find(at, mostDistance, mostLike).rows].filter((row) => Number.isFinite(bySettings.unseen[row]!));
    const range = (tag: string, rows: readonly number[], value: number) => {
      const of = rows.length > 0 ? Float64Array.from(rows, (row) => values[tag]![row]!) : values[tag]!;
      return { tag, unit: unitOf(tag), value, low: Math.min(...of), high: Math.max(...of) };
    };
    const bounded = (of: ReturnType<typeof range>) => {
      const limit = limitOf(of.tag);
      // What is set now stays where it is, even out of bounds; it is not to be moved further out.
      const low = Math.max(of.low, limit?.low ?? of.low);
      const high = Math.min(of.high, limit?.high ?? of.high);
      return low <= high ? { ...of, low, high } : { ...of, low: of.value, high: of.value };
    };
    const all = [...measured.keys()];
    const answer: EfficiencyAdvice = {
      unit,
      better,
      conditions: conditions.map((tag, j) => range(tag, all, at[j]!)),
      settings: settings.map((tag, j) => bounded(range(tag, like, set[j]!))),
      likeHours: hours(like.length),
      advice: null,
      whatIf: null,
      findings,
    };
    const now = expected([[...at, ...set]])[0]!;
    const gainOf = (after: number): number => (sign * (now - after)) / Math.abs(now);

    answer.sensitivity = settings.map((tag, j) => {
      const column = values[tag]!;
      const [least, most] = [Math.min(...column), Math.max(...column)];
      const points = Float64Array.from({ length: drawnPoints }, (_, k) => least + ((most - least) * k) / (drawnPoints - 1));
      const of = expected(Array.from(points, (x) => [...at, ...set.map((value, i) => (i === j ? x : value))]));
      const seen = range(tag, like, set[j]!);
      return {
        tag,
        unit: unitOf(tag),
        value: set[j]!,
        seenLow: like.length > 0 ? seen.low : Number.NaN,
        seenHigh: like.length > 0 ? seen.high : Number.NaN,
        at: points,
        expected: of,
        low: of.map((e) => e - Math.abs(e) * reach),
        high: of.map((e) => e + Math.abs(e) * reach),
      };
    });

    if (question.tried) {
      const tried = settings.map((tag, j) => question.tried![tag] ?? set[j]!);
      const after = expected([[...at, ...tried]])[0]!;
      const rows = like.filter((row) => near(settingsOf(row), tried));
      const whatIf: WhatIf = {
        settings: named(settings, tried),
        expected: after,
        interval: around(after, Math.abs(after) * reach),
        gainPercent: 100 * gainOf(after),
        gainInterval: around(100 * gainOf(after), 100 * reach * Math.abs(after / now)),
        hours: hours(rows.length),
        seen: rows.length >= fewestHours,
      };
      answer.whatIf = whatIf;
    }

    if (like.length < fewestLike) {
      findings.push(efficiencyFinding("advice.no-like-hours", "warning", { hours: hours(like.length), needed: hours(fewestLike) }));
      return answer;
    }
    // What each like hour would have used at the settings asked about: the measure it is held against.
    const reference = expected(like.map((row) => [...conditionsOf(row), ...set]));
    const shown = new Map(like.map((row, k) => [row, (sign * (reference[k]! - measured[row]!)) / Math.abs(reference[k]!)]));
    let outOfBounds = 0;
    const best = bestGroup();
    if (outOfBounds > 0) findings.push(efficiencyFinding("advice.bounds-kept", "note", { count: outOfBounds }));
    if (!best || best.worth <= leastGain) {
      findings.push(efficiencyFinding("advice.already-best", "note", { hours: hours(like.length) }));
      return answer;
    }
    answer.advice = adviceFor(best.rows, best.centre, best.after);
    const { low, high } = answer.advice.gainInterval;
    if (!(low > 0))
      findings.push(efficiencyFinding("advice.within-chance", "note", { low: rounded(low), high: rounded(high), level: 100 * level }));
    return answer;

    function bestGroup(): { rows: number[]; centre: number[]; after: number; worth: number } | undefined {
      const tried: number[][] = [];
      for (const row of like) {
        const candidate = settingsOf(row);
        // Hours at the same setting make one candidate.
        if (!tried.some((other) => other.every((x, j) => Math.abs(x - candidate[j]!) <= scales[j]! / 2))) tried.push(candidate);
      }
      const groups = tried
        .map((candidate) => like.filter((row) => near(settingsOf(row), candidate)))
        .filter((rows) => rows.length >= fewestHours && daysOf(rows) >= fewestDays)
        .map((rows) => ({ rows, centre: settings.map((tag) => middle(Float64Array.from(rows, (row) => values[tag]![row]!))) }))
        .filter(({ centre }) => !near(centre, set))
        .filter(({ rows, centre }) => {
          const kept =
            settings.every((tag, j) => within(tag, centre[j]!, centre[j]!)) &&
            constraints.every((tag) => {
              const { low, high } = seenOf(tag, rows);
              return within(tag, low, high);
            });
          if (!kept) outOfBounds++;
          return kept;
        });
      if (groups.length === 0) return undefined;
      const after = expected(groups.map(({ centre }) => [...at, ...centre]));
      return groups
        .map((group, k) => {
          const of = group.rows.map((row) => shown.get(row)!);
          const mean = of.reduce((a, b) => a + b, 0) / of.length;
          const spread = Math.sqrt(of.reduce((a, b) => a + (b - mean) ** 2, 0) / Math.max(1, of.length - 1) / daysOf(group.rows));
          // The smaller of what is expected and what was shown, less its chance: neither may carry the advice alone.
          return { ...group, after: after[k]!, worth: Math.min(gainOf(after[k]!), mean) - spread };
        })
        .reduce((a, b) => (b.worth > a.worth ? b : a));
    }

    function adviceFor(rows: readonly number[], centre: readonly number[], after: number): SettingAdvice {
      const atNow = like.filter((row) => near(settingsOf(row), set));
      const betterRows = rows.filter((row) => shown.get(row)! > 0);
      const gain = gainOf(after);
      const example = (row: number): LikeHour => ({
        time: time[row]!,
        measured: measured[row]!,
        conditions: named(conditions, conditionsOf(row)),
        settings: named(settings, settingsOf(row)),
        betterPercent: 100 * shown.get(row)!,
      });
      return {
        settings: settings.map((tag, j) => {
          const rate = rates[j]!;
          const change = Math.abs(centre[j]! - set[j]!);
          return { tag, unit: unitOf(tag), from: set[j]!, to: centre[j]!, rate, steps: rate > 0 ? Math.ceil(change / rate) : 1 };
        }),
        now,
        after,
        gainPercent: 100 * gain,
        gainInterval: around(100 * gain, 100 * reach * Math.abs(after / now)),
        hours: hours(rows.length),
        days: daysOf(rows),
        betterHours: hours(betterRows.length),
        shownPercent: (100 * rows.reduce((sum, row) => sum + shown.get(row)!, 0)) / rows.length,
        examples: betterRows.slice(0, shownExamples).map(example),
        constraints: constraints.map((tag) => ({ tag, unit: unitOf(tag), now: seenOf(tag, atNow), after: seenOf(tag, rows) })),
      };
    }
  };
}

function deviation(x: Float64Array): number {
  const finite = x.filter(Number.isFinite);
  const mean = finite.reduce((a, b) => a + b, 0) / finite.length;
  return Math.sqrt(finite.reduce((a, b) => a + (b - mean) ** 2, 0) / finite.length);
}

const middle = (x: Float64Array): number => sortedQuantile(sorted(x), 0.5);
const rounded = (value: number): number => Number(value.toPrecision(3));
