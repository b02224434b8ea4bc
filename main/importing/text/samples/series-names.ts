import { CellWords } from "./cell-words.ts";

const mostSeries = 20_000; // columns of a table; far beyond any plant's log, and what memory bears
const mostPairs = 1 << 20;
const factor = 65_537; // more than there are words of one column

/** Numbers the tags of a long table by the words of their name columns. */
export class SeriesNames {
  /** Names by number, in the order they are met. */
  readonly names: string[] = [];
  readonly #byName = new Map<string, number>();
  /** Per sample of a row: pairs of numbers already met, level by level. */
  readonly #levels: Map<number, number>[][];
  readonly #last: { ids: number[]; series: number }[];

  constructor(samples: readonly { readonly tag: readonly number[] }[]) {
    this.#levels = samples.map(({ tag }) => tag.map(() => new Map()));
    this.#last = samples.map(({ tag }) => ({ ids: tag.map(() => -2), series: -1 }));
  }

  /** The number of the tag that these words name; -1 where no word is there, -2 beyond the bound. */
  seriesOf(sample: number, ids: readonly number[], words: readonly CellWords[]): number {
    const last = this.#last[sample]!;
    let same = true;
    for (let k = 0; k < ids.length && same; k++) same = ids[k] === last.ids[k];
    if (same) return last.series;
    const series = this.#look(sample, ids, words);
    last.series = series;
    for (let k = 0; k < ids.length; k++) last.ids[k] = ids[k]!;
    return series;
  }

  #look(sample: number, ids: readonly number[], words: readonly CellWords[]): number {
    const levels = this.#levels[sample]!;
    let id = 0;
    for (let k = 0; k < ids.length - 1; k++) {
      if (ids[k] === CellWords.beyond) return -2;
      const key = id * factor + ids[k]!;
      const level = levels[k]!;
      let next = level.get(key);
      if (next === undefined) {
        if (level.size >= mostPairs) return -2;
        next = level.size;
        level.set(key, next);
      }
      id = next;
    }
    const lastId = ids.at(-1)!;
    if (lastId === CellWords.beyond) return -2;
    const level = levels[ids.length - 1]!;
    const key = id * factor + lastId;
    const known = level.get(key);
    if (known !== undefined) return known;
    const series = this.#named(ids.map((word, k) => words[k]!.texts[word]!).filter((text) => text !== ""));
    if (level.size < factor) level.set(key, series);
    return series;
  }

  #named(parts: readonly string[]): number {
    if (parts.length === 0) return -1;
    const name = parts.join(".");
    let series = this.#byName.get(name);
    if (series === undefined) {
      if (this.names.length >= mostSeries) return -2;
      series = this.names.push(name) - 1;
      this.#byName.set(name, series);
    }
    return series;
  }
}
