import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DuckDBInstance } from "@duckdb/node-api";
import { beforeAll, describe, expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { commitSignals } from "../../../../main/store/signals/commit.ts";
import { envelope } from "../../../../main/store/signals/envelope.ts";
import { readManifest } from "../../../../main/store/signals/manifest.ts";
import { readSignals } from "../../../../main/store/signals/read-signals.ts";
import { sortedFrames } from "../../../../main/store/signals/sorted-frames.ts";
import { writeSignals } from "../../../../main/store/signals/write-signals.ts";
import { tempFolder } from "../../importing/temp-folder.ts";
import { pieces, seededFrame } from "./frames.ts";

const run = quietRun();

async function written(frame: ReturnType<typeof seededFrame>, pieceRows = 7000): Promise<string> {
  const folder = join(tempFolder(), "signals");
  await writeSignals({ folder, frames: pieces(frame, pieceRows), run });
  return folder;
}

describe("samples that were written", () => {
  test("come back to the bit, missing ones included, over several row groups", async () => {
    const frame = seededFrame({ seed: 1, rows: 300_000, tags: ["a", "b", "c"], holes: 0.01 });
    frame.columns[2]!.values.fill(Number.NaN);
    frame.columns[0]!.values.set([0, -0, 1e300, -1e-300, 5e-324], 10);
    const folder = await written(frame);
    const back = await readSignals({ folders: [folder], tags: ["c", "a", "b"] });
    expect(back.time).toEqual(frame.time);
    expect(back.columns.map((c) => c.tag)).toEqual(["c", "a", "b"]);
    expect(back.columns[0]!.values).toEqual(frame.columns[2]!.values);
    expect(back.columns[1]!.values).toEqual(frame.columns[0]!.values);
    expect(back.columns[2]!.values).toEqual(frame.columns[1]!.values);
    expect(back.columns[1]!.unit).toBe("bar");
  });

  test("are Parquet that others read: DuckDB finds the same rows, nulls and types", async () => {
    const frame = seededFrame({ seed: 2, rows: 130_000, holes: 0.1 });
    const folder = await written(frame);
    const instance = await DuckDBInstance.create(":memory:");
    const connection = await instance.connect();
    const file = join(folder, "part-00001.parquet");
    const reader = await connection.runAndReadAll(
      `SELECT count(*)::INT, count(a)::INT, sum(a), max(b), min(epoch_us("time"))::DOUBLE, max(epoch_us("time"))::DOUBLE, any_value(typeof("time")), any_value(typeof(a)) FROM '${file}'`,
    );
    const a = frame.columns[0]!.values.filter((v) => !Number.isNaN(v));
    const b = frame.columns[1]!.values.filter((v) => !Number.isNaN(v));
    const [rows, count, sum, max, from, to, timeType, type] = reader.getRows()[0]! as [
      number,
      number,
      number,
      number,
      number,
      number,
      string,
      string,
    ];
    expect([rows, count, max]).toEqual([130_000, a.length, Math.max(...b)]);
    expect(sum).toBeCloseTo(
      a.reduce((s, v) => s + v, 0),
      3,
    );
    expect([from, to]).toEqual([frame.time[0]! * 1000, frame.time.at(-1)! * 1000]);
    expect([timeType, type]).toEqual(["TIMESTAMP", "DOUBLE"]);
    connection.closeSync();
    instance.closeSync();
  });

  test("keep fractions of a millisecond and times before 1970", async () => {
    const time = Float64Array.of(-1e12, -0.5, 0, 0.125, 1.7e12 + 0.001);
    const folder = await written({ time, columns: [{ tag: "a", unit: "", values: new Float64Array(5) }] });
    const back = await readSignals({ folders: [folder], tags: ["a"] });
    back.time.forEach((t, k) => {
      expect(t).toBeCloseTo(time[k]!, 2);
    });
  });

  test("may have names that differ in case alone, that are empty, or that are `time`", async () => {
    const tags = ["T", "t", "time", "", 'a "quoted", 名'];
    const frame = seededFrame({ seed: 3, rows: 100, tags });
    const folder = await written(frame);
    const back = await readSignals({ folders: [folder], tags });
    back.columns.forEach((c, k) => {
      expect(c.values).toEqual(frame.columns[k]!.values);
    });
  });

  test("of a range begin at its first millisecond and end before its last", async () => {
    const frame = seededFrame({ seed: 4, rows: 250_000 });
    const folder = await written(frame);
    const range = { from: frame.time[122_870]!, to: frame.time[122_890]! };
    const back = await readSignals({ folders: [folder], tags: ["b"], range });
    expect(back.time).toEqual(frame.time.slice(122_870, 122_890));
    expect(back.columns[0]!.values).toEqual(frame.columns[1]!.values.slice(122_870, 122_890));
  });

  test("of several folders are laid on one clock; a tag a folder lacks is missing there", async () => {
    const first = await written({
      time: Float64Array.of(1, 2, 3),
      columns: [{ tag: "a", unit: "", values: Float64Array.of(1, Number.NaN, 3) }],
    });
    const second = await written({
      time: Float64Array.of(2, 3, 4),
      columns: [
        { tag: "a", unit: "K", values: Float64Array.of(20, 30, 40) },
        { tag: "b", unit: "", values: Float64Array.of(7, 8, 9) },
      ],
    });
    const back = await readSignals({ folders: [first, second], tags: ["a", "b"] });
    expect([...back.time]).toEqual([1, 2, 3, 4]);
    expect([...back.columns[0]!.values]).toEqual([1, 20, 3, 40]);
    expect([...back.columns[1]!.values]).toEqual([Number.NaN, 7, 8, 9]);
    expect(back.columns[0]!.unit).toBe("K");
  });

  test("are counted per tag as they are written", async () => {
    const values = Float64Array.from({ length: 2000 }, (_, k) => (k % 10 === 0 ? k : Number.NaN));
    values[1500] = -5;
    const folder = await written(
      { time: Float64Array.from({ length: 2000 }, (_, k) => k * 1000), columns: [{ tag: "a", unit: "", values }] },
      300,
    );
    const [a] = readManifest(folder).columns;
    const good = values.filter((v) => !Number.isNaN(v));
    expect(a).toMatchObject({ valid: 200, min: -5, max: 1990, from: 0, to: 1_990_000, intervalMs: 10_000 });
    expect(a!.mean).toBeCloseTo(good.reduce((s, v) => s + v, 0) / 200, 9);
  });

  test("of a tag that stands still in mid-range are seen to be stuck; a machine at rest is not", async () => {
    const frame = seededFrame({ seed: 5, rows: 20_000, tags: ["stuck", "rest"] });
    frame.columns[0]!.values.fill(frame.columns[0]!.values[5000]!, 5000, 9000);
    frame.columns[1]!.values.fill(-1000, 5000, 9000);
    const [stuck, rest] = readManifest(await written(frame)).columns;
    expect(stuck!.stuck).toMatchObject({ rows: 4000, from: frame.time[5000], to: frame.time[8999], value: frame.columns[0]!.values[5000] });
    expect(rest!.stuck).toBeNull();
  });

  test("out of order are refused unless they are to be sorted", async () => {
    const frame = { time: Float64Array.of(2, 1), columns: [{ tag: "a", unit: "", values: Float64Array.of(1, 2) }] };
    const folder = join(tempFolder(), "signals");
    await expect(writeSignals({ folder, frames: [frame], run })).rejects.toThrow("stands before");
    expect(existsSync(folder)).toBe(false);
  });

  test("in any order come back sorted, rows of one time in the order they were written", async () => {
    const frame = seededFrame({ seed: 6, rows: 200_000, tags: ["row"] });
    const time = frame.time.map((_, k) => ((k * 7919) % 50_000) * 1000);
    const values = Float64Array.from(time, (_, k) => k);
    const folder = join(tempFolder(), "signals");
    await writeSignals({ folder, frames: pieces({ time, columns: [{ tag: "row", unit: "", values }] }, 9000), run, order: "any" });
    let last = -1;
    let lastRow = -1;
    let rows = 0;
    for await (const part of sortedFrames({ folder, threads: 2, tempFolder: tempFolder() })) {
      for (let i = 0; i < part.time.length; i++) {
        const [at, row] = [part.time[i]!, part.columns[0]!.values[i]!];
        expect(at > last || (at === last && row > lastRow)).toBe(true);
        expect(time[row]).toBe(at);
        [last, lastRow] = [at, row];
        rows++;
      }
    }
    expect(rows).toBe(200_000);
  });

  test("of no rows at all are an empty folder", async () => {
    const folder = join(tempFolder(), "signals");
    const { rows } = await writeSignals({ folder, frames: [], run });
    expect(rows).toBe(0);
    const back = await readSignals({ folders: [folder], tags: ["a"] });
    expect(back.time).toHaveLength(0);
    expect((await envelope({ folders: [folder], tags: ["a"], range: { from: 0, to: 1 }, pixels: 100 })).series[0]!.time).toHaveLength(0);
  });

  test("are committed by one rename, and never over what is there", async () => {
    const folder = await written(seededFrame({ seed: 7, rows: 10 }));
    const final = join(tempFolder(), "signals", "one");
    commitSignals(folder, final);
    expect(existsSync(folder)).toBe(false);
    expect((await readSignals({ folders: [final], tags: ["a"] })).time).toHaveLength(10);
    const other = await written(seededFrame({ seed: 7, rows: 10 }));
    expect(() => commitSignals(other, final)).toThrow("never replaced");
  });
});

describe("damage to stored samples", () => {
  let whole: Buffer;
  let pyramid: Buffer;
  let manifest: Buffer;
  const frame = seededFrame({ seed: 8, rows: 3000 });
  beforeAll(async () => {
    const folder = await written(frame);
    whole = readFileSync(join(folder, "part-00001.parquet"));
    pyramid = readFileSync(join(folder, "part-00001.pyramid"));
    manifest = readFileSync(join(folder, "signals.json"));
  });
  const folderOf = (files: Record<string, Uint8Array | undefined>): string => {
    const folder = tempFolder();
    const all: Record<string, Uint8Array | undefined> = {
      "part-00001.parquet": whole,
      "part-00001.pyramid": pyramid,
      "signals.json": manifest,
      ...files,
    };
    for (const [name, bytes] of Object.entries(all)) if (bytes) writeFileSync(join(folder, name), bytes);
    return folder;
  };
  const flipped = (bytes: Buffer, at: number): Buffer => {
    const copy = Buffer.from(bytes);
    copy[at]! ^= 64;
    return copy;
  };
  const all = { tags: ["a", "b"], range: { from: frame.time[0]!, to: frame.time.at(-1)! + 1 } };

  test("is told with the file, wherever in the samples it is", async () => {
    const files: Uint8Array[] = [whole.subarray(0, whole.length - 1), Buffer.alloc(0)];
    for (let at = 4; at < whole.length; at += Math.floor(whole.length / 150)) files.push(flipped(whole, at));
    let same = 0;
    for (const bytes of files) {
      const folder = folderOf({ "part-00001.parquet": bytes });
      try {
        const back = await readSignals({ folders: [folder], tags: ["a", "b"] });
        // A flipped bit in what nobody reads, such as a statistic in the footer, does no harm; what is read is right.
        expect(back.columns[0]!.values).toEqual(frame.columns[0]!.values);
        expect(back.time).toEqual(frame.time);
        same++;
      } catch (error) {
        expect(error).toMatchObject({ problem: { code: "signals.damaged", data: { file: join(folder, "part-00001.parquet") } } });
      }
    }
    expect(same).toBeLessThan(files.length / 10);
  });

  test("to the pyramid is told when a chart asks", async () => {
    for (let at = 0; at < pyramid.length; at += Math.floor(pyramid.length / 40)) {
      const folder = folderOf({ "part-00001.pyramid": flipped(pyramid, at) });
      const asked = envelope({ folders: [folder], ...all, pixels: 20 });
      const drawn = await asked.catch((error: unknown) => {
        expect(error).toMatchObject({ problem: { code: "signals.damaged" } });
      });
      if (drawn) expect(drawn).toEqual(await envelope({ folders: [folderOf({})], ...all, pixels: 20 }));
    }
  });

  test.each(["part-00001.parquet", "signals.json", "part-00001.pyramid"])("%s missing is told", async (name) => {
    const folder = folderOf({ [name]: undefined });
    await expect(envelope({ folders: [folder], ...all, pixels: 20 })).rejects.toMatchObject({ problem: { code: "signals.damaged" } });
  });
});
