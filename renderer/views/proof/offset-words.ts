/** How far a clock is before UTC, to stand behind the letters UTC: `+8`, nothing where it is UTC itself. */
export function offsetWords(offsetMs: number): string {
  const hours = offsetMs / 3_600_000;
  return hours === 0 ? "" : `${hours > 0 ? "+" : "−"}${Math.abs(hours)}`;
}
