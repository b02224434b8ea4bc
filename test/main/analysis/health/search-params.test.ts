import { expect, test } from "vitest";
import { Cancelled } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { healthFindings } from "#shared/language/health-findings.ts";
import { fill } from "#shared/language/sentence.ts";
import { fitPreparation, prepare } from "../../../../main/analysis/features/preparation.ts";
import { rangeRows } from "../../../../main/analysis/features/range-rows.ts";
import { proveFamily } from "../../../../main/analysis/health/prove-family.ts";
import { searchParams } from "../../../../main/analysis/health/search-params.ts";
import { trainHealth } from "../../../../main/analysis/health/train.ts";
import { pca } from "../../../../main/analysis/models/pca.ts";
import type { AnyFamily } from "../../../../main/analysis/models/registry.ts";
import { completeRows } from "../../../../main/analysis/signal/complete-rows.ts";
import { day, exampleLog } from "./example-log.ts";

const frame = exampleLog({ fault: false });
const reference = [{ from: 0, to: 9 * day }];
const { preparation } = fitPreparation(frame, reference);
const prepared = prepare(preparation, frame);
const complete = new Set(completeRows(prepared.columns.map((c) => c.values)));
const rows = rangeRows(frame.time, reference).filter((row) => complete.has(row));

/** A family whose score is worth as much as its setting says: at 0 it is blunted beyond use. */
function family(alternatives: AnyFamily["alternatives"]): AnyFamily {
  return {
    ...pca,
    alternatives: alternatives ?? [],
    fit: (train, { sharpness }: { sharpness: number }, run) => ({ sharpness, inside: pca.fit(train, { variance: 0.85 }, run) }),
    score(state, some) {
      const answer = pca.score(state.inside, some);
      if (answer.kind !== "anomaly") throw new Error("Components tell of anomalies.");
      // Rows that are off by clock time, whatever the machine does.
      const noise = some.time.map((t) => 0.5 + 0.49 * Math.sin(t / 3_456_789));
      return {
        ...answer,
        score: answer.score.map((s, i) => state.sharpness * s + (1 - state.sharpness) * (Number.isNaN(s) ? s : noise[i]!)),
      };
    },
  };
}
const wish = (of: AnyFamily, sharpness: number, alertsPerWeek = 7) => ({
  family: of,
  params: { sharpness },
  frame,
  prepared,
  preparation,
  rows,
  reference,
  budget: { alertsPerWeek },
  drills: true,
});
const searched = (of: AnyFamily, sharpness: number, alertsPerWeek = 7) => {
  const asked = wish(of, sharpness, alertsPerWeek);
  return searchParams({ wish: asked, proof: proveFamily(asked, quietRun()) }, quietRun());
};

test("a setting that catches clearly more of the drills is taken, and all that were tried are told", () => {
  const { params, proof, tried, findings } = searched(family([{ sharpness: 1 }, { sharpness: 0.1 }]), 0);
  expect(params).toEqual({ sharpness: 1 });
  expect(tried.map(({ params: p, chosen }) => [p.sharpness, chosen])).toEqual([
    [0, false],
    [1, true],
    [0.1, false],
  ]);
  expect(tried[1]!.caught).toBeGreaterThan(tried[0]!.caught + 0.05 * tried[0]!.tried);
  expect(proof.traces).toHaveLength(tried[0]!.tried);
  expect(findings.map(({ code }) => code)).toEqual([
    tried[0]!.driftDelayMs === null ? "health.settings-found-undated" : "health.settings-found",
  ]);
  const [{ code, data, message }] = findings as [(typeof findings)[number]];
  expect(fill(healthFindings[code as "health.settings-found"].en, data)).toBe(message);
});

test("settings that do not do clearly better leave the usual ones in place", () => {
  const { params, tried, findings } = searched(family([{ sharpness: 0.999 }, { sharpness: 0.998 }]), 1);
  expect(params).toEqual({ sharpness: 1 });
  expect(tried[0]!.chosen).toBe(true);
  expect(findings[0]).toMatchObject({ code: "health.settings-kept", data: { others: 2 } });
  expect(fill(healthFindings["health.settings-kept"].en, findings[0]!.data)).toBe(findings[0]!.message);
});

test("nothing is tried where the reference cannot prove the budget, or where a family has one setting only", () => {
  expect(searched(family([{ sharpness: 1 }]), 0, 0.001).tried).toEqual([]);
  expect(searched(family([]), 0).tried).toEqual([]);
  expect(searched(family([{ sharpness: 0 }]), 0).tried).toEqual([]);
});

test("the search can be stopped at any tick", () => {
  const asked = wish(family([{ sharpness: 1 }]), 0);
  const proof = proveFamily(asked, quietRun());
  for (const at of [0, 5, 50]) {
    let ticks = 0;
    const run = {
      seed: 1,
      tick: () => {
        if (ticks++ === at) throw new Cancelled();
      },
    };
    expect(() => searchParams({ wish: asked, proof }, run)).toThrow(Cancelled);
  }
});

test("a model that was trained with the search keeps what was tried, and is the model of its settings", () => {
  const asked = { frame, reference, familyId: "pca", params: {}, budget: { alertsPerWeek: 7 } };
  const { trained } = trainHealth({ ...asked, search: true }, quietRun());
  const { settingsTried, params } = trained!.card;
  expect(settingsTried!.map((one) => one.params.variance)).toEqual([0.85, 0.7, 0.95]);
  expect(settingsTried!.find((one) => one.chosen)!.params).toEqual(params);
  const again = trainHealth({ ...asked, params }, quietRun());
  expect(again.trained!.score).toEqual(trained!.score);
  expect(again.trained!.card.settingsTried).toBeUndefined();
});
