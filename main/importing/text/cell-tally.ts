import type { ColumnPlan, ColumnSummary } from "#shared/domain/importing.ts";

const mostStates = 1000; // distinct texts remembered per column; a column of free text has no end of them
const shownStates = 20;

/** What the cells of one column were, over the rows of all files in their order. */
export class CellTally {
  missing = 0;
  #unreadable = 0;
  #texts = 0;
  #valid = 0;
  #first = Number.NaN;
  #last = Number.NaN;
  #min = Number.POSITIVE_INFINITY;
  #max = Number.NEGATIVE_INFINITY;
  #sum = 0;
  readonly #states = new Map<string, number>();
  readonly #plan: ColumnPlan;

  constructor(plan: ColumnPlan) {
    this.#plan = plan;
  }

  /** Takes odd cells of one text: empty or "no sample", unreadable, a text where texts belong, or the word of a switch whose number is taken with the others. */
  take(kind: "missing" | "unreadable" | "text" | "state", text: string, times = 1): void {
    if (kind === "missing") this.missing += times;
    else if (kind === "unreadable") this.#unreadable += times;
    else if (kind === "text") this.#texts += times;
    if (text === "") return;
    const count = this.#states.get(text);
    if (count !== undefined) this.#states.set(text, count + times);
    else if (this.#states.size < mostStates) this.#states.set(text, times);
  }

  /** Takes one number; NaN is an odd cell counted already. */
  takeNumber(value: number): void {
    if (Number.isNaN(value)) return;
    if (this.#valid === 0) this.#first = value;
    this.#valid++;
    this.#sum += value;
    if (value < this.#min) this.#min = value;
    if (value > this.#max) this.#max = value;
    this.#last = value;
  }

  get numbers(): number {
    return this.#valid;
  }

  get unreadable(): number {
    return this.#unreadable;
  }

  /** The texts met, with their counts. */
  get states(): ReadonlyMap<string, number> {
    return this.#states;
  }

  /** Takes the next rows' numbers; NaN are the odd cells counted already. */
  takeNumbers(values: Float64Array): void {
    let valid = 0;
    let sum = 0;
    let min = this.#min;
    let max = this.#max;
    let last = this.#last;
    for (let i = 0; i < values.length; i++) {
      const v = values[i]!;
      if (Number.isNaN(v)) continue;
      valid++;
      sum += v;
      if (v < min) min = v;
      if (v > max) max = v;
      last = v;
    }
    if (this.#valid === 0 && valid > 0) this.#first = values.find((v) => !Number.isNaN(v))!;
    this.#valid += valid;
    this.#sum += sum;
    this.#min = min;
    this.#max = max;
    this.#last = last;
  }

  summary(): ColumnSummary {
    const { tag, unit, kind } = this.#plan;
    const some = this.#valid > 0;
    return {
      tag,
      unit,
      kind,
      valid: kind === "number" ? this.#valid : this.#texts,
      missing: this.missing,
      unreadable: this.#unreadable,
      first: some ? this.#first : null,
      last: some ? this.#last : null,
      min: some ? this.#min : null,
      max: some ? this.#max : null,
      mean: some ? this.#sum / this.#valid : null,
      states: [...this.#states]
        .map(([text, count]) => ({ text, count }))
        .sort((a, b) => b.count - a.count)
        .slice(0, shownStates),
    };
  }
}
