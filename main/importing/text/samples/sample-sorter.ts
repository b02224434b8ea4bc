import { closeSync, mkdtempSync, openSync, readSync, rmSync, writeSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { ascendingOrder } from "./ascending-order.ts";

const mostHeld = 1 << 21; // samples in memory: 40 MB, as much again while they are put in order
const leastHeld = 1 << 14;
const chunk = 1 << 13; // samples of one run in memory while runs are merged
const sampleBytes = 20;

/** Some samples in the order of time. Valid until the next are asked for. */
export interface SampleChunk {
  readonly time: Float64Array;
  readonly series: Int32Array;
  readonly value: Float64Array;
  readonly from: number;
  readonly to: number;
}

interface Run {
  readonly offset: number;
  readonly count: number;
}

/**
 * Puts any number of samples into the order of time in bounded memory: what does not fit is written to a temporary file as sorted runs, which
 * are merged when the samples are asked for. Samples of one time keep the order they came in.
 */
export class SampleSorter {
  #time = new Float64Array(leastHeld);
  #series = new Int32Array(leastHeld);
  #value = new Float64Array(leastHeld);
  #held = 0;
  #folder: string | undefined;
  #file: number | undefined;
  #written = 0;
  readonly #runs: Run[] = [];
  readonly #most: number;

  /** @param most samples held in memory; tests make it small. */
  constructor(most: number = mostHeld) {
    this.#most = most;
  }

  add(time: number, series: number, value: number): void {
    let k = this.#held;
    if (k >= this.#time.length || k >= this.#most) {
      this.#makeRoom();
      k = this.#held;
    }
    this.#time[k] = time;
    this.#series[k] = series;
    this.#value[k] = value;
    this.#held = k + 1;
  }

  #makeRoom(): void {
    if (this.#held >= this.#most) {
      this.#spill();
      return;
    }
    const size = this.#time.length * 2;
    const { time, series, value } = { time: new Float64Array(size), series: new Int32Array(size), value: new Float64Array(size) };
    time.set(this.#time);
    series.set(this.#series);
    value.set(this.#value);
    this.#time = time;
    this.#series = series;
    this.#value = value;
  }

  /** All samples, once; the temporary file is gone when they have been taken or the loop is left. */
  *sorted(): Generator<SampleChunk> {
    try {
      if (this.#runs.length === 0) {
        const { time, series, value } = this.#inOrder();
        yield { time, series, value, from: 0, to: this.#held };
        return;
      }
      if (this.#held > 0) this.#spill();
      // From here on only a piece of every run is in memory.
      this.#time = this.#value = new Float64Array(0);
      this.#series = new Int32Array(0);
      yield* this.#merged();
    } finally {
      this.close();
    }
  }

  close(): void {
    if (this.#file !== undefined) closeSync(this.#file);
    this.#file = undefined;
    if (this.#folder !== undefined) rmSync(this.#folder, { recursive: true, force: true });
    this.#folder = undefined;
  }

  #inOrder(): { time: Float64Array; series: Int32Array; value: Float64Array } {
    const count = this.#held;
    const [time, series, value] = [this.#time, this.#series, this.#value];
    const order = ascendingOrder(time, count);
    if (!order) return { time, series, value };
    const sorted = { time: new Float64Array(count), series: new Int32Array(count), value: new Float64Array(count) };
    for (let k = 0; k < count; k++) {
      const i = order[k]!;
      sorted.time[k] = time[i]!;
      sorted.series[k] = series[i]!;
      sorted.value[k] = value[i]!;
    }
    return sorted;
  }

  /** A run on disk: its times, then its series, then its values. */
  #spill(): void {
    if (this.#file === undefined) {
      this.#folder = mkdtempSync(join(tmpdir(), "onepercent-samples-"));
      this.#file = openSync(join(this.#folder, "runs"), "w+");
    }
    const count = this.#held;
    const { time, series, value } = this.#inOrder();
    const offset = this.#written;
    for (const part of [time.subarray(0, count), series.subarray(0, count), value.subarray(0, count)]) {
      const bytes = new Uint8Array(part.buffer, part.byteOffset, part.byteLength);
      for (let done = 0; done < bytes.length; ) {
        done += writeSync(this.#file, bytes, done, bytes.length - done, this.#written + done);
      }
      this.#written += bytes.length;
    }
    this.#runs.push({ offset, count });
    this.#held = 0;
  }

  *#merged(): Generator<SampleChunk> {
    const runs = this.#runs.map((run, k) => new RunReader(this.#file!, run, k));
    const heap = new RunHeap(runs.filter((run) => run.fill()));
    const out = { time: new Float64Array(chunk), series: new Int32Array(chunk), value: new Float64Array(chunk) };
    let filled = 0;
    for (let top = heap.top; top; top = heap.top) {
      const rival = heap.second;
      const { time, series, value, length } = top;
      // All that this run has before the next one begins goes at one look.
      const limit = rival ? rival.time[rival.at]! : Number.POSITIVE_INFINITY;
      const first = !rival || top.index < rival.index;
      let i = top.at;
      const most = Math.min(length, i + chunk - filled);
      do {
        out.time[filled] = time[i]!;
        out.series[filled] = series[i]!;
        out.value[filled++] = value[i++]!;
      } while (i < most && (time[i]! < limit || (first && time[i] === limit)));
      if (filled === chunk) {
        yield { ...out, from: 0, to: filled };
        filled = 0;
      }
      top.at = i;
      if (i < length || top.fill()) heap.sink();
      else heap.drop();
    }
    if (filled > 0) yield { ...out, from: 0, to: filled };
  }
}

class RunReader {
  time = new Float64Array(chunk);
  series = new Int32Array(chunk);
  value = new Float64Array(chunk);
  at = 0;
  length = 0;
  readonly index: number;
  #done = 0;
  readonly #file: number;
  readonly #run: Run;

  constructor(file: number, run: Run, index: number) {
    this.#file = file;
    this.#run = run;
    this.index = index;
  }

  /** The next samples of the run; false at its end. */
  fill(): boolean {
    const { offset, count } = this.#run;
    const length = Math.min(chunk, count - this.#done);
    if (length === 0) return false;
    this.#read(this.time, 8, offset + 8 * this.#done, length);
    this.#read(this.series, 4, offset + 8 * count + 4 * this.#done, length);
    this.#read(this.value, 8, offset + 12 * count + 8 * this.#done, length);
    this.#done += length;
    this.length = length;
    this.at = 0;
    return true;
  }

  #read(into: Float64Array | Int32Array, size: number, offset: number, length: number): void {
    const bytes = new Uint8Array(into.buffer, 0, size * length);
    for (let done = 0; done < bytes.length; ) {
      const read = readSync(this.#file, bytes, done, bytes.length - done, offset + done);
      if (read === 0) throw new Error(`The sorted samples end at byte ${offset + done}; ${sampleBytes} bytes a sample were written.`);
      done += read;
    }
  }
}

/** The run whose next sample is the earliest on top; of equal times the run written first. */
class RunHeap {
  readonly #runs: RunReader[];

  constructor(runs: RunReader[]) {
    this.#runs = runs.sort((a, b) => (isBefore(a, b) ? -1 : 1));
  }

  get top(): RunReader | undefined {
    return this.#runs[0];
  }

  /** The run that comes next when the top is used up. */
  get second(): RunReader | undefined {
    const [, a, b] = this.#runs;
    return a && b && isBefore(b, a) ? b : a;
  }

  /** The top has gone forward. */
  sink(): void {
    const runs = this.#runs;
    const moved = runs[0]!;
    let k = 0;
    for (;;) {
      let child = 2 * k + 1;
      if (child >= runs.length) break;
      if (child + 1 < runs.length && isBefore(runs[child + 1]!, runs[child]!)) child++;
      if (!isBefore(runs[child]!, moved)) break;
      runs[k] = runs[child]!;
      k = child;
    }
    runs[k] = moved;
  }

  drop(): void {
    const last = this.#runs.pop()!;
    if (this.#runs.length === 0) return;
    this.#runs[0] = last;
    this.sink();
  }
}

function isBefore(a: RunReader, b: RunReader): boolean {
  const [x, y] = [a.time[a.at]!, b.time[b.at]!];
  return x < y || (x === y && a.index < b.index);
}
