/** A time code of the revision of 2013 (`-4h30`, `+8`, `0`, `5h45`) as a zone; null for `x` and whatever is none. */
export function comtradeZone(code: string): string | null {
  const match = /^\s*([+-]?)(\d{1,2})(?:h(\d{1,2}))?\s*$/i.exec(code);
  if (!match) return null;
  const hours = Number(match[2]);
  const minutes = Number(match[3] ?? 0);
  if (hours > 14 || minutes > 59) return null;
  if (hours === 0 && minutes === 0) return "UTC";
  return `${match[1] === "-" ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}
