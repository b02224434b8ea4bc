/** What to simulate. */
export interface SamplePlan {
  /** Non-negative 32-bit integer: the only source of chance. */
  readonly seed: number;
  /** Time of the first row, ms UTC. */
  readonly start: number;
  /** Length of the log. The calendar of faults is laid out for 90 days and shrinks or stretches with it. */
  readonly days: number;
  /** Distance between rows, ms. */
  readonly intervalMs: number;
  /** false: the same duty, weather, noise and defects of the log, without any fault of the machine or of a sensor. */
  readonly faults: boolean;
  /** true: a calendar in which faults of a kind come back, and the crew rinses the seal now and then, which harms nothing. Left out: false. */
  readonly returning?: boolean;
}

/** Three months at one minute: the plant that comes with the product. */
export const threeMonths: SamplePlan = {
  seed: 1,
  start: Date.UTC(2025, 2, 1),
  days: 90,
  intervalMs: 60_000,
  faults: true,
};

/** The same plant in another quarter: what was seen once comes back. */
export const returningFaults: SamplePlan = { ...threeMonths, returning: true };
