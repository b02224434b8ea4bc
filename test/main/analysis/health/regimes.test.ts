import { expect, test } from "vitest";
import { defaultAlertBudget } from "#shared/domain/health.ts";
import { bandsOf, type RegimePlan } from "#shared/domain/regime.ts";
import { quietRun } from "#shared/domain/run.ts";
import { healthFindings } from "#shared/language/health-findings.ts";
import { fill } from "#shared/language/sentence.ts";
import { bandWords } from "#shared/units/band-words.ts";
import { fitPreparation, prepare } from "../../../../main/analysis/features/preparation.ts";
import { proposeRegimes } from "../../../../main/analysis/features/propose-regimes.ts";
import { regimeRows } from "../../../../main/analysis/features/regime-rows.ts";
import { findEpisodes } from "../../../../main/analysis/health/episodes.ts";
import { proposeRegimesOf } from "../../../../main/analysis/health/propose-regimes-of.ts";
import { scoreHealth } from "../../../../main/analysis/health/score.ts";
import { trainHealth } from "../../../../main/analysis/health/train.ts";
import { day, minute } from "./example-log.ts";
import { twoSpeedLog } from "./two-speed-log.ts";

const frame = twoSpeedLog();
const reference = [{ from: 0, to: 10 * day }];
const { preparation } = fitPreparation(frame, reference);
const { plan } = proposeRegimes(frame, preparation, reference);
const train = (wish: object) =>
  trainHealth({ frame, reference, familyId: "pca", params: {}, budget: defaultAlertBudget, drills: true, ...wish }, quietRun());

test("a machine with two speeds has the regimes off, start, transition and a band per speed", () => {
  expect(plan.tags).toEqual(["speed_setpoint"]);
  expect(plan.regimes.map(({ kind }) => kind)).toEqual(["off", "start", "transition", "band", "band"]);
  expect(bandsOf(plan).map((band) => bandWords(band, plan))).toEqual(["< 40 Hz", "≥ 40 Hz"]);
});

test("every row has its regime: off while it stands, start until it has settled, transition while a window mixes two speeds", () => {
  const regime = regimeRows({ ...preparation, regimes: plan }, frame);
  const at = (row: number) => plan.regimes[regime[row]!]?.id;
  expect([at(2890), at(2945), at(3000), at(3121), at(3140)]).toEqual(["off", "start", "band-1", "transition", "band-2"]);
});

test("means that mix two speeds are left out, and no window of a band holds rows of another", () => {
  const prepared = prepare({ ...preparation, regimes: plan }, frame);
  const speed = prepared.columns[0]!.values;
  expect([...new Set([...speed].filter((v) => !Number.isNaN(v)))]).toEqual([30, 45]);
  const mixed = prepare(preparation, frame).columns[0]!.values;
  expect(mixed.some((v) => v > 30 && v < 45)).toBe(true);
});

test("a regime that a person leaves out is neither learned nor scored", () => {
  const changed: RegimePlan = { ...plan, regimes: plan.regimes.map((r) => (r.id === "band-2" ? { ...r, included: false } : r)) };
  const { trained } = train({ regimes: changed });
  const regime = regimeRows({ ...preparation, regimes: changed }, frame);
  const scored = (id: string) =>
    [...regime.keys()].filter((i) => plan.regimes[regime[i]!]?.id === id && !Number.isNaN(trained!.score[i]!)).length;
  expect(scored("band-1")).toBeGreaterThan(5000);
  expect(scored("band-2")).toBe(0);
});

test("models per regime give the stored model's scores again, also for one row alone, and say what became of each regime", () => {
  const { trained } = train({ regimeFit: "per-regime" });
  const { regimes } = trained!.card.features;
  expect(regimes!.fit).toBe("models");
  expect(regimes!.fitted.map(({ own, rows }) => [own, rows > 1000])).toEqual([
    [true, true],
    [true, true],
  ]);
  const again = scoreHealth(trained!.saved, frame, quietRun());
  expect(again.score).toEqual(trained!.score);
  const slice = { time: frame.time.slice(3300, 3400), columns: frame.columns.map((c) => ({ ...c, values: c.values.slice(3300, 3400) })) };
  expect(scoreHealth(trained!.saved, slice, quietRun()).score.at(-1)).toBe(trained!.score[3399]);
});

test("limits per regime let a quiet regime speak up where one limit would have to bear the noisy one", () => {
  const faulty = { ...frame, columns: frame.columns.map((c) => ({ ...c, values: c.values.slice() })) };
  const pressure = faulty.columns[1]!.values;
  const start = 10 * 1440 + 480; // 30 Hz
  for (let i = start; i < start + 200; i++) pressure[i]! += 0.05;
  const found = (regimeFit: "common" | "per-regime") => {
    const { trained } = trainHealth(
      { frame: faulty, reference, familyId: "pca", params: {}, budget: defaultAlertBudget, drills: true, regimeFit },
      quietRun(),
    );
    const { saved, score, limit } = trained!;
    return findEpisodes({ saved, frame: faulty, score, limit, reference }).filter(
      (e) => e.from < faulty.time[start + 200]! && e.to > faulty.time[start]!,
    ).length;
  };
  expect(found("common")).toBe(0);
  expect(found("per-regime")).toBe(1);
});

test("a regime the reference has nothing of, or little, is told with its hours, in both languages", () => {
  const late = [{ from: 0, to: 4 * 60 * minute }];
  const { findings, cover } = proposeRegimesOf({ frame, reference: late, plan });
  expect(cover.find(({ id }) => id === "band-2")!.hours).toBeGreaterThan(100);
  expect(findings.map(({ code }) => code)).toContain("health.regime-missing");
  for (const { code, message, data } of findings) {
    const sentence = healthFindings[code as keyof typeof healthFindings];
    expect(fill(sentence.en, data)).toBe(message);
    expect(fill(sentence.zh, data)).not.toContain("{");
  }
});

test("an episode in a speed the reference never saw says so", () => {
  const faster = { ...frame, columns: frame.columns.map((c) => ({ ...c, values: c.values.slice() })) };
  for (let i = 11 * 1440 + 300; i < 11 * 1440 + 460; i++) {
    faster.columns[0]!.values[i] = 50;
    faster.columns[1]!.values[i] = 6.25;
    faster.columns[2]!.values[i] = 15.6;
  }
  const { trained } = trainHealth({ frame: faster, reference, familyId: "pca", params: {}, budget: defaultAlertBudget }, quietRun());
  const { saved, score, limit } = trained!;
  const episode = findEpisodes({ saved, frame: faster, score, limit, reference }).find((e) => e.from >= faster.time[11 * 1440 + 300]!);
  expect(episode!.unseen).toMatchObject({ tag: "speed_setpoint", high: 45, value: 50 });
});
