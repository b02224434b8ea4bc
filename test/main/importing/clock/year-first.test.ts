import { expect, test } from "vitest";
import { guessFormat } from "../../../../main/importing/clock/guess-format.ts";

test("behind a year in front stands the month, even where the rows would be in better order the other way round", () => {
  const texts = ["2009-03-01T00:00:00", "2009-04-01T00:00:00", "2009-02-01T00:00:00", "2009-01-01T00:00:00"];
  expect(guessFormat(texts)?.format).toBe("iso");
});

test("a day behind the year is read where no month could stand there", () => {
  expect(guessFormat(["2009-31-01 00:00", "2009-30-01 00:00", "2009-29-12 00:00"])?.format).toMatch(/^YYYY-D-M /);
});

test("points stand behind the day: the first days of months are days of months", () => {
  const { format, dayOrMonth } = guessFormat(["01.01.2024 00:00", "01.02.2024 00:00", "01.03.2024 00:00", "01.04.2024 00:00"])!;
  expect(format).toMatch(/^D\.M\./);
  expect(dayOrMonth).toBe(false);
});
