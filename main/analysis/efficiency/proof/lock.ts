import type { Finding } from "#shared/domain/finding.ts";
import { Baseline, LockedBaseline } from "#shared/domain/proof.ts";
import { canonicalJson } from "./canonical-json.ts";
import { proofFinding } from "./proof-finding.ts";

/** What a lock is made over: the baseline as text that is the same wherever and whenever it is written. The caller hashes it (SHA-256). */
export const lockContent = (baseline: Baseline): string => canonicalJson(Baseline.parse(baseline));

/** @param sha256 of `lockContent(baseline)`, hexadecimal. @param lockedAt ms UTC. */
export const lockBaseline = (baseline: Baseline, sha256: string, lockedAt: number, lockedBy: string): LockedBaseline =>
  LockedBaseline.parse({ baseline, sha256, lockedAt, lockedBy });

/**
 * Whether a locked baseline may be reported on.
 * @param sha256 of `lockContent(locked.baseline)` as it is now. @param atHand a baseline that claims to be the same, where there is one.
 * @returns nothing where all is as it was; blocking findings otherwise.
 */
export function lockFindings(locked: LockedBaseline, sha256: string, atHand?: Baseline): Finding[] {
  const day = new Date(locked.lockedAt).toISOString().slice(0, 10);
  const findings: Finding[] = [];
  if (sha256 !== locked.sha256) findings.push(proofFinding("proof.lock-broken", "blocking", { day }));
  const changed = atHand ? changedSince(locked.baseline, atHand) : [];
  if (changed.length > 0)
    findings.push(proofFinding("proof.baseline-changed", "blocking", { day, count: changed.length, what: changed[0]! }));
  return findings;
}

/**
 * What differs between two baselines, as names from the outside in (`drivers.0.high`): empty where the second is the one that was locked.
 * Whether a locked one was tampered with is told by its hash, not by this.
 */
export function changedSince(locked: Baseline, now: Baseline): string[] {
  const changed: string[] = [];
  const walk = (a: unknown, b: unknown, path: string): void => {
    if (Object.is(a, b)) return;
    const nested = typeof a === "object" && typeof b === "object" && a !== null && b !== null && Array.isArray(a) === Array.isArray(b);
    if (!nested) return void changed.push(path);
    if (Array.isArray(a) && a.length !== (b as unknown[]).length) return void changed.push(path);
    for (const name of new Set([...Object.keys(a), ...Object.keys(b)].sort()))
      walk((a as Record<string, unknown>)[name], (b as Record<string, unknown>)[name], path === "" ? name : `${path}.${name}`);
  };
  walk(locked, now, "");
  return changed;
}
