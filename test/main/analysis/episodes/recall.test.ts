import { expect, test } from "vitest";
import type { Lesson } from "#shared/domain/lesson.ts";
import { recall } from "../../../../main/analysis/episodes/recall.ts";
import { print } from "./fingerprints.ts";

const lesson = (id: string, verdict: Lesson["verdict"], off: Record<string, number>): Lesson => ({
  ...{ id, assetId: "a", modelId: "m", episodeId: "e", from: 0, to: 100, peakAt: 0, action: "", note: "", at: 7 },
  ...{ verdict, cause: id, fingerprint: print(off) },
});
const episode = (off: Record<string, number>, length = 100) => ({ from: 1000, to: 1000 + length, fingerprint: print(off) });
const rinse = lesson("rinse", "normal", { flow: 6 });
const wear = lesson("seal wear", "fault", { power: 5, flow: 1 });
const sensor = lesson("TI-12", "sensor", { hall: -9 });
const lessons = [rinse, wear, sensor];

test("a confirmed fault is named when it returns, from one example, and stays loud", () =>
  expect(recall(episode({ power: 20, flow: 5 }), lessons)).toMatchObject({ cause: "seal wear", verdict: "fault", quiet: false }));

test("a confirmed normal shape is quiet", () =>
  expect(recall(episode({ flow: 7 }), lessons)).toMatchObject({ lessonId: "rinse", quiet: true }));

test("a sensor that did it before is named again", () => expect(recall(episode({ hall: -3 }), lessons)).toMatchObject({ cause: "TI-12" }));

test("what is clearly stronger than the confirmed normal one is loud, and says so", () =>
  expect(recall(episode({ flow: 9.1 }), lessons)).toMatchObject({ quiet: false, loudBecause: "stronger" }));

test("what lasts clearly longer is loud, and says so", () =>
  expect(recall(episode({ flow: 6 }, 301), lessons)).toMatchObject({ quiet: false, loudBecause: "longer" }));

test("the other direction is not recalled at all", () => expect(recall(episode({ flow: -6 }), lessons)).toBeUndefined());

test("what is also like something that was not normal is loud", () => {
  const disputed = [rinse, lesson("blocked filter", "fault", { flow: 6, power: 2 })];
  expect(recall(episode({ flow: 6, power: 0.5 }), disputed)).toMatchObject({ quiet: false, loudBecause: "disputed" });
});

test("what is unlike everything, or cannot be compared, recalls nothing", () => {
  expect(recall(episode({ load: 9 }), lessons)).toBeUndefined();
  expect(recall({ from: 0, to: 1 }, lessons)).toBeUndefined();
  expect(recall(episode({ flow: 6 }), [])).toBeUndefined();
});

test("of two lessons that are alike the more similar one speaks", () => {
  const both = [lesson("far", "fault", { power: 5, flow: 3 }), lesson("near", "fault", { power: 5, flow: 1 })];
  expect(recall(episode({ power: 10, flow: 2 }), both)?.cause).toBe("near");
});
