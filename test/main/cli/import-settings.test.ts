import { describe, expect, it } from "vitest";
import type { TextPlan } from "#shared/domain/importing.ts";
import { UsageError } from "../../../main/cli/frame/usage-error.ts";
import { readSettings, withLayout, withMeaning } from "../../../main/cli/steps/import-settings.ts";

const plan: TextPlan = {
  encoding: "utf-8",
  delimiter: ",",
  decimal: ".",
  headerLine: 1,
  unitsLine: null,
  dataLine: 2,
  columns: [
    { header: "Date", tag: "Date", unit: "", kind: "time" },
    { header: "Time", tag: "Time", unit: "", kind: "text" },
    { header: "Flow (m3/h)", tag: "Flow", unit: "m3/h", kind: "number" },
  ],
  clock: { source: "columns", columns: [0], format: "iso" },
  zone: "UTC",
  missing: ["nan"],
  duplicates: "first",
};
const meaning = (...typed: string[]) => withMeaning(plan, readSettings(typed));
const layout = (...typed: string[]) => withLayout(plan, readSettings(typed));

describe("a setting of an import", () => {
  it("is divided at its first equals sign", () => {
    expect(readSettings(["tag:Flow=a=b"])).toEqual({ "tag:Flow": "a=b" });
  });

  it("says where cells begin and end", () => {
    expect(layout("delimiter=tab", "decimal=,", "encoding=gbk", "header-line=none", "data-line=5")).toMatchObject({
      delimiter: "\t",
      decimal: ",",
      encoding: "gb18030",
      headerLine: null,
      dataLine: 5,
    });
  });

  it("names a column by its tag, its header or its number", () => {
    for (const name of ["Flow", "Flow (m3/h)", "3"]) expect(meaning(`unit:${name}=l/s`).columns[2]?.unit).toBe("l/s");
  });

  it("finds a column by the name it had, whatever another setting renames it to", () => {
    const { columns } = meaning("tag:Flow=FT1", "unit:Flow=l/s");
    expect(columns[2]).toMatchObject({ tag: "FT1", unit: "l/s" });
  });

  it("makes a clock of several columns, and a time column of no more", () => {
    const changed = meaning("time-columns=Date+Time", "time-format=DD.MM.YYYY HH:mm");
    expect(changed.clock).toEqual({ source: "columns", columns: [0, 1], format: "DD.MM.YYYY HH:mm" });
    expect(changed.columns.map(({ kind }) => kind)).toEqual(["time", "time", "number"]);
    expect(meaning("time-columns=Time").columns.map(({ kind }) => kind)).toEqual(["skip", "time", "number"]);
  });

  it("gives rows without a time a start and a step", () => {
    expect(meaning("start=2025-01-01", "step=0.5").clock).toEqual({ source: "rate", start: Date.UTC(2025, 0, 1), stepMs: 500 });
  });

  it("adds words for missing samples to those known", () => {
    expect(meaning("missing=-9999,bad").missing).toEqual(["nan", "-9999", "bad"]);
  });

  it.each(["colour=red", "unit:Pressure=bar", "kind:Flow=colour", "duplicates=all", "step=0", "start=yesterday"])(
    "%s is wrong usage",
    (typed) => {
      expect(() => meaning(typed)).toThrow(UsageError);
    },
  );

  it.each(["encoding=klingon", "delimiter=ab", "decimal=;", "header-line=0", "data-line=none"])(
    "%s is wrong usage of the layout",
    (typed) => {
      expect(() => layout(typed)).toThrow(UsageError);
    },
  );
});
