import { useEffect, useRef } from "react";
import type { Verdict } from "#shared/domain/health.ts";

export interface ReviewKeys {
  /** +1: the next one, −1: the one before. */
  move(by: 1 | -1): void;
  judge(verdict: Verdict["verdict"]): void;
  note(): void;
  /** To the name of what it was. */
  cause?(): void;
  /** It is not what it resembles. */
  decline?(): void;
  undo(): void;
}

const verdictOfKey: Readonly<Record<string, Verdict["verdict"]>> = {
  f: "fault",
  n: "normal",
  s: "sensor",
  w: "maintenance",
  u: "unclear",
};

/** Where keys mean letters, or belong to a list or a dialog, they are left alone; where only the arrows have a meaning, only they are. */
function isTaken(target: EventTarget | null, key: string): boolean {
  if (!(target instanceof Element)) return false;
  if (target.closest("[role=dialog], [role=listbox], [role=menu]")) return true;
  const arrowsOnly = target.closest("input[type=radio], input[type=checkbox], [role=slider]");
  if (arrowsOnly) return key.startsWith("Arrow");
  return target.closest("input, textarea, select, [contenteditable]") !== null;
}

/** The keys of the episode review, heard anywhere on the screen while it is visible. */
export function useReviewKeys(keys: ReviewKeys): void {
  const latest = useRef(keys);
  latest.current = keys;
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (event.ctrlKey || event.metaKey || event.altKey || isTaken(event.target, event.key)) return;
      const { move, judge, note, undo, cause, decline } = latest.current;
      const verdict = verdictOfKey[event.key.toLowerCase()];
      if (event.key === "ArrowDown" || event.key === "j") move(1);
      else if (event.key === "ArrowUp" || event.key === "k") move(-1);
      else if (verdict && !event.repeat) judge(verdict);
      else if (event.key === "m") note();
      else if (event.key === "c" && cause) cause();
      else if (event.key === "x" && decline && !event.repeat) decline();
      else if (event.key === "z" && !event.repeat) undo();
      else return;
      event.preventDefault();
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, []);
}
