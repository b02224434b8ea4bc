import { expect, test } from "vitest";
import type { Episode } from "#shared/domain/health.ts";
import { keepVerdicts } from "../../../main/workbench/keep-verdicts.ts";

const episode = (id: string, from: number, to: number, verdict?: "fault" | "normal"): Episode => ({
  id,
  modelId: "m",
  assetId: "a",
  from,
  to,
  alertAt: from,
  peakAt: from,
  peakScore: 1,
  contributions: [],
  verdict: verdict ? { verdict, note: id, at: 1 } : null,
});
const notes = (episodes: Episode[]) => episodes.map((e) => e.verdict?.note ?? null);

test("a verdict goes to the episode that overlaps it, and only to that", () => {
  expect(notes(keepVerdicts([episode("n1", 0, 5), episode("n2", 20, 30)], [episode("o", 22, 40, "fault")]))).toEqual([null, "o"]);
});

test("of two judged episodes the one that overlaps longer speaks", () => {
  const before = [episode("short", 0, 4, "normal"), episode("long", 5, 20, "fault")];
  expect(notes(keepVerdicts([episode("n", 2, 18)], before))).toEqual(["long"]);
});

test("an episode split in two keeps the verdict on both parts", () => {
  expect(notes(keepVerdicts([episode("n1", 0, 4), episode("n2", 6, 10)], [episode("o", 0, 10, "fault")]))).toEqual(["o", "o"]);
});

test("an episode with the same bounds keeps its id, judged or not", () => {
  expect(keepVerdicts([episode("n", 1, 2)], [episode("o", 1, 2)])[0]!.id).toBe("o");
});
