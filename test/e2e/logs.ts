import { once } from "node:events";
import { createWriteStream, writeFileSync } from "node:fs";
import { join } from "node:path";
import { freshFolder } from "./desk.ts";

/** Writes a log into a folder of its own; returns its path. */
export function writeLog(name: string, text: string | Buffer): string {
  const file = join(freshFolder(), name);
  writeFileSync(file, text);
  return file;
}

const two = (n: number): string => String(n).padStart(2, "0");
const german = (at: Date): string =>
  `${two(at.getUTCDate())}.${two(at.getUTCMonth() + 1)}.${at.getUTCFullYear()} ${two(at.getUTCHours())}:${two(at.getUTCMinutes())}:${two(at.getUTCSeconds())}`;
const comma = (value: number): string => value.toFixed(2).replace(".", ",");

/**
 * A log as a German PLC writes it: semicolons, decimal commas, day first, a row of units, Latin-1. Two hundred rows a minute apart, and in it
 * three words instead of numbers, one row twice, a gap of two hours, a line of prose, and half a line at the end.
 */
export function germanLog(): string {
  const start = Date.UTC(2024, 2, 13, 6);
  const row = (k: number, shift = 0): string => {
    const flow = k % 50 === 20 ? "I/O Timeout" : comma(40 + 5 * Math.sin(k / 9));
    return `${german(new Date(start + k * 60_000 + shift))};${flow};${comma(2 + Math.cos(k / 7) / 4)};${comma(21 + k / 100)}`;
  };
  const gap = 2 * 3_600_000;
  const lines = ["Zeit;Durchfluss;Druck;Öltemperatur", ";m³/h;bar;°C"];
  for (let k = 0; k < 120; k++) lines.push(row(k));
  lines.push(row(119)); // the logger was restarted and wrote its last row again
  lines.push("*** Neustart der Steuerung ***");
  for (let k = 120; k < 200; k++) lines.push(row(k, gap));
  return writeLog("förderpumpe.csv", Buffer.from(`${lines.join("\r\n")}\r\n13.03.2024 11:2`, "latin1"));
}

/** A plain log with ISO times: `values(row)` gives the cells of a row, null for an empty one. */
export function plainLog(
  header: readonly string[],
  rows: number,
  stepMs: number,
  values: (row: number) => readonly (number | null)[],
  start = Date.UTC(2024, 0, 1),
): string {
  const lines = [`time,${header.join(",")}`];
  for (let row = 0; row < rows; row++) {
    const cells = values(row).map((value) => (value === null ? "" : String(Math.round(value * 1000) / 1000)));
    lines.push(`${new Date(start + row * stepMs).toISOString()},${cells.join(",")}`);
  }
  return writeLog("log.csv", `${lines.join("\n")}\n`);
}

/** A log so large that its import can be stopped on the way. */
export async function largeLog(rows: number): Promise<string> {
  const file = join(freshFolder(), "large.csv");
  const out = createWriteStream(file);
  const tags = Array.from({ length: 40 }, (_, k) => `tag_${k}`);
  out.write(`time,${tags.join(",")}\n`);
  for (let row = 0; row < rows; row++) {
    const cells = tags.map((_, k) => (100 + ((row * (k + 3)) % 977) / 7).toFixed(3));
    if (!out.write(`${new Date(Date.UTC(2024, 0, 1) + row * 1000).toISOString()},${cells.join(",")}\n`)) await once(out, "drain");
  }
  out.end();
  await once(out, "close");
  return file;
}
