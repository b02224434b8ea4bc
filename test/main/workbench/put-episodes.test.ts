import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { HealthModel, RunChange } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import { say } from "#shared/language/index.ts";
import { changeSentences } from "#shared/language/recall-sentence.ts";
import type { FoundEpisode } from "../../../main/analysis/health/episodes.ts";
import type { Catalog } from "../../../main/store/catalog.ts";
import { ProjectStore } from "../../../main/store/project-store.ts";
import { type GivenVerdict, giveVerdict } from "../../../main/workbench/give-verdict.ts";
import { putEpisodes, recallAgain } from "../../../main/workbench/put-episodes.ts";
import { similarEpisodes } from "../../../main/workbench/similar-episodes.ts";
import { print } from "../analysis/episodes/fingerprints.ts";

let store: ProjectStore;
let catalog: Catalog;
let ids = 0;
const newId = () => `id${++ids}`;
const day = 86_400_000;
const start = Date.UTC(2025, 2, 1);

beforeEach(() => {
  store = ProjectStore.create(join(mkdtempSync(join(tmpdir(), "onepercent-episodes-")), "plant"), "plant");
  catalog = store.catalog;
  ids = 0;
});
afterEach(() => store.close());
afterEach(() => store.close());

const model = (id = "m"): HealthModel => ({
  ...{ id, assetId: "a", familyId: "pca", name: "pca", tags: [], reference: [], params: {}, seed: 1, rows: 1 },
  features: { intervalMs: 1, gapMs: 1, smoothingMs: 0, operating: [], settlingMs: 0, leftOut: [] },
  limit: { value: 0.5, alertsPerWeek: 1, expectedAlertsPerWeek: 1, method: "tail", onDelayMs: 0, offDelayMs: 0, deadband: 0 },
  ...{ statistics: {}, facts: {}, findings: [], createdAt: 0, trainedMs: 0, parents: [] },
});

/** An episode of half a day that begins on that day. */
const found = (onDay: number, off: Readonly<Record<string, number>>): FoundEpisode => {
  const from = start + onDay * day;
  return { from, to: from + day / 2, alertAt: from, peakAt: from, peakScore: 0.9, contributions: [], fingerprint: print(off) };
};
const run = (episodes: readonly FoundEpisode[], why: RunChange["why"] = "scored", of = model()): HealthModel => {
  let stored = of;
  catalog.commit(() => {
    stored = putEpisodes(catalog, catalog.healthModels.find(of.id) ?? of, episodes, { why, at: 1, newId });
  });
  return stored;
};
const judge = (at: number, given: Omit<GivenVerdict, "note">, modelId = "m") =>
  catalog.commit(() => giveVerdict(catalog, catalog.episodes.list(modelId)[at]!.id, { note: "", ...given }, { at: 2, newId }));
const list = (modelId = "m") => catalog.episodes.list(modelId);

const rinse = (onDay: number) => found(onDay, { flow: 6 });
const wear = (onDay: number) => found(onDay, { power: 5, flow: 1 });

test("verdicts change the run after them, and the run says what they changed and why", () => {
  run([wear(1), rinse(2)], "trained");
  judge(0, { verdict: "fault", cause: "seal wear" });
  judge(1, { verdict: "normal", cause: "rinsing" });
  const { lastRun } = run([wear(1), rinse(2), rinse(5), wear(8), rinse(9)]);
  expect(list().map(isAlert)).toEqual([true, false, false, true, false]);
  expect(list()[3]!.recall).toMatchObject({ cause: "seal wear", verdict: "fault" });
  expect(changeSentences(lastRun!).map(({ key, data }) => say("en", key, data))).toEqual([
    "2 episodes are quiet, because you called the one of 2025-03-03 normal (“rinsing”).",
    "1 is named “seal wear”, after the episode of 2025-03-02.",
    "2 alerts instead of 5.",
  ]);
});

test("another model of the asset knows what was judged, and a verdict goes to the event it was given on", () => {
  run([wear(1), rinse(2)], "trained");
  judge(0, { verdict: "fault", cause: "seal wear" });
  run([wear(1), wear(8)], "trained", model("n"));
  expect(list("n")[0]!.verdict).toMatchObject({ verdict: "fault", cause: "seal wear" });
  expect(list("n")[1]!.recall?.cause).toBe("seal wear");
});

test("what was taught stays when the model goes, and goes when the verdict is taken back", () => {
  run([rinse(2)], "trained");
  judge(0, { verdict: "normal" });
  catalog.commit(() => {
    catalog.healthModels.remove("m");
    catalog.episodes.removeOf("m");
  });
  run([rinse(5)], "trained", model("n"));
  expect(list("n").map(isAlert)).toEqual([false]);

  run([rinse(2), rinse(5)], "trained", model("k"));
  judge(0, { verdict: null }, "k");
  expect(catalog.lessons.list("a")).toEqual([]);
  catalog.commit(() => void recallAgain(catalog, catalog.healthModels.get("k"), 3));
  expect(list("k").map(isAlert)).toEqual([true, true]);
});

test("a limit that hides a judged episode and a later one that shows it again lose no verdict", () => {
  run([wear(1)], "trained");
  judge(0, { verdict: "fault", cause: "seal wear" });
  run([], "limit");
  run([wear(1)], "limit");
  expect(list()[0]!.verdict).toMatchObject({ verdict: "fault", cause: "seal wear" });
});

test("an unclear episode teaches nothing; a verdict of a time before lessons does from the next run on", () => {
  run([rinse(2)], "trained");
  judge(0, { verdict: "unclear" });
  expect(catalog.lessons.list("a")).toEqual([]);
  catalog.commit(() => catalog.episodes.put({ ...list()[0]!, verdict: { verdict: "normal", note: "", at: 1 } }));
  run([rinse(2), rinse(6)]);
  expect(catalog.lessons.list("a")).toHaveLength(1);
  expect(list()[1]!.recall?.quiet).toBe(true);
});

test("what a person declined stays loud in later runs, and no run counts it as a deed", () => {
  run([rinse(2), rinse(6)], "trained");
  judge(0, { verdict: "normal" });
  catalog.commit(() => catalog.episodes.put({ ...list()[1]!, recallDeclined: true }));
  run([rinse(2), rinse(6)]);
  expect(catalog.healthModels.get("m").lastRun!.lessons).toEqual([]);
  expect(isAlert(list()[1]!)).toBe(true);
});

test("the most similar episodes come first, of all models, one for each event; what only a lesson knows is among them", () => {
  run([wear(1), rinse(2), found(4, { power: 5, flow: 2 })], "trained");
  judge(0, { verdict: "fault", cause: "seal wear" });
  run([wear(1), wear(8)], "trained", model("n"));
  const [, later] = list("n");
  const similar = similarEpisodes(catalog, later!.id);
  expect(similar.map(({ from }) => (from - start) / day)).toEqual([1, 4]);
  expect(similar[0]).toMatchObject({ verdict: "fault", cause: "seal wear", alike: true });
  catalog.commit(() => {
    for (const id of ["m", "n"]) catalog.episodes.remove(list(id)[0]!.id);
  });
  expect(similarEpisodes(catalog, later!.id).find(({ cause }) => cause === "seal wear")).toMatchObject({ episodeId: null, familyId: null });
});
