import { comtradeMoment, type Moment } from "./comtrade-moment.ts";
import { comtradeZone } from "./comtrade-zone.ts";

export interface AnalogChannel {
  readonly id: string;
  readonly phase: string;
  readonly unit: string;
  /** Value = scale · count + offset, in the unit. */
  readonly scale: number;
  readonly offset: number;
  /** How much later than the time of its row the channel was sampled, µs. */
  readonly skew: number;
  /** The ratio of the transformer, and whether values are those of its primary or secondary side; from 1999 on. */
  readonly primary: number | null;
  readonly secondary: number | null;
  readonly side: "P" | "S" | "";
}

/** What a .cfg says: IEEE C37.111-1991, -1999 and -2013 (IEC 60255-24). */
export interface ComtradeConfig {
  readonly station: string;
  readonly device: string;
  readonly revision: string;
  readonly analog: readonly AnalogChannel[];
  /** Names of the channels that are on or off. */
  readonly status: readonly string[];
  /** Line frequency, Hz; null where none is written. */
  readonly frequency: number | null;
  /** Samples per second up to a sample, counted from 1. */
  readonly rates: readonly { readonly rate: number; readonly end: number }[];
  /** The times of the samples are those written beside them. */
  readonly timed: boolean;
  readonly start: Moment | undefined;
  readonly trigger: Moment | undefined;
  /** `ASCII`, `BINARY`, `BINARY32`, `FLOAT32`. */
  readonly type: string;
  /** What the stamps of the data count, ms. */
  readonly stampMs: number;
  /** The clock of start and trigger; null where it is not named. */
  readonly zone: string | null;
  readonly timeCode: string;
  readonly localCode: string;
}

/** Reads the lines of a configuration; where one is not what it should be, answers with its number, counted from 1. */
export function comtradeConfig(lines: readonly string[]): ComtradeConfig | { readonly badLine: number } {
  const [station = "", device = "", year = ""] = fields(lines[0] ?? "");
  const revision = /^\d{4}$/.test(year) ? year : "1991"; // the first revision did not name itself
  const counts = /^\s*\d+\s*,\s*(\d+)\s*A\s*,\s*(\d+)\s*D/i.exec(lines[1] ?? "");
  if (!counts) return { badLine: 2 };
  const [analogs, statuses] = [Number(counts[1]), Number(counts[2])];
  let at = 2;
  if (at + analogs + statuses >= lines.length) return { badLine: lines.length };
  const analog = lines.slice(at, at + analogs).map(analogOf);
  const unscaled = analog.findIndex(({ scale, offset }) => !Number.isFinite(scale) || !Number.isFinite(offset));
  if (unscaled >= 0) return { badLine: at + unscaled + 1 };
  at += analogs;
  const status = lines.slice(at, at + statuses).map((line) => fields(line)[1] ?? "");
  at += statuses;
  const frequency = numberOf(lines[at++]);
  const declared = numberOf(lines[at++]);
  if (declared === null || declared < 0 || !Number.isInteger(declared)) return { badLine: at };
  const rates: { rate: number; end: number }[] = [];
  // Without a rate there is a line all the same: rate 0 and the number of samples.
  for (let k = 0; k < Math.max(1, declared); k++) {
    const [rate = "", end = ""] = fields(lines[at] ?? "");
    const read = { rate: Number(rate || Number.NaN), end: Number(end || Number.NaN) };
    if (!(read.rate >= 0 && read.end >= 0)) {
      if (declared > 0) return { badLine: at + 1 };
      break;
    }
    rates.push(read);
    at++;
  }
  const start = comtradeMoment(lines[at++] ?? "", revision);
  const trigger = comtradeMoment(lines[at++] ?? "", revision);
  const type = (lines[at++] ?? "").trim().toUpperCase();
  const multiplier = numberOf(lines[at++]) ?? 1;
  const [timeCode = "", localCode = ""] = fields(lines[at] ?? "");
  const nanoseconds = (start ?? trigger)?.nanoseconds === true;
  return {
    station,
    device,
    revision,
    analog,
    status,
    frequency,
    rates,
    timed: declared === 0 || rates.every(({ rate }) => rate === 0),
    start,
    trigger,
    type,
    stampMs: (multiplier || 1) * (nanoseconds ? 1e-6 : 1e-3),
    zone: Number(revision) >= 2013 ? comtradeZone(timeCode) : null,
    timeCode,
    localCode,
  };
}

const fields = (line: string): string[] => line.split(",").map((field) => field.trim());

function numberOf(line: string | undefined): number | null {
  const text = (line ?? "").trim().replace(/,+$/, "");
  return text === "" || Number.isNaN(Number(text)) ? null : Number(text);
}

function analogOf(line: string): AnalogChannel {
  const [, id = "", phase = "", , unit = "", scale = "", offset = "", skew = "", , , primary, secondary, side = ""] = fields(line);
  return {
    id,
    phase,
    unit,
    scale: scale === "" ? 1 : Number(scale),
    offset: Number(offset),
    skew: Number(skew) || 0,
    primary: numberOf(primary),
    secondary: numberOf(secondary),
    side: /^p/i.test(side) ? "P" : /^s/i.test(side) ? "S" : "",
  };
}
