/**
 * Loaded before everything else (`node --import`), in the engine and in each of its workers: every call that changes the disk becomes a
 * step, and something happens before it, as the environment says. Nothing in the product knows of it.
 *
 * FAULTS_FOLDER  only steps below this folder count, and those of SQLite
 * FAULTS_STEPS   file with one record per step, over all threads; as long as it is not there nothing is counted
 * FAULTS_IMAGES  before each step the folder is copied to a folder of its own in here, named by the step's number: what is on the disk is
 *                exactly what a process killed at this moment leaves behind. Copies equal to the one before are left out; how much of a
 *                file in `temp` is written makes no difference.
 * FAULTS_KILL    before this step (1 …) the process kills itself, beyond recall
 */
import fs from "node:fs";
import promises from "node:fs/promises";
import { syncBuiltinESMExports } from "node:module";
import { join } from "node:path";
import Database from "better-sqlite3";
import { imageName, recordBytes } from "./records.ts";

const { FAULTS_FOLDER: folder = "", FAULTS_IMAGES: images, FAULTS_KILL: killAt, FAULTS_STEPS: steps = "" } = process.env;
const temporary = join(folder, "temp");
const real = { ...fs };
let busy = false;

function step(name: string): void {
  if (busy || !real.existsSync(steps)) return;
  busy = true;
  try {
    real.appendFileSync(steps, name.padEnd(recordBytes));
    const count = real.statSync(steps).size / recordBytes;
    if (killAt !== undefined && count === Number(killAt)) process.kill(process.pid, "SIGKILL");
    if (images !== undefined) image(images, count);
  } finally {
    busy = false;
  }
}

function image(into: string, count: number): void {
  const state = join(into, "state");
  const now = listing(folder);
  if (real.existsSync(state) && real.readFileSync(state, "utf8") === now) return;
  real.writeFileSync(state, now);
  if (real.existsSync(folder)) real.cpSync(folder, join(into, imageName(count)), { recursive: true });
}

/** Every file, with its size and the moment of its last change unless it is temporary. */
function listing(at: string): string {
  const stat = real.statSync(at, { bigint: true, throwIfNoEntry: false });
  if (!stat) return "";
  if (!stat.isDirectory()) return at.startsWith(temporary) ? `${at}\n` : `${at} ${stat.size} ${stat.mtimeNs}\n`;
  return `${at}\n${real
    .readdirSync(at)
    .map((name) => listing(join(at, name)))
    .join("")}`;
}

type Wrappable = Record<string, (...args: unknown[]) => unknown>;

/** @param concerns whether a call with these arguments changes the folder */
function wrap(on: object, names: readonly string[], concerns: (args: unknown[]) => boolean): void {
  for (const name of names) {
    const before = (on as Wrappable)[name]!;
    (on as Wrappable)[name] = function (this: unknown, ...args: unknown[]) {
      if (concerns(args)) step(name);
      return before.apply(this, args);
    };
  }
}

const inside = ([path]: unknown[]): boolean => String(path).startsWith(folder);
const forWriting = ([path, flags]: unknown[]): boolean => inside([path]) && flags !== undefined && flags !== "r";
const always = (): boolean => true;

wrap(fs, ["mkdirSync", "renameSync", "rmSync", "writeFileSync", "unlinkSync", "copyFileSync", "truncateSync"], inside);
wrap(fs, ["openSync"], forWriting);
wrap(fs, ["writeSync", "fsyncSync"], always);
wrap(promises, ["mkdir", "rename", "rm", "writeFile", "unlink", "copyFile"], inside);
wrap(promises, ["open"], forWriting);
const handle = await promises.open(import.meta.filename);
wrap(Object.getPrototypeOf(handle), ["write", "writev", "writeFile", "sync", "datasync", "truncate"], always);
await handle.close();
syncBuiltinESMExports();

const db = new Database(":memory:");
wrap(Object.getPrototypeOf(db.prepare("SELECT 1")), ["run"], always);
wrap(Database.prototype, ["exec", "pragma"], always);
db.close();
