import { useElementSize } from "@mantine/hooks";
import { memo } from "react";
import type { TimeRange } from "#shared/domain/time-range.ts";
import classes from "./heat-strip.module.css";
import { axisWidth, rightMargin } from "./trend-measures.ts";

export interface HeatRow {
  readonly id: string;
  readonly label: string;
  /** [cells] 0 … 1; NaN leaves the cell empty. */
  readonly heat: Float64Array;
}

interface Props {
  readonly rows: readonly HeatRow[];
  /** The time the cells are equal parts of. */
  readonly over: TimeRange;
  /** The time that is visible. */
  readonly range: TimeRange;
  /** [cells] drawn faintly where false: what counts less. */
  readonly strong: readonly boolean[];
  /** In words what a cell says. */
  readonly tell: (row: number, cell: number) => string;
  readonly label: string;
}

const rowHeight = 18;
const faint = 0.3;

/** How strong something is, row by row along time: the darker the stronger. Stands exactly below the lanes of a trend chart. */
export const HeatStrip = memo(function HeatStrip({ rows, over, range, strong, tell, label }: Props) {
  const { ref, width } = useElementSize();
  const inner = Math.max(0, width - axisWidth - rightMargin);
  const x = (at: number): number => ((at - range.from) / (range.to - range.from)) * inner;
  const cells = strong.length;
  const edge = (cell: number): number => x(over.from + ((over.to - over.from) * cell) / cells);
  return (
    <div ref={ref} className={classes.strip}>
      {inner > 0 && (
        <svg style={{ marginLeft: axisWidth }} width={inner} height={rows.length * rowHeight} role="img" aria-label={label}>
          {rows.map((row, at) => (
            <g key={row.id} transform={`translate(0 ${at * rowHeight})`}>
              <rect x={0} y={1} width={inner} height={rowHeight - 2} className={classes.ground} />
              {Array.from(row.heat, (heat, cell) => {
                const from = Math.max(0, edge(cell));
                const to = Math.min(inner, edge(cell + 1));
                if (!(heat > 0.01) || to <= from) return null;
                return (
                  <rect
                    key={cell}
                    x={from}
                    y={1}
                    width={to - from + 0.3}
                    height={rowHeight - 2}
                    fill="var(--band-episode)"
                    fillOpacity={heat * (strong[cell] ? 1 : faint)}
                  >
                    <title>{tell(at, cell)}</title>
                  </rect>
                );
              })}
              <text className={classes.name} x={6} y={rowHeight - 5}>
                {row.label}
              </text>
            </g>
          ))}
        </svg>
      )}
    </div>
  );
});
