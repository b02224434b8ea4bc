import type { ReactNode } from "react";
import type { RepairReport } from "#shared/domain/importing.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { Period } from "../../ui/period.tsx";
import classes from "./import-view.module.css";

/** The figures of an import at a glance; what was repaired or left out is marked. */
export function ReportTiles({ report }: { readonly report: RepairReport }) {
  const say = useSay();
  const count = (value: number): string => formatNumber(value, { decimals: 0 });
  return (
    <div className={classes.tiles}>
      <Tile name={say("import-view.report.period")} value={<Period from={report.from} to={report.to} wrap />} />
      <Tile name={say("import-view.report.interval")} value={formatDuration(report.intervalMs, say.language)} />
      <Tile
        name={say("import-view.report.lines")}
        value={count(report.lines)}
        note={say("import-view.report.lines.text", {
          rows: report.rowsRead,
          preamble: report.preambleLines,
          empty: report.emptyLines,
          rejected: report.rejectedLines,
        })}
      />
      <Tile
        name={say("import-view.report.gaps")}
        value={count(report.gaps)}
        marked={report.gaps > 0}
        {...(report.gaps > 0
          ? { note: say("import-view.report.gaps.longest", { time: formatDuration(report.longestGapMs, say.language) }) }
          : {})}
      />
      <Tile name={say("import-view.report.duplicates")} value={count(report.duplicateTimes)} marked={report.duplicateTimes > 0} />
      <Tile
        name={say("import-view.report.order")}
        value={count(report.outOfOrder)}
        marked={report.outOfOrder > 0}
        {...(report.outOfOrder > 0 ? { note: say("import-view.report.order.sorted") } : {})}
      />
      <Tile name={say("import-view.report.cells")} value={count(report.cellsNotNumbers)} marked={report.cellsNotNumbers > 0} />
      <Tile name={say("import-view.report.rejected")} value={count(report.rejectedLines)} marked={report.rejectedLines > 0} />
    </div>
  );
}

interface TileProps {
  readonly name: string;
  readonly value: ReactNode;
  readonly note?: string;
  readonly marked?: boolean;
}

function Tile({ name, value, note, marked = false }: TileProps) {
  return (
    <div className={classes.tile} data-tile data-mark={marked ? "warn" : undefined}>
      <span className={classes.tileName}>{name}</span>
      <span className={classes.tileValue}>{value}</span>
      {note && <span className={classes.soft}>{note}</span>}
    </div>
  );
}
