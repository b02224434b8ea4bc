import { join } from "node:path";
import { afterEach, expect, test } from "vitest";
import { Cancelled } from "#shared/domain/problem.ts";
import { WorkerPool } from "../../../main/jobs/worker-pool.ts";

const pool = new WorkerPool(join(import.meta.dirname, "double.ts"));
afterEach(() => pool.close());

test("a task's typed arrays come back whole", async () => {
  expect(await pool.run("double", { values: Float64Array.of(1, Number.NaN, 3) })).toEqual({ values: Float64Array.of(2, Number.NaN, 6) });
});

test("a busy task hears a cancel through the shared flag", async () => {
  const abort = new AbortController();
  const ticks: number[] = [];
  const work = pool.run("long", null, {
    signal: abort.signal,
    onTick: (done) => {
      ticks.push(done);
      if (ticks.length === 3) abort.abort();
    },
  });
  await expect(work).rejects.toBeInstanceOf(Cancelled);
  expect(ticks.length).toBeGreaterThanOrEqual(3);
});

test("a task that hears nothing is stopped from outside", async () => {
  await expect(pool.run("deaf", null, { signal: AbortSignal.timeout(100) })).rejects.toBeInstanceOf(Cancelled);
}, 15_000);

test("a task's error arrives as a problem with its message", async () => {
  await expect(pool.run("fail", null)).rejects.toMatchObject({ problem: { code: "unexpected", message: "bearing seized" } });
});

test("a worker that dies fails its task and no other", async () => {
  await expect(pool.run("die", null)).rejects.toMatchObject({ problem: { code: "jobs.worker-died" } });
  expect(await pool.run("double", { values: Float64Array.of(4) })).toEqual({ values: Float64Array.of(8) });
});
