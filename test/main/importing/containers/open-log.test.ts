import { createHash } from "node:crypto";
import { readFileSync, statSync, utimesSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { gzipSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { headOfLog, lookInside, openLog } from "../../../../main/importing/containers/open-log.ts";
import { openFile } from "../../../../main/importing/file-source.ts";
import { tempFolder } from "../temp-folder.ts";
import { codeOf, logAt, put } from "./log-file.ts";
import { workbookFile } from "./workbook-file.ts";
import { zipFile } from "./zip-file.ts";

const book = (...names: string[]) =>
  workbookFile({ sheets: names.map((name) => ({ name, rows: `<row><c><v>${name.length}</v></c></row>` })) });

describe("a path through files that hold logs", () => {
  test("opens what lies at its end, however deep", async () => {
    const inner = zipFile([{ name: "book.xlsx", data: book("one", "three") }]);
    const path = put(
      tempFolder(),
      "a.zip",
      zipFile([
        { name: "x/inner.zip", data: inner },
        { name: "b.csv", data: "1" },
      ]),
    );
    const log = await logAt(`${path}/x/inner.zip/book.xlsx/three`);
    expect(log).toEqual({ name: "a.zip/x/inner.zip/book.xlsx/three", text: "5\n", damage: [], within: ["zip", "zip", "xlsx"] });
    expect((await lookInside(`${path}/x/inner.zip/book.xlsx`))?.members.map((m) => m.path)).toEqual([
      `${path}/x/inner.zip/book.xlsx/one`,
      `${path}/x/inner.zip/book.xlsx/three`,
    ]);
    expect(Buffer.from(await headOfLog(`${path}/x/inner.zip/book.xlsx/one`)).toString()).toBe("3\n");
  });

  test("ends at a container of one member and goes on of itself", async () => {
    const path = put(tempFolder(), "a.zip", zipFile([{ name: "b.xlsx.gz", data: gzipSync(book("only")) }]));
    expect(await logAt(path)).toMatchObject({ name: "a.zip", text: "4\n", within: ["zip", "gzip", "xlsx"] });
    expect(await lookInside(`${path}/b.xlsx.gz/b.xlsx/only`)).toBeUndefined();
  });

  test("that leads nowhere says where it ends", async () => {
    const folder = tempFolder();
    const path = put(
      folder,
      "a.zip",
      zipFile([
        { name: "b.csv", data: "1" },
        { name: "c.csv", data: "2" },
      ]),
    );
    expect(await codeOf(openLog(path))).toBe("import.member-needed");
    expect(await codeOf(openLog(`${path}/d.csv`))).toBe("import.member-missing");
    expect(await codeOf(openLog(`${path}/b.csv/more`))).toBe("import.member-missing");
    expect(await codeOf(openLog(`${path}/../../etc/passwd`))).toMatch(/import\.(member-missing|file-unreadable)/);
    expect(await codeOf(openLog(`${folder}/nothing.csv`))).toBe("import.file-unreadable");
    expect(await codeOf(openLog(folder))).toBe("import.file-unreadable");
  });

  test("is followed four containers deep and no further", async () => {
    let bytes: Buffer = Buffer.from("1\n");
    for (let k = 0; k < 4; k++) bytes = gzipSync(bytes);
    const folder = tempFolder();
    expect((await logAt(put(folder, "four.gz", bytes))).text).toBe("1\n");
    expect(await codeOf(openLog(put(folder, "five.gz", gzipSync(bytes))))).toBe("import.nested-too-deep");
  });
});

describe("what is taken out", () => {
  test("is taken out once, and anew when the file has changed", async () => {
    const path = put(tempFolder(), "a.csv.gz", gzipSync("1\n"));
    const first = await openLog(path);
    expect((await openLog(path)).file).toBe(first.file);
    writeFileSync(path, gzipSync("22\n"));
    const now = new Date(Date.now() + 5000);
    utimesSync(path, now, now);
    const second = await openLog(path);
    expect(second.file).not.toBe(first.file);
    expect(readFileSync(second.file, "utf8")).toBe("22\n");
  });

  test("is seen by nobody else", async () => {
    const { file } = await openLog(put(tempFolder(), "a.csv.gz", gzipSync("1\n")));
    if (process.platform !== "win32") expect(statSync(dirname(dirname(file))).mode & 0o077).toBe(0);
  });

  test("keeps what was told of its damage on every later look", async () => {
    const path = put(tempFolder(), "a.csv.gz", Buffer.concat([gzipSync("1\n"), Buffer.from("rest")]));
    expect((await logAt(path)).damage).toEqual(["import.trailing-bytes"]);
    expect((await logAt(path)).damage).toEqual(["import.trailing-bytes"]);
  });

  test("leaves nothing behind when a person stops it", async () => {
    const path = put(tempFolder(), "a.csv.gz", gzipSync("1\n"));
    const stopping = {
      seed: 1,
      tick: () => {
        throw new Error("stop");
      },
    };
    await expect(openLog(path, stopping)).rejects.toThrow("stop");
    expect((await logAt(path)).text).toBe("1\n");
  });
});

describe("a file to read from", () => {
  test("has the hash of the file on the disk, whatever was read of it before", async () => {
    const bytes = zipFile([{ name: "b.csv", data: "1" }]);
    const path = put(tempFolder(), "a.zip", bytes);
    const hash = (b: Uint8Array | string) => createHash("sha256").update(b).digest("hex");
    const inside = await openFile(`${path}/b.csv`);
    expect([await inside.sha256(), inside.original, inside.inside]).toEqual([hash(bytes), path, "b.csv"]);
    await inside.close();
    const plain = await openFile(put(tempFolder(), "b.csv", "a,b\n1,2\n"));
    await plain.read(2, new Uint8Array(3));
    await plain.read(0, new Uint8Array(3));
    expect([await plain.sha256(), plain.within]).toEqual([hash("a,b\n1,2\n"), []]);
    await plain.close();
  });

  test("knows its companion of another ending, in a folder, in an archive and among gz", async () => {
    const folder = tempFolder();
    put(folder, "rec.DAT", "in the folder");
    put(folder, "packed.dat.gz", gzipSync("packed"));
    const zip = zipFile([
      { name: "x/rec.cfg", data: "c" },
      { name: "x/Rec.dat", data: "in the archive" },
      { name: "rec.dat", data: "elsewhere" },
    ]);
    const beside = async (path: string, extension = "dat") => {
      const source = await openFile(path);
      const companion = await source.beside!(extension);
      const bytes = Buffer.alloc(companion?.size ?? 0);
      await companion?.read(0, bytes);
      await source.close();
      return companion && bytes.toString();
    };
    expect(await beside(put(folder, "rec.cfg", "c"))).toBe("in the folder");
    expect(await beside(put(folder, "packed.cfg.gz", gzipSync("c")))).toBe("packed");
    expect(await beside(`${put(folder, "a.zip", zip)}/x/rec.cfg`)).toBe("in the archive");
    expect(await beside(put(folder, "alone.cfg", "c"))).toBeUndefined();
    expect(await beside(put(folder, "rec.cfg", "c"), "hdr")).toBeUndefined();
  });
});
