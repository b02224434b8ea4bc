import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";
import { tdmsReader } from "../../../../main/importing/recordings/tdms/tdms-reader.ts";
import { readerFor } from "../../../../main/importing/registry.ts";
import { referenceData } from "../../../data/reference.ts";
import { memorySource } from "../memory-source.ts";
import { openAndRead } from "./read-recording.ts";
import { damaged, rowsOfDamaged } from "./survives-damage.ts";
import { type SegmentObject, tdmsSegment } from "./tdms-file.ts";

const ramp = (n: number, from = 0): number[] => Array.from({ length: n }, (_, k) => from + k);
const open = (bytes: Uint8Array) => openAndRead(tdmsReader, memorySource(bytes, "a.tdms"));

/** A 32-bit integer and a double side by side or one after the other. */
function pair(a: readonly number[], b: readonly number[], { interleaved = false, bigEndian = false }): Buffer {
  const bytes = Buffer.alloc(a.length * 12);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.length);
  for (const [k, value] of a.entries()) view.setInt32(interleaved ? 12 * k : 4 * k, value, !bigEndian);
  for (const [k, value] of b.entries()) view.setFloat64(interleaved ? 12 * k + 4 : 4 * a.length + 8 * k, value, !bigEndian);
  return bytes;
}
const start = Date.UTC(2024, 2, 1, 12, 0, 0, 250);
const waveform = { wf_increment: 0.01, wf_start_time: new Date(start), wf_start_offset: 2, unit_string: "bar" };
const objects = (count: number): SegmentObject[] => [
  { path: "/", properties: { name: "test" } },
  { path: "/'it''s'" },
  { path: "/'it''s'/'a'", index: { type: 3, count }, properties: waveform },
  { path: "/'it''s'/'b'", index: { type: 10, count }, properties: waveform },
];
/** Four segments: two chunks, one without metadata, one with the indices of before, one that was not closed with new ones. */
function fourSegments(form: { interleaved?: boolean; bigEndian?: boolean }): Buffer {
  const part = (from: number, n: number) => pair(ramp(n, from), ramp(n, from + 0.5), form);
  return Buffer.concat([
    tdmsSegment({ ...form, objects: objects(10), raw: Buffer.concat([part(0, 10), part(10, 10)]) }),
    tdmsSegment({ ...form, raw: part(20, 10) }),
    tdmsSegment({
      ...form,
      objects: [
        { path: "/'it''s'/'a'", index: "same" },
        { path: "/'it''s'/'b'", index: "same" },
      ],
      raw: part(30, 10),
    }),
    tdmsSegment({ ...form, objects: objects(5), continues: true, open: true, raw: Buffer.concat([part(40, 5), part(45, 5)]) }),
  ]);
}

describe.each([
  { interleaved: false, bigEndian: false },
  { interleaved: true, bigEndian: false },
  { interleaved: false, bigEndian: true },
  { interleaved: true, bigEndian: true },
])("segments, %o", (form) => {
  test("follow one another, whether they repeat their metadata, refer to it, or were not closed", async () => {
    const { values, described, time } = await open(fourSegments(form));
    expect(values).toEqual({ a: ramp(50), b: ramp(50, 0.5) });
    expect(described.plan).toMatchObject({ table: "it's", clock: { source: "rate", stepMs: 10 } });
    expect(time[0]).toBe(start + 2000);
    expect(described.plan.columns.map((column) => column.unit)).toEqual(["bar", "bar"]);
    expect(described.facts?.channels).toEqual({
      "it's/a": { n: 50, dtype: "int32", first: 0, last: 49, increment: 0.01, unit: "bar" },
      "it's/b": { n: 50, dtype: "float64", first: 0.5, last: 49.5, increment: 0.01, unit: "bar" },
    });
  });

  test("that were cut off keep what is whole", async () => {
    const file = fourSegments(form);
    const { values, codes } = await open(file.subarray(0, file.length - 30));
    expect(codes).toContain("import.cut-recording");
    expect(values.a!.slice(0, 45)).toEqual(ramp(45));
    expect(values.b!.filter((v) => !Number.isNaN(v))).toEqual(ramp(form.interleaved ? 47 : 46, 0.5));
  });
});

