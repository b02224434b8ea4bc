import type { AssetStatus } from "#shared/domain/board.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./board.module.css";

/** Shapes tell the status without colour, in the manner of NE 107's symbols. */
const shapes: Record<AssetStatus, string> = {
  failure: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  "function-check": "M2 2h12v12H2z",
  "out-of-specification": "M8 1.2 15.2 14.5H.8z",
  "maintenance-required": "M8 .8 15.2 8 8 15.2.8 8z",
  good: "M8 1a7 7 0 1 1 0 14A7 7 0 0 1 8 1z",
  unwatched: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
  empty: "M8 2.5a5.5 5.5 0 1 1 0 11 5.5 5.5 0 0 1 0-11z",
};
const signs: Partial<Record<AssetStatus, string>> = {
  failure: "M5.4 5.4l5.2 5.2M10.6 5.4l-5.2 5.2",
  "function-check": "M5 8.2h6M8 5.2v6",
  "out-of-specification": "M8 6v3.8M8 11.6v.9",
  "maintenance-required": "M8 4.8v4M8 10.4v.9",
  good: "M4.9 8.2l2.2 2.2 4-4.4",
};

/** How an asset stands: symbol and word. */
export function StatusMark({ status }: { readonly status: AssetStatus }) {
  const say = useSay();
  return (
    <span className={classes.status} data-status={status}>
      <svg width="16" height="16" viewBox="0 0 16 16" aria-hidden>
        <path className={classes.statusShape} d={shapes[status]} />
        {signs[status] && <path className={classes.statusSign} d={signs[status]} />}
      </svg>
      {say(`board.status.${status}`)}
    </span>
  );
}
