const dayMs = 86_400_000;
const excelEpochDays = 25_569; // 1970-01-01 counted from 1899-12-30, as Excel's 1900 date system does after February 1900

/** What a number of a clock column counts: `epoch` since 1970 UTC, `elapsed` since a start, `wall` since 1970 on the log's clock. */
export interface NumberTime {
  readonly counts: "epoch" | "elapsed" | "wall";
  /** Milliseconds from the beginning of the count. */
  toMs(value: number): number;
}

const times: Readonly<Record<string, NumberTime>> = {
  "epoch-s": { counts: "epoch", toMs: (v) => v * 1000 },
  "epoch-ms": { counts: "epoch", toMs: (v) => v },
  "epoch-us": { counts: "epoch", toMs: (v) => v / 1000 },
  "epoch-ns": { counts: "epoch", toMs: (v) => v / 1e6 },
  "elapsed-ms": { counts: "elapsed", toMs: (v) => v },
  "elapsed-s": { counts: "elapsed", toMs: (v) => v * 1000 },
  "elapsed-min": { counts: "elapsed", toMs: (v) => v * 60_000 },
  "elapsed-h": { counts: "elapsed", toMs: (v) => v * 3_600_000 },
  "elapsed-d": { counts: "elapsed", toMs: (v) => v * dayMs },
  "excel-day": { counts: "wall", toMs: (v) => Math.round((v - excelEpochDays) * dayMs) },
};

/** How the numbers of a clock column are times, by the format of its plan; undefined for formats of text. */
export const numberTime = (format: string): NumberTime | undefined => (Object.hasOwn(times, format) ? times[format] : undefined);
