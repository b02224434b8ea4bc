import { describe, expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";
import { mdfReader } from "../../../../main/importing/recordings/mdf/mdf-reader.ts";
import { readerFor } from "../../../../main/importing/registry.ts";
import { memorySource } from "../memory-source.ts";
import { type BlockDraft, type ChannelDraft, cc, cg, channels, cn, dataType, dg, dl, dt, dz, hd, hl, mdfFile, tx } from "./mdf-file.ts";
import { openAndRead } from "./read-recording.ts";
import { damaged, rowsOfDamaged } from "./survives-damage.ts";

const ramp = (n: number, step = 1): number[] => Array.from({ length: n }, (_, k) => k * step);
const open = (bytes: Uint8Array) => openAndRead(mdfReader, memorySource(bytes, "a.mf4"));
const startMs = Date.UTC(2024, 2, 1, 12);
const startNs = BigInt(startMs) * 1_000_000n;

const master: ChannelDraft = { name: "time", type: dataType.floatLe, byteOffset: 0, bitCount: 64, kind: 2, sync: 1, unit: "s" };

/** Records of a time (k / 10 s) and `bytes` more that `fill` writes. */
function records(count: number, bytes: number, fill: (view: DataView, at: number, k: number) => void): Buffer {
  const all = Buffer.alloc(count * (8 + bytes));
  const view = new DataView(all.buffer, all.byteOffset, all.length);
  for (let k = 0; k < count; k++) {
    const at = k * (8 + bytes);
    view.setFloat64(at, k / 10, true);
    fill(view, at + 8, k);
  }
  return all;
}

const sixteen = (count: number) => records(count, 2, (view, at, k) => view.setInt16(at, k - 5, true));
const sixteenBits: ChannelDraft = { name: "x", type: dataType.intLe, byteOffset: 8, bitCount: 16, unit: "bar" };
const simple = (data: BlockDraft | undefined, cycles = 30) =>
  hd(dg(cg({ cn: channels(master, sixteenBits), cycles, dataBytes: 10, name: "group" }), data), { ns: startNs });

describe("blocks of data", () => {
  const whole = sixteen(30);
  test.each<[string, BlockDraft]>([
    ["one block", dt(whole)],
    ["a packed block", dz(whole)],
    ["a packed block of turned records", dz(whole, 10)],
    ["a packed block of turned records that ends within one", dl([dz(whole.subarray(0, 105), 10), dt(whole.subarray(105))])],
    ["a list of blocks that part records", dl([dt(whole.subarray(0, 33)), dz(whole.subarray(33, 250))], dl([dt(whole.subarray(250))]))],
    ["a list behind a header of lists", hl(dl([dz(whole.subarray(0, 100), 10), dz(whole.subarray(100), 10)]))],
  ])("%s holds the records", async (_, data) => {
    const { values, time, described } = await open(mdfFile(simple(data)));
    expect(values).toEqual({ x: ramp(30).map((k) => k - 5) });
    expect(time[10]).toBe(startMs + 1000);
    expect(described.plan).toMatchObject({ table: "group", clock: { format: "elapsed-s" } });
    expect(described.plan.columns[1]!.unit).toBe("bar");
  });

  test("a block that cannot be unfolded leaves its rows empty, those behind it keep their time", async () => {
    const bad = dz(whole.subarray(100, 200));
    bad.data.fill(0x55, 26);
    const { values } = await open(mdfFile(simple(dl([dt(whole.subarray(0, 100)), bad, dt(whole.subarray(200))]))));
    const got = values.x!.filter((v) => !Number.isNaN(v));
    expect(got).toEqual(
      ramp(30)
        .map((k) => k - 5)
        .filter((_, k) => k < 10 || k >= 20),
    );
  });

  test("a file cut within its records keeps those that are whole", async () => {
    const data = dt(whole);
    const file = mdfFile(simple(data), { last: data });
    const { values, codes } = await open(file.subarray(0, file.length - 55));
    expect(values).toEqual({ x: ramp(24).map((k) => k - 5) });
    expect(codes).toContain("import.cut-recording");
  });

  test("a file that was not closed is counted anew", async () => {
    const data = dt(whole, 24);
    const { values, codes } = await open(mdfFile(simple(data, 0), { id: "UnFinMF", flags: 5, last: data }));
    expect(values).toEqual({ x: ramp(30).map((k) => k - 5) });
    expect(codes).toContain("import.not-closed");
  });
});

describe("numbers in a record", () => {
  const one = async (
    draft: Omit<ChannelDraft, "name" | "byteOffset">,
    bytes: number,
    fill: (view: DataView, at: number, k: number) => void,
  ) => {
    const group = cg({ cn: channels(master, { ...draft, name: "x", byteOffset: 8 }), cycles: 20, dataBytes: 8 + bytes });
    return (await open(mdfFile(hd(dg(group, dt(records(20, bytes, fill))), { ns: startNs })))).values.x;
  };

  test("of any width are cut out of their bits", async () => {
    for (const [bitOffset, bitCount] of [
      [0, 1],
      [3, 5],
      [5, 7],
      [1, 12],
      [4, 24],
      [7, 41],
      [3, 57],
    ] as const) {
      const most = 2n ** BigInt(bitCount);
      const value = (k: number) => (most * BigInt(k)) / 21n;
      const little = await one({ type: dataType.uintLe, bitOffset, bitCount }, 8, (view, at, k) =>
        view.setBigUint64(at, value(k) << BigInt(bitOffset), true),
      );
      expect(little).toEqual(ramp(20).map((k) => Number(value(k))));
      const bytes = Math.ceil((bitOffset + bitCount) / 8);
      const big = await one({ type: dataType.intBe, bitOffset, bitCount }, 8, (view, at, k) => {
        const bits = BigInt.asUintN(8 * bytes, value(k) << BigInt(bitOffset));
        for (let b = 0; b < bytes; b++) view.setUint8(at + b, Number((bits >> BigInt(8 * (bytes - 1 - b))) & 255n));
      });
      expect(big).toEqual(ramp(20).map((k) => Number(BigInt.asIntN(bitCount, value(k)))));
    }
  });

  test("are floats of 16, 32 and 64 bits in both byte orders", async () => {
    const half = [0x0000, 0x3c00, 0xc000, 0x7bff, 0x0001, 0x3555]; // 0, 1, -2, 65504, 2^-24, 1/3 rounded: IEEE 754
    const halves = [0, 1, -2, 65504, 2 ** -24, 0.333251953125];
    expect(
      (await one({ type: dataType.floatLe, bitCount: 16 }, 2, (view, at, k) => view.setUint16(at, half[k % 6]!, true)))!.slice(0, 6),
    ).toEqual(halves);
    expect(await one({ type: dataType.floatBe, bitCount: 32 }, 4, (view, at, k) => view.setFloat32(at, k / 4))).toEqual(ramp(20, 0.25));
    expect(await one({ type: dataType.floatBe, bitCount: 64 }, 8, (view, at, k) => view.setFloat64(at, k / 10))).toEqual(
      ramp(20).map((k) => k / 10),
    );
  });
});

describe("conversions", () => {
  const converted = async (conversion: BlockDraft) => {
    const draft: ChannelDraft = { name: "x", type: dataType.uintLe, byteOffset: 8, bitCount: 8, cc: conversion };
    const group = cg({ cn: channels(master, draft), cycles: 20, dataBytes: 9 });
    const { values, codes } = await open(
      mdfFile(hd(dg(group, dt(records(20, 1, (view, at, k) => view.setUint8(at, k)))), { ns: startNs })),
    );
    return { x: values.x, codes };
  };
  const is = async (conversion: BlockDraft, wanted: (k: number) => number) =>
    expect((await converted(conversion)).x).toEqual(ramp(20).map(wanted));

  test("are linear, rational or tables", async () => {
    await is(cc(1, [-40, 0.5]), (k) => -40 + 0.5 * k);
    await is(cc(2, [0, 2, 1, 0, 1, 4]), (k) => (2 * k + 1) / (k + 4));
    await is(cc(4, [0, 0, 10, 100, 15, 0]), (k) => (k <= 10 ? 10 * k : k <= 15 ? 100 + ((k - 10) / 5) * -100 : 0));
    await is(cc(5, [0, 1, 10, 2, 15, 3]), (k) => (k <= 5 ? 1 : k <= 12 ? 2 : 3));
    await is(cc(6, [0, 4, 7, 5, 9, 8, -1]), (k) => (k <= 4 ? 7 : k <= 9 ? 8 : -1));
  });

  test("to texts leave the number, what has no text is converted by what the last reference says", async () => {
    await is(cc(7, [0, 1], [tx("off"), tx("on"), undefined]), (k) => k);
    await is(cc(8, [0, 3], [tx("low"), cc(1, [0, 10])]), (k) => (k <= 3 ? k : 10 * k));
    expect((await converted(cc(7, [0, 1], [tx("off"), tx("on"), undefined]))).codes).toContain("import.state-channels");
  });

  test("by a formula are told and not computed", async () => {
    const { x, codes } = await converted(cc(3, [], [tx("2*X1")]));
    expect(x).toEqual(ramp(20));
    expect(codes).toContain("import.channels-unscaled");
  });
});

test("a sample whose invalidation bit is set is none", async () => {
  const group = cg({ cn: channels(master, { ...sixteenBits, invalidBit: 2 }), cycles: 20, dataBytes: 10, invalidBytes: 1 });
  const data = records(20, 3, (view, at, k) => {
    view.setInt16(at, k, true);
    view.setUint8(at + 2, k % 5 === 0 ? 4 : 3);
  });
  expect((await open(mdfFile(hd(dg(group, dt(data)), { ns: startNs })))).values.x).toEqual(ramp(20).map((k) => (k % 5 === 0 ? NaN : k)));
});

test("a virtual master is a rate", async () => {
  const virtual: ChannelDraft = { name: "t", type: dataType.uintLe, byteOffset: 0, bitCount: 0, kind: 3, sync: 1, cc: cc(1, [2, 0.01]) };
  const group = cg({ cn: channels(virtual, { ...sixteenBits, byteOffset: 0 }), cycles: 20, dataBytes: 2 });
  const { described, time } = await open(mdfFile(hd(dg(group, dt(Buffer.alloc(40))), { ns: startNs })));
  expect(described.plan.clock).toMatchObject({ source: "rate", stepMs: 10 });
  expect(time[0]).toBe(startMs + 2000);
});

test("the zone of the header is the plan's", async () => {
  const { described, time } = await open(mdfFile({ ...simple(dt(sixteen(30))), data: hd(tx(""), { ns: startNs, offsetMin: 120 }).data }));
  expect(described.plan.zone).toBe("+02:00");
  expect(time[0]).toBe(startMs);
});

/** Two groups and texts of variable length share one stream, each record behind the number of its group. */
function unsorted(count: number): { data: Buffer; groups: BlockDraft } {
  const parts: Buffer[] = [];
  for (let k = 0; k < count; k++) {
    parts.push(Buffer.of(1), records(k + 1, 2, (view, at, row) => view.setInt16(at, row, true)).subarray(10 * k));
    if (k % 3 === 0) parts.push(Buffer.of(2), records(k + 1, 4, (view, at, row) => view.setFloat32(at, row, true)).subarray(12 * k));
    if (k % 4 === 0) parts.push(Buffer.of(3, 5, 0, 0, 0), Buffer.from("hello"));
  }
  const texts = cg({
    cn: channels({ name: "text", type: dataType.utf8, byteOffset: 0, bitCount: 0, kind: 1 }),
    cycles: 0,
    dataBytes: 0,
    recordId: 3,
    flags: 1,
  });
  const slow = cg({
    cn: channels(master, { name: "slow", type: dataType.floatLe, byteOffset: 8, bitCount: 32 }),
    cycles: Math.ceil(count / 3),
    dataBytes: 12,
    recordId: 2,
    name: "slow",
    next: texts,
  });
  return {
    data: Buffer.concat(parts),
    groups: cg({ cn: channels(master, sixteenBits), cycles: count, dataBytes: 10, recordId: 1, name: "fast", next: slow }),
  };
}

test("records of several groups in one stream are told apart by their numbers", async () => {
  const { data, groups } = unsorted(3000);
  const file = mdfFile(hd(dg(groups, dl([dt(data.subarray(0, 1001)), dz(data.subarray(1001))]), { idBytes: 1 }), { ns: startNs }));
  const { values, described } = await open(file);
  expect(values).toEqual({ x: ramp(3000) });
  expect(described.besideRows).toEqual([1000]);
  const slow = await openAndRead(
    { ...mdfReader, describe: async (s) => ({ ...(await mdfReader.describe(s)), plan: described.beside[0]! }) },
    memorySource(file),
  );
  expect(slow.values).toEqual({ slow: ramp(1000, 3) });
});

test("raw frames of a bus are listed, and refused with a word about the data base they need", async () => {
  const parts = channels(
    { name: "CAN_DataFrame.ID", type: dataType.uintLe, byteOffset: 8, bitCount: 29 },
    { name: "CAN_DataFrame.DataBytes", type: dataType.bytes, byteOffset: 12, bitCount: 64 },
  );
  const frame: ChannelDraft = { name: "CAN_DataFrame", type: dataType.bytes, byteOffset: 8, bitCount: 96, composition: parts };
  const group = cg({ cn: channels(master, frame), cycles: 5, dataBytes: 20, flags: 6, name: "CAN1" });
  const { described, codes } = await open(mdfFile(hd(dg(group, dt(Buffer.alloc(100))), { ns: startNs })));
  expect(codes).toEqual(expect.arrayContaining(["import.bus-frames", "import.no-channels"]));
  expect(described.plan.columns).toEqual([]);
  expect(described.facts?.groups).toEqual([
    { name: "CAN1", rows: 5, bus: true, channels: ["time", "CAN_DataFrame", "CAN_DataFrame.ID", "CAN_DataFrame.DataBytes"] },
  ]);
});

test("version 3 is told to be converted", async () => {
  const old = mdfFile(simple(undefined), { version: 330 });
  expect(readerFor(old, "a.mdf")?.id).toBe("mdf");
  await expect(open(old)).rejects.toMatchObject({ problem: { code: "import.mdf-old" } });
});

test("a chain of blocks that leads back to itself ends", async () => {
  const file = mdfFile(simple(dl([dt(sixteen(30))])));
  for (const id of ["##DG", "##CG", "##CN", "##DL"]) {
    const ring = Buffer.from(file);
    const at = ring.indexOf(id);
    ring.writeBigUInt64LE(BigInt(at), at + 24);
    expect((await open(ring)).values.x?.length ?? 0).toBeLessThanOrEqual(30);
  }
});

test("a file cut at any byte, or changed at random, is read or refused in words", { timeout: 120_000 }, async () => {
  const next = random(13);
  let tried = 0;
  const { data, groups } = unsorted(30);
  const samples = [
    mdfFile(simple(dl([dt(sixteen(10)), dz(sixteen(20), 10)]))),
    mdfFile(hd(dg(groups, dt(data), { idBytes: 1 }), { ns: startNs })),
    mdfFile(
      hd(
        dg(
          cg({ cn: cn({ ...sixteenBits, byteOffset: 0, cc: cc(4, [0, 1, 2, 3]) }), cycles: 20, dataBytes: 2 }),
          hl(dl([dz(Buffer.alloc(40))])),
        ),
        { ns: startNs },
      ),
    ),
  ];
  for (const sample of samples) {
    for (let length = 0; length < sample.length; length += 5, tried++) await rowsOfDamaged(mdfReader, sample.subarray(0, length));
    for (let k = 0; k < 600; k++, tried++) await rowsOfDamaged(mdfReader, damaged(sample, next));
  }
  expect(tried).toBeGreaterThan(2000);
});
