import { expect, test } from "vitest";
import type { RegimePlan } from "#shared/domain/regime.ts";
import { edgesOf, includeRegime, mergeRegimes, moveEdge, renameRegime } from "#shared/domain/regime-edit.ts";
import { bandWords } from "#shared/units/band-words.ts";

const speed = (from: number | null, to: number | null) => ({ tag: "speed", unit: "Hz", from, to });
const plan: RegimePlan = {
  tags: ["speed"],
  regimes: [
    { id: "off", kind: "off", name: "", cells: [], included: false },
    { id: "low", kind: "band", name: "", cells: [[speed(null, 30)]], included: true },
    { id: "middle", kind: "band", name: "", cells: [[speed(30, 40)]], included: true },
    { id: "high", kind: "band", name: "", cells: [[speed(40, null)]], included: true },
  ],
};
const words = (changed: RegimePlan) => changed.regimes.filter(({ kind }) => kind === "band").map((regime) => bandWords(regime, changed));

test("a boundary moves for both regimes beside it, and never past its neighbours", () => {
  expect(edgesOf(plan, "speed")).toEqual([30, 40]);
  expect(words(moveEdge(plan, "speed", 30, 35))).toEqual(["< 35 Hz", "35–40 Hz", "≥ 40 Hz"]);
  expect(moveEdge(plan, "speed", 30, 40)).toBe(plan);
  expect(moveEdge(plan, "speed", 30, Number.NaN)).toBe(plan);
});

test("regimes that touch become one stretch, others stay two under one name", () => {
  expect(words(mergeRegimes(plan, "low", "middle"))).toEqual(["< 40 Hz", "≥ 40 Hz"]);
  expect(words(mergeRegimes(plan, "high", "middle"))).toEqual(["< 30 Hz", "≥ 30 Hz"]);
  expect(words(mergeRegimes(plan, "low", "high"))).toEqual(["< 30 Hz / ≥ 40 Hz", "30–40 Hz"]);
});

test("a regime takes a person's name and can be left out; a machine that stands is never included", () => {
  expect(renameRegime(plan, "low", " idle ").regimes[1]!.name).toBe("idle");
  expect(includeRegime(plan, "high", false).regimes[3]!.included).toBe(false);
  expect(includeRegime(plan, "off", true).regimes[0]!.included).toBe(false);
});
