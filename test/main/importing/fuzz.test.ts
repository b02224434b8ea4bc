import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { random } from "../../../main/analysis/signal/random.ts";
import { delimitedReader } from "../../../main/importing/text/delimited-reader.ts";
import { previewRows } from "../../../main/importing/text/preview-rows.ts";
import { textSample } from "../../../main/importing/text/text-sample.ts";
import { referenceData } from "../../data/reference.ts";
import { memorySource } from "./memory-source.ts";

const minute = (k: number): string => new Date(Date.UTC(2024, 0, 1) + k * 60_000).toISOString().slice(0, 19).replace("T", " ");
const own: Record<string, string> = {
  plain: `time,a,b\n${Array.from({ length: 60 }, (_, k) => `${minute(k)},${k},${k / 7}`).join("\n")}\n`,
  german: `Datum;Uhrzeit;Druck [bar];Kommentar\r\n${Array.from({ length: 40 }, (_, k) => `01.02.2024;${minute(k).slice(11)};${k},5;"a ""b"" c"`).join("\r\n")}\r\n`,
  blanks: Array.from({ length: 40 }, (_, k) => `2003   1  1  1 ${Math.floor(k / 6)} ${(k % 6) * 10} ${k}.5 -9999.9`).join("\n"),
  wrapped: Array.from({ length: 40 }, (_, k) => `"${minute(k)},${k},""x"",${k}"`).join("\r"),
};
const real = [
  "01_labview_comments.lvm",
  "09_sheet_US.tsv",
  "15_vcds_engine_log_short.csv",
  "21_custom_truncated.csv",
  "25_waterinfo_semicolon_decimal_comma_dayfirst.csv",
  "31_cams_hash_preamble_interval_timestamp.csv",
];
const samples = [
  ...Object.entries(own).map(([name, text]) => ({ name, bytes: Buffer.from(text) })),
  ...real.flatMap((name) => {
    const path = referenceData(`messy/${name}`);
    return path ? [{ name, bytes: readFileSync(path) }] : [];
  }),
];

const spices = [
  '"',
  ",",
  ";",
  "\t",
  "\n",
  "\r",
  "\0",
  "\ufeff",
  "-",
  "e",
  "9".repeat(40),
  "NaN",
  "=cmd|' /C calc'!A0",
  "\ud83d\ude00",
  " ".repeat(300),
];

function mutated(bytes: Buffer, next: () => number): Buffer {
  let made = Buffer.from(bytes);
  const times = 1 + Math.floor(next() * 6);
  for (let k = 0; k < times; k++) {
    const at = Math.floor(next() * made.length);
    const kind = next();
    if (kind < 0.2) made = made.subarray(0, at);
    else if (kind < 0.4) made[at] = Math.floor(next() * 256);
    else if (kind < 0.7)
      made = Buffer.concat([made.subarray(0, at), Buffer.from(spices[Math.floor(next() * spices.length)]!), made.subarray(at)]);
    else if (kind < 0.85) made = Buffer.concat([made.subarray(0, at), made.subarray(Math.min(made.length, at + Math.floor(next() * 60)))]);
    else made = Buffer.concat([made, made.subarray(at, at + 200)]);
    if (made.length === 0) return made;
  }
  return made;
}

/** Reads damaged bytes to the end; anything but a `Problem` is a fault. Returns whether there was a log in them. */
async function survives(bytes: Buffer): Promise<boolean> {
  const source = memorySource(bytes);
  try {
    const { plan, beside } = await delimitedReader.describe(source);
    for (const one of [plan, ...beside]) {
      const reading = delimitedReader.read([source], one, quietRun());
      let rows = 0;
      let rejected = 0;
      for await (const part of reading.parts()) {
        rows += part.frame.time.length;
        rejected += part.rejected.length;
        for (const t of part.frame.time) if (Number.isNaN(t)) throw new Error("a row without a time");
        part.release();
      }
      const tally = reading.tally();
      expect(tally.rejectedLines).toBe(rejected);
      // Rows of long tables and of paired times become other rows on one clock.
      if ((one.layout?.shape ?? "wide") === "wide") expect(tally.rows).toBe(rows);
      expect(tally.preambleLines + tally.emptyLines + tally.rows + rejected).toBe(tally.lines);
      for (const c of tally.columns) if (c.kind === "number") expect(c.valid + c.missing + c.unreadable).toBe(tally.rows);
    }
    const sample = await textSample(source, plan.encoding);
    previewRows(sample.head, plan);
    return true;
  } catch (error) {
    if (error instanceof ProblemError) return false;
    throw error;
  }
}

describe("damaged logs", () => {
  test.each(samples.map(({ name, bytes }) => [name, bytes] as const))(
    "%s, mutated and cut 80 times, never fails and loses no line",
    async (_, bytes) => {
      const next = random(bytes.length);
      let readable = 0;
      for (let k = 0; k < 80; k++) {
        const damaged = mutated(bytes, next);
        try {
          if (await survives(damaged)) readable++;
        } catch (error) {
          throw new Error(`mutation ${k}: ${JSON.stringify(damaged.subarray(0, 3000).toString("latin1"))}`, { cause: error });
        }
      }
      expect(readable).toBeGreaterThan(40);
    },
  );

  test("random bytes are a problem or a poor log, not a failure", async () => {
    const next = random(99);
    for (let k = 0; k < 150; k++) {
      const pool = k % 2 === 0 ? 256 : 96;
      const bytes = Buffer.from(
        Array.from({ length: Math.floor(next() * 600) }, () => (pool === 256 ? Math.floor(next() * 256) : 32 + Math.floor(next() * 96))),
      );
      await survives(bytes);
    }
  });

  test("a line of twenty million characters is told, not gathered without bound", async () => {
    const long = Buffer.concat([Buffer.from(own.plain!), Buffer.alloc(20 << 20, "7"), Buffer.from(`\n${minute(61)},1,2\n`)]);
    expect(await survives(long)).toBe(true);
  });
});
