import { readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { afterAll, describe, expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { random } from "../../../../main/analysis/signal/random.ts";
import type { Container } from "../../../../main/importing/containers/container.ts";
import { json } from "../../../../main/importing/containers/json.ts";
import { lineProtocol } from "../../../../main/importing/containers/line-protocol.ts";
import { parquet } from "../../../../main/importing/containers/parquet.ts";
import { sqlite } from "../../../../main/importing/containers/sqlite.ts";
import { openDuckdb } from "../../../../main/store/signals/open-duckdb.ts";
import { tempFolder } from "../temp-folder.ts";

/** More rounds than a test run has time for: `FUZZ_ROUNDS=20 npx vitest run …`. */
const rounds = Number(process.env.FUZZ_ROUNDS ?? 1);
const folder = tempFolder();

const spices = [
  '"',
  "\\",
  "{",
  "}",
  "[",
  "]",
  ",",
  ":",
  "=",
  " ",
  "\n",
  "\r",
  "\t",
  "\0",
  "\ufeff",
  "9".repeat(40),
  "-",
  "1e999",
  "\\u",
  "\x7f",
].map((s) => Buffer.from(s));
const hostile = [0, 1, 0x7f, 0x80, 0xff];

function mutated(bytes: Buffer, next: () => number): Buffer {
  let made = Buffer.from(bytes);
  const times = 1 + Math.floor(next() * 4);
  for (let k = 0; k < times && made.length > 0; k++) {
    const at = Math.floor(next() * made.length);
    const kind = next();
    if (kind < 0.15) made = Buffer.from(made.subarray(0, at));
    else if (kind < 0.4) made[at] = Math.floor(next() * 256);
    else if (kind < 0.55)
      made.fill(hostile[Math.floor(next() * hostile.length)]!, at, Math.min(made.length, at + 1 + Math.floor(next() * 8)));
    else if (kind < 0.75) made = Buffer.concat([made.subarray(0, at), spices[Math.floor(next() * spices.length)]!, made.subarray(at)]);
    else if (kind < 0.9) made = Buffer.concat([made.subarray(0, at), made.subarray(Math.min(made.length, at + Math.floor(next() * 60)))]);
    else made = Buffer.concat([made, made.subarray(at, at + 300)]);
  }
  return made;
}

/** Takes everything out that can be; anything but a problem that names the file is a fault. Returns whether a table came out. */
async function survives(container: Container, bytes: Buffer): Promise<boolean> {
  const path = join(folder, "tried");
  const into = join(folder, "into");
  writeFileSync(path, bytes);
  container.sniff(bytes.subarray(0, 65_536), "tried");
  try {
    let tables = 0;
    for (const { name } of (await container.members(path)).slice(0, 3)) {
      rmSync(into, { force: true });
      await container.extract(path, name, into, quietRun(), () => {});
      const [names = "", ...lines] = readFileSync(into, "utf8").split("\n");
      const width = names.split("\t").length;
      // A line has the cells of the table, or one beyond them with what is no row.
      for (const line of lines)
        if (line !== "" && line.split("\t").length > width + 1) throw new Error(`too many cells: ${line.slice(0, 200)}`);
      await container.head?.(path, name, 1000);
      tables++;
    }
    return tables > 0;
  } catch (error) {
    if (error instanceof ProblemError && error.message.includes("tried")) return false;
    throw error;
  }
}

const tried = new Map<string, number>();
afterAll(() => {
  process.stdout.write(`inputs tried: ${[...tried].map(([id, n]) => `${id} ${n}`).join(", ")}\n`);
});

async function fuzz(container: Container, bytes: Buffer, mutations: number, cuts: number): Promise<number> {
  const next = random(bytes.length);
  let readable = 0;
  const one = async (input: Buffer, what: string) => {
    tried.set(container.id, (tried.get(container.id) ?? 0) + 1);
    try {
      if (await survives(container, input)) readable++;
    } catch (error) {
      throw new Error(`${what}: ${JSON.stringify(input.subarray(0, 3000).toString("latin1"))}`, { cause: error });
    }
  };
  for (let k = 0; k < mutations; k++) await one(mutated(bytes, next), `mutation ${k}`);
  for (let k = 0; k < cuts; k++) await one(bytes.subarray(0, Math.floor((bytes.length * k) / cuts)), `cut ${k}`);
  return readable;
}

const documents = [
  '{"t":"2024-01-01T00:00:00Z","a":1.5,"n":{"x":[1,2],"s":"q\\"\\u00e4"}}\n{"t":"2024-01-01T00:00:01Z","b":true}\n',
  '[{"a":1,"rows":[{"id":"x","v":1},{"id":"y","v":null}]},\n {"a":2}]',
  '{"columns":["t","v"],"index":[1,2],"data":[["a",1],["b",2]]}',
  '{"h":{"t":["x","y","z"],"v":[1,2,3]},"m":{"p":{"0":1,"1":2},"q":{"0":1,"1":2}}}',
];
const points = `# note
pump,host=a,site=x\\ y t=20.5,on=t,s="a \\"b\\" c" 1690000000000000000
pump,host=b,site=x t=-1e-3,n=5i,u=7u 1690000001000000000
fan v=1
pump,host=a,site=x t=21 1680000001000000000
`;

describe("damaged files", () => {
  test.each(documents.map((text, k) => [k, text] as const))("JSON document %i, mutated and cut, never fails", async (_, text) => {
    expect(await fuzz(json, Buffer.from(text), 120 * rounds, 40)).toBeGreaterThan(20);
  });

  test("line protocol, mutated and cut, never fails", async () => {
    expect(await fuzz(lineProtocol, Buffer.from(points.split("\n").slice(0, 3).join("\n")), 300 * rounds, 60)).toBeGreaterThan(100);
    expect(await fuzz(lineProtocol, Buffer.from(points), 10 * rounds, 0)).toBeGreaterThan(5);
  });

  test("a SQLite data base, mutated and cut, never fails", async () => {
    const path = join(folder, "sample.db");
    const db = new DatabaseSync(path);
    db.exec(
      "CREATE TABLE log(id INTEGER PRIMARY KEY, t TEXT, v REAL, b BLOB); CREATE INDEX i ON log(v); CREATE VIEW seen AS SELECT t, v FROM log",
    );
    const insert = db.prepare("INSERT INTO log(t, v, b) VALUES (?, ?, ?)");
    for (let k = 0; k < 300; k++) insert.run(`2024-01-01T00:00:${k}`, k / 7, k % 9 === 0 ? Buffer.alloc(5000, k) : null);
    db.close();
    expect(await fuzz(sqlite, readFileSync(path), 60 * rounds, 10)).toBeGreaterThan(5);
  });

  test("a Parquet file, mutated and cut, never fails", async () => {
    const path = join(folder, "sample.parquet");
    const duckdb = await openDuckdb({ threads: 1, memoryMB: 200 });
    try {
      const select =
        "SELECT range AS i, random() AS r, 'text ' || (range % 7) AS s, TIMESTAMP '2024-01-01' + INTERVAL (range) SECOND AS t, [range] AS l FROM range(3000)";
      await duckdb.connection.run(`COPY (${select}) TO '${path}' (FORMAT parquet, ROW_GROUP_SIZE 1000)`);
    } finally {
      duckdb.close();
    }
    const whole = readFileSync(path);
    await fuzz(parquet, whole, 12 * rounds, 4);
    // Most of what a file says of itself stands at its end.
    const next = random(5);
    const footer = whole.length - 8 - whole.readUInt32LE(whole.length - 8);
    let readable = 0;
    for (let k = 0; k < 12 * rounds; k++) {
      const input = Buffer.from(whole);
      for (let i = 0; i < 3; i++) input[footer + Math.floor(next() * (whole.length - footer))] = Math.floor(next() * 256);
      tried.set("parquet", (tried.get("parquet") ?? 0) + 1);
      if (await survives(parquet, input)) readable++;
    }
    expect(readable).toBeLessThan(12 * rounds);
  });
});
