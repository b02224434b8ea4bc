import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { toProblem } from "#shared/domain/problem.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import { wavReader } from "../../../../main/importing/recordings/wav/wav-reader.ts";
import { referenceData } from "../../../data/reference.ts";
import { memorySource } from "../memory-source.ts";
import { openAndRead } from "./read-recording.ts";
import { chunk, u32, type WavFile, wavFile } from "./wav-file.ts";

const source = (bytes: Uint8Array) => memorySource(bytes, "run.wav");
const readWav = (file: WavFile) => openAndRead(wavReader, source(wavFile(file)));
const column = (rows: readonly (readonly number[])[], k: number): number[] => rows.map((row) => row[k]!);

describe("samples", () => {
  const limits = (bits: number): number[] => [-(2 ** (bits - 1)), -1, 0, 1, 2 ** (bits - 1) - 1];

  test.each([
    { bits: 16, shift: 0, dtype: "int16" },
    { bits: 24, shift: 8, dtype: "int32" },
    { bits: 32, shift: 0, dtype: "int32" },
    { bits: 40, shift: 24, dtype: "int64" },
    { bits: 48, shift: 16, dtype: "int64" },
  ])("of $bits bits are signed counts, left-aligned in a type of their own, in both byte orders", async ({ bits, shift, dtype }) => {
    const rows = limits(bits).map((v) => [v, -v - 1]);
    for (const outer of ["RIFF", "RIFX"] as const) {
      const { values, described } = await readWav({ outer, bits, rows });
      expect(values.channel_1).toEqual(column(rows, 0).map((v) => v * 2 ** shift));
      expect(values.channel_2).toEqual(column(rows, 1).map((v) => v * 2 ** shift));
      expect(described.facts).toEqual({ rate: 8000, bits, channels: 2, shape: [rows.length, 2], dtype });
    }
  });

  test("of 56 and 64 bits are the nearest doubles", async () => {
    const rows = [[-(2 ** 52) - 1], [2 ** 52 + 1], [-1]];
    expect((await readWav({ bits: 56, rows })).values.channel_1).toEqual(column(rows, 0).map((v) => v * 256));
    expect((await readWav({ bits: 64, rows })).values.channel_1).toEqual(column(rows, 0));
  });

  test("of up to eight bits are unsigned", async () => {
    const { values, described } = await readWav({ bits: 8, rows: [[0], [128], [255]] });
    expect(values.channel_1).toEqual([0, 128, 255]);
    expect(described.facts).toMatchObject({ dtype: "uint8", shape: [3] });
    expect((await readWav({ bits: 5, rows: [[0], [248]] })).values.channel_1).toEqual([0, 248]);
  });

  test("of fewer bits than their bytes hold are counts of the bytes", async () => {
    expect((await readWav({ bits: 12, rows: [[-32_768], [32_752]] })).values.channel_1).toEqual([-32_768, 32_752]);
    expect((await readWav({ bits: 20, rows: [[-524_288 * 16], [16]] })).values.channel_1).toEqual([-(2 ** 31), 4096]);
  });

  test.each([32, 64])("of %i-bit floats are what they are, also in an extensible format", async (bits) => {
    const rows = [
      [0.5, -0.25],
      [Math.fround(0.1), 0],
    ];
    for (const extensible of [false, true]) {
      const { values, described } = await readWav({ tag: 3, bits, rows, extensible });
      expect(values.channel_1).toEqual(column(rows, 0));
      expect(described.facts).toMatchObject({ dtype: `float${bits}` });
    }
  });

  test("of A-law and μ-law are the counts of G.711", async () => {
    // Table 1a and 2a of the recommendation: the ends of the scale and its middle.
    expect((await readWav({ tag: 7, bits: 8, rows: [[0x00], [0x80], [0xff], [0x7f], [0xf0]] })).values.channel_1).toEqual([
      -32_124, 32_124, 0, 0, 120,
    ]);
    expect((await readWav({ tag: 6, bits: 8, rows: [[0x2a], [0xaa], [0xd5], [0x55]] })).values.channel_1).toEqual([-32_256, 32_256, 8, -8]);
  });

  test("lie where the block says, also of hundreds of channels over many parts", async () => {
    const draw = random(3);
    const [rows, channels] = [4000, 300];
    const counts = Int16Array.from({ length: rows * channels }, () => Math.floor(draw() * 65_536) - 32_768);
    const head = wavFile({ bits: 16, rows: [new Array(channels).fill(0)], dataSize: counts.byteLength }).subarray(0, 44);
    const { values } = await openAndRead(wavReader, source(Buffer.concat([head, Buffer.from(counts.buffer)])));
    for (const k of [0, 150, 299])
      expect(values[`channel_${k + 1}`]).toEqual(Array.from({ length: rows }, (_, i) => counts[i * channels + k]));
  });
});

