import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toProblem } from "#shared/domain/problem.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import type { ByteSource } from "../../../../main/importing/reader.ts";
import { comtradeReader } from "../../../../main/importing/recordings/comtrade/comtrade-reader.ts";
import { readerFor } from "../../../../main/importing/registry.ts";
import { referenceData } from "../../../data/reference.ts";
import { memorySource } from "../memory-source.ts";
import { type ComtradeFile, comtradeCombined, comtradeConfigText, comtradeDataBytes } from "./comtrade-file.ts";
import { openAndRead } from "./read-recording.ts";

/** A .cfg and a .dat that lie in one folder; the first is the one that is opened. */
function pair(config: string | Uint8Array, data: Uint8Array | undefined, opened: "cfg" | "dat" = "cfg"): ByteSource {
  const files: Record<string, ByteSource | undefined> = {
    cfg: memorySource(config, "fault.cfg"),
    dat: data && memorySource(data, "fault.dat"),
  };
  return { ...files[opened]!, beside: async (extension) => files[extension] };
}
const readPair = (file: ComtradeFile, opened: "cfg" | "dat" = "cfg") =>
  openAndRead(comtradeReader, pair(comtradeConfigText(file), comtradeDataBytes(file), opened));
const readCombined = (file: ComtradeFile) => openAndRead(comtradeReader, memorySource(comtradeCombined(file), "fault.cff"));

const counts = [
  [1, -2],
  [3, undefined],
  [-5, 6],
];
const states = [
  [0, 1],
  [1, 1],
  [1, 0],
];
const start = Date.UTC(2011, 0, 12, 5, 55, 30) + 75.011;

test("the revision of 2001, which is that of 1999 under another name, has no time code", async () => {
  const config = comtradeConfigText({ revision: "1999", analog: [[1]] }).replace(",1999", ",2001");
  const { described } = await openAndRead(comtradeReader, pair(config, comtradeDataBytes({ analog: [[1]] })));
  expect(described.facts).toMatchObject({ rev: "2001", start: "2011-01-12 05:55:30.075011" });
  expect(described.plan.zone).toBe("UTC");
});

describe.each(["ASCII", "BINARY", "BINARY32", "FLOAT32"])("samples of type %s", (type) => {
  const file = { type, analog: counts, status: states, scale: 0.5, offset: 10 };
  const wanted = { I1: [10.5, 11.5, 7.5], I2: [9, Number.NaN, 13], S1: [0, 1, 1], S2: [1, 1, 0] };

  test.each(["1991", "1999", "2013"] as const)(
    "in a .cfg and .dat of %s are scaled, with what was marked missing as NaN",
    async (revision) => {
      for (const opened of ["cfg", "dat"] as const) {
        const { values, described } = await readPair({ ...file, revision }, opened);
        expect(values).toEqual(wanted);
        expect(described.facts).toMatchObject({ station: "Station", rev: revision, analog: 2, status: 2, samples: 3, freq: 50, type });
        expect(described.plan.columns.map((c) => c.unit)).toEqual(["kA", "kA", "", ""]);
      }
    },
  );

  test("in a .cff are read as from two files", async () => {
    expect((await readCombined(file)).values).toEqual(wanted);
  });
});

describe("status channels", () => {
  test("of more than sixteen fill several words", async () => {
    const many = [0, 1].map((k) => Array.from({ length: 35 }, (_, c) => ((c + k) % 3 === 0 ? 1 : 0)));
    for (const type of ["ASCII", "BINARY"]) {
      const { values } = await readPair({ type, status: many });
      for (const c of [0, 15, 16, 34]) expect(values[`S${c + 1}`]).toEqual(many.map((row) => row[c]));
    }
  });
});

