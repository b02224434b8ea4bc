/** Run in a process of its own: the peer's way from CSV to Parquet, with its own defaults; prints milliseconds, CPU milliseconds and rows as JSON. */
import { DuckDBInstance } from "@duckdb/node-api";

const [file, to] = process.argv.slice(2) as [string, string];
const begun = performance.now();
const instance = await DuckDBInstance.create(":memory:");
const connection = await instance.connect();
await connection.run(`COPY (SELECT * FROM read_csv('${file}')) TO '${to}' (FORMAT parquet, COMPRESSION zstd)`);
const ms = performance.now() - begun;
const cpu = process.cpuUsage();
const counted = await connection.runAndReadAll(`SELECT count(*)::INT FROM '${to}'`);
console.log(
  JSON.stringify({ ms, cpuMs: (cpu.user + cpu.system) / 1000, rows: counted.value(0, 0), peakGB: process.resourceUsage().maxRSS / 1e6 }),
);
