import { random } from "./random.ts";
import type { SampleTag } from "./sample-tags.ts";

/**
 * [rows] what the log holds of a tag: truth with noise, in steps of the instrument. The noise belongs to seed, tag and row alone,
 * so that a plant with faults and one without differ by the faults only.
 */
export function instrument(tag: SampleTag, truth: Float64Array, seed: number): Float64Array {
  const chance = random(seed, `noise of ${tag.tag}`);
  const nearest = inSteps(tag);
  const { noise, relativeNoise = 0, cutoff = Number.NEGATIVE_INFINITY } = tag;
  return truth.map((value) => {
    const read = value + chance.normal() * (noise + relativeNoise * value);
    return read < cutoff ? 0 : nearest(read);
  });
}

/** Gives the nearest value the log can hold; it equals what its decimal text reads back as. */
export function inSteps({ decimals, step, least = Number.NEGATIVE_INFINITY }: SampleTag): (value: number) => number {
  const scale = 10 ** decimals;
  return (value) => {
    const steps = Math.round((Math.max(least, value) * scale) / step) * step;
    // -0 would be written as "-0" and is no reading.
    return steps === 0 ? 0 : steps / scale;
  };
}
