import { describe, expect, test } from "vitest";
import { ImportProfile, withProfile } from "#shared/domain/import-profile.ts";
import type { TextPlan } from "#shared/domain/importing.ts";

const guess: TextPlan = {
  encoding: "utf-8",
  delimiter: ";",
  decimal: ",",
  headerLine: 5,
  unitsLine: 6,
  dataLine: 7,
  columns: [
    { header: "Zeit", tag: "Zeit", unit: "", kind: "time" },
    { header: "P1", tag: "P1", unit: "bar", kind: "number" },
    { header: "Reserve", tag: "Reserve", unit: "", kind: "text" },
  ],
  clock: { source: "columns", columns: [0], format: "MM/DD/YYYY HH:mm", start: 1000 },
  zone: "UTC",
  missing: ["nan"],
  duplicates: "first",
};
const agreed: TextPlan = {
  ...guess,
  columns: guess.columns.map((column) => (column.header === "P1" ? { ...column, tag: "outlet", unit: "kPa" } : column)),
  clock: { source: "columns", columns: [0], format: "DD/MM/YYYY HH:mm", start: 1000 },
  zone: "Europe/Berlin",
  missing: ["nan", "kaputt"],
};

describe("agreed settings, for another file of the shape", () => {
  test("names, units, the clock's format and zone are the agreed ones, whatever this file looked like", () => {
    const read = withProfile({ guess, plan: agreed }, { ...guess, decimal: "." });
    expect(read).toMatchObject({ decimal: ",", zone: "Europe/Berlin", clock: { format: "DD/MM/YYYY HH:mm" } });
    expect(read.columns[1]).toMatchObject({ tag: "outlet", unit: "kPa" });
  });

  test("a longer preamble moves the lines of names and data along, unless a person had set them", () => {
    const longer: TextPlan = { ...guess, headerLine: 9, unitsLine: 10, dataLine: 11 };
    expect(withProfile({ guess, plan: agreed }, longer)).toMatchObject({ headerLine: 9, unitsLine: 10, dataLine: 11 });
    expect(withProfile({ guess, plan: { ...agreed, dataLine: 8 } }, longer)).toMatchObject({ headerLine: 5, dataLine: 8 });
  });

  test("the start that the file itself tells is the file's own, one that a person typed stays", () => {
    const later: TextPlan = { ...guess, clock: { ...guess.clock, start: 5000 } };
    expect(withProfile({ guess, plan: agreed }, later).clock.start).toBe(5000);
    const typed: TextPlan = { ...agreed, clock: { ...agreed.clock, start: 77 } };
    expect(withProfile({ guess, plan: typed }, later).clock.start).toBe(77);
  });

  test("words found in this file join the agreed ones; a word that was taken out stays out", () => {
    const found: TextPlan = { ...guess, missing: ["nan", "-9999"] };
    expect(withProfile({ guess, plan: agreed }, found).missing).toEqual(["nan", "kaputt", "-9999"]);
    expect(withProfile({ guess, plan: { ...agreed, missing: [] } }, found).missing).toEqual(["-9999"]);
  });

  test("a column that held nothing in the agreed file and numbers in this one is read as numbers", () => {
    const filled: TextPlan = { ...guess, columns: guess.columns.map((c) => (c.header === "Reserve" ? { ...c, kind: "number" } : c)) };
    expect(withProfile({ guess, plan: agreed }, filled).columns[2]?.kind).toBe("number");
    const left: TextPlan = { ...agreed, columns: agreed.columns.map((c) => (c.header === "Reserve" ? { ...c, kind: "skip" } : c)) };
    expect(withProfile({ guess, plan: left }, filled).columns[2]?.kind).toBe("skip");
  });

  test("a profile comes back from its file as it was", () => {
    const profile: ImportProfile = { name: "WinCC", savedAt: 1, guess, plan: agreed, asset: null };
    expect(ImportProfile.parse(JSON.parse(JSON.stringify(profile)))).toEqual(profile);
  });
});
