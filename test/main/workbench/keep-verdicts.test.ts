import { expect, test } from "vitest";
import type { Episode } from "#shared/domain/health.ts";
import type { Lesson } from "#shared/domain/lesson.ts";
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

const lesson = (from: number, to: number): Lesson => ({
  ...{ id: "l", assetId: "a", modelId: "gone", episodeId: "gone", from, to, peakAt: from },
  ...{ verdict: "normal", cause: "rinsing", action: "", note: "remembered", at: 1 },
  fingerprint: { tags: [], off: [], strength: 0, unseen: [], alikeFrom: 0.8 },
});

test("a normal that covers less than half of an episode does not quieten it; a fault speaks for all it touches", () => {
  const fresh = [episode("n", 0, 100)];
  expect(notes(keepVerdicts(fresh, [episode("short", 10, 30, "normal")]))).toEqual([null]);
  expect(notes(keepVerdicts(fresh, [episode("short", 10, 30, "fault")]))).toEqual(["short"]);
  expect(notes(keepVerdicts(fresh, [episode("most", 10, 70, "normal")]))).toEqual(["most"]);
});

test("a verdict returns with its episode though a limit or a model without it came between", () => {
  const [back] = keepVerdicts([episode("n", 0, 10)], [], [lesson(1, 9)]);
  expect(back!.verdict).toMatchObject({ verdict: "normal", cause: "rinsing", note: "remembered", lessonId: "l" });
  expect(notes(keepVerdicts([episode("n", 0, 100)], [], [lesson(1, 9)])), "but not on another event").toEqual([null]);
});

test("what was said not to be what it was taken for stays so", () => {
  const before = { ...episode("o", 0, 10), recallDeclined: true };
  expect(keepVerdicts([episode("n", 1, 12)], [before])[0]!.recallDeclined).toBe(true);
});