describe("times", () => {
  const analog = [[1], [2], [3], [4], [5]];

  test("follow the rate where there is one, whatever the stamps are", async () => {
    const { time, described } = await readPair({ analog, rates: [[4000, 5]], zone: "0,0", stamps: [9, 9, 9, 9, 9] });
    expect(time.map((at) => at - time[0]!)).toEqual([0, 0.25, 0.5, 0.75, 1]);
    expect(time[0]).toBe(start);
    expect(described.plan.clock.source).toBe("rate");
  });

  test("of the first and the last sample are told in seconds behind the start", async () => {
    const told = async (file: ComtradeFile) => (await readPair({ analog, ...file })).described.facts;
    expect(await told({ rates: [[4000, 5]] })).toMatchObject({ t_first: 0, t_last: 0.001 });
    expect(await told({ rates: [], stamps: [500, 1000, 2000, 3000, 4000] })).toMatchObject({ t_first: 0.0005, t_last: 0.004 });
  });

  test("of several rates go on from the last sample of the rate before", async () => {
    const { time, described } = await readPair({
      analog,
      zone: "0,0",
      rates: [
        [1000, 2],
        [100, 4],
        [1000, 5],
      ],
    });
    expect(time.map((at) => at - time[0]!)).toEqual([0, 1, 11, 21, 22]);
    expect(described.plan.columns[0]).toMatchObject({ header: "time", unit: "s", kind: "time" });
  });

  test("are the stamps where there is no rate, in microseconds times the multiplier", async () => {
    const file: ComtradeFile = { analog, rates: [], stamps: [0, 10, 20, 50, 51], multiplier: 100, zone: "0,0" };
    for (const type of ["ASCII", "BINARY"]) {
      const { time } = await readPair({ ...file, type });
      expect(time.map((at) => Math.round(at - time[0]!))).toEqual([0, 1, 2, 5, 5]);
      expect(time[4]! - time[0]!).toBeCloseTo(5.1, 3);
    }
  });

  test("are stamps in nanoseconds where the start is written to the nanosecond", async () => {
    const file: ComtradeFile = { analog, rates: [], stamps: [0, 1e6, 2e6, 3e6, 4e6], start: "12/01/2011,05:55:30.075011000", zone: "0,0" };
    const { time } = await readPair(file);
    expect(time[4]! - time[0]!).toBeCloseTo(4, 3);
  });

  test("of a row whose stamp is missing are none, and the row is kept aside", async () => {
    for (const type of ["ASCII", "BINARY"]) {
      const { time, rejected } = await readPair({ type, analog, rates: [], stamps: [0, 1000, undefined, 3000, 4000] });
      expect(time).toHaveLength(4);
      expect(rejected).toEqual([expect.objectContaining({ line: 3, reason: "time-unreadable" })]);
    }
  });

  test("follow the numbers of the samples where some were lost", async () => {
    for (const type of ["ASCII", "BINARY"]) {
      const { time } = await readPair({ type, analog, numbers: [1, 2, 3, 7, 8], zone: "0,0" });
      expect(time.map((at) => Math.round(at - time[0]!))).toEqual([0, 1, 2, 6, 7]);
    }
  });
});

describe("the start", () => {
  const analog = [[1], [2]];
  const firstOf = async (file: ComtradeFile) => (await readPair({ analog, ...file })).time[0];

  test("is on the clock the time code of 2013 names", async () => {
    expect(await firstOf({ zone: "-5h30,-5h30" })).toBe(start + 5.5 * 3_600_000);
    expect(await firstOf({ zone: "+8,0" })).toBe(start - 8 * 3_600_000);
    const { codes, described } = await readPair({ analog, zone: "-4,-4" });
    expect(described.plan.zone).toBe("-04:00");
    expect(codes).toContain("import.zone-named");
  });

  test("is on a clock nobody named before 2013, or where the code does not apply", async () => {
    for (const file of [{ revision: "1999" }, { zone: "x,x" }] as const) {
      const { time, codes } = await readPair({ analog, ...file });
      expect(time[0]).toBe(start);
      expect(codes).toContain("import.zone-assumed");
    }
  });

  test("has the month first in 1991 and the day first since", async () => {
    expect(await firstOf({ revision: "1991", start: "02/03/95,00:00:00.0" })).toBe(Date.UTC(1995, 1, 3));
    expect(await firstOf({ revision: "1999", start: "02/03/1995,00:00:00.0" })).toBe(Date.UTC(1995, 2, 2));
    expect(await firstOf({ revision: "1999", start: "03/22/1995,00:00:00.0" })).toBe(Date.UTC(1995, 2, 22));
  });

  test("is not known where the date is empty", async () => {
    const { codes, described } = await readPair({ analog, start: "," });
    expect(codes).toContain("import.no-date");
    expect(described.facts).toMatchObject({ start: null, type: "ASCII" });
  });

  test("is told as it is written, to the microsecond", async () => {
    const { described } = await readPair({ analog, start: "12/01/2011,05:55:30.5" });
    expect(described.facts).toMatchObject({ start: "2011-01-12 05:55:30.500000", trigger: "2011-01-12 05:55:30.500000" });
  });
});

