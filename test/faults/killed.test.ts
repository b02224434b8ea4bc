import { spawn } from "node:child_process";
import { once } from "node:events";
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { ProblemError } from "#shared/domain/problem.ts";
import type { Workbench } from "../../main/workbench/workbench.ts";
import { fingerprint } from "./fingerprint.ts";
import { openWorkbench } from "./open-workbench.ts";
import { readEverything } from "./read-everything.ts";
import { imageName, recordBytes } from "./records.ts";
import { type WorkName, work, workNames } from "./work.ts";

const scratch = mkdtempSync(join(tmpdir(), "faults-"));
const project = join(scratch, "project");
const images = join(scratch, "images");
const logs = join(scratch, "logs");
let bench: Workbench;

interface Worked {
  /** Of each piece of work, the numbers of its first and last step. */
  spans: Map<string, { first: number; last: number }>;
  /** What each step was, the first at 0. */
  steps: string[];
  signal: NodeJS.Signals | null;
}

/** Does the work in a process of its own whose every change of the disk is watched. */
async function inProcess(folder: string, names: readonly string[], env: Record<string, string>): Promise<Worked> {
  const steps = join(mkdtempSync(join(scratch, "steps-")), "steps");
  const args = ["--import", join(import.meta.dirname, "disk-steps.ts"), join(import.meta.dirname, "do-work.ts"), folder, scratch, ...names];
  const child = spawn(process.execPath, args, { env: { ...process.env, FAULTS_FOLDER: folder, FAULTS_STEPS: steps, ...env } });
  let out = "";
  let complaint = "";
  child.stdout.on("data", (text) => (out += text));
  child.stderr.on("data", (text) => (complaint += text));
  const [code, signal] = (await once(child, "close")) as [number | null, NodeJS.Signals | null];
  if (code !== 0 && signal !== "SIGKILL") throw new Error(`The work failed: ${complaint}`);
  const spans: Worked["spans"] = new Map();
  for (const [, mark, name, count] of out.matchAll(/^(BEGIN|END) (.+) (\d+)$/gm)) {
    if (mark === "BEGIN") spans.set(name!, { first: Number(count) + 1, last: Number.NaN });
    else spans.get(name!)!.last = Number(count);
  }
  const record = readFileSync(steps, "latin1");
  const list = Array.from({ length: record.length / recordBytes }, (_, k) => record.slice(k * recordBytes, (k + 1) * recordBytes).trim());
  return { spans, steps: list, signal };
}

/** Opens a project as the next start of the program does, and holds what it finds against what must be. */
async function recovered(folder: string): Promise<{ state: string; jobs: { kind: string; state: string }[] }> {
  await bench.handlers.project.open({ folder });
  const jobs = (await bench.handlers.jobs.list({})).map(({ kind, status }) => ({ kind, state: status.state }));
  const { intact } = await bench.handlers.project.audit({ limit: 1 });
  await bench.handlers.project.close({});
  expect(intact).toBe(true);
  expect(readdirSync(join(folder, "temp"))).toEqual([]);
  for (const { state } of jobs) expect(["done", "interrupted"]).toContain(state);
  return { state: fingerprint(folder), jobs };
}

/** The disk before a step, as a project of its own, because opening it changes it. Images equal to the one before them were not kept. */
function copyOf(step: number): string {
  const image = taken.findLast((other) => other <= step)!;
  const copy = join(mkdtempSync(join(scratch, "copy-")), "project");
  cpSync(join(images, imageName(image)), copy, { recursive: true });
  return copy;
}

let all: Worked;
let taken: number[] = [];
/** The project as each piece of work found it, by name, and `end`. */
const stateBefore = new Map<string, string>();
const nextOf = (name: string): string => workNames[workNames.indexOf(name as WorkName) + 1] ?? "end";

beforeAll(async () => {
  mkdirSync(images);
  bench = openWorkbench(join(scratch, "user-of-the-test"));
  all = await inProcess(project, ["create", ...workNames], { FAULTS_IMAGES: images });
  taken = readdirSync(images)
    .filter((name) => name !== "state")
    .map(Number);
  for (const name of workNames) stateBefore.set(name, (await recovered(copyOf(all.spans.get(name)!.first))).state);
  stateBefore.set("end", (await recovered(project)).state);
}, 120_000);
afterAll(async () => {
  await bench.close();
  rmSync(scratch, { recursive: true, force: true });
}, 60_000);

