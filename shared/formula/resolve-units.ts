import type { Finding } from "../domain/finding.ts";
import { conversion, differenceConversion, sameDimension } from "../units/convert.ts";
import { parseUnit } from "../units/parse-unit.ts";
import { pureNumber, type Unit } from "../units/unit.ts";
import { difference, divideUnits, multiplyUnits, raiseUnit } from "../units/unit-algebra.ts";
import { type Calculation, scaled } from "./calculation.ts";
import type { BinaryOperator, Expression } from "./expression.ts";
import { formulaError } from "./formula-error.ts";
import { formulaFinding } from "./formula-finding.ts";
import { nearestTag, quotedTag } from "./nearest-tag.ts";
import { isWindowFunction } from "./windowed.ts";

const milliseconds = parseUnit("ms");
const hours = parseUnit("h");

/** What a formula over tags means: what to compute, and the unit of the value. */
export interface ResolvedFormula {
  readonly calculation: Calculation;
  /** Undefined where a tag without a unit takes part, or units do not fit. */
  readonly unit: Unit | undefined;
  readonly findings: readonly Finding[];
}

/** A part of the formula on its way up. */
interface Part {
  readonly calculation: Calculation;
  readonly unit: Unit | undefined;
  /** A bare number: takes the unit of what it is added to or compared with. */
  readonly free: boolean;
}

/**
 * Finds the unit of a formula and puts in the conversions: bar + kPa is added in bar, kW / (m3/h) is kWh/m3. What does not fit is
 * a finding; what cannot be computed at all is thrown.
 * @param unitOf unit of a tag as text, "" where the log gives none, undefined where there is no such tag.
 * @param windows whether functions that look back in time may stand in it; a KPI is worked out row by row.
 * @throws FormulaError for an unknown tag.
 */
