import { describe, expect, test } from "vitest";
import { Cancelled } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { findEpisodes } from "../../../../main/analysis/health/episodes.ts";
import { lookBackOf } from "../../../../main/analysis/health/explain-rows.ts";
import { limitForBudget } from "../../../../main/analysis/health/limit-for-budget.ts";
import { scoreHealth, tagsRead } from "../../../../main/analysis/health/score.ts";
import { trainHealth } from "../../../../main/analysis/health/train.ts";
import { anomalyFamilies } from "../../../../main/analysis/models/registry.ts";
import { tensorBackend } from "../../../../main/compute/backend.ts";
import { day, exampleLog, minute } from "./example-log.ts";

const frame = exampleLog();
const reference = [{ from: 0, to: 8 * day }];
const budget = { alertsPerWeek: 1 };
const { tf: tensors } = await tensorBackend();
const train = (change: Partial<Parameters<typeof trainHealth>[0]> = {}) =>
  trainHealth({ frame, reference, familyId: "pca", params: {}, budget, ...change }, { ...quietRun(), tensors });

const [networks, quick] = [anomalyFamilies.filter(({ work }) => work), anomalyFamilies.filter(({ work }) => !work)];

test.each(networks.map((f) => f.id))("health by %s, stored, read and scored again, has the same scores", (familyId) => {
  const { trained } = train({ familyId, params: { epochs: 10 }, reference: [{ from: 0, to: day }] });
  expect(scoreHealth(structuredClone(trained!.saved), frame, quietRun()).score).toEqual(trained!.score);
  expect(trained!.heldOut.subarray(1440).every(Number.isNaN)).toBe(true);
});

describe.each(quick.map((f) => f.id))("health by %s", (familyId) => {
  const { trained, findings } = train({ familyId });
  if (!trained) throw new Error(JSON.stringify(findings));
  const { saved, score, limit } = trained;

  test("a machine that stands has no score, and its stops are no episodes", () => {
    expect(score.subarray(2000, 2060).every((s) => Number.isNaN(s))).toBe(true);
    for (const { from, to } of findEpisodes({ saved, frame, score, limit, reference })) {
      const minuteOfTwoDays = ((from + to) / 2 / minute) % 2880;
      expect(minuteOfTwoDays < 2000 || minuteOfTwoDays >= 2060).toBe(true);
    }
  });

  test("stored, read and scored again, the log has the same scores", () => {
    expect(scoreHealth(structuredClone(saved), frame, quietRun()).score).toEqual(score);
  });

  test("rows that come later are scored as if they had been there from the start", () => {
    const later = { time: frame.time.slice(5 * 1440), columns: frame.columns.map((c) => ({ ...c, values: c.values.slice(5 * 1440) })) };
    const again = scoreHealth(saved, later, quietRun()).score;
    // The first rows lack what preparation and family look back on.
    const first = Math.ceil(lookBackOf(saved) / minute);
    expect(first).toBeLessThan(1000);
    expect(again.subarray(first)).toEqual(score.subarray(5 * 1440 + first));
  });

  test("the held-out scores cover the reference and nothing else", () => {
    const inReference = trained.heldOut.subarray(0, 8 * 1440);
    expect(inReference.filter((s) => !Number.isNaN(s)).length).toBe(trained.card.rows);
    expect(trained.heldOut.subarray(8 * 1440).every((s) => Number.isNaN(s))).toBe(true);
  });

  test("a new budget needs no new model: its limit from stored scores is the one training finds for it", () => {
    const wide = { alertsPerWeek: 20 };
    const anew = train({ familyId, budget: wide });
    expect(limitForBudget({ saved, time: frame.time, heldOut: trained.heldOut, reference, budget: wide }).limit).toEqual(
      anew.trained!.limit,
    );
  });
});

test("the fault is an episode that names the pressure, measured below what was expected", () => {
  const { trained } = train();
  const episodes = findEpisodes({ saved: trained!.saved, frame, score: trained!.score, limit: trained!.limit, reference });
  const during = episodes.filter((e) => e.to > 10 * day && e.from < 10 * day + 360 * minute);
  expect(during.length).toBeGreaterThan(0);
  const [episode] = during;
  expect(episode!.alertAt - 10 * day).toBeLessThan(60 * minute);
  expect(episode!.from).toBeLessThanOrEqual(episode!.alertAt);
  expect(episode!.alertAt).toBeLessThanOrEqual(episode!.to);
  const [first] = episode!.contributions;
  expect(first).toMatchObject({ tag: "pressure", unit: "bar" });
  expect(first!.measured! - first!.expected!).toBeLessThan(-0.1);
});

test("without a fault the budget is kept", () => {
  const healthy = exampleLog({ fault: false, seed: 5 });
  const { trained } = train({ frame: healthy });
  const after = findEpisodes({ saved: trained!.saved, frame: healthy, score: trained!.score, limit: trained!.limit, reference }).filter(
    (e) => e.from > 8 * day,
  );
  // Four days at one alert a week: three or more would be a chance of 2 %.
  expect(after.length).toBeLessThan(3);
});

