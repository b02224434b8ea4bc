import { sortedQuantile } from "../signal/quantile.ts";

const mostBlocks = 512;
const leastSamples = 32; // of a block: what a median needs to be worth something
const mostLooked = 1024; // samples of a block its median is taken of, evenly spread over it

/** Samples that follow each other, summed up. */
export interface Block {
  readonly from: number;
  readonly to: number;
  readonly samples: number;
  readonly median: number;
  /** Median distance of its samples, ms. */
  readonly intervalMs: number;
}

/** Cuts a record into at most 512 blocks of as many samples each, and keeps of each its median. */
export class Blocks {
  readonly #size: number;
  readonly #step: number;
  readonly #looked: Float64Array;
  readonly #distances: Float64Array;
  readonly #blocks: Block[] = [];
  #samples = 0;
  #filled = 0;
  #measured = 0;
  #from = Number.NaN;
  #last = Number.NaN;

  /** @param samples how many will be taken in all. */
  constructor(samples: number) {
    const count = Math.max(1, Math.min(mostBlocks, Math.floor(samples / leastSamples)));
    this.#size = Math.max(1, Math.ceil(samples / count));
    this.#step = Math.max(1, Math.floor(this.#size / mostLooked));
    const room = Math.ceil(this.#size / this.#step);
    this.#looked = new Float64Array(room);
    this.#distances = new Float64Array(room);
  }

  /** @param values [samples] good ones, no NaN. */
  take(time: Float64Array, values: Float64Array): void {
    for (let i = 0; i < values.length; i++) {
      const at = time[i]!;
      if (this.#samples === 0) this.#from = at;
      if (this.#samples % this.#step === 0) {
        this.#looked[this.#filled++] = values[i]!;
        if (this.#samples > 0) this.#distances[this.#measured++] = at - this.#last;
      }
      this.#last = at;
      if (++this.#samples === this.#size) this.#close();
    }
  }

  /** Ends the record; a last block of less than half the usual samples is left out where there are others. */
  finish(): Block[] {
    if (this.#samples > 0 && (this.#samples * 2 >= this.#size || this.#blocks.length === 0)) this.#close();
    return this.#blocks;
  }

  #close(): void {
    const middle = (of: Float64Array, count: number): number => sortedQuantile(of.subarray(0, count).sort(), 0.5);
    this.#blocks.push({
      from: this.#from,
      to: this.#last,
      samples: this.#samples,
      median: middle(this.#looked, this.#filled),
      intervalMs: middle(this.#distances, this.#measured),
    });
    this.#samples = 0;
    this.#filled = 0;
    this.#measured = 0;
  }
}