export function resolveUnits(
  formula: Expression,
  text: string,
  unitOf: (tag: string) => string | undefined,
  knownTags: readonly string[],
  { windows = false }: { windows?: boolean } = {},
): ResolvedFormula {
  const findings: Finding[] = [];
  const told = new Set<string>();
  const report = (
    severity: Finding["severity"],
    code: Parameters<typeof formulaFinding>[0],
    e: Expression,
    data: Finding["data"] = {},
  ): void => {
    const key = `${code} ${e.start} ${data.tag ?? ""}`;
    if (told.has(key)) return;
    told.add(key);
    findings.push(formulaFinding(code, severity, { at: e.start + 1, ...data }));
  };
  const quote = (e: Expression): string => text.slice(e.start, e.end);

  /** Scales with a zero of their own are made absolute before they are multiplied: degC becomes K, barg becomes bar. */
  const absolute = (part: Part, e: Expression): Part => {
    if (!part.unit || part.unit.offset === 0) return part;
    const unit = difference(part.unit);
    report("warning", "formula.offset-product", e, { text: quote(e), unit: part.unit.symbol, absolute: unit.symbol });
    return { calculation: scaled(part.calculation, 1, part.unit.offset / part.unit.factor), unit, free: false };
  };

  /** The same part in another unit, or as it is where that cannot be. */
  const inUnit = (part: Part, target: Unit | undefined, e: Expression, asDifference = false): Calculation => {
    if (part.free || !part.unit || !target) return part.calculation;
    const how = asDifference ? differenceConversion(part.unit, target) : conversion(part.unit, target);
    if (how) return scaled(part.calculation, how.scale, how.shift);
    const severity = part.unit.known && target.known ? "blocking" : "warning";
    report(severity, "formula.units-differ", e, { text: quote(e), unit: part.unit.symbol || "1", other: target.symbol || "1" });
    return part.calculation;
  };

  /** The unit several parts share: that of the first which has one; undefined as soon as one of them cannot be told. */
  const shared = (parts: readonly Part[]): Unit | undefined => {
    const bound = parts.filter((p) => !p.free);
    return bound.length === 0 ? pureNumber : bound.some((p) => !p.unit) ? undefined : bound[0]!.unit;
  };
  const fits = (parts: readonly Part[], unit: Unit | undefined): Unit | undefined =>
    unit && parts.every((p) => p.free || (p.unit && sameDimension(p.unit, unit))) ? unit : undefined;

  const sum = (e: Expression & { kind: "binary" }, left: Part, right: Part): Part => {
    const target = shared([left, right]);
    const free = left.free && right.free;
    const offsets = [left, right].map((p) => !p.free && p.unit !== undefined && p.unit.offset !== 0) as [boolean, boolean];
    const minus = e.operator === "-";
    // 80 degC − 20 degC is 60 K; 80 degC − 20 K is 60 degC.
    const asDifference = offsets[0] && !offsets[1];
    // 293 K − 20 degC: the right one is brought to kelvins with its offset, which `inUnit` does.
    const calculation: Calculation = {
      kind: "binary",
      operator: e.operator,
      left: left.calculation,
      right: inUnit(right, left.free ? undefined : target, e.right, asDifference),
    };
    let unit = fits([left, right], target);
    if (unit && minus && offsets[0] && offsets[1]) unit = difference(unit);
    if (!minus && offsets[0] && offsets[1]) report("note", "formula.offset-sum", e, { text: quote(e), unit: left.unit!.symbol });
    return { calculation, unit, free };
  };

  const product = (e: Expression & { kind: "binary" }, left: Part, right: Part): Part => {
    const calculation = (l: Part, r: Part): Calculation => ({
      kind: "binary",
      operator: e.operator,
      left: l.calculation,
      right: r.calculation,
    });
    if (left.free && right.free) return { calculation: calculation(left, right), unit: pureNumber, free: true };
    // A multiple of a temperature stays one, so that (T1 + T2) / 2 is a mean temperature.
    if (right.free) return { calculation: calculation(left, right), unit: left.unit, free: false };
    if (left.free && e.operator === "*") return { calculation: calculation(left, right), unit: right.unit, free: false };
    const l = absolute(left, e.left);
    const r = absolute(right, e.right);
    const unit = l.unit && r.unit ? (e.operator === "*" ? multiplyUnits(l.unit, r.unit) : divideUnits(l.unit, r.unit)) : undefined;
    return { calculation: calculation(l, r), unit, free: false };
  };

  const power = (e: Expression & { kind: "binary" }, left: Part, right: Part): Part => {
    const base = absolute(left, e.left);
    const exponent = constantOf(right.calculation);
    const pure = base.unit && Object.keys(base.unit.dimension).length === 0;
    if (exponent === undefined && base.unit && !pure)
      throw formulaError("formula.exponent", e.right.start, { text: quote(e.right), unit: base.unit.symbol });
    const unit = !base.unit ? undefined : exponent === undefined ? pureNumber : raiseUnit(base.unit, exponent);
    return {
      calculation: { kind: "binary", operator: "^", left: base.calculation, right: right.calculation },
      unit,
      free: base.free && right.free,
    };
  };

  const comparison = (e: Expression & { kind: "binary" }, left: Part, right: Part): Part => ({
    calculation: {
      kind: "binary",
      operator: e.operator,
      left: left.calculation,
      right: left.free ? right.calculation : inUnit(right, left.unit, e.right),
    },
    unit: pureNumber,
    free: false,
  });

  const joined: Readonly<Record<BinaryOperator, (e: Expression & { kind: "binary" }, left: Part, right: Part) => Part>> = {
    "+": sum,
    "-": sum,
    "*": product,
    "/": product,
    "^": power,
    "<": comparison,
    "<=": comparison,
    ">": comparison,
    ">=": comparison,
    "=": comparison,
    "<>": comparison,
    and: (e, left, right) => ({ ...comparison(e, { ...left, free: true }, right) }),
    or: (e, left, right) => ({ ...comparison(e, { ...left, free: true }, right) }),
  };

  const call = (e: Expression & { kind: "call" }): Part => {
    const parts = e.arguments.map(visit);
    const [first] = parts as [Part, ...Part[]];
    const { name } = e;
    if (isWindowFunction(name)) {
      if (!windows) throw formulaError("formula.window-not-here", e.start, { name });
      const [over, span] = parts as [Part, Part];
      const length = constantOf(span.calculation);
      const how = span.unit && !span.free ? conversion(span.unit, milliseconds) : undefined;
      if (length === undefined || !how || !(length * how.scale > 0))
        throw formulaError("formula.window-span", e.arguments[1]!.start, { name, text: quote(e.arguments[1]!) });
      const keeps = name === "mean" || name === "lag";
      const spread = over.unit && difference(over.unit);
      const unit = keeps ? over.unit : name === "std" ? spread : spread && divideUnits(spread, hours);
      return {
        calculation: { kind: "window", name, of: over.calculation, spanMs: length * how.scale },
        unit,
        free: keeps && over.free,
      };
    }
    if (name === "abs") return { ...first, calculation: { kind: "unary", operation: "abs", of: first.calculation } };
    if (name === "sqrt") {
      const base = absolute(first, e.arguments[0]!);
      return {
        calculation: { kind: "unary", operation: "sqrt", of: base.calculation },
        unit: base.unit && raiseUnit(base.unit, 0.5),
        free: base.free,
      };
    }
    if (name === "ln" || name === "exp") {
      const of = inUnit(first, pureNumber, e.arguments[0]!);
      return { calculation: { kind: "unary", operation: name, of }, unit: pureNumber, free: first.free };
    }
    const from = name === "if" ? 1 : 0;
    const values = parts.slice(from);
    const target = shared(values);
    const brought = values.map((part, i) => inUnit(part, target, e.arguments[i + from]!));
    return {
      calculation: { kind: "call", name, arguments: [...parts.slice(0, from).map((p) => p.calculation), ...brought] },
      unit: fits(values, target),
      free: values.every((p) => p.free),
    };
  };

  const visit = (e: Expression): Part => {
    switch (e.kind) {
      case "number":
        return {
          calculation: { kind: "constant", value: e.value },
          unit: e.unit === undefined ? pureNumber : parseUnit(e.unit),
          free: e.unit === undefined,
        };
      case "tag": {
        const unit = unitOf(e.tag);
        if (unit === undefined) {
          const near = nearestTag(e.tag, knownTags, text.slice(e.start));
          if (near === undefined) throw formulaError("formula.tag-unknown", e.start, { tag: e.tag });
          throw formulaError("formula.tag-unknown-near", e.start, { tag: e.tag, near: quotedTag(near) });
        }
        // A log that gives no unit means "not said", not "a pure number".
        if (unit.trim() === "") {
          report("note", "formula.unit-missing", { ...e, start: 0 }, { tag: e.tag });
          return { calculation: { kind: "tag", tag: e.tag }, unit: undefined, free: false };
        }
        return { calculation: { kind: "tag", tag: e.tag }, unit: parseUnit(unit), free: false };
      }
      case "negative": {
        const of = visit(e.of);
        return { ...of, calculation: { kind: "unary", operation: "negative", of: of.calculation } };
      }
      case "not":
        return { calculation: { kind: "unary", operation: "not", of: visit(e.of).calculation }, unit: pureNumber, free: false };
      case "binary":
        return joined[e.operator](e, visit(e.left), visit(e.right));
      case "call":
        return call(e);
    }
  };

  const { calculation, unit } = visit(formula);
  return { calculation, unit, findings };
}

/** The value of a part that reads no tag. */
function constantOf(of: Calculation): number | undefined {
  if (of.kind === "constant") return of.value;
  if (of.kind === "unary" && of.operation === "negative") {
    const value = constantOf(of.of);
    return value === undefined ? undefined : -value;
  }
  if (of.kind === "binary" && of.operator === "/") {
    const [left, right] = [constantOf(of.left), constantOf(of.right)];
    return left === undefined || right === undefined ? undefined : left / right;
  }
  return undefined;
}
