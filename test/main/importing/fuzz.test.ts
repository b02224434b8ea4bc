import { readFileSync } from "node:fs";
import { afterAll, describe, expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { random } from "../../../main/analysis/signal/random.ts";
import type { ByteSource } from "../../../main/importing/reader.ts";
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
  long: `Tag;Time;Value;Quality\n${Array.from({ length: 60 }, (_, k) => `${["P1", "P2", "Mode"][k % 3]};${minute(Math.floor(k / 3))};${k % 3 === 2 ? "AUTO" : k};${k % 11 ? "Good" : "Bad"}`).join("\n")}\n`,
  several: Array.from({ length: 40 }, (_, k) => `${minute(k)};Druck;${k},5;Temp;${k},25`).join("\r\n"),
  pairs: `Time,A,Time,B\n${Array.from({ length: 40 }, (_, k) => `${minute(k)},${k},${minute(k).slice(0, 17)}30,${-k}`).join("\n")}\n`,
  wrapped: Array.from({ length: 40 }, (_, k) => `"${minute(k)},${k},""x"",${k}"`).join("\r"),
};
const real = [
  "01_labview_comments.lvm",
  "03_labview_empty_fields.lvm",
  "05_campbell_toa5_daily.dat",
  "09_sheet_US.tsv",
  "11_drycal_flow_preamble_time_only.csv",
  "13_eclab_94_line_header_latin1_decimal_comma.mpt",
  "15_vcds_engine_log_short.csv",
  "21_custom_truncated.csv",
  "25_waterinfo_semicolon_decimal_comma_dayfirst.csv",
  "31_cams_hash_preamble_interval_timestamp.csv",
  "33_crn_blank_run_fixed_width.txt",
];

/** Inputs tried per file: some in every run, as many as wished in a long one. */
const mutations = Number(process.env.ONEPERCENT_FUZZ ?? 40);
const isLong = mutations > 1000;
let inputs = 0;
afterAll(() => console.log(`${inputs} damaged text logs were read`));
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
  inputs++;
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
    `%s, mutated and cut ${mutations} times, never fails and loses no line`,
    async (_, bytes) => {
      const next = random(bytes.length);
      let readable = 0;
      for (let k = 0; k < mutations; k++) {
        const damaged = mutated(bytes, next);
        try {
          if (await survives(damaged)) readable++;
        } catch (error) {
          throw new Error(`mutation ${k}: ${JSON.stringify(damaged.subarray(0, 3000).toString("latin1"))}`, { cause: error });
        }
      }
      expect(readable).toBeGreaterThan(0.4 * mutations);
    },
    isLong ? 3_600_000 : 60_000,
  );

  test.each(Object.entries(own).map(([name, text]) => [name, Buffer.from(text)] as const))(
    "%s, cut at every place, never fails and loses no line",
    async (_, bytes) => {
      const step = isLong ? 1 : 47; // coprime to every line's length here, so that all kinds of places are met
      for (let length = 1; length < bytes.length; length += step) await survives(Buffer.from(bytes.subarray(0, length)));
    },
    isLong ? 3_600_000 : 60_000,
  );

  test("cut at every byte of its first rows and of its last one, a small log never fails", async () => {
    const text = Buffer.from(
      `Zeit;Druck [bar];"a ""b"""\r\n${Array.from({ length: 6 }, (_, k) => `01.02.2024 10:0${k};${k},5;"x;${k}"`).join("\r\n")}\r\n`,
    );
    for (const encoded of [text, Buffer.from(text.toString(), "utf16le"), Buffer.from(text.toString(), "utf16le").swap16()]) {
      for (let length = 1; length <= encoded.length; length++) await survives(Buffer.from(encoded.subarray(0, length)));
    }
  });

  test("two encodings in one log, and a log in the middle of another, are read as far as they can be", async () => {
    const latin = Buffer.from("2024-01-01 00:30:00;R\u00fccklauf;7\n", "latin1");
    const utf16 = Buffer.from(own.german!, "utf16le");
    for (const [a, b] of [
      [Buffer.from("time;note;a\n2024-01-01 00:00:00;Vorlauf \u2713;1\n2024-01-01 00:10:00;\u6e29\u5ea6;2\n"), latin],
      [Buffer.from(own.german!), utf16],
      [utf16, Buffer.from(own.plain!)],
      [Buffer.from(own.long!), Buffer.from(own.pairs!)],
    ] as const) {
      expect(await survives(Buffer.concat([a, b]))).toBe(true);
    }
  });

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

  test("a file of one line is read in bounded memory, however long it is", async () => {
    const size = isLong ? 2 * 2 ** 30 : 48 << 20;
    const pattern = Buffer.from("7,".repeat(1 << 19));
    const endless: ByteSource = {
      name: "endless.csv",
      size,
      async read(offset, into) {
        const length = Math.max(0, Math.min(into.length, size - offset));
        for (let done = 0; done < length; ) {
          const at = (offset + done) % pattern.length;
          done += pattern.copy(into, done, at, at + (length - done));
        }
        return length;
      },
    };
    const before = process.memoryUsage().rss;
    let peak = 0;
    const run = {
      seed: 1,
      tick() {
        peak = Math.max(peak, process.memoryUsage().rss);
      },
    };
    try {
      const { plan } = await delimitedReader.describe(endless);
      for await (const part of delimitedReader.read([endless], plan, run).parts()) part.release();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
    }
    expect((peak - before) / 2 ** 20).toBeLessThan(1500);
  }, 600_000);

  test("a line of twenty million characters is told, not gathered without bound", async () => {
    const long = Buffer.concat([Buffer.from(own.plain!), Buffer.alloc(20 << 20, "7"), Buffer.from(`\n${minute(61)},1,2\n`)]);
    expect(await survives(long)).toBe(true);
  });
});
