/** Pressure behind which the figures below were laid out, bar. */
const design_bar = 4;

const orifice = (difference_bar: number): number => Math.sqrt(Math.max(0, difference_bar) / design_bar);

/** What the worst seal of this plant leaks more than a new one, l/h. */
export const worstSealLeak_l_h = 1.5;

/** Leakage past the faces, l/h: a slit under pressure. @param opening 0 as new … 1 as bad as it gets here */
export function sealLeak_l_h(difference_bar: number, opening: number): number {
  return (0.6 + worstSealLeak_l_h * opening) * orifice(difference_bar);
}

/** Flush from discharge to seal chamber through an orifice, l/h; open faces draw more. */
export function sealFlush_l_h(difference_bar: number, opening: number): number {
  return (240 + 9 * opening) * orifice(difference_bar);
}
