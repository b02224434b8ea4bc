import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { parquet } from "../../../../main/importing/containers/parquet.ts";
import { openDuckdb } from "../../../../main/store/signals/open-duckdb.ts";
import { referenceData } from "../../../data/reference.ts";
import { tempFolder } from "../temp-folder.ts";
import { takenOut } from "./taken-out.ts";

const folder = tempFolder();
let count = 0;

async function file(select: string): Promise<string> {
  const path = join(folder, `table-${count++}.parquet`);
  const duckdb = await openDuckdb({ threads: 1, memoryMB: 200 });
  try {
    await duckdb.connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet)`);
  } finally {
    duckdb.close();
  }
  return path;
}

const linesOf = async (select: string): Promise<string[]> =>
  (await takenOut(parquet, await file(select))).text.replace(/\n$/, "").split("\n");

describe("Parquet", () => {
  test("times are ISO 8601, with Z where the file says that they are UTC", async () => {
    const select = `SELECT TIMESTAMP '2024-03-31 02:30:00.123456' AS wall, TIMESTAMPTZ '2024-03-31 02:30:00+02' AS utc, DATE '2024-03-31' AS day,
      TIMESTAMP_NS '2024-03-31 02:30:00.123456789' AS ns`;
    expect((await linesOf(select))[1]).toBe("2024-03-31T02:30:00.123456\t2024-03-31T00:30:00Z\t2024-03-31\t2024-03-31T02:30:00.123456789");
  });

  test("numbers are exact: single precision as the double it stands for, decimals and large integers to the last digit", async () => {
    const select =
      "SELECT 0.1::FLOAT AS f, 0.1::DOUBLE AS d, 123456789012345.678::DECIMAL(18,3) AS m, 9223372036854775807 AS i, true AS b, NULL::INT AS n";
    expect((await linesOf(select))[1]).toBe("0.10000000149011612\t0.1\t123456789012345.678\t9223372036854775807\t1\t");
  });

  test("the fields of a struct are columns, lists are JSON, bytes the text they spell or their number", async () => {
    const select = "SELECT {'x': 1, 'y': 'a'} AS s, [1, 2] AS l, 'abc'::BLOB AS t, '\\xFF\\x00'::BLOB AS b, 'a\tb' AS c";
    expect(await linesOf(select)).toEqual(["s.x\ts.y\tl\tt\tb\tc", "1\ta\t[1,2]\tabc\tblob 2 bytes\ta b"]);
  });

  test("a name with signs of a pattern, in a folder named like a partition, is one file", async () => {
    const source = await file("SELECT 1 AS a");
    const own = join(folder, "year=2024");
    mkdirSync(own);
    copyFileSync(source, join(own, "x[1].parquet"));
    writeFileSync(join(own, "x1.parquet"), "not this one");
    expect((await takenOut(parquet, join(own, "x[1].parquet"))).text).toBe("a\n1\n");
  });

  test("the beginning of a large file costs no more than the beginning", async () => {
    const path = await file("SELECT range AS i, random() AS r FROM range(200000)");
    const head = Buffer.from(await parquet.head!(path, "x", 1000)).toString();
    expect(head).toHaveLength(1000);
    expect(head.startsWith("i\tr\n0\t")).toBe(true);
  });

  test("a file cut anywhere is a problem with its name", async () => {
    const whole = readFileSync(await file("SELECT range AS i FROM range(5000)"));
    const path = join(folder, "cut.parquet");
    for (const length of [4, 5, 12, whole.length - 1, whole.length - 8, Math.floor(whole.length / 2)]) {
      writeFileSync(path, whole.subarray(0, length));
      await expect(takenOut(parquet, path)).rejects.toBeInstanceOf(ProblemError);
      await expect(takenOut(parquet, path)).rejects.toThrow(/cut\.parquet/);
    }
  });

  test.skipIf(!referenceData("formats/parquet"))("the reference files are read (skipped where formats/parquet is missing)", async () => {
    const { text } = await takenOut(parquet, referenceData("formats/parquet/alltypes_plain.parquet")!);
    expect(text.split("\n").slice(0, 3)).toEqual([
      "id\tbool_col\ttinyint_col\tsmallint_col\tint_col\tbigint_col\tfloat_col\tdouble_col\tdate_string_col\tstring_col\ttimestamp_col",
      "4\t1\t0\t0\t0\t0\t0.0\t0.0\t03/01/09\t0\t2009-03-01T00:00:00",
      "5\t0\t1\t1\t1\t10\t1.100000023841858\t10.1\t03/01/09\t1\t2009-03-01T00:01:00",
    ]);
  });
});
