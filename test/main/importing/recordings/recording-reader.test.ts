import { describe, expect, test } from "vitest";
import type { RecordingPlan } from "#shared/domain/importing.ts";
import { toProblem } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { numberTime } from "../../../../main/importing/clock/number-time.ts";
import { defaultStart } from "../../../../main/importing/clock/row-clock.ts";
import { timeReader } from "../../../../main/importing/clock/time-reader.ts";
import type { RecordedTable, Recording } from "../../../../main/importing/recordings/recording.ts";
import { recordingReader } from "../../../../main/importing/recordings/recording-reader.ts";
import { memorySource } from "../memory-source.ts";
import { openAndRead, readRecording } from "./read-recording.ts";

const start = Date.UTC(2024, 5, 1, 12);

/** A table of given columns; `asked` tells which channels were ever read. */
function tableOf(
  columns: Record<string, ArrayLike<number>>,
  clock: RecordedTable["clock"],
  asked = new Set<string>(),
  name = "",
): RecordedTable {
  const names = Object.keys(columns);
  const rows = columns[names[0]!]!.length;
  const reused = names.map(() => new Float64Array(65_536));
  return {
    name,
    rows,
    clock,
    channels: names.map((each) => ({ name: each, unit: "g" })),
    async read(from, count, wanted) {
      return names.map((each, k) => {
        if (!wanted[k]) return null;
        asked.add(each);
        const into = reused[k]!.subarray(0, count);
        for (let i = 0; i < count; i++) into[i] = columns[each]![from + i]!;
        return into;
      });
    },
  };
}

const recordingOf = (tables: RecordedTable[], more: Partial<Recording> = {}): Recording => ({ tables, facts: {}, findings: [], ...more });

/** A reader whose files are the recordings given by their names. */
const readerOf = (recordings: Record<string, Recording>) =>
  recordingReader(
    "test",
    () => 1,
    async (source) => recordings[source.name]!,
  );
const fileOf = (name: string, bytes = 100) => memorySource(new Uint8Array(bytes), name);
const rate = (stepMs: number, from: number | null = start) => ({ source: "rate", start: from, stepMs }) as const;

async function readOne(recording: Recording, change: Partial<RecordingPlan> = {}) {
  const reader = readerOf({ a: recording });
  const { plan } = await reader.describe(fileOf("a"));
  return readRecording(reader, [fileOf("a")], { ...plan, ...change });
}

describe("a recording at a rate", () => {
  test("has row k at its start plus k steps", async () => {
    const { time, values } = await readOne(recordingOf([tableOf({ x: [1, 2, 3] }, rate(0.5))]));
    expect(time).toEqual([start, start + 0.5, start + 1]);
    expect(values).toEqual({ x: [1, 2, 3] });
  });

  test("is read whole over many parts, whatever their length", async () => {
    const rows = 150_001;
    const x = Float64Array.from({ length: rows }, (_, i) => i * 2);
    const { time, values, tally } = await readOne(recordingOf([tableOf({ x }, rate(1 / 44.1))]));
    expect(values.x).toEqual([...x]);
    expect(time[rows - 1]).toBe(start + (rows - 1) / 44.1);
    expect(tally).toMatchObject({ rows, lines: rows, firstTime: start, outOfOrder: 0 });
    expect(tally.columns[0]).toMatchObject({ valid: rows, min: 0, max: 2 * (rows - 1), mean: rows - 1, first: 0 });
  });

  test("without a date begins at the default start, and that is told", async () => {
    const { time, codes } = await openAndRead(readerOf({ a: recordingOf([tableOf({ x: [1] }, rate(1, null))]) }), fileOf("a"));
    expect(time).toEqual([defaultStart]);
    expect(codes).toContain("import.no-date");
  });

  test("without a rate has a row a second, and that is told", async () => {
    const { time, codes } = await openAndRead(readerOf({ a: recordingOf([tableOf({ x: [1, 2] }, rate(0))]) }), fileOf("a"));
    expect(time).toEqual([start, start + 1000]);
    expect(codes).toContain("import.no-rate");
  });

  test("faster than the microseconds of stored times says so", async () => {
    const codes = async (stepMs: number) =>
      (await openAndRead(readerOf({ a: recordingOf([tableOf({ x: [1] }, rate(stepMs))]) }), fileOf("a"))).codes;
    expect(await codes(0.0005)).toContain("import.finer-than-clock");
    expect(await codes(0.001)).not.toContain("import.finer-than-clock");
  });

  test("of a wall clock begins as the zone of the plan says", async () => {
    const recording = recordingOf([tableOf({ x: [1] }, rate(1))], { zone: null });
    expect((await readOne(recording)).time).toEqual([start]);
    expect((await readOne(recording, { zone: "Europe/Berlin" })).time).toEqual([start - 2 * 3_600_000]);
  });

  test("whose file names its zone begins at the same instant as its start says", async () => {
    const recording = recordingOf([tableOf({ x: [1] }, rate(1))], { zone: "+08:00" });
    const reader = readerOf({ a: recording });
    const { plan } = await reader.describe(fileOf("a"));
    expect(plan).toMatchObject({ zone: "+08:00", clock: { start: start + 8 * 3_600_000 } });
    expect((await readRecording(reader, [fileOf("a")], plan)).time).toEqual([start]);
  });
});

