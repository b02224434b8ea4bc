import { describe, expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { delimitedReader } from "../../../../main/importing/text/delimited-reader.ts";
import { naiveRows } from "../../../naive/importing/naive-rows.ts";
import { memorySource } from "../memory-source.ts";
import { iso, readLog } from "../read-log.ts";

const header = "time,a,b";
const minute = (k: number): string => new Date(Date.UTC(2024, 0, 1) + k * 60_000).toISOString().slice(0, 19).replace("T", " ");
const rows = (count: number, cells: (k: number) => string = (k) => `${k},${k / 2}`): string[] =>
  Array.from({ length: count }, (_, k) => `${minute(k)},${cells(k)}`);
const log = (lines: readonly string[], end = "\n"): string => lines.join(end) + end;

/** A seeded log with everything that plain logs have: ragged rows, words, blanks, long and short numbers, notes between the rows. */
function seededLog(seed: number, delimiter: string, end: string): string {
  const next = random(seed);
  const width = 1 + Math.floor(next() * 8);
  const cell = (): string => {
    const kind = next();
    if (kind < 0.05) return "";
    if (kind < 0.08) return ["Bad", "NaN", "I/O Timeout", "x1"][Math.floor(next() * 4)]!;
    if (kind < 0.3) return String(Math.floor(next() * 1e6) - 5e5);
    if (kind < 0.4) return `${(next() - 0.5) * 10 ** Math.floor(next() * 30 - 15)}`;
    if (kind < 0.45) return ` ${(next() * 100).toFixed(2)} `;
    return (next() * 200 - 100).toFixed(Math.floor(next() * 8));
  };
  const lines = [["time", ...Array.from({ length: width }, (_, k) => `tag${k}`)].join(delimiter)];
  for (let k = 0; k < 400; k++) {
    if (next() < 0.01) lines.push("logger restarted");
    if (next() < 0.01) lines.push("");
    const cells = Array.from({ length: next() < 0.03 ? Math.floor(next() * width) : width }, cell);
    lines.push([minute(k), ...cells].join(delimiter));
  }
  return lines.join(end) + end;
}

describe("a delimited log", () => {
  test("reads as the slow way reads it, for seeded logs of every delimiter and line end", async () => {
    for (let seed = 1; seed <= 60; seed++) {
      const delimiter = [",", ";", "\t", "|"][seed % 4]!;
      const text = seededLog(seed, delimiter, seed % 3 === 0 ? "\r\n" : "\n");
      const expected = naiveRows(text, delimiter);
      const columns = expected.columns.map((_, k) => ({ header: `tag${k}`, tag: `tag${k}`, unit: "", kind: "number" as const }));
      const read = await readLog(text, {
        delimiter,
        decimal: ".",
        columns: [{ header: "time", tag: "time", unit: "", kind: "time" }, ...columns],
        missing: [],
      });
      expect(read.time, `seed ${seed}`).toEqual(expected.time);
      expected.columns.forEach((values, k) => {
        expect(read.values[`tag${k}`], `seed ${seed} tag${k}`).toEqual(values);
      });
    }
  });

  test("every line is a row, rejected, empty or preamble", async () => {
    for (let seed = 100; seed < 130; seed++) {
      const text = seededLog(seed, ",", "\n");
      const { tally } = await readLog(text);
      expect(tally.preambleLines + tally.emptyLines + tally.rows + tally.rejectedLines).toBe(text.split("\n").length - 1);
      expect(tally.lines).toBe(text.split("\n").length - 1);
    }
  });

  test("a bad cell is NaN and counted with its text; an empty one is missing", async () => {
    const { values, tally } = await readLog(
      log([header, ...rows(20, (k) => (k === 3 ? "Kaputt,1" : k === 4 ? ",2" : k === 5 ? "Bad,3" : `${k},${k}`))]),
    );
    expect(values.a!.slice(2, 7)).toEqual([2, Number.NaN, Number.NaN, Number.NaN, 6]);
    expect(tally.columns[1]).toMatchObject({ valid: 17, missing: 2, unreadable: 1, first: 0, last: 19, max: 19 });
    expect(tally.columns[1]!.states).toEqual(
      expect.arrayContaining([
        { text: "Kaputt", count: 1 },
        { text: "Bad", count: 1 },
      ]),
    );
  });

  test("zero stays zero", async () => {
    const { values } = await readLog(log([header, ...rows(5, () => "0,0.000")]));
    expect(values.a).toEqual([0, 0, 0, 0, 0]);
    expect(values.b).toEqual([0, 0, 0, 0, 0]);
  });

  test("a line whose time cannot be read is rejected with its number and text", async () => {
    const { rejected, time } = await readLog(log([header, ...rows(10), "Total,45,22.5"]));
    expect(time).toHaveLength(10);
    expect(rejected).toEqual([{ source: 0, line: 12, reason: "time-unreadable", text: "Total,45,22.5" }]);
  });

  test("a line with more cells than columns is rejected: nobody knows which cell is one too many", async () => {
    const { rejected, time } = await readLog(log([header, ...rows(10), `${minute(10)},1,2,3`]));
    expect(time).toHaveLength(10);
    expect(rejected[0]).toMatchObject({ line: 12, reason: "more-cells" });
  });

  test("a half-written last line gives its whole cells and not the one at the cut", async () => {
    const { values, codes } = await readLog(`${log([header, ...rows(10)])}${minute(10)},12`);
    expect(values.a!.at(-1)).toBeNaN();
    expect(values.a).toHaveLength(11);
    expect(codes).toContain("import.cut-line");
  });

  test("a last line cut in its time is rejected", async () => {
    const { time, rejected } = await readLog(`${log([header, ...rows(10)])}2024-01-01 00:1`);
    expect(time).toHaveLength(10);
    expect(rejected).toMatchObject([{ reason: "cut-off", line: 12 }]);
  });

  test("a whole last line needs no line end", async () => {
    const { values, codes } = await readLog(log([header, ...rows(10)]).trimEnd());
    expect(values.b!.at(-1)).toBe(4.5);
    expect(codes).not.toContain("import.cut-line");
  });

  test.each(["\n", "\r\n", "\r", "\r\r\n"])("line ends %j", async (end) => {
    const { values, rejected } = await readLog(log([header, ...rows(10)], end));
    expect(values.b).toEqual([0, 0.5, 1, 1.5, 2, 2.5, 3, 3.5, 4, 4.5]);
    expect(rejected).toEqual([]);
  });

  test("quotes hold delimiters, doubled quotes and line ends", async () => {
    const { values, tally } = await readLog(
      log(["time,a,note", ...rows(10, (k) => `"${k}","he said ""${k}"", ok"`), `${minute(10)},10,"two\nlines"`]),
    );
    expect(values.a).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(tally.columns[2]!.states[0]).toEqual({ text: 'he said "0", ok', count: 1 });
    expect(tally.rejectedLines).toBe(0);
  });

  test("a stray quote costs its own cell and not the rest of the file", async () => {
    const { values } = await readLog(log([header, ...rows(10, (k) => (k === 4 ? `"4,5` : `${k},${k}`))]));
    expect(values.b).toEqual([0, 1, 2, 3, 5, 5, 6, 7, 8, 9]);
    expect(values.a![4]).toBeNaN();
  });

  test("lines that a spreadsheet wrapped whole are unwrapped", async () => {
    const { values, codes } = await readLog(log([`"${header}"`, ...rows(10).map((row) => `"${row}"`)]));
    expect(values.b![9]).toBe(4.5);
    expect(codes).toContain("import.wrapped-lines");
  });

  test("a byte order mark at every line does no harm", async () => {
    const { time } = await readLog(log([header, ...rows(10)]).replaceAll(/^/gm, "\ufeff"));
    expect(time).toHaveLength(10);
  });

  test("a log longer than a block reads the same as its short beginning", async () => {
    const count = 60_000;
    const text = log([header, ...rows(count, (k) => `${k}.125,${"9".repeat(k % 13)}1`)]);
    expect(text.length).toBeGreaterThan(2 << 20);
    const { time, values } = await readLog(text);
    expect(time).toHaveLength(count);
    for (const k of [0, 1, 16_383, 16_384, 31_000, count - 1]) {
      expect(iso(time[k])).toBe(`${minute(k).replace(" ", "T")}.000Z`);
      expect(values.a![k]).toBe(k + 0.125);
      expect(values.b![k]).toBe(Number(`${"9".repeat(k % 13)}1`));
    }
  });

  test("frames hold at most 65,536 rows and keep the order of the file", async () => {
    const source = memorySource(log(["time,a", ...rows(150_000, (k) => String(k))]));
    const { plan } = await delimitedReader.describe(source);
    const sizes: number[] = [];
    let expected = 0;
    for await (const { frame } of delimitedReader.read([source], plan, quietRun()).parts()) {
      sizes.push(frame.time.length);
      for (const v of frame.columns[0]!.values) expect(v).toBe(expected++);
    }
    expect(Math.max(...sizes)).toBeLessThanOrEqual(65_536);
    expect(expected).toBe(150_000);
  });

  test("cancelling stops the reading", async () => {
    const source = memorySource(log([header, ...rows(1000)]));
    const { plan } = await delimitedReader.describe(source);
    const reading = delimitedReader.read([source], plan, {
      seed: 1,
      tick() {
        throw new Error("stop");
      },
    });
    await expect(async () => {
      for await (const _ of reading.parts());
    }).rejects.toThrow("stop");
  });

  test("several files of one series are one log; lines are counted in each", async () => {
    const first = memorySource(log([header, ...rows(5)]), "a.csv");
    const second = memorySource(log([header, `${minute(5)},5,5`, "note"]), "b.csv");
    const { plan } = await delimitedReader.describe(first);
    const reading = delimitedReader.read([first, second], plan, quietRun());
    const rejected = [];
    let count = 0;
    for await (const part of reading.parts()) {
      count += part.frame.time.length;
      rejected.push(...part.rejected);
    }
    expect(count).toBe(6);
    expect(rejected).toMatchObject([{ source: 1, line: 3 }]);
    expect(reading.tally()).toMatchObject({ preambleLines: 2, rows: 6, lines: 9 });
  });

  test("rows that stand before an earlier time are counted", async () => {
    const mixed = rows(10);
    [mixed[3], mixed[4]] = [mixed[4]!, mixed[3]!];
    const { tally } = await readLog(log([header, ...mixed]));
    expect(tally.outOfOrder).toBe(1);
  });
});
