import { expect, test } from "vitest";
import { timeInWords } from "../../../../renderer/views/import/time-in-words.ts";

const at = Date.UTC(2024, 2, 12, 13, 5);

test("day and month cannot be taken for each other", () => {
  expect(timeInWords(at, "UTC", "en")).toMatch(/Tuesday,? 12 March 2024/);
  expect(timeInWords(at, "UTC", "zh")).toContain("2024年3月12日星期二");
});

test("the clock is that of the log", () => {
  expect(timeInWords(at, "+08:00", "en")).toContain("21:05:00");
  expect(timeInWords(at, "Europe/Berlin", "en")).toContain("14:05:00");
});

test("a zone that is still being typed does not break the preview", () => {
  expect(timeInWords(at, "Europe/Ber", "en")).toContain("13:05:00");
});
