/** A vector that may be the time of its neighbours. */
export interface ClockVector {
  readonly name: string;
  /** As the file has it; "s", "ms", "seconds since 2024-01-01" help. */
  readonly unit?: string;
  readonly length: number;
  read(from: number, count: number): Promise<Float64Array>;
}

/** How a vector tells the time. */
export interface VectorClock {
  readonly format: string;
  /** What its numbers become before the format applies; null where they are as the format says. */
  readonly toFormat: ((value: number) => number) | null;
}

/** MATLAB counts days from the year 0: this is 1 January 1970 (MathWorks, datenum). */
const datenumOf1970 = 719_529;
const dayMs = 86_400_000;
/** Datenums of the years 1950 to 2100. */
const datenumRange = [712_224, 767_011] as const;

const timeName =
  /^(t|tt|x?time|times|time_?stamps?|date_?time|date_?num|dates?|tijd|zeit|temps|seconds|sec|secs|epoch|utc|(elapsed|rel(ative)?|abs(olute)?|sample)_?times?|times?_?(s|sec|ms|us|min|h|hr|stamp|vec|vector|axis|abs|rel)|t_?(s|sec|ms|us|min|h|vec|abs|rel)|.+[._](t|time|timestamp|datenum))$/i;
const unitOfName = /_?(ms|us|min|h|hr)$/i;

/** Places looked at on end, at the beginning, the end and between. */
const looked = 4096;
const stretches = 16;

/** Reads a vector as a clock where it is named like one and ascends wherever it is looked at; undefined otherwise. */
export async function vectorClock(vector: ClockVector): Promise<VectorClock | undefined> {
  const since = timeSince(vector.unit ?? "");
  if ((!timeName.test(vector.name) && !since) || vector.length < 2) return undefined;
  const step = Math.max(1, Math.floor((vector.length - looked) / (stretches - 1)));
  let before = -Infinity;
  let first = NaN;
  let to = 0;
  for (let k = 0; k < stretches && to < vector.length; k++) {
    const from = Math.max(to, k === stretches - 1 ? vector.length - looked : k * step);
    const count = Math.min(looked, vector.length - from);
    if (count <= 0) continue;
    for (const value of await vector.read(from, count)) {
      if (!Number.isFinite(value) || value <= before) return undefined;
      if (Number.isNaN(first)) first = value;
      before = value;
    }
    to = from + count;
  }
  return since ?? read(vector.name, vector.unit ?? "", first, before);
}

function read(name: string, written: string, first: number, last: number): VectorClock {
  const within = (low: number, high: number) => first >= low && last <= high;
  if (within(...datenumRange)) return { format: "epoch-ms", toFormat: (value) => (value - datenumOf1970) * dayMs };
  // Epochs of the years 1990 to 2100.
  for (const [format, perSecond] of [
    ["epoch-s", 1],
    ["epoch-ms", 1e3],
    ["epoch-us", 1e6],
    ["epoch-ns", 1e9],
  ] as const) {
    if (within(631_152_000 * perSecond, 4_102_444_800 * perSecond)) return { format, toFormat: null };
  }
  const said = millisecondsOf(written);
  if (said !== undefined) return { format: "elapsed-ms", toFormat: said === 1 ? null : (value) => value * said };
  const unit = /date|utc/i.test(name) ? "" : (unitOfName.exec(name)?.[1]?.toLowerCase() ?? "");
  if (unit === "us") return { format: "elapsed-ms", toFormat: (value) => value / 1000 };
  const format = unit === "ms" ? "elapsed-ms" : unit === "min" ? "elapsed-min" : unit === "h" || unit === "hr" ? "elapsed-h" : "elapsed-s";
  return { format, toFormat: null };
}

const secondMs = 1000;
const unitMs: readonly (readonly [RegExp, number])[] = [
  [/^(ns|nano_?sec(ond)?s?)$/i, 1e-6],
  [/^([uµμ]s|micro_?sec(ond)?s?)$/i, 1e-3],
  [/^(ms|milli_?sec(ond)?s?|msec)$/i, 1],
  [/^(s|secs?|seconds?)$/i, secondMs],
  [/^(min|mins|minutes?)$/i, 60 * secondMs],
  [/^(h|hr|hrs|hours?)$/i, 3600 * secondMs],
  [/^(d|days?)$/i, dayMs],
];
const millisecondsOf = (unit: string): number | undefined => unitMs.find(([word]) => word.test(unit.trim()))?.[1];

/** "minutes since 2024-01-01 00:00:00", as climate and forecast files (CF conventions, time coordinate) write it; UTC where no zone is said. */
function timeSince(unit: string): VectorClock | undefined {
  const [, word, date] = /^\s*(\S+)\s+since\s+(.+?)\s*$/i.exec(unit) ?? [];
  const step = word === undefined ? undefined : millisecondsOf(word);
  if (step === undefined || date === undefined) return undefined;
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]+(\d{1,2}):(\d{1,2})(?::(\d{1,2})(\.\d+)?)?)?\s*(Z|UTC|[+-]00:?00)?$/i.exec(date);
  if (!iso) return undefined;
  const [year, month, day, hour, minute, second] = iso.slice(1, 7).map((part) => Number(part ?? 0)) as [
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const base = Date.UTC(year, month - 1, day, hour, minute, second) + Number(`0${iso[7] ?? ""}`) * secondMs;
  return { format: "epoch-ms", toFormat: (value) => base + value * step };
}
