/**
 * Delays that fit a log: an alert needs five intervals of agreement, and thirty intervals of quiet end it, so that one
 * disturbance is one alert.
 */
export const usualDelays = (intervalMs: number): { onDelayMs: number; offDelayMs: number } => ({
  onDelayMs: 5 * intervalMs,
  offDelayMs: 30 * intervalMs,
});