describe("several files of one series", () => {
  const at = (...starts: (number | null)[]) =>
    Object.fromEntries(starts.map((from, k) => [String(k), recordingOf([tableOf({ x: [k, k] }, rate(10, from))])]));
  const readAll = async (recordings: Record<string, Recording>, change: Partial<RecordingPlan> = {}) => {
    const reader = readerOf(recordings);
    const files = Object.keys(recordings).map((name) => fileOf(name));
    const { plan } = await reader.describe(files[0]!);
    return readRecording(reader, files, { ...plan, ...change });
  };

  test("begin each at its own start", async () => {
    expect((await readAll(at(start, start + 500))).time).toEqual([start, start + 10, start + 500, start + 510]);
  });

  test("lie end to end where they have none", async () => {
    expect((await readAll(at(null, null))).time).toEqual([0, 10, 20, 30].map((ms) => defaultStart + ms));
  });

  test("are all moved by what was corrected of the first one's start", async () => {
    const clock = { source: "rate", start: start + 3_600_000, stepMs: 10 } as const;
    expect((await readAll(at(start, start + 500), { clock })).time[2]).toBe(start + 3_600_500);
  });

  test("that stand in another order are counted as out of order", async () => {
    expect((await readAll(at(start, start - 500))).tally.outOfOrder).toBe(2);
  });

  test("with a counter that runs on keep its start; one that begins again goes on behind the last row", async () => {
    const series = (second: number[]) => ({
      0: recordingOf([tableOf({ t: [0, 1, 2], x: [1, 2, 3] }, { source: "channel", channel: 0, format: "elapsed-s", start: null })]),
      1: recordingOf([tableOf({ t: second, x: [4, 5, 6] }, { source: "channel", channel: 0, format: "elapsed-s", start: null })]),
    });
    const seconds = async (second: number[]) => (await readAll(series(second))).time.map((ms) => (ms - defaultStart) / 1000);
    expect(await seconds([3, 4, 5])).toEqual([0, 1, 2, 3, 4, 5]);
    expect(await seconds([0, 1, 2])).toEqual([0, 1, 2, 3, 4, 5]);
  });

  test("tell of the damage to any of them when they were read, and of what is worth a note of the later ones", async () => {
    const told = (code: string, severity: "note" | "warning") => ({ code, severity, message: code, data: {} });
    const damaged = (k: number) =>
      recordingOf([tableOf({ x: [1] }, rate(1))], { findings: [told(`note-${k}`, "note"), told(`damage-${k}`, "warning")] });
    const { tally } = await readAll({ 0: damaged(0), 1: damaged(1) });
    expect(tally.findings.map((f) => f.code)).toEqual(["damage-0", "note-1", "damage-1"]);
  });

  test("that lack a channel of the plan are refused with the file's name", async () => {
    const recordings = { 0: recordingOf([tableOf({ x: [1] }, rate(1))]), 1: recordingOf([tableOf({ y: [1] }, rate(1))]) };
    const error = await readAll(recordings).catch(toProblem);
    expect(error).toMatchObject({ code: "import.channels-differ", data: { file: "1" } });
  });
});

