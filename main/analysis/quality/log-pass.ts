import type { Frame } from "#shared/domain/frame.ts";
import type { TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { Blocks } from "./blocks.ts";
import { Distances } from "./distances.ts";
import type { LogFigures } from "./judge-log.ts";
import { TagPass } from "./tag-pass.ts";

interface LogPassInput {
  readonly rows: number;
  /** Time of the first and of the last row. */
  readonly log: TimeRange;
  readonly tags: readonly { readonly tag: string; readonly unit: string; readonly valid: number; readonly states: TagQuality["states"] }[];
  readonly seed: number;
}

/** One pass over a log, frame by frame in ascending order of time. Every frame holds the tags in the order they were named. */
export class LogPass {
  readonly #log: TimeRange;
  readonly #distances = new Distances();
  readonly #blocks: Blocks;
  readonly #tags: readonly TagPass[];
  #rows = 0;

  constructor({ rows, log, tags, seed }: LogPassInput) {
    this.#log = log;
    this.#blocks = new Blocks(rows);
    this.#tags = tags.map((tag, k) => new TagPass({ ...tag, log, seed: seed + k }));
  }

  take({ time, columns }: Frame): void {
    this.#rows += time.length;
    this.#distances.take(time);
    this.#blocks.take(time, time);
    columns.forEach(({ values }, k) => {
      this.#tags[k]!.take(time, values);
    });
  }

  finish(): LogFigures {
    return {
      rows: this.#rows,
      log: this.#log,
      distances: this.#distances,
      blocks: this.#blocks.finish(),
      tags: this.#tags.map((tag) => tag.finish()),
    };
  }
}
