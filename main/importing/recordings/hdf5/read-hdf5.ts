import type { Dataset, File, Group } from "h5wasm/node";
import type { MatOther, MatValue, MatVariable } from "../mat/mat-value.ts";
import { structDtype, textDtype } from "../mat/scipy-dtype.ts";
import { nothing } from "../mat/two-dimensions.ts";
import { bytesOf } from "../stored-numbers.ts";
import { h5, hdf5Matrix, isNumeric } from "./hdf5-matrix.ts";

/** What is walked of a file at most: rings of links end here. */
const mostDepth = 12;
const mostObjects = 20_000;
const mostText = 1 << 16;
const toldBytes = 1 << 20;
const mostInflation = 2000;

export interface Hdf5Tree {
  readonly variables: MatVariable[];
  /** Parts that could not be read. */
  readonly damaged: readonly string[];
  readonly attributes: Readonly<Record<string, string | number>>;
}

interface Hdf5Asked {
  readonly path: string;
  readonly fileBytes: number;
  readonly matlab: boolean;
}

/** Groups and data sets as a tree of variables. `matlab` reads them as MATLAB 7.3 writes its workspace. */
export function readHdf5(file: File, { path, fileBytes, matlab }: Hdf5Asked): Hdf5Tree {
  const damaged: string[] = [];
  const seen = new Set([addressOf(file)]);
  let left = mostObjects;
  const variables = walk(file, "", 0);
  return { variables, damaged, attributes: attributesOf(file) };

  function walk(group: Group, at: string, depth: number): MatVariable[] {
    const found: MatVariable[] = [];
    for (const name of group.keys()) {
      // References and what objects are made of.
      if (matlab && depth === 0 && (name === "#refs#" || name === "#subsystem#")) continue;
      if (left-- <= 0) break;
      const full = `${at}/${name}`;
      try {
        const entity = group.get(name) as { type?: string } | null;
        // Links to other files and to nothing are not followed.
        if (entity?.type !== "Dataset" && entity?.type !== "Group") continue;
        const address = addressOf(entity as Dataset | Group);
        // A second name of what has been met, and a ring.
        if (seen.has(address)) continue;
        seen.add(address);
        if (entity.type === "Dataset") found.push(...datasetVariables(entity as Dataset, name, full));
        else if (depth < mostDepth) found.push({ name, value: groupValue(entity as Group, full, depth + 1) });
      } catch {
        damaged.push(full);
      }
    }
    return found;
  }

  function groupValue(group: Group, full: string, depth: number): MatValue {
    const attributes = attributesOf(group);
    if ("MATLAB_sparse" in attributes)
      return { shape: [Number(attributes.MATLAB_sparse), NaN], dtype: "float64", content: { kind: "other", what: "sparse" } };
    const fields = walk(group, full, depth);
    // What a group says of its sampling counts as if it were a number in it.
    const said = Object.entries(attributes).flatMap(([name, value]) => (matlab || typeof value !== "number" ? [] : [scalar(name, value)]));
    return { shape: [1, 1], dtype: structDtype(fields.map(({ name }) => name)), content: { kind: "struct", fields: [...fields, ...said] } };
  }

  /** A compound is a table of its own: a struct of one vector per member. */
  function datasetVariables(data: Dataset, name: string, full: string): MatVariable[] {
    const { metadata } = data;
    const shape = metadata.shape ?? [];
    const attributes = attributesOf(data);
    const unit = String(attributes.units ?? attributes.unit ?? attributes.Units ?? attributes.Unit ?? "");
    const labels = labelsOf(data);
    const total = shape.reduce((product, length) => product * length, 1);
    const outer = matlab ? shape.toReversed() : shape;
    const dtype = dtypeOf(metadata);
    const other = (what: MatOther): MatVariable => ({ name, value: { shape: outer, dtype, content: { kind: "other", what } } });
    const said = matlab ? [] : samplingOf(attributes);
    const matlabClass = String(attributes.MATLAB_class ?? "");
    // Deflate cannot shrink by more than 1032 to 1, and other filters hardly do; what was never written is not there.
    if (total * metadata.size > fileBytes * mostInflation + toldBytes) {
      damaged.push(full);
      return [other("damaged")];
    }
    if ("MATLAB_empty" in attributes) {
      return [{ name, value: { shape: [0, 0], dtype, content: { kind: "numbers", real: nothing, imaginary: undefined } } }];
    }
    if (matlab && (matlabClass === "cell" || metadata.type === h5.reference))
      return [other(matlabClass === "cell" || matlabClass === "" ? "cell" : matlabClass === "struct" ? "struct-list" : "object")];
    if (matlab && matlabClass === "char") {
      const codes = total * 2 <= mostText ? Array.from(data.value as ArrayLike<number | bigint>, Number) : [];
      const text = codes.map((code) => (code > 0 && code < 0x10000 ? String.fromCharCode(code) : "")).join("");
      return [{ name, value: { shape: outer.slice(0, -1), dtype: textDtype(outer.at(-1) ?? 0), content: { kind: "text", text } } }];
    }
    if (matlab && matlabClass === "function_handle") return [other("function")];
    if (metadata.type === h5.string) {
      const text =
        shape.length === 0 || total === 1 ? String(Array.isArray(data.value) ? data.value[0] : data.value).slice(0, mostText) : "";
      return [{ name, value: { shape: outer, dtype, content: { kind: "text", text } } }];
    }
    const numbers = (member: number | undefined) =>
      hdf5Matrix({ path, dataset: full, shape: shape.length === 0 ? [1] : shape, reversed: matlab, member });
    if (metadata.type === h5.compound) {
      const members = metadata.compound_type?.members ?? [];
      const [first, second] = members;
      const isComplex =
        members.length === 2 &&
        first &&
        second &&
        isNumeric(first) &&
        isNumeric(second) &&
        /^r(eal)?$/i.test(first.name) &&
        /^i(mag)?$/i.test(second.name);
      if (isComplex) {
        const real = total === 0 ? nothing : shape.length === 0 ? undefined : numbers(0);
        const value = real
          ? { shape: outer, dtype: "complex128", content: { kind: "numbers" as const, real, imaginary: numbers(1) } }
          : undefined;
        return value ? [{ name, value, unit }, ...said] : [other("dimensions")];
      }
      if (shape.length !== 1) return [other("dimensions")];
      const fields = members.flatMap((member, k): MatVariable[] => {
        const real = isNumeric(member) && (member.shape ?? []).length === 0 ? numbers(k) : undefined;
        if (!real) return [];
        return [
          { name: member.name, value: { shape: outer, dtype: dtypeOf(member), content: { kind: "numbers", real, imaginary: undefined } } },
        ];
      });
      return [
        {
          name,
          value: {
            shape: outer,
            dtype: structDtype(members.map((member) => member.name)),
            content: { kind: "struct", fields: [...fields, ...said] },
          },
        },
      ];
    }
    if (!isNumeric(metadata)) return [other("kind")];
    if (total === 0) return [{ name, value: { shape: outer, dtype, content: { kind: "numbers", real: nothing, imaginary: undefined } } }];
    if (shape.length === 0) return [scalar(name, Number(data.value), dtype)];
    const real = numbers(undefined);
    return real
      ? [{ name, value: { shape: outer, dtype, content: { kind: "numbers", real, imaginary: undefined } }, unit, labels }, ...said]
      : [other("dimensions")];
  }
}