describe("a clock channel", () => {
  test.each([
    ["epoch-s", 1_000_000_000.5, "2001-09-09T01:46:40.500Z"],
    ["epoch-ms", 1_000_000_000_500, "2001-09-09T01:46:40.500Z"],
    ["epoch-us", 1_000_000_000_500_000, "2001-09-09T01:46:40.500Z"],
    ["epoch-ns", 1_000_000_000_500_000_000, "2001-09-09T01:46:40.500Z"],
    ["excel-day", 36_526.25, "2000-01-01T06:00:00.000Z"], // 1 January 2000 is day 36,526 of a spreadsheet
    ["elapsed-ms", 1500, "1970-01-01T00:00:01.500Z"],
    ["elapsed-s", 1.5, "1970-01-01T00:00:01.500Z"],
    ["elapsed-min", 1.5, "1970-01-01T00:01:30.000Z"],
    ["elapsed-h", 1.5, "1970-01-01T01:30:00.000Z"],
    ["elapsed-d", 1.5, "1970-01-02T12:00:00.000Z"],
  ])("%s %d is %s, in a recording as in text", (format, value, instant) => {
    const text = Buffer.from(String(value));
    expect(new Date(numberTime(format)!.toMs(value)).toISOString()).toBe(instant);
    expect(new Date(timeReader(format, ".", 0).read(text, 0, text.length)).toISOString()).toBe(instant);
  });

  test("is no column of the frame but has figures of its own", async () => {
    const table = tableOf({ t: [10, 11], x: [1, 2] }, { source: "channel", channel: 0, format: "epoch-s", start: null });
    const { time, values, tally } = await readOne(recordingOf([table]));
    expect(time).toEqual([10_000, 11_000]);
    expect(values).toEqual({ x: [1, 2] });
    expect(tally.columns[0]).toMatchObject({ kind: "time", valid: 2, first: 10, last: 11 });
  });

  test("without a number makes a rejected row; with nothing beside it, an empty one", async () => {
    const none = Number.NaN;
    const table = tableOf({ t: [0, none, 2, none], x: [1, 2, 3, none] }, { source: "channel", channel: 0, format: "epoch-s", start: null });
    const { time, values, rejected, tally } = await readOne(recordingOf([table]));
    expect(time).toEqual([0, 2000]);
    expect(values.x).toEqual([1, 3]);
    expect(rejected).toEqual([{ source: 0, line: 2, reason: "time-unreadable", text: "\t2" }]);
    expect(tally).toMatchObject({ rows: 2, rejectedLines: 1, emptyLines: 1, lines: 4 });
  });

  test("of spreadsheet days is on the zone's clock", async () => {
    const table = tableOf({ t: [45_444.5], x: [1] }, { source: "channel", channel: 0, format: "excel-day", start: null });
    expect((await readOne(recordingOf([table]), { zone: "+02:00" })).time).toEqual([start - 2 * 3_600_000]);
  });

  test("read by a format of text is refused", async () => {
    const table = tableOf({ t: [1], x: [1] }, { source: "channel", channel: 0, format: "epoch-s", start: null });
    const clock = { source: "columns" as const, columns: [0], format: "YYYY-MM-DD" } satisfies RecordingPlan["clock"];
    await expect(readOne(recordingOf([table]), { clock })).rejects.toMatchObject({ problem: { code: "import.format-unknown" } });
  });
});

