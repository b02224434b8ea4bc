import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import type { Container } from "../../../../main/importing/containers/container.ts";
import { gzip } from "../../../../main/importing/containers/gzip.ts";
import { xls } from "../../../../main/importing/containers/xls.ts";
import { xlsx } from "../../../../main/importing/containers/xlsx.ts";
import { zip } from "../../../../main/importing/containers/zip.ts";
import { tempFolder } from "../temp-folder.ts";
import { f64, oldWorkbookFile, record, text16, u16, u32 } from "./old-workbook-file.ts";
import { type WorkbookContent, workbookFile, workbookParts } from "./workbook-file.ts";
import { zipFile } from "./zip-file.ts";

const log = Array.from({ length: 400 }, (_, k) => `${k},${Math.sin(k)}\n`).join("");
const rows = Array.from(
  { length: 60 },
  (_, k) => `<row r="${k + 1}"><c r="A${k + 1}" s="1"><v>${45_000 + k / 24}</v></c><c r="B${k + 1}" t="s"><v>0</v></c></row>`,
);
const book: WorkbookContent = {
  sheets: [
    { name: "S", rows: rows.join(""), behind: '<mergeCells><mergeCell ref="A1:B2"/></mergeCells>' },
    { name: "T", rows: rows.slice(0, 5).join("") },
  ],
  strings: "<si><t>Druck</t></si>",
  formats: ["General", "yyyy-mm-dd hh:mm"],
};
const oldBook = oldWorkbookFile({
  globals: [
    record(0x41e, u16(164), text16("yyyy-mm-dd")),
    record(0xe0, u16(0, 164), Buffer.alloc(16)),
    record(0xfc, u32(1), u32(1), text16("泵")),
  ],
  sheets: [
    {
      name: "S",
      records: [
        ...Array.from({ length: 200 }, (_, k) => record(0x203, u16(k, 0, 0), f64(k + 40_000))),
        record(0xfd, u16(201, 0, 0), u32(0)),
        record(0xbd, u16(202, 0, 0), u32(6), u16(0), u32(10), u16(1)),
        record(0xe5, u16(1), u16(0, 1, 0, 2)),
      ],
    },
  ],
});
const two = [
  { name: "june/a.csv", data: log },
  { name: "b.csv", data: log, flags: 8 },
  { name: "c.csv", data: log, method: 0 },
];

interface Sample {
  readonly name: string;
  readonly container: Container;
  readonly bytes: Buffer;
  readonly mutations: number;
}

const samples: readonly Sample[] = [
  { name: "gz", container: gzip, bytes: Buffer.concat([gzipSync(log), gzipSync(log)]), mutations: 120 },
  { name: "zip", container: zip, bytes: zipFile(two), mutations: 120 },
  { name: "large zip", container: zip, bytes: zipFile(two, { wide: true, comment: "note" }), mutations: 200 },
  { name: "xlsx", container: xlsx, bytes: workbookFile(book), mutations: 80 },
  {
    name: "xlsx without packing",
    container: xlsx,
    bytes: zipFile(workbookParts(book).map((part) => ({ ...part, method: 0 }))),
    mutations: 120,
  },
  { name: "xls", container: xls, bytes: oldBook, mutations: 200 },
];

/** A few changed bytes, hostile numbers, pieces cut out, doubled or swapped in. */
function mutated(bytes: Buffer, next: () => number): Buffer {
  let made = Buffer.from(bytes);
  const times = 1 + Math.floor(next() * 4);
  for (let k = 0; k < times && made.length > 8; k++) {
    const at = Math.floor(next() * (made.length - 4));
    const kind = next();
    if (kind < 0.35) made[at] = Math.floor(next() * 256);
    else if (kind < 0.65) made.writeUInt32LE([0, 1, 0x7fffffff, 0x80000000, 0xfffffffe, 0xffffffff][Math.floor(next() * 6)]!, at);
    else if (kind < 0.75) made.writeUInt16LE(0xffff, at);
    else if (kind < 0.85) made = Buffer.concat([made.subarray(0, at), made.subarray(Math.min(made.length, at + Math.floor(next() * 100)))]);
    else if (kind < 0.95) made = Buffer.concat([made.subarray(0, at), made.subarray(Math.floor(next() * at))]);
    else made = made.subarray(0, at);
  }
  return made;
}

