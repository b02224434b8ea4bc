import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { readSeries } from "../../../../main/importing/containers/line-protocol-point.ts";
import { scanBytes } from "../../../../main/importing/containers/line-protocol-scan.ts";
import { referenceData } from "../../../data/reference.ts";

type Text = string | { binary: string };
type Value = { float: number | string } | { int: number | string } | { uint: number | string } | { bool: boolean } | { string: Text };
interface Case {
  input: { text: Text; defaultTime: number; precision: string };
  output:
    | { error: string }
    | { result: { time: number; name: Text; tags: { key: Text; value: Text }[]; fields: { key: Text; value: Value }[] }[] };
}

const path = referenceData("formats/line_protocol/corpus.json.gz");
// Whole numbers beyond 2^53 are kept as text, to be compared to the last digit.
const exact = (json: string): string => json.replace(/("(?:time|int|uint|defaultTime)": )(-?\d{16,})/g, '$1"$2"');

describe.skipIf(!path)("the corpus of line protocol cases (skipped where formats/line_protocol is missing)", () => {
  test("every case is decoded as the corpus says, or refused where it says so", () => {
    const { decode } = JSON.parse(exact(gunzipSync(readFileSync(path!)).toString())) as { decode: Record<string, Case> };
    const different: unknown[] = [];
    let agreed = 0;
    for (const { input, output } of Object.values(decode)) {
      const expected = "error" in output ? "error" : JSON.stringify(output.result.map(expectedPoint));
      const found = decoded(input);
      if (found === expected) agreed++;
      else different.push({ text: input.text, expected, found });
    }
    process.stdout.write(`line protocol corpus: ${agreed} of ${Object.keys(decode).length} cases agree\n`);
    expect(different.slice(0, 10)).toEqual([]);
  });
});

const bytesOf = (text: Text): Buffer => (typeof text === "string" ? Buffer.from(text) : Buffer.from(text.binary, "base64"));
const textOf = (text: Text): string => bytesOf(text).toString();

const expectedPoint = (point: Extract<Case["output"], { result: unknown }>["result"][number]) => ({
  time: String(point.time),
  name: textOf(point.name),
  tags: point.tags.map(({ key, value }) => [textOf(key), textOf(value)]),
  fields: point.fields.map(({ key, value }) => [textOf(key), ...Object.entries(value).map(([kind, v]) => `${kind} ${valueText(kind, v)}`)]),
});

function valueText(kind: string, value: unknown): string {
  if (kind === "string") return textOf(value as Text);
  if (kind === "bool") return value ? "1" : "0";
  return kind === "float" ? String(Number(value)) : String(value);
}

const nanoseconds: Record<string, bigint> = { "1ns": 1n, "1µs": 1000n, "1ms": 1_000_000n, "1s": 1_000_000_000n };

function decoded({ text, precision, defaultTime }: Case["input"]): string {
  const unit = nanoseconds[precision]!;
  const points: unknown[] = [];
  const bytes = bytesOf(text);
  const read = (into: Buffer, at: number, length: number, offset: number) => bytes.copy(into, at, offset, offset + length);
  for (const { point } of scanBytes({ size: bytes.length, read })) {
    if (!point) return "error";
    const { measurement, tags } = readSeries(point.series);
    const time = point.time === undefined ? (BigInt(defaultTime) / unit) * unit : BigInt(point.time) * unit;
    if (time !== BigInt.asIntN(64, time)) return "error";
    points.push({
      time: String(time),
      name: measurement,
      tags: tags.map(({ key, value }) => [key, value]),
      fields: point.fields.map(({ key, kind, text }) => [key, `${kind} ${kind === "float" ? String(Number(text)) : text}`]),
    });
  }
  return JSON.stringify(points);
}
