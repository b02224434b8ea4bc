import { randomUUID } from "node:crypto";
import type { Job, JobKind, JobStatus } from "#shared/domain/job.ts";
import type { LossCurve } from "#shared/domain/loss-curve.ts";
import { Cancelled, problem, toProblem } from "#shared/domain/problem.ts";

/** What a job is given while it runs. */
export interface JobRun {
  readonly signal: AbortSignal;
  /** Reports progress; throws `Cancelled` once a person has asked to stop. */
  tick(done: number, total: number, note?: string, losses?: LossCurve): void;
}

export interface JobRequest {
  kind: JobKind;
  subject: string;
  /** Commits whole or not at all; what it returns is the job's result. */
  work: (run: JobRun) => Promise<unknown>;
}

/** One job after another; each is reported as it moves, and kept by whoever hears. */
export class JobQueue {
  readonly #jobs = new Map<string, Job>();
  readonly #aborts = new Map<string, AbortController>();
  readonly #ended = new Map<string, Promise<Job>>();
  readonly #hearers = new Set<(job: Job) => void>();
  #tail: Promise<unknown> = Promise.resolve();

  onChange(hear: (job: Job) => void): () => void {
    this.#hearers.add(hear);
    return () => void this.#hearers.delete(hear);
  }

  /** The newest first. */
  list(): Job[] {
    return [...this.#jobs.values()].reverse();
  }

  /** Puts back jobs known from an earlier life of the engine. */
  restore(jobs: readonly Job[]): void {
    for (const job of jobs) this.#jobs.set(job.id, job);
  }

  /** Throws what a hearer throws, and then starts nothing: a job that cannot be written down is none. */
  start({ kind, subject, work }: JobRequest): Job {
    const job: Job = { id: randomUUID(), kind, subject, startedAt: Date.now(), status: { state: "queued" } };
    const abort = new AbortController();
    try {
      this.#set(job.id, job);
    } catch (error) {
      this.#jobs.delete(job.id);
      throw error;
    }
    this.#aborts.set(job.id, abort);
    const done = this.#tail.then(() => this.#perform(job.id, work, abort.signal));
    this.#tail = done;
    this.#ended.set(job.id, done);
    return job;
  }

  /** Resolves when the job has ended, in whatever way. */
  async ended(id: string): Promise<Job> {
    const job = await (this.#ended.get(id) ?? this.#jobs.get(id));
    if (!job) throw problem("jobs.unknown", `There is no job "${id}".`, { id });
    return job;
  }

  cancel(id: string): void {
    this.#aborts.get(id)?.abort();
  }

  /** Resolves when no job is left, those included that are started meanwhile. */
  async cancelAll(): Promise<void> {
    while (this.#aborts.size > 0) {
      for (const abort of this.#aborts.values()) abort.abort();
      await this.#tail;
    }
  }

  /** Forgets ended jobs. */
  clear(): void {
    for (const job of this.#jobs.values()) if (job.endedAt !== undefined) this.#jobs.delete(job.id);
  }

  async #perform(id: string, work: JobRequest["work"], signal: AbortSignal): Promise<Job> {
    const began = performance.now();
    const tick: JobRun["tick"] = (done, total, note, losses) => {
      if (signal.aborted) throw new Cancelled();
      const spent = performance.now() - began;
      const share = total > 0 ? done / total : 0;
      const status: JobStatus = { state: "running", done, total };
      if (note !== undefined) status.note = note;
      if (losses !== undefined) status.losses = losses;
      if (share > 0.02 && spent > 500) status.leftMs = (spent / share) * (1 - share);
      this.#set(id, { status });
    };
    let end: JobStatus;
    try {
      tick(0, 0);
      end = { state: "done", result: await work({ signal, tick }) };
    } catch (error) {
      end = error instanceof Cancelled ? { state: "cancelled" } : { state: "failed", problem: toProblem(error) };
    }
    this.#aborts.delete(id);
    try {
      return this.#set(id, { status: end, endedAt: Date.now() });
    } catch {
      return this.#jobs.get(id)!; // it has ended, whether or not that could be written down
    }
  }

  #set(id: string, change: Partial<Job>): Job {
    const job = { ...this.#jobs.get(id), ...change } as Job;
    this.#jobs.set(id, job);
    const failures: unknown[] = [];
    for (const hear of this.#hearers) {
      try {
        hear(job);
      } catch (error) {
        failures.push(error); // the other hearers are told all the same
      }
    }
    if (failures.length > 0) throw failures[0];
    return job;
  }
}
