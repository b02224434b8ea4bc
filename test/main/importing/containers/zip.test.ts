import { readdirSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { lookInside } from "../../../../main/importing/containers/open-log.ts";
import { tempFolder } from "../temp-folder.ts";
import { codeOf, logAt, put } from "./log-file.ts";
import { type ZipPart, zipFile } from "./zip-file.ts";

const log = Array.from({ length: 5000 }, (_, k) => `${k},${Math.cos(k)}\n`).join("");
const put1 = (parts: readonly ZipPart[], options?: Parameters<typeof zipFile>[1]) => put(tempFolder(), "logs.zip", zipFile(parts, options));
const names = async (path: string) => (await lookInside(path))?.members.map((member) => member.name);

describe("a zip", () => {
  test("is gone through like a folder, in its own order", async () => {
    const path = put1([
      { name: "june/p2.csv", data: log },
      { name: "june/", data: "", method: 0 },
      { name: "june/p1.csv", data: "a\n1\n", method: 0 },
      { name: "deep.csv.gz", data: gzipSync("x\n2\n") },
    ]);
    expect(await names(path)).toEqual(["june/p2.csv", "june/p1.csv", "deep.csv.gz"]);
    expect(await logAt(`${path}/june/p2.csv`)).toEqual({ name: "logs.zip/june/p2.csv", text: log, damage: [], within: ["zip"] });
    expect((await logAt(`${path}/june/p1.csv`)).text).toBe("a\n1\n");
    expect(await logAt(`${path}/deep.csv.gz`)).toMatchObject({ name: "logs.zip/deep.csv.gz", text: "x\n2\n", within: ["zip", "gzip"] });
  });

  test("leaves out what operating systems and office programs leave behind", async () => {
    const hidden = ["__MACOSX/._a.csv", ".DS_Store", "sub/.hidden", "Thumbs.db", "sub/desktop.ini", "~$book.xlsx"];
    expect(await names(put1([...hidden, "a.csv"].map((name) => ({ name, data: "1" }))))).toEqual(["a.csv"]);
  });

  test("with sizes behind the data, in 64 bits, with a comment or with a program in front is read", async () => {
    expect((await logAt(put1([{ name: "a.csv", data: log, flags: 8 }]))).text).toBe(log);
    expect((await logAt(put1([{ name: "a.csv", data: log }], { wide: true }))).text).toBe(log);
    expect((await logAt(put1([{ name: "a.csv", data: log }], { comment: "PK\x05\x06 is no end" }))).text).toBe(log);
    const program = Buffer.concat([Buffer.from("MZ".repeat(3000)), zipFile([{ name: "a.csv", data: log }])]);
    expect((await logAt(put(tempFolder(), "logs.zip", program))).text).toBe(log);
  });

  test("names its files in UTF-8, GBK, Shift JIS or code page 437", async () => {
    const gbk = Buffer.from([0xb1, 0xc3, 0xd2, 0xbb, 0x2e, 0x63, 0x73, 0x76]);
    const sjis = Buffer.from([0x83, 0x7c, 0x83, 0x93, 0x83, 0x76, 0x2e, 0x63, 0x73, 0x76]);
    const dos = Buffer.from([0x4d, 0x81, 0x6c, 0x6c, 0x65, 0x72, 0x2e, 0x63, 0x73, 0x76]);
    expect(await names(put1([{ name: "泵一.csv", data: "1", flags: 0x800 }]))).toEqual(["泵一.csv"]);
    expect(await names(put1([{ name: "Prüfung.csv", data: "1" }]))).toEqual(["Prüfung.csv"]);
    expect(await names(put1([{ name: gbk, data: "1" }]))).toEqual(["泵一.csv"]);
    expect(await names(put1([{ name: sjis, data: "1" }]))).toEqual(["ポンプ.csv"]);
    expect(await names(put1([{ name: dos, data: "1" }]))).toEqual(["Müller.csv"]);
  });

  test("cannot lead out of its folder", async () => {
    const path = put1(
      ["../../up.csv", "/root.csv", "C:\\win\\x.csv", "..\\..", "a\0b.csv", "up.csv"].map((name) => ({ name, data: name })),
    );
    expect(await names(path)).toEqual(["up.csv", "root.csv", "win/x.csv", "_", "a_b.csv", "up (2).csv"]);
    expect((await logAt(`${path}/up.csv`)).text).toBe("../../up.csv");
    expect((await logAt(`${path}/up (2).csv`)).text).toBe("up.csv");
    expect(readdirSync(join(tmpdir())).includes("up.csv")).toBe(false);
  });

  test("that lost its list is read file by file, the last as far as it goes", async () => {
    const parts = [
      { name: "a.csv", data: log },
      { name: "inner.zip", data: zipFile([{ name: "b.csv", data: "1" }]), method: 0 },
      { name: "c.csv", data: log, flags: 8 },
      { name: "d.csv", data: log },
    ];
    const whole = zipFile(parts);
    const listless = put(tempFolder(), "logs.zip", whole.subarray(0, whole.indexOf("PK\x01\x02", whole.indexOf("d.csv"))));
    expect(await names(listless)).toEqual(["a.csv", "inner.zip", "c.csv", "d.csv"]);
    expect(await logAt(`${listless}/c.csv`)).toMatchObject({ text: log, damage: ["import.archive-list"] });
    const cut = put(tempFolder(), "logs.zip", whole.subarray(0, whole.indexOf("d.csv") + 20_000));
    const last = await logAt(`${cut}/d.csv`);
    expect(last.damage).toEqual(["import.archive-list", "import.packed-cut"]);
    expect(last.text.length).toBeGreaterThan(20_000);
    expect(log.startsWith(last.text)).toBe(true);
  });

  test("says what it cannot unpack, and why", async () => {
    expect(await codeOf(logAt(put1([{ name: "a.csv", data: log, flags: 1 }])))).toBe("import.packed-encrypted");
    expect(await codeOf(logAt(put1([{ name: "a.csv", data: log, method: 9 }])))).toBe("import.packed-method");
    expect(await codeOf(logAt(put1([])))).toBe("import.container-empty");
    expect(await codeOf(logAt(put(tempFolder(), "logs.zip", "no archive at all")))).toBe("import.packed-unreadable");
    const disks = zipFile([{ name: "a.csv", data: log }]);
    disks.writeUInt16LE(2, disks.length - 18);
    expect(await codeOf(logAt(put(tempFolder(), "logs.zip", disks)))).toBe("import.archive-split");
  });

  test("that tells far more than its size is refused before a byte is written", async () => {
    expect(await codeOf(logAt(put1([{ name: "a.csv", data: "1", toldBytes: 3_000_000_000 }])))).toBe("import.bomb");
  });

  test("with a changed byte is read and told", async () => {
    const bytes = zipFile([{ name: "a.csv", data: log, method: 0 }]);
    bytes[1000]! ^= 1;
    expect((await logAt(put(tempFolder(), "logs.zip", bytes))).damage).toEqual(["import.packed-checksum"]);
  });
});
