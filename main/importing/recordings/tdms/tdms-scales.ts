import type { TdmsProperties } from "./read-properties.ts";

/** One step from what was measured to what is meant. */
type Scale =
  | { readonly kind: "raw" }
  | { readonly kind: "linear"; readonly slope: number; readonly intercept: number; readonly source: number }
  | { readonly kind: "polynomial"; readonly coefficients: readonly number[]; readonly source: number }
  | { readonly kind: "table"; readonly from: readonly number[]; readonly to: readonly number[]; readonly source: number }
  | { readonly kind: "sum" | "difference"; readonly left: number; readonly right: number };

export interface TdmsScales {
  /** Computes in place of values what they mean. `raw(id)` gives the raw values of a scaler, or of the channel for undefined. */
  apply(raw: (scaleId: number | undefined) => Float64Array): Float64Array;
}

/** Input source that is the channel's stored value. */
const rawSource = 0xffffffff;
const mostScales = 64;
const mostCoefficients = 100_000;

/**
 * The scales a channel's properties (or, where it has none, its group's or the file's) describe; undefined where there are none, or where
 * their values were stored scaled. `unknown` names a kind of scale that is not computed (thermocouples, bridges ...).
 */
export function tdmsScales(levels: readonly TdmsProperties[]): { scales: TdmsScales | undefined; unknown: string | undefined } {
  const none = { scales: undefined, unknown: undefined };
  const properties = levels.find((level) => typeof level.get("NI_Number_Of_Scales") === "number");
  if (!properties || properties.get("NI_Scaling_Status") === "scaled") return none;
  const count = Number(properties.get("NI_Number_Of_Scales"));
  if (!(count > 0 && count <= mostScales)) return none;
  const scales: Scale[] = [];
  for (let k = 0; k < count; k++) {
    const scale = scaleAt(properties, k);
    if (typeof scale === "string") return { scales: undefined, unknown: scale };
    scales.push(scale);
  }
  return { scales: { apply: (raw) => compute(scales, count - 1, raw, 0) }, unknown: undefined };
}

function scaleAt(properties: TdmsProperties, k: number): Scale | string {
  const prefix = `NI_Scale[${k}]_`;
  const type = properties.get(`${prefix}Scale_Type`);
  if (type === undefined) return { kind: "raw" };
  const number = (name: string, otherwise: number) => {
    const value = properties.get(`${prefix}${name}`);
    return typeof value === "number" ? value : otherwise;
  };
  const list = (name: string) =>
    Array.from({ length: Math.min(mostCoefficients, number(`${name}_Size`, 0)) }, (_, n) => number(`${name}[${n}]`, NaN));
  switch (type) {
    case "Linear":
      return {
        kind: "linear",
        slope: number("Linear_Slope", 1),
        intercept: number("Linear_Y_Intercept", 0),
        source: number("Linear_Input_Source", rawSource),
      };
    case "Polynomial": {
      // Four coefficients where the size is not said.
      const size = number("Polynomial_Coefficients_Size", 4);
      const coefficients = Array.from({ length: Math.min(mostCoefficients, size) }, (_, n) => number(`Polynomial_Coefficients[${n}]`, NaN));
      return { kind: "polynomial", coefficients, source: number("Polynomial_Input_Source", rawSource) };
    }
    case "Table": {
      const [from, to] = [list("Table_Pre_Scaled_Values"), list("Table_Scaled_Values")];
      if (from.length === 0 || from.length !== to.length) return "Table";
      const ascending = from[0]! <= from.at(-1)!;
      return {
        kind: "table",
        from: ascending ? from : from.toReversed(),
        to: ascending ? to : to.toReversed(),
        source: number("Table_Input_Source", rawSource),
      };
    }
    case "Add":
    case "Subtract":
      return {
        kind: type === "Add" ? "sum" : "difference",
        left: number(`${type}_Left_Operand_Input_Source`, rawSource),
        right: number(`${type}_Right_Operand_Input_Source`, rawSource),
      };
    default:
      return String(type);
  }
}

function compute(scales: readonly Scale[], index: number, raw: (scaleId: number | undefined) => Float64Array, depth: number): Float64Array {
  if (index === rawSource) return raw(undefined);
  const scale = scales[index];
  // A scale that leads to itself, or to none, leaves the stored value.
  if (!scale || depth > mostScales) return raw(undefined);
  const input = (source: number) => compute(scales, source, raw, depth + 1);
  switch (scale.kind) {
    case "raw":
      return raw(index);
    case "linear":
      return Float64Array.from(input(scale.source), (x) => x * scale.slope + scale.intercept);
    case "polynomial":
      return Float64Array.from(input(scale.source), (x) => scale.coefficients.reduceRight((sum, coefficient) => sum * x + coefficient, 0));
    case "table":
      return Float64Array.from(input(scale.source), (x) => interpolate(scale, x));
    default: {
      const right = input(scale.right);
      const sign = scale.kind === "sum" ? 1 : -1;
      // A difference is right minus left: the left operand is the one that is taken away (NI, scales of DAQmx).
      return Float64Array.from(input(scale.left), (x, k) => (sign === 1 ? x + right[k]! : right[k]! - x));
    }
  }
}

/** Straight lines between the points, level beyond the first and the last. */
function interpolate({ from, to }: { from: readonly number[]; to: readonly number[] }, x: number): number {
  if (Number.isNaN(x)) return NaN;
  const last = from.length - 1;
  if (x <= from[0]!) return to[0]!;
  if (x >= from[last]!) return to[last]!;
  let low = 0;
  let high = last;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (from[middle]! <= x) low = middle;
    else high = middle;
  }
  return to[low]! + ((to[high]! - to[low]!) * (x - from[low]!)) / (from[high]! - from[low]!);
}