/** Where an object lies in its file: the same for all of its names. */
const addressOf = (entity: Group | Dataset): string => String(entity.create_reference().ref_data);

/** Scalars that tell the sampling of the data set they belong to count for its group. */
function samplingOf(attributes: Readonly<Record<string, string | number>>): MatVariable[] {
  return Object.entries(attributes).flatMap(([name, value]) => (typeof value === "number" ? [scalar(name, value)] : []));
}

function scalar(name: string, value: number, dtype = "float64"): MatVariable {
  const real = { shape: [1, 1] as const, there: [1, 1] as const, block: async () => [Float64Array.of(value)] };
  return { name, value: { shape: [], dtype, content: { kind: "numbers", real, imaginary: undefined } } };
}

/** Small attributes that are a word or a number. */
function attributesOf(entity: Group | Dataset): Record<string, string | number> {
  const told: Record<string, string | number> = {};
  for (const [name, attribute] of Object.entries(entity.attrs)) {
    const { metadata } = attribute;
    if (metadata.total_size * metadata.size > toldBytes) continue;
    if (![h5.integer, h5.float, h5.string, h5.enumeration].includes(metadata.type as 0)) continue;
    try {
      const value: unknown = attribute.value;
      const one =
        typeof value === "object" && value !== null && "length" in value && value.length === 1 ? (value as ArrayLike<unknown>)[0] : value;
      if (typeof one === "string") told[name] = one.slice(0, mostText);
      else if (typeof one === "number" || typeof one === "bigint") told[name] = Number(one);
    } catch {
      // An attribute that cannot be read says nothing.
    }
  }
  return told;
}

const labelNames = ["columns", "column_names", "channels", "channel_names", "labels", "names"];

function labelsOf(data: Dataset): string[] {
  const { attrs } = data;
  for (const name of labelNames) {
    const attribute = attrs[name];
    if (!attribute || attribute.metadata.type !== h5.string) continue;
    const value: unknown = attribute.value;
    if (Array.isArray(value) && value.every((each) => typeof each === "string")) return value;
  }
  return [];
}

/** NumPy's name of a type. */
function dtypeOf({ type, size, signed }: { type: number; size: number; signed: boolean }): string {
  if (type === h5.integer || type === h5.enumeration) {
    const name = `${signed ? "" : "u"}int${size * 8}`;
    return name in bytesOf ? name : "object";
  }
  return type === h5.float ? `float${size * 8}` : "object";
}