test("several reference periods are learned from together", () => {
  const { trained } = train({
    reference: [
      { from: 0, to: 2 * day },
      { from: 4 * day, to: 6 * day },
    ],
  });
  const rows = [...trained!.heldOut.keys()].filter((i) => !Number.isNaN(trained!.heldOut[i]!));
  expect(rows.every((i) => i < 2 * 1440 || (i >= 4 * 1440 && i < 6 * 1440))).toBe(true);
});

test("a reference that is empty or too short is told in blocking findings, not thrown", () => {
  const empty = train({ reference: [{ from: 100 * day, to: 101 * day }] });
  expect(empty.trained).toBeNull();
  expect(empty.findings.map((f) => f.code)).toContain("health.reference-empty");
  const short = train({ reference: [{ from: 0, to: 20 * minute }] });
  expect(short.trained).toBeNull();
  expect(short.findings.find((f) => f.severity === "blocking")).toMatchObject({
    code: "health.too-few-rows",
    data: { rows: 16, needed: 50 },
  });
});

test("a reference of hours says that a day is not in it, and that the budget cannot be proved", () => {
  const { trained, findings } = train({ reference: [{ from: 0, to: 8 * 60 * minute }] });
  expect(trained!.limit.method).toBe("bounded");
  expect(findings.map((f) => f.code)).toEqual(["health.reference-under-a-day", "health.limit-bounded"]);
  expect(findings[1]!.data).toEqual({ asked: 1, expected: 5.3 });
});

test("the card tells what was done: rows, interval, smoothing, operating tags, components", () => {
  const { card } = train().trained!;
  expect(card.tags).toEqual(["speed", "flow", "pressure", "temperature"]);
  expect(card.features).toMatchObject({ intervalMs: minute, smoothingMs: 10 * minute, settlingMs: 30 * minute });
  expect(card.features.operating.map((o) => o.tag)).toEqual(["speed", "flow", "pressure"]);
  expect(card.facts.components).toBeGreaterThan(0);
  expect(Object.keys(card.statistics)).toEqual(["score", "T2", "SPE"]);
  expect(card.params).toEqual({ variance: 0.85 });
});

test("the family recommended is one of the registry, trained as if it had been asked for, with the drills of all", () => {
  const short = [{ from: 0, to: 5 * day }];
  const { trained, findings } = train({ familyId: "recommended", reference: short });
  const asked = train({ familyId: trained!.familyId, reference: short, drills: true }).trained!;
  expect(trained!.saved).toEqual(asked.saved);
  expect(trained!.limit).toEqual(asked.limit);
  expect(trained!.drills[0]).toEqual(asked.drills[0]);
  expect(trained!.drills.map(({ familyId }) => familyId).sort()).toEqual(quick.map(({ id }) => id).sort()); // the reference is too long for networks to be tried
  expect(findings.map(({ code }) => code).filter((code) => code.startsWith("health.recommended"))).toHaveLength(1);
  const point = trained!.drills[0]!.points.find(({ alertsPerWeek }) => alertsPerWeek === budget.alertsPerWeek)!;
  expect(point.limit).toBe(trained!.limit.value);
});

test("a model reads the tags it judges and those that tell a stop", () => {
  const setpoint = { tag: "setpoint", unit: "", values: frame.columns[0]!.values.map((v) => (v > 0 ? 5 : 0)) };
  const { saved, card } = train({ frame: { ...frame, columns: [...frame.columns, setpoint] } }).trained!;
  expect(card.features.leftOut.map((l) => l.tag)).toEqual(["setpoint"]);
  expect(card.features.operating.map((o) => o.tag)).toContain("setpoint");
  expect(card.tags).toContain("setpoint");
  expect(tagsRead(saved)).toEqual(card.tags);
});

test("training stopped at any tick throws Cancelled and nothing else", () => {
  const counting = (at: number) => {
    let ticks = 0;
    return {
      run: {
        seed: 1,
        tick: () => {
          if (ticks++ === at) throw new Cancelled();
        },
      },
      ticks: () => ticks,
    };
  };
  const whole = counting(-1);
  const small = { frame, reference: [{ from: 0, to: day }], familyId: "isolation-forest", params: { trees: 10 }, budget, drills: true };
  trainHealth(small, whole.run);
  const step = Math.max(1, Math.floor(whole.ticks() / 6));
  for (let at = 0; at < whole.ticks(); at += step) expect(() => trainHealth(small, counting(at).run)).toThrow(Cancelled);
});

test("progress never goes back and ends whole", () => {
  const shares: number[] = [];
  const short = [{ from: 0, to: 2 * day }];
  const run = { seed: 1, tick: (done: number, total: number) => void shares.push(done / total) };
  trainHealth({ frame, reference: short, familyId: "recommended", params: {}, budget }, run);
  expect(shares).toEqual([...shares].sort((a, b) => a - b));
  expect(shares.at(-1)).toBe(1);
});
