import { useIntersection } from "@mantine/hooks";
import { useRef } from "react";
import type { BoardRow } from "#shared/domain/board.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import classes from "./board.module.css";
import { sparkPath } from "./spark-path.ts";

const width = 130;
const height = 26;
const points = 100;

/** The score of an asset over the last thirty days; asked for once its row has come into sight. */
export function SparkLine({ row }: { readonly row: BoardRow }) {
  const say = useSay();
  const { ref, entry } = useIntersection();
  const seen = useRef(false);
  seen.current ||= entry?.isIntersecting === true;
  const { data } = useAsk(
    "cases",
    "trend",
    { assetId: row.assetId, points },
    { enabled: seen.current && row.model !== null, keepPrevious: true },
  );
  if (row.model === null) return null;
  const { line, above, limitY } = data ? sparkPath(data, width, height) : { line: "", above: "", limitY: 0 };
  const words = data
    ? say("board.trend.of", {
        asset: row.name,
        from: formatTime(data.from),
        to: formatTime(data.to),
      })
    : "";
  return (
    <span ref={ref} className={classes.spark}>
      {data && line === "" ? (
        <span className={classes.soft}>{say("board.trend.none")}</span>
      ) : (
        <svg width={width} height={height} viewBox={`0 0 ${width} ${height}`} role="img" aria-label={words}>
          <title>{words}</title>
          {data && <path className={classes.sparkLimit} d={`M0 ${limitY}H${width}`} />}
          <path className={classes.sparkAbove} d={above} />
          <path className={classes.sparkLine} d={line} />
        </svg>
      )}
    </span>
  );
}
