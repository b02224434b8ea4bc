import { chmodSync, mkdirSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { sayCoded } from "#shared/language/index.ts";
import type { Workbench } from "../../main/workbench/workbench.ts";
import { filesOf } from "./fingerprint.ts";
import { openWorkbench } from "./open-workbench.ts";
import { readEverything } from "./read-everything.ts";
import { type TinyDisk, tinyDisk } from "./tiny-disk.ts";
import { type WorkName, work } from "./work.ts";

const scratch = mkdtempSync(join(tmpdir(), "faults-"));
const logs = join(scratch, "logs");
mkdirSync(logs);
let bench: Workbench;
beforeAll(() => {
  bench = openWorkbench(join(scratch, "user"));
});
afterAll(async () => {
  await bench.close();
  if (typeof disk !== "string") disk.remove();
  rmSync(scratch, { recursive: true, force: true });
}, 60_000);

const codeOf = (error: unknown): string => {
  if (!(error instanceof ProblemError)) throw error;
  expect(sayCoded("zh", error.problem)).toMatch(/^[^{}]*\p{Script=Han}[^{}]*$/u);
  return error.problem.code;
};
/** A question whose answer may come, or fail, at once or later. */
const asked = async (question: () => unknown): Promise<unknown> => question();
/** What became of work that may fail: the code of its problem, or `done`. */
const outcome = (doing: Promise<unknown>): Promise<string> => doing.then(() => "done", codeOf);

const disk = tinyDisk(12);
const full = ["disk.full", "signals.not-written"];

describe.skipIf(typeof disk === "string")(`on a full disk${typeof disk === "string" ? ` (skipped: ${disk})` : ""},`, () => {
  // A skipped group is still read from top to bottom.
  const { folder, leave, free, protect } = typeof disk === "string" ? ({ folder: "" } as TinyDisk) : disk;
  const project = join(folder, "project");
  /** What is kept, beside the list of jobs. */
  const kept = async () => {
    const { health, importing, efficiency, report, project: area } = bench.handlers;
    const [asset] = await area.assets({});
    const assetId = asset?.id ?? "";
    const models = await health.models({ assetId });
    return JSON.stringify([
      await importing.list({}),
      models,
      await Promise.all(models.map(({ id: modelId }) => health.episodes({ modelId }))),
      await efficiency.models({ assetId }),
      await report.list({ assetId }),
      (await area.audit({ limit: 1000 })).entries,
      filesOf(project),
    ]);
  };

  test("no project is made, and one is once there is room", async () => {
    leave(0);
    expect(await outcome(asked(() => bench.handlers.project.create({ folder: project, name: "Pump house" })))).toBe("project.not-writable");
    free();
    await bench.handlers.project.create({ folder: project, name: "Pump house" });
  });

  const works: [WorkName, number[]][] = [
    ["import", [0, 20, 60]],
    ["train", [0, 20, 60]],
    ["score again", [0, 20, 60]],
    ["efficiency", [4]],
    ["report", [0, 20, 60]],
  ];
  test.each(works)("%s says so and changes nothing, wherever the room ends, and works once there is room", async (name, kilobytesLeft) => {
    const before = await kept();
    const outcomes: string[] = [];
    for (const kilobytes of kilobytesLeft) {
      leave(kilobytes * 1024);
      const result = await outcome(work[name]({ bench, logs }));
      outcomes.push(result);
      if (result === "done") break;
      expect(full).toContain(result);
      expect(await kept()).toBe(before);
      expect(readdirSync(join(project, "temp"))).toEqual([]);
    }
    expect(outcomes[0]).not.toBe("done");
    free();
    if (outcomes.at(-1) !== "done") await work[name]({ bench, logs });
    expect(await kept()).not.toBe(before);
    await readEverything(bench);
  });

  test("a project opens, and what it holds can be read", async () => {
    await bench.handlers.project.close({});
    leave(0);
    await bench.handlers.project.open({ folder: project });
    await readEverything(bench);
    free();
    await bench.handlers.project.close({});
  });

  test("a project that may not be written to is refused, and opens once it may", async () => {
    protect(true);
    const { open, create } = bench.handlers.project;
    try {
      expect(await outcome(asked(() => open({ folder: project })))).toBe("project.not-writable");
      expect(await outcome(asked(() => create({ folder: join(folder, "other"), name: "x" })))).toBe("project.not-writable");
    } finally {
      protect(false);
    }
    await bench.handlers.project.open({ folder: project });
    await readEverything(bench);
    await bench.handlers.project.close({});
  });

  test("settings that cannot be written say so, and a project opens all the same", async () => {
    const own = openWorkbench(join(folder, "user"));
    leave(0);
    expect(await outcome(asked(() => own.handlers.system.change({ language: "zh" })))).toBe("disk.full");
    await own.handlers.project.open({ folder: project });
    await readEverything(own);
    await own.close();
    free();
  });
});

// Whoever is root may write everywhere, whatever the folder says.
const root = process.getuid?.() === 0;
test.skipIf(root || process.platform === "win32")(
  `a folder that is write-protected is refused${root ? " (skipped: root may write to it)" : ""}`,
  async () => {
    const folder = join(scratch, "protected");
    await bench.handlers.project.create({ folder, name: "Pump house" });
    await bench.handlers.project.close({});
    chmodSync(join(folder, "catalog.sqlite"), 0o444);
    chmodSync(folder, 0o555);
    try {
      const { open, create } = bench.handlers.project;
      expect(await outcome(asked(() => open({ folder })))).toBe("project.not-writable");
      expect(await outcome(asked(() => create({ folder: join(folder, "new"), name: "x" })))).toBe("project.not-writable");
    } finally {
      chmodSync(folder, 0o755);
      chmodSync(join(folder, "catalog.sqlite"), 0o644);
    }
    await bench.handlers.project.open({ folder });
    await bench.handlers.project.close({});
  },
);
