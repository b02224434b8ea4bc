import type { Channel, RecordedTable } from "../recording.ts";
import { SampleMemory } from "../sample-memory.ts";
import { uniqueNames } from "../unique-names.ts";
import { type UffAxis, word } from "./uff-header.ts";
import { uffMoment } from "./uff-moment.ts";
import type { UffFunction } from "./uff-sets.ts";

const time = 17;
const timeResponse = 1;

/** Whether a function goes over time; others are spectra, orders, distributions. */
export const overTime = ({ header }: UffFunction): boolean =>
  header.abscissa.kind === time || (header.abscissa.kind === 0 && header.functionType === timeResponse);

/** Functions with the same points become channels of one table; each uneven abscissa is a table of its own. */
export function uffTables(functions: readonly UffFunction[]): RecordedTable[] {
  const groups = new Map<string, UffFunction[]>();
  functions.forEach((each, k) => {
    if (each.points === 0) return;
    const { even, abscissaMin, abscissaStep, abscissa, ids } = each.header;
    const key = even ? [each.points, abscissaMin, abscissaStep, abscissa.kind, abscissa.unit, uffMoment(ids[2]!)].join(" ") : `alone ${k}`;
    const group = groups.get(key);
    if (group) group.push(each);
    else groups.set(key, [each]);
  });
  const tables = [...groups.values()];
  return tables.map((group) => tableOf(group, tables.length === 1 ? "" : nameOf(group)));
}

const nameOf = ([first]: readonly UffFunction[]): string => first!.header.ids.map(word).find((id) => id !== "") ?? "";

/** A place in a function's numbers: the ordinate, its imaginary part, or an uneven abscissa. */
interface Part {
  readonly of: UffFunction;
  readonly offset: number;
}

function tableOf(group: readonly UffFunction[], name: string): RecordedTable {
  const [{ header, points }] = group as [UffFunction];
  const timed = overTime(group[0]!);
  const ms = timed ? unitMs(header.abscissa) : 0;
  const date = uffMoment(header.ids[2]!);
  const withAbscissa = !header.even || !timed;
  const abscissa: Channel = {
    name: word(header.abscissa.label) || (timed ? "time" : "abscissa"),
    unit: word(header.abscissa.unit) || (timed ? "s" : ""),
  };
  const names = channelNames(group);
  const signals = group.flatMap((each, k) => channelsOf(each, names[k]!));
  const parts = group.flatMap((of): Part[] => {
    const first = of.header.even ? 0 : 1;
    return of.header.complex
      ? [
          { of, offset: first },
          { of, offset: first + 1 },
        ]
      : [{ of, offset: first }];
  });
  return {
    name,
    rows: points,
    ...(timed ? {} : { overTime: false as const }),
    channels: withAbscissa ? [abscissa, ...signals] : signals,
    clock:
      timed && !header.even
        ? { source: "channel", channel: 0, format: formats.get(ms) ?? "elapsed-s", start: date }
        : {
            source: "rate",
            start: date === null || !timed ? null : date + header.abscissaMin * ms,
            stepMs: timed ? header.abscissaStep * ms : 0,
          },
    read: reader(group[0]!, parts, withAbscissa),
  };
}

function reader(first: UffFunction, parts: readonly Part[], withAbscissa: boolean): RecordedTable["read"] {
  const memory = new SampleMemory();
  let flat = new Float64Array(0);
  const { even, abscissaMin, abscissaStep } = first.header;
  const take = async ({ of, offset }: Part, from: number, into: Float64Array, reread: boolean): Promise<void> => {
    const { perPoint, values } = of;
    if (perPoint === 1) return values.read(from, into);
    const count = into.length * perPoint;
    if (flat.length < count) flat = new Float64Array(count);
    if (reread) await values.read(from * perPoint, flat.subarray(0, count));
    for (let i = 0; i < into.length; i++) into[i] = flat[i * perPoint + offset]!;
  };
  return async (from, count, wanted) => {
    const into = memory.arrays(wanted, count);
    // What stands side by side in the file is read once: an abscissa, a real and an imaginary part.
    let held: UffFunction | undefined;
    const all: readonly Part[] = withAbscissa ? [{ of: first, offset: 0 }, ...parts] : parts;
    for (const [k, part] of all.entries()) {
      const values = into[k];
      if (!values) continue;
      if (withAbscissa && k === 0 && even) for (let i = 0; i < count; i++) values[i] = abscissaMin + (from + i) * abscissaStep;
      else {
        await take(part, from, values, held !== part.of);
        held = part.of;
      }
    }
    return into;
  };
}

const formats: ReadonlyMap<number, string> = new Map([
  [1, "elapsed-ms"],
  [1000, "elapsed-s"],
  [60_000, "elapsed-min"],
  [3_600_000, "elapsed-h"],
]);

/** Ms in a unit of time; seconds where none is named, as SI data sets have. */
function unitMs({ unit }: UffAxis): number {
  if (/^m(illi)?s(ec.*)?$/i.test(unit)) return 1;
  if (/^min(utes?)?$/i.test(unit)) return 60_000;
  return /^h(ours?|r)?$/i.test(unit) ? 3_600_000 : 1000;
}

function channelsOf({ header }: UffFunction, name: string): Channel[] {
  const { ordinate, denominator } = header;
  const [above, below] = [word(ordinate.unit), word(denominator.unit)];
  const unit = below === "" ? above : `${above || "1"}/${below}`;
  return header.complex ? [`${name}.re`, `${name}.im`].map((part) => ({ name: part, unit })) : [{ name, unit }];
}

/** By the first identification line where it tells the functions apart, else by the places of measurement and excitation. */
function channelNames(group: readonly UffFunction[]): string[] {
  const ids = group.map(({ header }) => word(header.ids[0]!));
  const places = group.map(({ header }) => [header.response, header.reference].filter((at) => at !== "").join("/"));
  const labels = group.map(({ header }) => word(header.ordinate.label));
  const telling = [ids, places, ids.map((id, k) => [id, places[k]].filter(Boolean).join(" "))].find(
    (names) => names.every((name) => name !== "") && new Set(names).size === names.length,
  );
  const named = telling ?? ids.map((id, k) => id || places[k] || labels[k]!);
  return uniqueNames(named, (k) => `function_${k + 1}`).names;
}
