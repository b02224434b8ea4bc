import { drillDelay } from "./drill-outcomes.ts";
import type { ProvenFamily } from "./prove-family.ts";

const leastShare = 0.9; // of the other's delay: less of a gain is not worth another setting
const leastGain = 0.05; // of all drills

/**
 * Whether one model catches no fewer of the same drills than another and catches them clearly sooner: of the drills that both catch more are told sooner by a tenth or
 * more than are told later by as much, by more than chance would give (sign test), and all their delays together are shorter by a tenth.
 * @param beyond standard deviations that chance is given.
 */
export function clearlySooner(one: ProvenFamily, other: ProvenFamily, beyond: number): boolean {
  let [caught, otherCaught, sooner, later, sum, otherSum] = [0, 0, 0, 0, 0, 0];
  for (const [k, trace] of one.traces.entries()) {
    const delay = drillDelay(trace, one.limit.value);
    const otherDelay = drillDelay(other.traces[k]!, other.limit.value);
    if (delay !== null) caught++;
    if (otherDelay !== null) otherCaught++;
    if (delay === null || otherDelay === null) continue;
    if (delay <= leastShare * otherDelay && delay < otherDelay) sooner++;
    if (otherDelay <= leastShare * delay && otherDelay < delay) later++;
    sum += delay;
    otherSum += otherDelay;
  }
  const gain = sooner - later;
  const isClear = gain >= leastGain * one.traces.length && gain > beyond * Math.sqrt(sooner + later);
  return caught >= otherCaught && isClear && sum <= leastShare * otherSum;
}
