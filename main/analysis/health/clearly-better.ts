import { drillDelay } from "./drill-outcomes.ts";
import type { ProvenFamily } from "./prove-family.ts";

const leastGain = 0.05; // of all drills: less is not worth another model
const deviations = 2;

/**
 * Whether one model catches clearly more of the same drills than another, each under its own limit of one budget: at least one in twenty of them more,
 * and more than chance would give (McNemar, Psychometrika 12 (1947) 153–157).
 * @param beyond standard deviations that chance is given; more where the best of several is taken.
 */
export function clearlyBetter(one: ProvenFamily, other: ProvenFamily, beyond = deviations): boolean {
  let onlyOne = 0;
  let onlyOther = 0;
  for (const [k, trace] of one.traces.entries()) {
    const caught = drillDelay(trace, one.limit.value) !== null;
    const otherCaught = drillDelay(other.traces[k]!, other.limit.value) !== null;
    if (caught && !otherCaught) onlyOne++;
    if (!caught && otherCaught) onlyOther++;
  }
  const gain = onlyOne - onlyOther;
  return gain >= leastGain * one.traces.length && gain > beyond * Math.sqrt(onlyOne + onlyOther);
}
