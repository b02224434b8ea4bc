import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { Finding } from "#shared/domain/finding.ts";
import type { Baseline, BaselineForm, Exclusion, FitQuality, Meter, MeterRows, Term } from "#shared/domain/proof.ts";
import { completeRows } from "../../signal/complete-rows.ts";
import { proofFinding } from "../proof/proof-finding.ts";
import { baselineFindings } from "./baseline-findings.ts";
import { fitChangePoints } from "./change-points.ts";
import { fitQuality } from "./fit-quality.ts";
import { leastSquares } from "./least-squares.ts";
import { rowsIn } from "./rows-in.ts";
import { termColumn } from "./term-column.ts";
import { timeOfWeekTerms } from "./time-of-week-terms.ts";

export interface BaselineWish {
  readonly meter: Meter;
  /** May reach beyond the period. */
  readonly rows: MeterRows;
  readonly period: BaselinePeriod;
  readonly exclusions: readonly Exclusion[];
  /** Which forms compete; the candidates of CalTRACK 2.0 where it is missing. */
  readonly forms?: readonly BaselineForm[];
  /** The driver with balance points, usually the outside temperature; null where there is none. All other drivers are straight lines. */
  readonly changeDriver: string | null;
  /** Balance points to begin the search from, for readings known to be like those of another baseline; a grid where it is missing. */
  readonly near?: readonly number[] | undefined;
}

interface Candidate {
  readonly form: BaselineForm;
  readonly terms: Term[];
  readonly coefficients: Float64Array;
  /** [rows] */
  readonly fitted: Float64Array;
  readonly quality: FitQuality;
}

const usualForms: readonly BaselineForm[] = ["mean", "heating", "cooling", "heating-cooling"];
const fewestRows = 12;

/**
 * Learns the expected energy of a meter from its drivers: change-point linear models, the form with the highest adjusted R² among
 * those that qualify (CalTRACK 2.0, sections 3.2 to 3.4; ASHRAE Guideline 14, annex D).
 * Departures from CalTRACK: the grid of balance points spans what was observed, whatever its unit, and the best are refined.
 * @returns no baseline where a finding blocks. Deterministic.
 */
export function fitBaseline(wish: BaselineWish): { baseline: Baseline | undefined; findings: Finding[] } {
  const rows = learnable(wish);
  const { energy } = rows;
  const blocked = (finding: Finding) => ({ baseline: undefined, findings: [finding] });
  if (energy.length < fewestRows)
    return blocked(proofFinding("proof.baseline-short", "blocking", { rows: energy.length, needed: fewestRows }));
  const { lines, silent } = tellingLines(rows, wish.changeDriver);
  const candidates = (wish.forms ?? usualForms)
    .flatMap((form) => candidate(form, rows, lines, wish) ?? [])
    .sort((a, b) => b.quality.adjustedR2 - a.quality.adjustedR2);
  const best = candidates[0];
  // A meter that stands still at zero fits everything and shows nothing.
  if (!best || !Number.isFinite(best.quality.cvRmse)) return blocked(proofFinding("proof.baseline-no-form", "blocking"));
  const findings = [
    ...silent.map((tag) => proofFinding("proof.driver-silent", "note", { tag })),
    ...baselineFindings({ meter: wish.meter, quality: best.quality }, rows, best.fitted),
  ];
  const extreme = (values: Float64Array, of: (a: number, b: number) => number): number => values.reduce((a, b) => of(a, b));
  return {
    findings,
    baseline: {
      version: 1,
      meter: wish.meter,
      period: wish.period,
      exclusions: [...wish.exclusions],
      form: best.form,
      candidates: candidates.map(({ form, quality }) => ({ form, quality })),
      terms: best.terms,
      coefficients: [...best.coefficients],
      quality: best.quality,
      drivers: rows.drivers.map(({ tag, unit, values }) => ({
        tag,
        unit,
        low: extreme(values, Math.min),
        high: extreme(values, Math.max),
        mean: values.reduce((a, b) => a + b) / values.length,
      })),
      rows: { time: [...rows.time], energy: [...energy], drivers: rows.drivers.map((d) => [...d.values]) },
      findings,
    },
  };
}

/** The rows of the period with a reading and every driver. */
function learnable({ rows, period, exclusions }: BaselineWish): MeterRows {
  const taken = rowsIn(rows, period.ranges, exclusions);
  const complete = completeRows([taken.energy, ...taken.drivers.map((d) => d.values)]);
  const pick = (values: Float64Array): Float64Array => Float64Array.from(complete, (i) => values[i]!);
  return {
    time: pick(taken.time),
    energy: pick(taken.energy),
    drivers: taken.drivers.map((d) => ({ ...d, values: pick(d.values) })),
  };
}

/** The drivers that are straight lines; those that never change or say what others say are left out, and no coefficient stands for them. */
function tellingLines({ energy, drivers }: MeterRows, changeDriver: string | null): { lines: Term[]; silent: string[] } {
  const ones = new Float64Array(energy.length).fill(1);
  // The change driver is in most forms; what it says already is not said twice.
  const kept = [ones, ...drivers.filter((d) => d.tag === changeDriver && varies(d.values)).map((d) => d.values)];
  const lines: Term[] = [];
  const silent: string[] = [];
  for (const { tag, values } of drivers) {
    if (tag === changeDriver) continue;
    if (leastSquares([...kept, values], energy)) {
      kept.push(values);
      lines.push({ kind: "linear", tag });
    } else silent.push(tag);
  }
  return { lines, silent };
}

const varies = (values: Float64Array): boolean => values.some((v) => v !== values[0]);

function candidate(form: BaselineForm, rows: MeterRows, lines: Term[], { meter, changeDriver, near }: BaselineWish): Candidate | undefined {
  const { energy } = rows;
  const constant: Term = { kind: "constant" };
  const changing = rows.drivers.find((d) => d.tag === changeDriver);
  const finished = (terms: Term[], coefficients: Float64Array, fitted: Float64Array, knots: number): Candidate => ({
    form,
    terms,
    coefficients,
    fitted,
    quality: fitQuality(energy, fitted, coefficients.length + knots, coefficients.length),
  });
  const plain = (terms: Term[]): Candidate | undefined => {
    const fit = leastSquares(
      terms.map((term) => termColumn(term, rows, meter)),
      energy,
    );
    return fit && finished(terms, fit.coefficients, fit.fitted, 0);
  };
  if (form === "mean") return plain([constant, ...lines]);
  if (form === "time-of-week") return plain([...timeOfWeekTerms(rows, meter, changing), ...lines]);
  if (!changing) return undefined;
  if (form === "straight-line") return plain([constant, ...lines, { kind: "linear", tag: changing.tag }]);
  const fixed = [constant, ...lines];
  const found = fitChangePoints(form, {
    tag: changing.tag,
    x: changing.values,
    others: fixed.map((term) => termColumn(term, rows, meter)),
    energy,
    positive: form !== "four-parameter",
    near,
  });
  return found && finished([...fixed, ...found.terms], found.fit.coefficients, found.fit.fitted, found.knots.length);
}
