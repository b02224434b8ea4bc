import type { TagQuality } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { Blocks } from "./blocks.ts";
import { Distances } from "./distances.ts";
import { Extreme } from "./extremes.ts";
import { FlatRuns } from "./flat-runs.ts";
import { Greatest } from "./greatest.ts";
import { Hampel } from "./hampel.ts";
import { OctaveTally } from "./octave-tally.ts";
import { type PhysicalLimits, physicalLimits } from "./physical-limits.ts";
import { Shape } from "./shape.ts";
import type { TagFigures } from "./tag-figures.ts";
import { Thinned } from "./thinned.ts";

const keptLeaps = 256;
const keptExtremes = 256;
const keptJumps = 256;

interface TagPassInput {
  readonly tag: string;
  readonly unit: string;
  /** Good samples that will be taken in all. */
  readonly valid: number;
  readonly log: TimeRange;
  readonly states: TagQuality["states"];
  readonly seed: number;
}

/** One pass over the samples of a tag, stretch by stretch in ascending order of time; memory does not grow with their number. */
export class TagPass {
  readonly #input: TagPassInput;
  readonly #limits: PhysicalLimits | undefined;
  readonly #distances = new Distances();
  readonly #flat = new FlatRuns();
  readonly #hampel = new Hampel();
  readonly #deviations = new OctaveTally();
  readonly #leaps = new Greatest(keptLeaps);
  readonly #jumps = new Greatest(keptJumps);
  readonly #lowest = new Extreme(-1);
  readonly #highest = new Extreme(1);
  readonly #least = new Greatest(keptExtremes);
  readonly #greatest = new Greatest(keptExtremes);
  readonly #blocks: Blocks;
  readonly #chosen: Thinned;
  readonly #shape: Shape;
  #rows = 0;
  #valid = 0;
  #from = Number.NaN;
  #to = Number.NaN;
  #last = Number.NaN;
  #rises = 0;
  #falls = 0;
  #beyond = { count: 0, worst: Number.NaN, far: 0, from: Number.NaN, to: Number.NaN };

  constructor(input: TagPassInput) {
    this.#input = input;
    this.#limits = physicalLimits(input.unit);
    this.#blocks = new Blocks(input.valid);
    this.#chosen = new Thinned(input.valid, input.seed);
    this.#shape = new Shape(input.log);
  }

  /** @param values [rows] NaN where there is no good sample; infinities count as none. */
  take(allTime: Float64Array, all: Float64Array): void {
    this.#rows += all.length;
    const { time, values } = goodOnly(allTime, all);
    if (values.length === 0) return;
    this.#valid += values.length;
    if (Number.isNaN(this.#from)) this.#from = time[0]!;
    this.#to = time[time.length - 1]!;
    this.#distances.take(time);
    this.#flat.take(time, values);
    this.#hampel.take(time, values, (deviation, at, value) => {
      this.#deviations.add(deviation);
      if (deviation > this.#leaps.bar) this.#leaps.add(deviation, at, at, value);
    });
    this.#lowest.take(time, values);
    this.#highest.take(time, values);
    this.#blocks.take(time, values);
    this.#chosen.take(values);
    this.#shape.take(time, values);
    this.#compare(time, values);
  }

  finish(): TagFigures {
    const { tag, unit, log, states } = this.#input;
    const { far: _, ...beyond } = this.#beyond;
    return {
      tag,
      unit,
      rows: this.#rows,
      valid: this.#valid,
      log,
      from: this.#from,
      to: this.#to,
      states,
      distances: this.#distances,
      rises: this.#rises,
      falls: this.#falls,
      runs: this.#flat.finish(),
      deviations: this.#deviations,
      leaps: this.#leaps.list(),
      jumps: this.#jumps.list(),
      lowest: this.#lowest.rail(),
      highest: this.#highest.rail(),
      least: this.#least.list(),
      greatest: this.#greatest.list(),
      limits: this.#limits,
      beyond,
      blocks: this.#blocks.finish(),
      chosen: this.#chosen.finish(),
      shape: this.#shape.finish(),
    };
  }

  #compare(time: Float64Array, values: Float64Array): void {
    const low = this.#limits ? this.#limits.low - this.#limits.slack : Number.NEGATIVE_INFINITY;
    const high = this.#limits ? this.#limits.high + this.#limits.slack : Number.POSITIVE_INFINITY;
    const [greatest, least, jumps] = [this.#greatest, this.#least, this.#jumps];
    let [great, little, wide] = [greatest.bar, least.bar, jumps.bar];
    let last = this.#last;
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (v > last) this.#rises++;
      else if (v < last) this.#falls++;
      const jump = Math.abs(v - last);
      if (jump > wide) {
        jumps.add(jump, time[i]!, time[i]!, v);
        wide = jumps.bar;
      }
      last = v;
      if (v > great) {
        greatest.add(v, time[i]!, time[i]!, v);
        great = greatest.bar;
      }
      if (-v > little) {
        least.add(-v, time[i]!, time[i]!, v);
        little = least.bar;
      }
      if (v < low || v > high) this.#outside(v, time[i]!, Math.max(low - v, v - high));
    }
    this.#last = last;
  }

  #outside(value: number, at: number, far: number): void {
    const beyond = this.#beyond;
    if (beyond.count === 0) beyond.from = at;
    beyond.count++;
    beyond.to = at;
    if (far > beyond.far) {
      beyond.far = far;
      beyond.worst = value;
    }
  }
}

/** The rows that hold a number; the arrays themselves where all do. */
function goodOnly(time: Float64Array, values: Float64Array): { time: Float64Array; values: Float64Array } {
  let count = 0;
  for (let i = 0; i < values.length; i++) if (Number.isFinite(values[i]!)) count++;
  if (count === values.length) return { time, values };
  const good = new Float64Array(count);
  const at = new Float64Array(count);
  for (let i = 0, k = 0; i < values.length; i++) {
    if (!Number.isFinite(values[i]!)) continue;
    at[k] = time[i]!;
    good[k++] = values[i]!;
  }
  return { time: at, values: good };
}
