import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { json } from "../../../../main/importing/containers/json.ts";
import { tempFolder } from "../temp-folder.ts";
import { takenOut } from "./taken-out.ts";

const folder = tempFolder();
let count = 0;

function file(content: string | Uint8Array): string {
  const path = join(folder, `log-${count++}.json`);
  writeFileSync(path, content);
  return path;
}

const linesOf = async (content: string | Uint8Array, member?: string): Promise<string[]> =>
  (await takenOut(json, file(content), member)).text.replace(/\n$/, "").split("\n");

describe("JSON", () => {
  test("is known by how its signs follow each other, not by a bracket", () => {
    const sniff = (text: string) => json.sniff(Buffer.from(text), "x.txt");
    expect(sniff('{"a":1}\n{"a":2}\n')).toBeGreaterThan(0.9);
    expect(sniff('[\n  {"a": 1},\n')).toBeGreaterThan(0.9);
    expect(sniff('{"a":1}\nbroken\n{"a":2}\n')).toBeGreaterThan(0.9);
    expect(sniff("[Data]\nTagname,TimeStamp,Value\n")).toBe(0);
    expect(sniff("[TimestampKind,UTC]\n")).toBe(0);
    expect(sniff("[1] 2024-01-01 00:00:00 start\n")).toBe(0);
    expect(sniff("{Begin}\n1,2\n")).toBe(0);
  });

  test("records on lines: the union of their names in the order of first sight, numbers as they stand", async () => {
    const lines = await linesOf('{"t":"2024-01-01","a":1.10,"n":{"x":12345678901234567890}}\n\n{"b":true,"t":"2024-01-02","a":null}\n');
    expect(lines).toEqual(["t\ta\tn.x\tb", "2024-01-01\t1.10\t12345678901234567890\t", "2024-01-02\t\t\t1"]);
  });

  test("short lists of numbers are columns, long ones and what is nested deeper is JSON", async () => {
    const long = `[${Array.from({ length: 20 }, (_, k) => k).join(",")}]`;
    expect(await linesOf(`{"acc":[1,2],"wave":${long},"x":[[1],2]}\n{"acc":[3,4]}\n`)).toEqual([
      "acc.0\tacc.1\twave\tx",
      `1\t2\t${long}\t[[1],2]`,
      "3\t4\t\t",
    ]);
  });

  test("a line that is no record is kept out with its number and text", async () => {
    expect(await linesOf('{"a":1}\n{"a":\n{"a":3}\n42\n')).toEqual(["a", "1", "3", '\t#2 {"a":', "\t#4 42"]);
  });

  test("a list of records, pretty or not, and one that breaks off behind some", async () => {
    expect(await linesOf('[{"a":1},{"b":"x"}]')).toEqual(["a\tb", "1\t", "\tx"]);
    const { text, told } = await takenOut(json, file('[\n {\n "a": 1\n },\n {"a": 2},\n {"a'));
    expect(text).toBe("a\n1\n2\n");
    expect(told.map(({ code, data }) => [code, data.records])).toEqual([["import.json-cut", 2]]);
  });

  test("rows under names: pandas' split, ClickHouse's compact, a first list of names", async () => {
    expect(await linesOf('{"columns":["t","v"],"index":[5,6],"data":[["a",1.50],["b",2]]}')).toEqual([
      "index\tt\tv",
      "5\ta\t1.50",
      "6\tb\t2",
    ]);
    expect(await linesOf('{"meta":[{"name":"t","type":"D"},{"name":"v","type":"F"}],"data":[[1,2],[3,4]],"rows":2}')).toEqual([
      "t\tv",
      "1\t2",
      "3\t4",
    ]);
    expect(await linesOf('["t","v"]\n[1,2]\n[3,4]\n')).toEqual(["t\tv", "1\t2", "3\t4"]);
  });

  test("lists beside each other are columns, also those of an object keyed by row", async () => {
    expect(await linesOf('{"lat":1,"units":{"t":"s","v":"C"},"hourly":{"t":["x","y"],"v":[1.0,null]}}')).toEqual(["t\tv", "x\t1.0", "y\t"]);
    expect(await linesOf('{"a":{"0":1,"1":2},"b":{"0":3,"1":4}}')).toEqual(["index\ta\tb", "0\t1\t3", "1\t2\t4"]);
  });

  test("rows inside records are rows with the record's values beside them", async () => {
    const gateway = '{"at":1,"values":[{"id":"A","v":1,"q":true},{"id":"B","v":2,"q":false}]}\n{"at":2,"values":[]}\n';
    expect(await linesOf(gateway)).toEqual(["at\tvalues.id\tvalues.v\tvalues.q", "1\tA\t1\t1", "1\tB\t2\t0", "2\t\t\t"]);
    const influx =
      '{"results":[{"statement_id":0,"series":[{"name":"cpu","tags":{"host":"a"},"columns":["time","v"],"values":[["x",1],["y",2]]}]}]}';
    expect(await linesOf(influx)).toEqual(["name\ttags.host\ttime\tv", "cpu\ta\tx\t1", "cpu\ta\ty\t2"]);
  });

  test("several lists of records are several members", async () => {
    const path = file('{"pumps":[{"a":1},{"a":2}],"fans":[{"b":1},{"b":2}]}');
    expect((await json.members(path)).map(({ name }) => name)).toEqual(["pumps", "fans"]);
    expect((await takenOut(json, path, "fans")).text).toBe("b\n1\n2\n");
  });

  test("UTF-16 and a byte order mark are read", async () => {
    const text = '{"t":"2024","ä":1}\n{"t":"2025","ä":2}\n';
    const wanted = ["t\tä", "2024\t1", "2025\t2"];
    expect(await linesOf(Buffer.from(`\ufeff${text}`, "utf16le"))).toEqual(wanted);
    expect(await linesOf(`\ufeff${text}`)).toEqual(wanted);
  });

  test("a value nested a million deep is passed over", async () => {
    const deep = `${"[".repeat(1e6)}${"]".repeat(1e6)}`;
    const lines = await linesOf(`{"a":1,"d":${deep}}\n{"a":2}\n`);
    expect(lines[0]).toBe("a\td.0");
    expect(lines[2]).toBe("2\t");
  });
});