describe("the head", () => {
  const rows = [[1], [2], [3]];

  test.each(["RF64", "BW64"] as const)("of a %s file names the size of the data in its ds64 chunk", async (outer) => {
    const { values } = await readWav({ outer, bits: 16, rows, after: [chunk("junk", Buffer.alloc(4, 1))] });
    expect(values.channel_1).toEqual([1, 2, 3]);
  });

  test("may follow other chunks, be followed by them, and have odd sizes", async () => {
    const { values, codes } = await readWav({
      bits: 8,
      rows,
      before: [chunk("JUNK", Buffer.alloc(7))],
      after: [chunk("fact", u32(3, false))],
    });
    expect(values.channel_1).toEqual([1, 2, 3]);
    expect(codes).not.toContain("import.recording-cut");
  });

  test("may stand behind the samples", async () => {
    const file = wavFile({ bits: 16, rows });
    const turned = Buffer.concat([file.subarray(0, 12), file.subarray(36), file.subarray(12, 36)]);
    expect((await openAndRead(wavReader, source(turned))).values.channel_1).toEqual([1, 2, 3]);
  });

  test("may stand behind an odd chunk whose writer forgot to fill it up", async () => {
    const unpadded = chunk("JUNK", Buffer.alloc(7)).subarray(0, 15);
    expect((await readWav({ bits: 16, rows, before: [unpadded] })).values.channel_1).toEqual([1, 2, 3]);
  });

  test.each([0, 0xffff_ffff])("that says %i bytes of data was never filled in: what is there is read", async (dataSize) => {
    expect((await readWav({ bits: 16, rows, dataSize })).values.channel_1).toEqual([1, 2, 3]);
  });

  test("that contradicts itself is told of, and the samples are read by their bits", async () => {
    const { values, codes } = await readWav({ bits: 24, rows: [[1, 2, 3]], blockAlign: 3 });
    expect(values.channel_3).toEqual([768]);
    expect(codes).toContain("import.wav-contradictory");
  });

  test("of a bext chunk says when the recording began, to the sample where it counts them", async () => {
    const bext = Buffer.alloc(602);
    bext.write("2024-06-01", 320);
    bext.write("12:30:15", 330);
    const began = Date.UTC(2024, 5, 1, 12, 30, 15);
    const { time, codes, described } = await readWav({ bits: 16, rows, before: [chunk("bext", bext)] });
    expect(time[0]).toBe(began);
    expect(codes).toContain("import.zone-assumed");
    expect(described.plan.clock).toEqual({ source: "rate", start: began, stepMs: 0.125 });
    bext.writeBigUInt64LE(BigInt(((12 * 60 + 30) * 60 + 15) * 8000 + 4000), 338);
    expect((await readWav({ bits: 16, rows, before: [chunk("bext", bext)] })).time[0]).toBe(began + 500);
  });

  test.each([
    ["ICRD", "2024-06-01", Date.UTC(2024, 5, 1)],
    ["IDIT", "Sat Jun 01 12:30:15 2024\n\0", Date.UTC(2024, 5, 1, 12, 30, 15)],
    ["IDIT", "2024-06-01T12:30:15", Date.UTC(2024, 5, 1, 12, 30, 15)],
  ])("of a LIST with %s %j says when the recording began", async (id, text, began) => {
    const list = Buffer.concat([Buffer.from("INFO"), chunk("ISFT", Buffer.from("abc")), chunk(id, Buffer.from(text))]);
    expect((await readWav({ bits: 16, rows, after: [chunk("LIST", list)] })).time[0]).toBe(began);
  });

  test("whose date is a year alone gives no start", async () => {
    const list = Buffer.concat([Buffer.from("INFO"), chunk("ICRD", Buffer.from("2024"))]);
    expect((await readWav({ bits: 16, rows, after: [chunk("LIST", list)] })).codes).toContain("import.no-date");
  });
});