describe("killed before any one of its steps,", () => {
  test("the making of a project leaves a project, or a folder in which one can be made", async () => {
    const { last } = all.spans.get("create")!;
    const met = { made: 0, none: 0 };
    for (const step of taken.filter((number) => number <= last + 1)) {
      const folder = copyOf(step);
      try {
        await bench.handlers.project.open({ folder });
        met.made++;
      } catch (error) {
        expect((error as ProblemError).problem.code).toBe("project.none");
        await bench.handlers.project.create({ folder, name: "Once more" });
        met.none++;
      }
      expect((await bench.handlers.project.audit({ limit: 10 })).entries.map((entry) => entry.action)).toEqual(["project.created"]);
      await bench.handlers.project.close({});
      expect(readdirSync(folder).filter((name) => name.startsWith("catalog"))).toEqual(["catalog.sqlite"]);
    }
    expect(met.made).toBeGreaterThan(0);
    expect(met.none).toBeGreaterThan(5);
  });

  test.each(workNames)("%s leaves the project as before or as after, and can be done again", async (name) => {
    const { first, last } = all.spans.get(name)!;
    const before = stateBefore.get(name)!;
    const after = stateBefore.get(nextOf(name))!;
    expect(before).not.toBe(after);
    let lastBefore = first;
    let done = false;
    for (const step of taken.filter((number) => number >= first && number <= last)) {
      const { state, jobs } = await recovered(copyOf(step));
      const found = state === before ? "before" : state === after ? "after" : "neither";
      expect(found, `before step ${step - first + 1}, ${all.steps[step - 1]}`).toBe(
        done ? "after" : found === "neither" ? "before" : found,
      );
      done ||= found === "after";
      if (!done) lastBefore = step;
      // What the job had not committed is gone, and the job says so.
      const kinds = jobs.filter(({ state }) => state === "interrupted");
      expect(kinds.length).toBeLessThanOrEqual(1);
    }
    const folder = copyOf(lastBefore);
    await bench.handlers.project.open({ folder });
    await readEverything(bench);
    await work[name]({ bench, logs });
    await readEverything(bench);
    await bench.handlers.project.close({});
  });

  test("the opening of a project after that opens all the same the next time", async () => {
    const { first, last } = all.spans.get("train")!;
    const folder = copyOf(Math.round(first + 0.8 * (last - first)));
    const own = join(scratch, "images-of-opening");
    mkdirSync(own);
    await inProcess(folder, ["open"], { FAULTS_IMAGES: own });
    const found = readdirSync(own).filter((image) => image !== "state");
    expect(found.length).toBeGreaterThan(2);
    for (const image of found) expect((await recovered(join(own, image))).state).toBe(stateBefore.get("train"));
  });
});

describe("really killed,", () => {
  /** Kills the process that does the work before the step of that number, and opens what it left. */
  async function killedAt(name: WorkName, step: number) {
    const folder = copyOf(all.spans.get(name)!.first);
    const { signal, steps } = await inProcess(folder, [name], { FAULTS_KILL: String(step) });
    expect(signal).toBe("SIGKILL");
    expect(steps).toHaveLength(step);
    return { ...(await recovered(folder)), folder };
  }

  test.each([
    ["import", "import"],
    ["train", "train"],
    ["score again", "score"],
    ["report", "report"],
  ] as const)("%s between its files and their rows leaves the project as before, and an interrupted job", async (name, kind) => {
    const { first, last } = all.spans.get(name)!;
    const steps = all.steps.slice(first - 1, last);
    // The last rename puts the files in their place; the first statement after it begins the transaction of their rows.
    const commit = steps.indexOf("run", steps.lastIndexOf("renameSync")) + 1;
    expect(commit).toBeGreaterThan(1);
    const { state, jobs } = await killedAt(name, commit);
    expect(state).toBe(stateBefore.get(name));
    expect(jobs).toContainEqual({ kind, state: "interrupted" });
  });

  test.each(["import", "train"] as const)(
    "%s in the middle of its work leaves the project as before, and works the next time",
    async (name) => {
      const { first, last } = all.spans.get(name)!;
      const { state, folder } = await killedAt(name, Math.round((last - first) / 3));
      expect(state).toBe(stateBefore.get(name));
      await bench.handlers.project.open({ folder });
      await work[name]({ bench, logs });
      await readEverything(bench);
      await bench.handlers.project.close({});
      expect(existsSync(join(folder, "catalog.unfinished"))).toBe(false);
    },
  );
});
