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

  /** Takes an odd cell: empty or "no sample", unreadable, or a text where texts belong. */
  take(kind: "missing" | "unreadable" | "text", text: string): void {
    if (kind === "missing") this.missing++;
    else if (kind === "unreadable") this.#unreadable++;
    else this.#texts++;
    if (text === "") return;
    const count = this.#states.get(text);
    if (count !== undefined) this.#states.set(text, count + 1);
    else if (this.#states.size < mostStates) this.#states.set(text, 1);
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
