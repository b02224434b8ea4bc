/** Pressure behind which the figures below were laid out, bar. */
const design_bar = 4;

const orifice = (difference_bar: number): number => Math.sqrt(Math.max(0, difference_bar) / design_bar);

/** Leakage past the faces, l/h: a slit under pressure. @param opening 0 as new … 1 as bad as it gets here */
export function sealLeak_l_h(difference_bar: number, opening: number): number {
  return (0.6 + 1.5 * opening) * orifice(difference_bar);
}

/** Flush from discharge to seal chamber through an orifice, l/h; open faces draw more. */
export function sealFlush_l_h(difference_bar: number, opening: number): number {
  return (240 + 9 * opening) * orifice(difference_bar);
}