const longestMs = 20_000; // on a machine that is busy with other tests
const mostBytes = 20 << 20; // all samples hold less than 100 kB; a sheet of Excel 97 without a value has 65,536 rows of 256 cells

/** Takes everything out; anything but a `Problem` that names the file is a fault. Returns how many members came out. */
async function survives(folder: string, { container }: Sample, bytes: Uint8Array): Promise<number> {
  const path = join(folder, "fuzz.bin");
  writeFileSync(path, bytes);
  const begun = performance.now();
  let taken = 0;
  const told = async (work: () => Promise<void>) => {
    try {
      await work();
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error;
      expect(error.problem.message).toContain("fuzz.bin");
    }
  };
  container.sniff(bytes.subarray(0, 65_536), "fuzz.bin");
  await told(async () => {
    const members = await container.members(path);
    expect(new Set(members.map(({ name }) => name)).size).toBe(members.length);
    for (const [k, { name }] of members.slice(0, 8).entries()) {
      expect(name).not.toMatch(/^([/\\]|[A-Za-z]:)|(^|\/)\.\.?(\/|$)|\0/);
      const into = join(folder, `${performance.now()}-${k}.out`);
      await told(async () => {
        await container.extract(path, name, into, quietRun(), (finding) => expect(finding.message).toContain("fuzz.bin"));
        taken++;
        const written = readFileSync(into);
        expect(written.length).toBeLessThan(mostBytes);
        const head = await container.head!(path, name, 1000);
        expect(Buffer.from(head).equals(written.subarray(0, 1000))).toBe(true);
      });
    }
  });
  expect(performance.now() - begun).toBeLessThan(longestMs);
  return taken;
}

describe("damaged files that hold logs", () => {
  test.each(samples.map((sample) => [sample.name, sample] as const))("%s, mutated, never fails, hangs or grows", async (_, sample) => {
    const next = random(sample.bytes.length);
    const folder = tempFolder();
    expect(await survives(folder, sample, sample.bytes)).toBeGreaterThan(0);
    let taken = 0;
    for (let k = 0; k < sample.mutations; k++) {
      const bytes = mutated(sample.bytes, next);
      try {
        if ((await survives(folder, sample, bytes)) > 0) taken++;
      } catch (error) {
        throw new Error(`mutation ${k} of ${sample.name}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
    }
    expect(taken).toBeGreaterThan(sample.mutations * 0.15);
  });

  test.each(samples.map((sample) => [sample.name, sample] as const))("%s, cut off anywhere, never fails", async (_, sample) => {
    const folder = tempFolder();
    const { length } = sample.bytes;
    // Every place of the first and last bytes, where heads and lists stand, and places all over.
    const places = new Set<number>();
    for (let k = 0; k < 60; k++)
      for (const at of [k, length - 1 - k, Math.floor((length * k) / 60)]) places.add(Math.max(0, Math.min(length, at)));
    for (const at of places) {
      try {
        await survives(folder, sample, sample.bytes.subarray(0, at));
      } catch (error) {
        throw new Error(`${sample.name} cut at ${at}: ${error instanceof Error ? error.message : error}`, { cause: error });
      }
    }
  });

  test("noise behind the first bytes of a format is a problem", async () => {
    const next = random(7);
    const folder = tempFolder();
    for (const sample of samples) {
      for (let k = 0; k < 40; k++) {
        const noise = Buffer.from(Array.from({ length: Math.floor(next() * 3000) }, () => Math.floor(next() * 256)));
        await survives(folder, sample, Buffer.concat([sample.bytes.subarray(0, Math.floor(next() * 600)), noise]));
      }
    }
  });
});