describe("a damaged file", () => {
  const file = wavFile({ bits: 16, rows: Array.from({ length: 100 }, (_, k) => [k, -k]) });

  test("that ends early gives the rows that are whole, and says how many there should be", async () => {
    const { values, described } = await openAndRead(wavReader, source(file.subarray(0, 44 + 4 * 30 + 3)));
    expect(values.channel_2).toEqual(Array.from({ length: 30 }, (_, k) => 0 - k));
    expect(described.findings).toContainEqual(
      expect.objectContaining({ code: "import.recording-cut", data: { file: "run.wav", rows: 30, expected: 100 } }),
    );
  });

  test("that ends in the head of a chunk behind the data is whole", async () => {
    const { values, codes } = await openAndRead(wavReader, source(Buffer.concat([file, Buffer.from("LIS")])));
    expect(values.channel_1).toHaveLength(100);
    expect(codes).not.toContain("import.recording-cut");
  });

  test("without samples has no channels", async () => {
    const { described } = await openAndRead(wavReader, source(file.subarray(0, 44)));
    expect(described.plan.columns).toEqual([]);
    expect(described.findings[0]).toMatchObject({ code: "import.no-channels", data: { inside: "fmt, data" } });
    expect(described.facts).toMatchObject({ rate: 8000, channels: 2 });
  });

  test("without a fmt chunk, and one that is compressed, are refused with a sentence", async () => {
    const code = (bytes: Uint8Array) =>
      wavReader.describe(source(bytes)).then(
        () => "read",
        (error) => toProblem(error).code,
      );
    expect(await code(file.subarray(0, 30))).toBe("import.wav-no-format");
    expect(await code(wavFile({ tag: 2, bits: 4, sampleBytes: 1, rows: [[1]] }))).toBe("import.wav-compressed");
  });

  test("never brings the reader down, whatever its bytes", { timeout: 60_000 }, async () => {
    const bext = Buffer.alloc(602, "2024-06-01");
    const list = Buffer.concat([Buffer.from("INFO"), chunk("ICRD", Buffer.from("2024-06-01"))]);
    const rows = Array.from({ length: 20 }, (_, k) => [k, k]);
    const samples = [
      wavFile({ bits: 24, rows, extensible: true, before: [chunk("bext", bext)] }),
      wavFile({ outer: "RF64", bits: 16, rows, after: [chunk("LIST", list)] }),
      wavFile({ outer: "RIFX", tag: 3, bits: 64, rows }),
    ];
    const draw = random(58);
    let tried = 0;
    const hold = async (bytes: Uint8Array): Promise<void> => {
      tried++;
      try {
        const { time, tally } = await openAndRead(wavReader, source(bytes));
        expect(tally.rows).toBe(time.length);
        expect(tally.rows).toBeLessThanOrEqual(bytes.length);
      } catch (error) {
        expect(toProblem(error).code).toMatch(/^import\./);
      }
    };
    for (const bytes of samples) {
      for (let length = 0; length < bytes.length; length += length < 800 ? 1 : 7) await hold(bytes.subarray(0, length));
      for (let n = 0; n < 800; n++) {
        const mutated = Buffer.from(bytes);
        for (let k = 0; k < 1 + draw() * 4; k++)
          mutated[Math.floor(draw() * Math.min(mutated.length, 900))] = [0, 0xff, 0x7f, Math.floor(draw() * 256)][Math.floor(draw() * 4)]!;
        await hold(mutated);
      }
    }
    expect(tried).toBeGreaterThan(3000);
  });
});

const facts = referenceData("formats/EXPECTED.json");

describe.skipIf(!facts)("the facts of the reference files", () => {
  const expected = facts ? (JSON.parse(readFileSync(facts, "utf8")) as Record<string, Record<string, unknown>>) : {};
  test.each(Object.keys(expected).filter((name) => name.startsWith("wav/")))("%s", async (name) => {
    const { described, tally } = await openAndRead(wavReader, source(readFileSync(referenceData(`formats/${name}`)!)));
    const { rate, shape, dtype } = described.facts!;
    const min = Math.min(...tally.columns.map((c) => c.min!));
    const max = Math.max(...tally.columns.map((c) => c.max!));
    expect({ rate, shape, dtype, min, max }).toEqual(expected[name]);
  });
});
