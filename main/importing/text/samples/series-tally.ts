import type { ColumnPlan, ColumnSummary } from "#shared/domain/importing.ts";
import { CellTally } from "../cell-tally.ts";
import { isSwitch } from "../switch-words.ts";

/** What the samples of one tag of a long table were. */
export class SeriesTally {
  /** The name as the file gives it. */
  readonly name: string;
  unit = "";
  outOfOrder = 0;
  latest = Number.NEGATIVE_INFINITY;
  readonly cells: CellTally;
  /** Numbers of a switch's words, should the tag turn out to be one. */
  readonly switched: CellTally;

  constructor(name: string) {
    this.name = name;
    const plan: ColumnPlan = { header: name, tag: name, unit: "", kind: "number" };
    this.cells = new CellTally(plan);
    this.switched = new CellTally(plan);
  }

  takeTime(time: number): void {
    if (time < this.latest) this.outOfOrder++;
    else this.latest = time;
  }

  /** What the tag is: numbers, the two words of a switch, or texts. A tag without any sample may yet be numbers. */
  get kind(): "number" | "switch" | "text" {
    const { cells } = this;
    if (cells.numbers > 0 || cells.unreadable === 0) return "number";
    return this.switched.numbers === cells.unreadable && isSwitch(this.switched.states.keys()) ? "switch" : "text";
  }

  summary(plan: ColumnPlan): ColumnSummary {
    const own = { ...this.cells.summary(), tag: plan.tag, unit: plan.unit, kind: plan.kind };
    const { kind } = this;
    if (kind === "text") return { ...own, kind: plan.kind === "skip" ? "skip" : "text", valid: own.unreadable, unreadable: 0 };
    if (kind === "number") return own;
    const { valid, first, last, min, max, mean } = this.switched.summary();
    return { ...own, valid, first, last, min, max, mean, unreadable: 0 };
  }
}
