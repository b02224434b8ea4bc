import { constants, deflateRawSync, gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { quietRun } from "#shared/domain/run.ts";
import { gzip } from "../../../../main/importing/containers/gzip.ts";
import { headOfLog, lookInside } from "../../../../main/importing/containers/open-log.ts";
import { openFile } from "../../../../main/importing/file-source.ts";
import { referenceData } from "../../../data/reference.ts";
import { tempFolder } from "../temp-folder.ts";
import { codeOf, logAt, put } from "./log-file.ts";

const log = Array.from({ length: 20_000 }, (_, k) => `${k},${Math.sin(k)}\n`).join("");
const packed = gzipSync(log);
const put1 = (bytes: Uint8Array, name = "p1.csv.gz") => put(tempFolder(), name, bytes);

describe("a gz", () => {
  test("goes by its own name, and its log is named without the ending", async () => {
    const source = await openFile(put1(packed));
    expect([source.name, source.innerName, source.within, source.size]).toEqual(["p1.csv.gz", "p1.csv", ["gzip"], log.length]);
    await source.close();
  });

  test("of several pieces behind each other is one log", async () => {
    const { text, damage } = await logAt(put1(Buffer.concat([packed, gzipSync("a,b\n"), gzipSync(""), gzipSync("c,d\n")])));
    expect([text, damage]).toEqual([`${log}a,b\nc,d\n`, []]);
  });

  test("cut anywhere keeps what stands before the cut and says where it breaks off", async () => {
    for (const share of [0.01, 0.3, 0.9]) {
      const { text, damage } = await logAt(put1(packed.subarray(0, packed.length * share)));
      expect(damage).toEqual(["import.packed-cut"]);
      expect(log.startsWith(text)).toBe(true);
      expect(text.length).toBeGreaterThan(log.length * share * 0.8);
    }
    const trailer = await logAt(put1(packed.subarray(0, packed.length - 3)));
    expect([trailer.text, trailer.damage]).toEqual([log, ["import.packed-cut"]]);
  });

  test("cut within its head is a problem with its place", async () => {
    for (const length of [3, 9, 10, 11]) expect(await codeOf(logAt(put1(packed.subarray(0, length))))).toBe("import.packed-unreadable");
  });

  test("with damage inside keeps the lines up to it to the last byte, and goes on at the next piece on a new line", async () => {
    const before = deflateRawSync(log, { finishFlush: constants.Z_SYNC_FLUSH });
    const noBlock = Buffer.from([0x07]); // a block of a kind that is none
    const broken = Buffer.concat([packed.subarray(0, 10), before, noBlock, Buffer.alloc(300, 0x55)]);
    expect(await logAt(put1(broken))).toMatchObject({ text: log, damage: ["import.packed-broken"] });
    const { text, damage } = await logAt(put1(Buffer.concat([broken, gzipSync("next,1\n")])));
    expect([text, damage]).toEqual([`${log}\nnext,1\n`, ["import.packed-gap"]]);
  });

  test("whose checksum does not fit is read and told", async () => {
    const changed = Buffer.from(packed);
    changed[changed.length - 7]! ^= 1;
    expect((await logAt(put1(changed))).damage).toEqual(["import.packed-checksum"]);
  });

  test("may be filled up with zeros; anything else behind it is told", async () => {
    expect((await logAt(put1(Buffer.concat([packed, Buffer.alloc(500)])))).damage).toEqual([]);
    expect((await logAt(put1(Buffer.concat([packed, Buffer.from("more")])))).damage).toEqual(["import.trailing-bytes"]);
  });

  test("with a name, a comment, extra fields and a checksum in its head is read", async () => {
    const head = Buffer.concat([
      packed.subarray(0, 10),
      Buffer.from([4, 0, 1, 2, 3, 4]),
      Buffer.from("a.csv\0note\0"),
      Buffer.from([0, 0]),
    ]);
    head[3] = 2 | 4 | 8 | 16;
    expect((await logAt(put1(Buffer.concat([head, packed.subarray(10)])))).text).toBe(log);
  });

  test("gives its first bytes without being unpacked", async () => {
    const path = put1(packed);
    let ticks = 0;
    expect(Buffer.from(await headOfLog(path)).toString()).toBe(log.slice(0, 65_536));
    await gzip.extract(path, "p1.csv", `${path}.out`, { ...quietRun(), tick: () => ticks++ }, () => {});
    expect(ticks).toBeGreaterThan(3);
  });

  test("of the conformance corpus opens", async (context) => {
    const path = referenceData("formats/line_protocol/corpus.json.gz");
    if (!path) return context.skip("reference data are not here");
    expect((await lookInside(path))?.members.map(({ name }) => name)).toEqual(["corpus.json"]);
    expect(Buffer.from(await gzip.head!(path, "corpus.json", 1)).toString()).toMatch(/[[{]/);
  });
});
