import { expect, test } from "vitest";
import type { Fingerprint } from "#shared/domain/fingerprint.ts";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import { type SentenceData, type SentenceKey, say as sayIn } from "#shared/language/index.ts";
import type { Language } from "#shared/language/sentence.ts";
import { differenceWords } from "../../../../renderer/views/health/difference-words.ts";
import { episodeWords } from "../../../../renderer/views/health/episode-words.ts";

const speak = (language: Language) => Object.assign((key: SentenceKey, data?: SentenceData) => sayIn(language, key, data), { language });
const from = Date.UTC(2025, 2, 4, 14, 20);
const minute = 60_000;

const episode = (rest: Partial<Episode> = {}): Episode => ({
  id: "e",
  modelId: "m",
  assetId: "a",
  from,
  to: from + 190 * minute,
  alertAt: from + 10 * minute,
  peakAt: from + 30 * minute,
  peakScore: 0.91,
  contributions: [
    { tag: "P101.discharge_pressure", unit: "bar", share: 0.6, measured: 3.1, expected: 3.5 },
    { tag: "P101.oil_temperature", unit: "degC", share: 0.3, measured: 61, expected: 58 },
    { tag: "P101.speed", unit: "rpm", share: 0.05, measured: 1480, expected: 1479 },
  ],
  verdict: null,
  ...rest,
});
const model = { features: { intervalMs: minute }, limit: { value: 0.8, offDelayMs: 15 * minute } } as unknown as HealthModel;
const later = from + 100 * 24 * 60 * minute;

test("an episode is told with its start, its length, what was off and by how much", () => {
  const [first] = episodeWords(speak("en"), episode(), model, later);
  expect(first).toBe(
    "From 14:20 on Tue 4 Mar 2025, for 3 h 10 min, P101.discharge_pressure was on average 0.4 bar below what this model expects (3.1 bar instead of 3.5 bar).",
  );
});

test("an episode that reaches the end of the log is told as going on", () => {
  const [first] = episodeWords(speak("en"), episode(), model, from + 191 * minute);
  expect(first).toMatch(/^Since 14:20 on Tue 4 Mar 2025 P101\.discharge_pressure is .* below/);
});

test("the same is told in Chinese, with the tag's own name and no English left", () => {
  const [first] = episodeWords(speak("zh"), episode(), model, later);
  expect(first).toContain("2025年3月4日周二 14:20");
  expect(first).toContain("低 0.4 bar");
  expect(first!.replace("P101.discharge_pressure", "").replaceAll("bar", "")).not.toMatch(/[A-Za-z]{3}/);
});

test("other tags are named while they have a part worth saying, a difference of °C in kelvin", () => {
  const also = episodeWords(speak("en"), episode(), model, later)[1];
  expect(also).toBe("Also: P101.oil_temperature +3 K.");
});

test("a family without an expectation is told by its tags alone", () => {
  const [first] = episodeWords(
    speak("en"),
    episode({ contributions: [{ tag: "flow", unit: "m3/h", share: 0.7, measured: 10, expected: null }] }),
    model,
    later,
  );
  expect(first).toMatch(/mostly because of flow\.$/);
  expect(first).not.toMatch(/expects|NaN|null/);
});

test("measured and expected are written with enough digits to tell them apart", () => {
  expect(differenceWords(1013.24, 1013.21, "mbar")).toMatchObject({ measured: "1,013.24 mbar", expected: "1,013.21 mbar", below: false });
});

test("a log of seconds is told to the second", () => {
  const seconds = { ...model, features: { intervalMs: 1000 } } as unknown as HealthModel;
  const [first] = episodeWords(speak("en"), episode({ to: from + 12_000 }), seconds, later);
  expect(first).toMatch(/^From 14:20:00 on Tue 4 Mar 2025, for 12 s, /);
});

const off = (tag: string, residual: number, by: readonly string[]) => ({
  tag,
  unit: "bar",
  deviation: 9,
  residual,
  measured: 3.1,
  by: [...by],
});
const fingerprint = (rest: Partial<Fingerprint> = {}): Fingerprint => ({
  ...{ tags: [], off: [off("P101.discharge_pressure", -0.5, ["P101.speed", "P101.flow"])], strength: 9, unseen: [], alikeFrom: 0.8 },
  ...rest,
});

test("an episode with a fingerprint is told against the tags that say what its tag should be, in both languages", () => {
  const told = episode({ fingerprint: fingerprint() });
  expect(episodeWords(speak("en"), told, model, later)[0]).toContain(
    "P101.discharge_pressure was on average 0.4 bar below what P101.speed and P101.flow should give (3.1 bar instead of 3.5 bar).",
  );
  expect(episodeWords(speak("zh"), told, model, later)[0]).toContain("平均比按 P101.speed 与 P101.flow 应有的值低 0.4 bar");
});

test("where the family has no expectation the fingerprint's is told", () => {
  const contributions = [{ tag: "P101.discharge_pressure", unit: "bar", share: 1, measured: 3.1, expected: null }];
  expect(episodeWords(speak("en"), episode({ contributions, fingerprint: fingerprint() }), model, later)[0]).toContain(
    "0.5 bar below what P101.speed and P101.flow should give (3.1 bar instead of 3.6 bar).",
  );
});

test("new conditions and a cause that comes and goes are said", () => {
  const unseen = [{ tag: "P101.flow", unit: "m3/h", measured: 190, from: 82, to: 175 }];
  const piece = { from, to: from + minute };
  const words = episodeWords(speak("en"), episode({ fingerprint: fingerprint({ unseen }), pieces: [piece, piece, piece] }), model, later);
  expect(words).toContain("The machine ran as the reference period never did: P101.flow at 190 m³/h (learned: 82 m³/h to 175 m³/h).");
  expect(words).toContain("It came and went: 3 stretches, told once.");
});
