const msPerWeek = 7 * 24 * 3600_000;
const byChance = 0.05;

/**
 * How far apart two alike pieces may lie and still be one event, ms: so near that at the rate of alerts to be expected anyway only one in twenty follows
 * another so closely by chance (1 − e^(−rate · window), alerts coming as a Poisson process). Never less than the off-delay.
 */
export const joinWindow = (alertsPerWeek: number, offDelayMs: number): number =>
  Math.max(offDelayMs, (-Math.log(1 - byChance) / alertsPerWeek) * msPerWeek);
