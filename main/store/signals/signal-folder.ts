import type { DerivedSignal } from "#shared/formula/derived-signal.ts";

/** Tags that are computed from those of the folders they stand beside. */
export interface DerivedSignals {
  readonly derived: readonly DerivedSignal[];
}

/** Where samples come from: a folder of signals, or what is computed from them on the way. */
export type SignalFolder = string | DerivedSignals;

/** The folders alone. */
export const foldersOf = (places: readonly SignalFolder[]): string[] => places.filter((place) => typeof place === "string");

/** What is computed, by tag. */
export function derivedOf(places: readonly SignalFolder[]): ReadonlyMap<string, DerivedSignal> {
  return new Map(
    places.flatMap((place) => (typeof place === "string" ? [] : place.derived.map((signal) => [signal.tag, signal] as const))),
  );
}
