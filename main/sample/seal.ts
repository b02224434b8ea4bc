/** Pressure behind which the figures below were laid out, bar. */
const design_bar = 4;

const orifice = (difference_bar: number): number => Math.sqrt(Math.max(0, difference_bar) / design_bar);

/** What the worst seal of this plant leaks more than a new one, l/h. */
export const worstSealLeak_l_h = 1.5;

/** Leakage past the faces, l/h: a slit under pressure. @param opening 0 as new … 1 as bad as it gets here */
export function sealLeak_l_h(difference_bar: number, opening: number): number {
  return (0.6 + worstSealLeak_l_h * opening) * orifice(difference_bar);
}

/** How much more the crew gives when it rinses the seal. */
const rinse = 1.15;

/** Flush from discharge to seal chamber through an orifice, l/h; open faces draw more. @param rinsing whether the crew rinses the seal */
export function sealFlush_l_h(difference_bar: number, opening: number, rinsing = false): number {
  return (240 * (rinsing ? rinse : 1) + 9 * opening) * orifice(difference_bar);
}
