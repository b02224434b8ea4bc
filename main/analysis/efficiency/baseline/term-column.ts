import type { Meter, MeterRows, Term } from "#shared/domain/proof.ts";

const week = 7 * 86_400_000;
// 1970-01-01 was a Thursday; the Monday before it began three days earlier.
const monday = 3 * 86_400_000;

/** The values of a term. @returns [rows] NaN where its driver is NaN. @throws where the rows do not have its driver. */
export function termColumn(term: Term, { time, drivers }: Pick<MeterRows, "time" | "drivers">, meter: Meter): Float64Array {
  switch (term.kind) {
    case "constant":
      return new Float64Array(time.length).fill(1);
    case "linear":
      return values(drivers, term.tag);
    case "below":
      return values(drivers, term.tag).map((x) => (x < term.at ? term.at - x : x - x));
    case "above":
      return values(drivers, term.tag).map((x) => (x > term.at ? x - term.at : x - x));
    case "segment":
      return values(drivers, term.tag).map((x) => segment(x, term.from, term.to));
    case "time-of-week":
      return time.map((t) => (Math.floor(modulo(t + meter.clockOffsetMs + monday, week) / term.slotMs) === term.slot ? 1 : 0));
  }
}

function values(drivers: MeterRows["drivers"], tag: string): Float64Array {
  const driver = drivers.find((d) => d.tag === tag);
  if (!driver) throw new Error(`The readings have no driver "${tag}".`);
  return driver.values;
}

/** The lowest segment counts from its upper knot downwards, so that it is finite. */
function segment(x: number, from: number | null, to: number | null): number {
  if (from === null) return to === null ? x : Math.min(x - to, 0);
  return Math.max((to === null ? x : Math.min(x, to)) - from, 0) + (x - x);
}

const modulo = (a: number, b: number): number => a - b * Math.floor(a / b);