describe("the configuration", () => {
  const file: ComtradeFile = { analog: [[1], [2]] };

  test.each([
    ["utf-8", Buffer.from("Prüffeld 变电站", "utf8"), "Prüffeld 变电站"],
    ["Latin-1", Buffer.from("Estação", "latin1"), "Estação"],
    ["GBK", Buffer.from("b1e4b5e7d5be", "hex"), "变电站"],
  ])("in %s names its station", async (_, name, expected) => {
    const text = Buffer.from(comtradeConfigText({ ...file, station: "@" }));
    const at = text.indexOf("@");
    const config = Buffer.concat([text.subarray(0, at), name, text.subarray(at + 1)]);
    const { described } = await openAndRead(comtradeReader, pair(config, comtradeDataBytes(file)));
    expect(described.facts!.station).toBe(expected);
  });

  test("may have any kind of line ends", async () => {
    for (const end of ["\n", "\r\n", "\r"]) {
      const { values } = await openAndRead(comtradeReader, pair(comtradeConfigText({ ...file, end }), comtradeDataBytes(file)));
      expect(values.I1).toEqual([1, 2]);
    }
  });

  test("tells of skew and of the transformers, and changes nothing for them", async () => {
    const { described, values } = await readPair({ ...file, skew: 12.5 });
    expect(described.facts).toMatchObject({ transformers: { I1: [1000, 1, "P"] }, skew_us: { I1: 12.5 } });
    expect(described.findings).toContainEqual(
      expect.objectContaining({ code: "import.comtrade-skew", data: { channels: 1, longest: "12.5 µs" } }),
    );
    expect(values.I1).toEqual([1, 2]);
  });

  test("that is wrong is refused with the number of the line", async () => {
    const lines = comtradeConfigText(file).split("\r\n");
    const refusal = async (change: (lines: string[]) => void) => {
      const mine = [...lines];
      change(mine);
      return openAndRead(comtradeReader, pair(mine.join("\r\n"), comtradeDataBytes(file))).then(() => undefined, toProblem);
    };
    expect(await refusal((l) => l.splice(1, 1, "99999999,99999999A,0D"))).toMatchObject({ code: "import.comtrade-config" });
    expect(await refusal((l) => l.splice(2, 1, "1,IA,,,A,zwei,0"))).toMatchObject({ data: { file: "fault.cfg", line: 3 } });
    expect(await refusal((l) => l.splice(4, 1, "many"))).toMatchObject({ data: { line: 5 } });
    expect(await refusal((l) => l.splice(8, 1, "HEXADECIMAL"))).toMatchObject({ code: "import.comtrade-type" });
  });
});

describe("files that belong together", () => {
  const file: ComtradeFile = {
    type: "BINARY",
    analog: Array.from({ length: 100 }, (_, k) => [k]),
    status: Array.from({ length: 100 }, () => [1]),
  };

  test("are missed: a .dat alone is refused, a .cfg alone tells its facts and holds no channels", async () => {
    const alone = { ...pair("", comtradeDataBytes(file), "dat"), beside: async () => undefined };
    expect(await comtradeReader.describe(alone).catch(toProblem)).toMatchObject({
      code: "import.comtrade-no-config",
      data: { file: "fault.dat" },
    });
    const { described, codes } = await openAndRead(comtradeReader, pair(comtradeConfigText(file), undefined));
    expect(described.plan.columns).toEqual([]);
    expect(described.facts).toMatchObject({ station: "Station", samples: 100 });
    expect(codes).toEqual(expect.arrayContaining(["import.no-channels", "import.comtrade-no-data"]));
  });

  test("are found by what is in them", () => {
    const surest = (bytes: Uint8Array, name: string) => readerFor(bytes, name)?.id;
    const ascii = { ...file, type: "ASCII" };
    expect(surest(Buffer.from(comtradeConfigText(file)), "x.txt")).toBe("comtrade");
    expect(surest(comtradeCombined(file), "x.bin")).toBe("comtrade");
    expect(surest(comtradeDataBytes(file), "x.DAT")).toBe("comtrade");
    expect(surest(comtradeDataBytes(ascii), "x.dat")).toBe("comtrade");
    expect(surest(Buffer.from("1,20.5,3\n2,20.6,4\n3,20.7,5\n4,20.8,5\n"), "x.dat")).toBe("delimited-text");
    expect(surest(Buffer.from("no,time,a\n1,0,1\n2,1,2\n3,2,3\n4,3,3\n"), "x.dat")).toBe("delimited-text");
  });

  test("and end early give the rows that are whole, in both types", async () => {
    for (const type of ["ASCII", "BINARY"]) {
      const bytes = comtradeDataBytes({ ...file, type });
      const cut = bytes.subarray(0, type === "ASCII" ? bytes.indexOf("\r\n51,") + 5 : 50 * 12 + 5);
      const { values, codes } = await openAndRead(comtradeReader, pair(comtradeConfigText({ ...file, type }), cut));
      expect(values.I1).toEqual(Array.from({ length: 50 }, (_, k) => k));
      expect(codes).toContain("import.recording-cut");
    }
  });

  test("and hold more than the configuration says give what it says", async () => {
    const config = comtradeConfigText({ ...file, rates: [[1000, 60]] });
    const { values, described } = await openAndRead(comtradeReader, pair(config, comtradeDataBytes(file)));
    expect(values.I1).toHaveLength(60);
    expect(described.findings).toContainEqual(
      expect.objectContaining({ code: "import.comtrade-more-rows", data: expect.objectContaining({ rows: 40 }) }),
    );
  });

  test("of lines are read over many parts, with blank lines and the mark of DOS at the end", async () => {
    const analog = Array.from({ length: 70_000 }, (_, k) => [k % 1000]);
    const bytes = comtradeDataBytes({ analog, end: "\n" });
    const half = bytes.indexOf("\n30000,");
    const data = Buffer.concat([bytes.subarray(0, half), Buffer.from("\n\n  \n"), bytes.subarray(half), Buffer.from([26])]);
    const { values, tally } = await openAndRead(comtradeReader, pair(comtradeConfigText({ analog }), data));
    expect(tally.rows).toBe(70_000);
    expect(values.I1).toEqual(analog.map(([v]) => v));
  });
});

