import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { GuardedFile } from "../../../../main/importing/containers/guarded-file.ts";
import { inflate } from "../../../../main/importing/containers/inflate.ts";
import { tempFolder } from "../temp-folder.ts";
import { codeOf } from "./log-file.ts";

const unpack = async (data: Uint8Array, free: number) => {
  const packed = gzipSync(data);
  const path = join(tempFolder(), "out.csv");
  const out = new GuardedFile({ path, source: "in.csv", packedBytes: packed.length, free });
  await out.open();
  try {
    await inflate(async (offset, length) => packed.subarray(10 + offset, 10 + offset + length), out);
  } finally {
    await out.close();
  }
  return path;
};

describe("a file that is taken out", () => {
  test("may be small or pack like a log, however well that is", async () => {
    const constant = Array.from({ length: 200_000 }, (_, k) => `2024-01-01 00:${k},0,0,0,0,0,0,0\n`).join("");
    expect(readFileSync(await unpack(Buffer.from(constant), 0), "utf8")).toBe(constant);
    expect(readFileSync(await unpack(Buffer.alloc(1 << 20), 2 << 20)).length).toBe(1 << 20);
  });

  test("is refused as soon as it unpacks to more than any log", async () => {
    expect(await codeOf(unpack(Buffer.alloc(16 << 20), 1 << 20))).toBe("import.bomb");
  });

  test("is refused before it begins when the disk has no room for what it tells", async () => {
    const path = join(tempFolder(), "out.csv");
    const out = new GuardedFile({ path, source: "in.csv", packedBytes: 2 ** 60 });
    expect(await codeOf(out.open(2 ** 60))).toBe("import.no-room");
    expect(existsSync(path)).toBe(false);
  });
});