test("raw values of a DAQmx segment are scaled in the order their properties say", async () => {
  const count = 20;
  const raw = Buffer.alloc(count * 6);
  for (let k = 0; k < count; k++) {
    raw.writeInt16LE(100 * k, 6 * k);
    raw.writeInt16LE(-k, 6 * k + 2);
  }
  const scale = {
    NI_Number_Of_Scales: { whole: 3 },
    "NI_Scale[1]_Scale_Type": "Linear",
    "NI_Scale[1]_Linear_Slope": 0.5,
    "NI_Scale[1]_Linear_Y_Intercept": 1,
    "NI_Scale[1]_Linear_Input_Source": { whole: 0 },
    "NI_Scale[2]_Scale_Type": "Polynomial",
    "NI_Scale[2]_Polynomial_Coefficients_Size": { whole: 3 },
    "NI_Scale[2]_Polynomial_Coefficients[0]": 3,
    "NI_Scale[2]_Polynomial_Coefficients[1]": 0,
    "NI_Scale[2]_Polynomial_Coefficients[2]": 2,
    "NI_Scale[2]_Polynomial_Input_Source": { whole: 1 },
  };
  const daqmx = (offset: number) => ({ daqmx: { count, scalers: [{ type: 3, buffer: 0, offset, id: 0 }], widths: [6] } });
  const file = tdmsSegment({
    objects: [
      { path: "/'g'/'scaled'", index: daqmx(0), properties: scale },
      { path: "/'g'/'plain'", index: daqmx(2) },
    ],
    raw,
  });
  const { values } = await open(file);
  expect(values).toEqual({ scaled: ramp(count).map((k) => 3 + 2 * (50 * k + 1) ** 2), plain: ramp(count).map((k) => 0 - k) });
});

test("a table scale is a line between its points", async () => {
  const raw = Buffer.alloc(20);
  for (let k = 0; k < 20; k++) raw.writeInt8(k, k);
  const points = [
    [0, 5],
    [10, 25],
    [12, 0],
  ] as const;
  const properties: Record<string, number | string | { whole: number }> = {
    NI_Number_Of_Scales: { whole: 1 },
    "NI_Scale[0]_Scale_Type": "Table",
    "NI_Scale[0]_Table_Scaled_Values_Size": { whole: 3 },
    "NI_Scale[0]_Table_Pre_Scaled_Values_Size": { whole: 3 },
  };
  for (const [k, [from, to]] of points.entries()) {
    properties[`NI_Scale[0]_Table_Pre_Scaled_Values[${k}]`] = from;
    properties[`NI_Scale[0]_Table_Scaled_Values[${k}]`] = to;
  }
  const { values } = await open(tdmsSegment({ objects: [{ path: "/'g'/'x'", index: { type: 1, count: 20 }, properties }], raw }));
  expect(values.x).toEqual(ramp(20).map((k) => (k <= 10 ? 5 + 2 * k : Math.max(0, 25 - 12.5 * (k - 10)))));
});

test("a scale that is not computed is told, the values stay as measured", async () => {
  const properties = { NI_Number_Of_Scales: { whole: 1 }, "NI_Scale[0]_Scale_Type": "Thermocouple" };
  const { values, codes } = await open(
    tdmsSegment({ objects: [{ path: "/'g'/'x'", index: { type: 5, count: 3 }, properties }], raw: Buffer.of(1, 2, 3) }),
  );
  expect(values).toEqual({ x: [1, 2, 3] });
  expect(codes).toContain("import.channels-unscaled");
});

test("the index beside a TDMS file is told what it is", async () => {
  const index = Buffer.from(fourSegments({}));
  index.write("TDSh");
  expect(readerFor(index, "a.tdms_index")?.id).toBe("tdms");
  await expect(open(index)).rejects.toMatchObject({ problem: { code: "import.tdms-index" } });
});

const expectedFacts = referenceData("formats/EXPECTED.json");
const known: Record<string, Record<string, { first: string; last: string }>> = expectedFacts
  ? JSON.parse(readFileSync(expectedFacts, "utf8"))
  : {};

describe.skipIf(!expectedFacts)("the reference files", () => {
  test.each(Object.keys(known).filter((file) => file.startsWith("tdms/")))("%s holds the channels that are known of it", async (file) => {
    const { facts } = await tdmsReader.describe(memorySource(readFileSync(join(referenceData("formats")!, file)), file));
    const wanted = Object.entries(known[file]!).map(([name, of]) => [name, { ...of, first: Number(of.first), last: Number(of.last) }]);
    expect(facts?.channels).toEqual(Object.fromEntries(wanted));
  });
});

test("a file cut at any byte, or changed at random, is read or refused in words", { timeout: 120_000 }, async () => {
  const next = random(12);
  let tried = 0;
  const daqmx = { daqmx: { count: 10, scalers: [{ type: 3, buffer: 0, offset: 1, id: 0 }], widths: [4] } };
  const samples = [
    fourSegments({}),
    fourSegments({ interleaved: true, bigEndian: true }),
    tdmsSegment({
      objects: [{ path: "/'g'/'x'", index: daqmx, properties: { NI_Number_Of_Scales: { whole: 1 } } }],
      raw: Buffer.alloc(80, 7),
    }),
  ];
  for (const sample of samples) {
    for (let length = 0; length < sample.length; length += 3, tried++) await rowsOfDamaged(tdmsReader, sample.subarray(0, length));
    for (let k = 0; k < 500; k++, tried++) await rowsOfDamaged(tdmsReader, damaged(sample, next));
  }
  expect(tried).toBeGreaterThan(1500);
});
