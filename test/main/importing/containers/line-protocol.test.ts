import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { random } from "../../../../main/analysis/signal/random.ts";
import { lineProtocol } from "../../../../main/importing/containers/line-protocol.ts";
import { tempFolder } from "../temp-folder.ts";
import { takenOut } from "./taken-out.ts";

const folder = tempFolder();
let count = 0;

function file(text: string): string {
  const path = join(folder, `points-${count++}.lp`);
  writeFileSync(path, text);
  return path;
}

const linesOf = async (text: string, member?: string): Promise<string[]> =>
  (await takenOut(lineProtocol, file(text), member)).text.replace(/\n$/, "").split("\n");

describe("line protocol", () => {
  test("is known by its lines, and other text of names and equal signs is not", () => {
    const sniff = (text: string) => lineProtocol.sniff(Buffer.from(text), "x.txt");
    expect(sniff("# note\npump,host=a v=1 1690000000000000000\n")).toBeGreaterThan(0.8);
    expect(sniff("time,a,b\n2024-01-01 00:00:00,1,2\n")).toBe(0);
    expect(sniff('ts=2024-01-01T00:00:00Z level=info msg="x"\n')).toBe(0);
    expect(sniff("[section]\nname = value\n")).toBe(0);
  });

  test("a member for each measurement, a column for each field of each series, tags that never vary left out", async () => {
    const text = `pump,host=a,site=x t=20.5,on=t 1690000000000000000
pump,site=x,host=b t=21.5,on=F 1690000000000000000
fan v=1i 1690000000000000000
pump,host=a,site=x t=22.5 1690000001500000000
`;
    const path = file(text);
    expect((await lineProtocol.members(path)).map(({ name }) => name)).toEqual(["pump", "fan"]);
    expect(await linesOf(text, "pump")).toEqual([
      "time\tt {host=a}\ton {host=a}\tt {host=b}\ton {host=b}",
      "2023-07-22T04:26:40Z\t20.5\t1\t21.5\t0",
      "2023-07-22T04:26:41.500Z\t22.5\t\t\t",
    ]);
    expect(await linesOf(text, "fan")).toEqual(["time\tv", "2023-07-22T04:26:40Z\t1"]);
  });

  test.each([
    ["1690000000", "2023-07-22T04:26:40Z"],
    ["1690000000123", "2023-07-22T04:26:40.123Z"],
    ["1690000000123456", "2023-07-22T04:26:40.123456Z"],
    ["1690000000123456789", "2023-07-22T04:26:40.123456789Z"],
    ["-1", "1969-12-31T23:59:59Z"],
  ])("%s counts what its number of digits says", async (time, iso) => {
    expect((await linesOf(`m v=1 ${time}`))[1]).toBe(`${iso}\t1`);
  });

  test("a line that is no point, and a point without a time among others, are kept out with their line and text", async () => {
    const lines = await linesOf("m v=1 1690000000\nno point\nm v=2\nm v=3 1690000002\n");
    expect(lines).toEqual(["time\tv", "2023-07-22T04:26:40Z\t1", "2023-07-22T04:26:42Z\t3", "\t\t#2 no point", "\t\t#3 m v=2"]);
  });

  test("points without any time are rows in their order", async () => {
    expect(await linesOf("m v=1,w=2\nm v=3\n")).toEqual(["v\tw", "1\t2", "3\t"]);
  });

  test("a column with two samples at one time has two rows", async () => {
    expect(await linesOf("m v=1 1690000000\nm v=2 1690000000\n")).toHaveLength(3);
  });

  test("points in any order become the rows that the same points in order become", async () => {
    const next = random(7);
    const points = Array.from({ length: 3000 }, (_, k) => `m,host=h${k % 3} v=${k} ${1690000000 + Math.floor(k / 3)}`);
    const shuffled = [...points.map((point) => ({ point, at: next() }))].sort((a, b) => a.at - b.at).map(({ point }) => point);
    const sorted = await linesOf(points.join("\n"));
    const [names, ...rows] = await linesOf(shuffled.join("\n"));
    const place = sorted[0]!.split("\t").map((name) => names!.split("\t").indexOf(name));
    expect(rows.map((row) => place.map((k) => row.split("\t")[k]).join("\t"))).toEqual(sorted.slice(1));
  });

  test("more series than anybody reads side by side are rows of tag, time and value", async () => {
    const lines = await linesOf(Array.from({ length: 2500 }, (_, k) => `m,id=${k} v=${k} 1690000000`).join("\n"));
    expect(lines.slice(0, 2)).toEqual(["tag\ttime\tvalue", "v {id=0}\t2023-07-22T04:26:40Z\t0"]);
    expect(lines).toHaveLength(2501);
  });

  test("a string may hold a line end; lines are counted through it", async () => {
    expect(await linesOf('m s="a\nb" 1690000000\nbad\n')).toEqual(["time\ts", "2023-07-22T04:26:40Z\ta b", "\t\t#3 bad"]);
  });

  test("a quote that is never closed costs one line", async () => {
    const rest = Array.from({ length: 2000 }, (_, k) => `m v=${k} ${1690000000 + k}`).join("\n");
    const lines = await linesOf(`m v=1,s="open 1690000000\n${rest}\n`);
    expect(lines).toHaveLength(2002);
    expect(lines.filter((line) => line.includes("#1 "))).toHaveLength(1);
  });
});
