import { expect, test } from "vitest";
import type { Job } from "#shared/domain/job.ts";
import { problem } from "#shared/domain/problem.ts";
import { JobQueue } from "../../../main/jobs/job-queue.ts";

const request = (work: Parameters<JobQueue["start"]>[0]["work"]) => ({ kind: "train" as const, subject: "pca", work });
const wait = (signal: AbortSignal) => new Promise<void>((done) => signal.addEventListener("abort", () => done()));

test("jobs run one after another and end with their result", async () => {
  const queue = new JobQueue();
  const order: string[] = [];
  const first = queue.start(request(async () => order.push("first")));
  const second = queue.start(request(async () => order.push("second")));
  expect((await queue.ended(second.id)).status).toEqual({ state: "done", result: 2 });
  expect((await queue.ended(first.id)).status).toEqual({ state: "done", result: 1 });
  expect(order).toEqual(["first", "second"]);
});

test("a job that is cancelled while it waits never starts", async () => {
  const queue = new JobQueue();
  let started = false;
  const first = queue.start(request(({ signal }) => wait(signal)));
  const second = queue.start(
    request(async () => {
      started = true;
    }),
  );
  queue.cancel(second.id);
  queue.cancel(first.id);
  expect((await queue.ended(second.id)).status.state).toBe("cancelled");
  expect(started).toBe(false);
});

test("a running job that is cancelled stops at its next tick", async () => {
  const queue = new JobQueue();
  const job = queue.start(
    request(async ({ signal, tick }) => {
      await wait(signal);
      tick(1, 2);
    }),
  );
  setTimeout(() => queue.cancel(job.id), 20);
  expect((await queue.ended(job.id)).status.state).toBe("cancelled");
});

test("a failed job keeps its problem and lets the next one run", async () => {
  const queue = new JobQueue();
  const job = queue.start(
    request(async () => {
      throw problem("reference.too-short", "Too short.");
    }),
  );
  const next = queue.start(request(async () => "fine"));
  expect((await queue.ended(job.id)).status).toMatchObject({ state: "failed", problem: { code: "reference.too-short" } });
  expect((await queue.ended(next.id)).status).toEqual({ state: "done", result: "fine" });
});

test("whoever hears is told of every state in order", async () => {
  const queue = new JobQueue();
  const states: string[] = [];
  queue.onChange((job: Job) => states.push(job.status.state));
  await queue.ended(queue.start(request(async ({ tick }) => tick(1, 2))).id);
  expect(states).toEqual(["queued", "running", "running", "done"]);
});

test("what a network's losses are is told with the progress, and not once it does something else", async () => {
  const queue = new JobQueue();
  const told: unknown[] = [];
  queue.onChange(({ status }) => {
    if (status.state === "running" && status.total > 0) told.push(status.losses);
  });
  const losses = { training: [1, 0.5], validation: [1, 0.6] };
  const job = queue.start(
    request(async ({ tick }) => {
      tick(1, 3, "epochs", losses);
      tick(2, 3, "scoring");
    }),
  );
  await queue.ended(job.id);
  expect(told).toEqual([losses, undefined]);
});

test("a job that has ended cannot be cancelled any more", async () => {
  const queue = new JobQueue();
  const job = queue.start(request(async () => 1));
  await queue.ended(job.id);
  queue.cancel(job.id);
  expect(queue.list()[0]!.status.state).toBe("done");
});

test("a hearer that fails stops neither the job, nor the next one, nor the other hearers", async () => {
  const queue = new JobQueue();
  const heard: string[] = [];
  queue.onChange((job: Job) => {
    if (job.endedAt !== undefined) throw new Error("the disk is full");
  });
  queue.onChange((job: Job) => heard.push(job.status.state));
  const first = queue.start(request(async () => 1));
  const second = queue.start(request(async () => 2));
  expect((await queue.ended(first.id)).status).toEqual({ state: "done", result: 1 });
  expect((await queue.ended(second.id)).status).toEqual({ state: "done", result: 2 });
  expect(heard.filter((state) => state === "done")).toHaveLength(2);
});

test("a job that cannot be written down is not started", async () => {
  const queue = new JobQueue();
  let worked = false;
  queue.onChange(() => {
    throw problem("disk.full", "Full.");
  });
  const start = () =>
    queue.start(
      request(async () => {
        worked = true;
      }),
    );
  expect(start).toThrow("Full.");
  await queue.cancelAll();
  expect(worked).toBe(false);
  expect(queue.list()).toEqual([]);
});

test("cancelling all waits for a job that is started meanwhile", async () => {
  const queue = new JobQueue();
  let late: string | undefined;
  queue.start(
    request(async ({ signal }) => {
      await wait(signal);
      late = queue.start(request(({ signal: own }) => wait(own))).id;
    }),
  );
  await Promise.resolve();
  await queue.cancelAll();
  expect((await queue.ended(late!)).endedAt).toBeDefined();
});