test("no damage brings the reader down", { timeout: 60_000 }, async () => {
  const draw = random(37);
  const few = {
    analog: counts,
    status: states,
    rates: [
      [1000, 2],
      [50, 3],
    ],
  } satisfies ComtradeFile;
  const spices = ["", ",", "\r\n", "-1", "99999999999", "0", "A", "x", "\u0000", "ASCII", "BINARY", "1e300", "NaN"];
  let tried = 0;
  const hold = async (bytes: Uint8Array, name: string): Promise<void> => {
    tried++;
    try {
      const { time, tally } = await openAndRead(comtradeReader, {
        ...memorySource(bytes, name),
        beside: async () => memorySource(comtradeDataBytes(few), "a.dat"),
      });
      expect(tally.rows).toBe(time.length);
    } catch (error) {
      expect(toProblem(error).code).toMatch(/^import\./);
    }
  };
  for (const type of ["ASCII", "BINARY", "FLOAT32"]) {
    const whole = comtradeCombined({ ...few, type });
    for (let length = 0; length < whole.length; length++) await hold(whole.subarray(0, length), "a.cff");
    const config = Buffer.from(comtradeConfigText({ ...few, type }));
    for (let n = 0; n < 700; n++) {
      const bytes = n % 2 ? whole : config;
      const at = Math.floor(draw() * bytes.length);
      const spice = Buffer.from(spices[Math.floor(draw() * spices.length)]!);
      await hold(Buffer.concat([bytes.subarray(0, at), spice, bytes.subarray(at + Math.floor(draw() * 4))]), n % 2 ? "a.cff" : "a.cfg");
    }
  }
  expect(tried).toBeGreaterThan(3000);
});

const facts = referenceData("formats/EXPECTED.json");

describe.skipIf(!facts)("the facts of the reference files", () => {
  const expected = facts ? (JSON.parse(readFileSync(facts, "utf8")) as Record<string, Record<string, unknown>>) : {};
  const bytesOf = (name: string) => readFileSync(referenceData(`formats/${name}`)!);
  test.each(Object.keys(expected).filter((name) => name.startsWith("comtrade/")))("%s", async (name) => {
    const source: ByteSource = {
      ...memorySource(bytesOf(name), name),
      beside: async (extension) => memorySource(bytesOf(name.replace(/cfg$/, extension)), name.replace(/cfg$/, extension)),
    };
    const { described, tally, time, values } = await openAndRead(comtradeReader, source);
    const { t_first, t_last, a0_first, a0_last, ...told } = expected[name] as Record<string, number>;
    expect(described.facts).toMatchObject(told);
    expect(described.facts!.t_first).toBe(t_first);
    expect(described.facts!.t_last).toBeCloseTo(t_last!, 6);
    expect((tally.lastTime! - time[0]!) / 1000).toBeCloseTo(t_last!, 6);
    expect(values[told.analog_ids![0 as never]]!.at(0)).toBeCloseTo(a0_first!, 5);
    expect(values[told.analog_ids![0 as never]]!.at(-1)).toBeCloseTo(a0_last!, 5);
  });
});
