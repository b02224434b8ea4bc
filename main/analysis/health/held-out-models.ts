import type { Frame } from "#shared/domain/frame.ts";
import type { Run } from "#shared/domain/run.ts";
import { runFrames } from "../features/run-frames.ts";
import type { AnyFamily } from "../models/registry.ts";
import { partOfRun } from "./part-of-run.ts";

const blocks = 5;

/** A block of the reference and a model that has not seen it. */
export interface HeldOutModel {
  /** Rows of the frame, ascending. */
  readonly rows: Int32Array;
  /** Of the family; null where the other blocks cannot train it. */
  readonly state: unknown;
}

/**
 * The reference in five blocks of time, each with a model of the other four. Rows beside each other are too alike to be held out singly.
 * @param frame prepared. @param rows reference rows that have a score, ascending.
 */
export function heldOutModels(
  { family, params, frame, rows, gapMs }: { family: AnyFamily; params: unknown; frame: Frame; rows: Int32Array; gapMs: number },
  run: Run,
): HeldOutModel[] {
  return Array.from({ length: blocks }, (_, block) => {
    const from = Math.floor((rows.length * block) / blocks);
    const to = Math.floor((rows.length * (block + 1)) / blocks);
    const others = runFrames(
      frame,
      rows.filter((_, i) => i < from || i >= to),
      gapMs,
    );
    const asked = rows.subarray(from, to);
    if (family.sufficiency(others, params).some((f) => f.severity === "blocking")) return { rows: asked, state: null };
    const part = partOfRun(run, { from: block / blocks, to: (block + 1) / blocks, note: "held-out" });
    return { rows: asked, state: family.fit(others, params, part) };
  });
}
