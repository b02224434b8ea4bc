import { problem } from "#shared/domain/problem.ts";
import type { SavedState } from "./family.ts";

const unreadable = (name: string) =>
  problem("model.unreadable", `The saved model has no usable “${name}”: it was written by another version, or is damaged.`, { name });

export function numberOf(saved: SavedState, name: string): number {
  const value = saved[name];
  if (typeof value !== "number") throw unreadable(name);
  return value;
}

export function textOf(saved: SavedState, name: string): string {
  const value = saved[name];
  if (typeof value !== "string") throw unreadable(name);
  return value;
}

export function numbersOf(saved: SavedState, name: string): Float64Array {
  const value = saved[name];
  if (!(value instanceof Float64Array)) throw unreadable(name);
  return value;
}

export function integersOf(saved: SavedState, name: string): Int32Array {
  const value = saved[name];
  if (!(value instanceof Int32Array)) throw unreadable(name);
  return value;
}

export function textsOf(saved: SavedState, name: string): readonly string[] {
  const value = saved[name];
  if (!Array.isArray(value)) throw unreadable(name);
  return value as readonly string[];
}
