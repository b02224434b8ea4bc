import type { Column, Frame } from "#shared/domain/frame.ts";
import { mostBands, type Regime, type RegimePlan, type TagBand } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { bandNumbers, type Command, commandTags, explained } from "./command-tags.ts";
import { type Preparation, runningRuns } from "./preparation.ts";
import { rangeRows } from "./range-rows.ts";

const leastGain = 0.03; // of the other tags' variance, for a second tag to be worth dividing the rows once more
const leastRows = 300; // of a band
const mostCells = 12; // of the tags a person has chosen

/**
 * Regimes told by the tags that command the machine, found in the reference: what a fault did later is no way of running.
 * Off and start come from the preparation. Bands of a tag that parts by itself have transitions between them, left out as their rows mix two conditions.
 * @param wished tags that are to tell the regimes, whatever they explain; the most telling ones where it is left out.
 * @param frame raw, the whole log. @param preparation says when the machine runs; its own regimes are not asked.
 */
export function proposeRegimes(
  frame: Frame,
  preparation: Preparation,
  reference: readonly TimeRange[],
  wished?: readonly string[],
): { plan: RegimePlan; commands: Command[] } {
  const running = runningColumns(frame, preparation, reference);
  const commands = commandTags(running, wished);
  const chosen = wished ? commands.filter(({ tag }) => wished.includes(tag)) : chosenCommands(commands, running);
  return { plan: regimesOf(preparation, withinBounds(chosen)), commands };
}

/** Tags a person has chosen, as long as their bands together are few enough. */
function withinBounds(commands: readonly Command[]): Command[] {
  let cells = 1;
  return commands.filter(({ edges }) => {
    if (cells * (edges.length + 1) > mostCells) return false;
    cells *= edges.length + 1;
    return true;
  });
}

/** The tags that are to tell the regimes: the most telling one, and another where it tells clearly more. */
function chosenCommands(commands: readonly Command[], running: readonly Column[]): Command[] {
  const first = commands[0];
  if (!first) return [];
  const bandsOf = (command: Command) => bandNumbers(valuesOf(running, command.tag), command.edges);
  const own = bandsOf(first);
  const pairs = commands.slice(1).flatMap((second) => {
    if (!second.natural) return []; // two loads cut by thirds are two views of one load
    const count = second.edges.length + 1;
    if ((first.edges.length + 1) * count > mostBands) return [];
    const other = bandsOf(second);
    const both = own.map((band, i) => (band === -1 || other[i] === -1 ? -1 : band * count + other[i]!));
    const rows = new Float64Array((first.edges.length + 1) * count);
    for (const cell of both) if (cell >= 0) rows[cell]!++;
    if (rows.some((r) => r < leastRows)) return [];
    const rest = running.filter(({ tag }) => tag !== first.tag && tag !== second.tag);
    const gain = explained(both, rest) - explained(own, rest);
    return gain >= leastGain ? [{ second, gain }] : [];
  });
  const best = pairs.sort((a, b) => b.gain - a.gain)[0];
  return best ? [first, best.second] : [first];
}

/** Off and start where the machine stops, transitions where bands part by themselves, and the bands of the tags: every cell of several. */
export function regimesOf(preparation: Pick<Preparation, "operating" | "settlingMs">, tags: readonly Command[]): RegimePlan {
  const cells = tags.reduce<TagBand[][]>(
    (before, command) => before.flatMap((cell) => stretches(command).map((band) => [...cell, band])),
    [[]],
  );
  const bands = tags.length === 0 ? [{ cells: [[]], id: "running" }] : cells.map((cell, k) => ({ id: `band-${k + 1}`, cells: [cell] }));
  const regime = (kind: Regime["kind"], included: boolean): Regime => ({ id: kind, kind, name: "", cells: [], included });
  return {
    tags: tags.map(({ tag }) => tag),
    regimes: [
      ...(preparation.operating.length > 0 ? [regime("off", false)] : []),
      ...(preparation.settlingMs > 0 ? [regime("start", false)] : []),
      ...(tags.some(({ natural }) => natural) ? [regime("transition", false)] : []),
      ...bands.map((band): Regime => ({ kind: "band", name: "", included: true, ...band })),
    ],
  };
}

function stretches({ tag, unit, edges }: Command): TagBand[] {
  return Array.from({ length: edges.length + 1 }, (_, k) => ({ tag, unit, from: edges[k - 1] ?? null, to: edges[k] ?? null }));
}

const valuesOf = (columns: readonly Column[], tag: string): Float64Array => columns.find((column) => column.tag === tag)!.values;

/** Raw values of the reference rows in which the machine runs. */
function runningColumns(frame: Frame, preparation: Preparation, reference: readonly TimeRange[]): Column[] {
  const runs = new Uint8Array(frame.time.length);
  for (const { from, to } of runningRuns(preparation, frame)) runs.fill(1, from, to);
  const rows = someStretches(rangeRows(frame.time, reference).filter((row) => runs[row] === 1));
  return preparation.tags.map((tag) => {
    const { unit, values } = frame.columns.find((column) => column.tag === tag)!;
    return { tag, unit, values: Float64Array.from(rows, (row) => values[row]!) };
  });
}

const mostRows = 400_000;
const stretch = 4000; // rows: visits of a band are seen whole

/** Of very many rows evenly spread stretches. */
function someStretches(rows: Int32Array): Int32Array {
  const every = Math.ceil(rows.length / mostRows);
  return every <= 1 ? rows : rows.filter((_, i) => Math.floor(i / stretch) % every === 0);
}