describe("values", () => {
  test("that the plan calls missing are NaN and counted under their number; Infinity is unreadable; zero stays", async () => {
    const table = tableOf({ x: [0, -9999, Number.NaN, Number.POSITIVE_INFINITY, 4] }, rate(1));
    const { values, tally } = await readOne(recordingOf([table]), { missing: ["-9999.0"] });
    expect(values.x).toEqual([0, Number.NaN, Number.NaN, Number.NaN, 4]);
    expect(tally.columns[0]).toMatchObject({ valid: 2, missing: 2, unreadable: 1, first: 0, last: 4, mean: 2 });
    expect(tally.columns[0]!.states).toEqual([
      { text: "-9999", count: 1 },
      { text: "Infinity", count: 1 },
    ]);
  });

  test("of columns left out are not even read", async () => {
    const asked = new Set<string>();
    const recording = recordingOf([tableOf({ x: [1], y: [2] }, rate(1), asked)]);
    const reader = readerOf({ a: recording });
    const { plan } = await reader.describe(fileOf("a"));
    const columns = plan.columns.map((c) => (c.tag === "x" ? { ...c, kind: "skip" as const } : c));
    const { values } = await readRecording(reader, [fileOf("a")], { ...plan, columns });
    expect(values).toEqual({ y: [2] });
    expect([...asked]).toEqual(["y"]);
  });

  test("of a frame whose memory was not given back stay as they are", async () => {
    const x = Float64Array.from({ length: 200_000 }, (_, i) => i);
    const reader = readerOf({ a: recordingOf([tableOf({ x }, rate(1))]) });
    const { plan } = await reader.describe(fileOf("a"));
    const parts = [];
    for await (const part of reader.read([fileOf("a")], plan, quietRun()).parts()) parts.push(part);
    expect(parts.flatMap(({ frame }) => [...frame.columns[0]!.values])).toEqual([...x]);
  });
});

describe("describing", () => {
  test("puts the table with the most samples first and the others beside it", async () => {
    const small = tableOf({ x: [1, 2] }, rate(1), new Set(), "small");
    const large = tableOf({ x: [1, 2], y: [1, 2] }, rate(1), new Set(), "large");
    const described = await readerOf({ a: recordingOf([small, large]) }).describe(fileOf("a"));
    expect(described.plan.table).toBe("large");
    expect(described.beside.map(({ table }) => table)).toEqual(["small"]);
    expect(described).toMatchObject({ rows: 2, besideRows: [2] });
    expect(described.findings.map((f) => f.code)).toContain("import.more-tables");
  });

  test("tells tables of one name apart, and reads the one that was meant", async () => {
    const tables = [tableOf({ x: [1, 2] }, rate(1), new Set(), "run"), tableOf({ x: [7] }, rate(1), new Set(), "run")];
    const reader = readerOf({ a: recordingOf(tables) });
    const { plan, beside } = await reader.describe(fileOf("a"));
    expect([plan.table, beside[0]!.table]).toEqual(["run", "run_2"]);
    expect((await readRecording(reader, [fileOf("a")], beside[0]!)).values).toEqual({ x: [7] });
  });

  test("gives channels of one name tags of their own and a channel without a name its number", async () => {
    const table: RecordedTable = {
      ...tableOf({ a: [1] }, rate(1)),
      channels: ["Vib", "Vib", "", "Vib_2"].map((name) => ({ name, unit: "" })),
      read: async () => [],
    };
    const { plan, findings } = await readerOf({ a: recordingOf([table]) }).describe(fileOf("a"));
    expect(plan.columns.map((c) => c.tag)).toEqual(["Vib", "Vib_2", "channel_3", "Vib_2_2"]);
    expect(findings).toContainEqual(expect.objectContaining({ code: "import.names-repeated", data: { count: 2 } }));
  });

  test("a file without samples gives a plan without columns and says what is inside", async () => {
    const reader = readerOf({ a: recordingOf([], { inside: "three photographs", facts: { photographs: 3 } }) });
    const { described, time, tally } = await openAndRead(reader, fileOf("a"));
    expect(described.plan.columns).toEqual([]);
    expect(described.facts).toEqual({ photographs: 3 });
    expect(described.findings[0]).toMatchObject({
      code: "import.no-channels",
      severity: "blocking",
      data: { inside: "three photographs" },
    });
    expect([time.length, tally.rows]).toEqual([0, 0]);
  });

  test("a file whose head breaks what opens it is called damaged, with its name and the cause", async () => {
    const reader = recordingReader(
      "test",
      () => 1,
      async () => {
        throw new RangeError("Offset is outside the bounds of the DataView");
      },
    );
    await expect(reader.describe(fileOf("broken.xyz"))).rejects.toMatchObject({
      problem: { code: "import.recording-damaged", data: { file: "broken.xyz" } },
      cause: expect.any(RangeError),
    });
  });
});
