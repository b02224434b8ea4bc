import type { Rail } from "./extremes.ts";
import type { Spread } from "./spread.ts";
import type { TagFigures } from "./tag-figures.ts";

const fewestRows = 20;
const leastShare = 0.001;
const mostShare = 0.25; // beyond this it is a state of the machine
const fewestVisits = 8;
const band = 0.05; // of the range, below the rail
const leastNear = 0.1; // samples in the band per sample on the rail: a limited signal keeps moving just below
const timesLevel = 10; // samples on the rail per sample on a level of the band
const mostLevels = 1000;

// Where shares and factors end by their nature, whatever unit was forgotten: 0 … 1, 0 … 100.
const ends: readonly number[] = [1, 100];
const isShare = (unit: string): boolean => unit === "" || unit === "%";

/**
 * Ends of the range that the signal is pressed against, as by an amplifier or a converter at its limit: many samples on exactly the highest
 * or lowest value, in several visits, while just inside the values are spread evenly. A machine at rest (zero), a valve that is fully open
 * (the limits of its unit) and a setpoint (nothing just inside) are none.
 */
export function findSaturation({ lowest, highest, valid, chosen, limits, unit }: TagFigures, spread: Spread): Rail[] {
  if (!lowest || !highest) return [];
  const range = highest.value - lowest.value;
  return [highest, lowest].filter((rail) => {
    if (
      rail.value === 0 ||
      (isShare(unit) && ends.includes(Math.abs(rail.value))) ||
      rail.value === limits?.low ||
      rail.value === limits?.high
    )
      return false;
    if (
      rail.rows < Math.max(fewestRows, leastShare * valid) ||
      rail.rows > mostShare * valid ||
      rail.visits < fewestVisits ||
      rail.rows < 2 * rail.visits
    )
      return false;
    const near = chosen.reduce((n, v) => (v !== rail.value && Math.abs(v - rail.value) <= band * range ? n + 1 : n), 0) / chosen.length;
    const on = rail.rows / valid;
    const levels = Number.isNaN(spread.resolution)
      ? mostLevels
      : Math.max(1, Math.min(mostLevels, Math.floor((band * range) / spread.resolution)));
    return near >= leastNear * on && on >= (timesLevel * near) / levels;
  });
}
