import { expect, test } from "vitest";
import { say, sayCoded, sentences } from "#shared/language/index.ts";

const places = (text: string): string[] => [...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1]!).sort();

test("every sentence exists in both languages and says the same values in both", () => {
  for (const [key, sentence] of Object.entries(sentences)) {
    expect(sentence.en, key).not.toBe("");
    expect(sentence.zh, key).not.toBe("");
    expect([...new Set(places(sentence.zh))], key).toEqual([...new Set(places(sentence.en))]);
  }
});

test("numbers in a sentence are written as everywhere else", () => {
  expect(say("en", "import-view.rows")).toBe("rows");
  expect(say("en", "explore.tags.shown", { shown: 3, all: 12000 })).toBe("3 of 12,000 shown");
});

test("a finding is worded by its code in Chinese, and keeps its own sentence where the code is unknown", () => {
  const known = { code: "import.gaps", message: "The log has 2 gaps; the longest lasts 3 h.", data: { gaps: 2, longest: "3 h" } };
  expect(sayCoded("en", known)).toBe(known.message);
  expect(sayCoded("zh", known)).toContain("2");
  expect(sayCoded("zh", known)).not.toBe(known.message);
  expect(sayCoded("zh", { code: "no.such-code", message: "Something.", data: {} })).toBe("Something.");
});
