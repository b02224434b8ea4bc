import { formatTime } from "#shared/units/format-time.ts";

interface Props {
  readonly from: number | null | undefined;
  readonly to: number | null | undefined;
  /** May be broken into two lines. */
  readonly wrap?: boolean;
}

/** `2024-03-01 00:00 – 2024-03-12 14:05`, UTC; days alone where it is longer than a fortnight. */
export function Period({ from, to, wrap = false }: Props) {
  if (from === null || from === undefined || to === null || to === undefined) return <>–</>;
  const precision = to - from > 14 * 86_400_000 ? "day" : "minute";
  return (
    <span
      style={{ whiteSpace: wrap ? "normal" : "nowrap" }}
      title={`${formatTime(from, { precision: "second" })} – ${formatTime(to, { precision: "second" })} UTC`}
    >
      <span style={{ whiteSpace: "nowrap" }}>{formatTime(from, { precision })} –</span>{" "}
      <span style={{ whiteSpace: "nowrap" }}>{formatTime(to, { precision })}</span>
    </span>
  );
}
