import type { Fingerprint } from "#shared/domain/fingerprint.ts";
import type { Severity } from "#shared/domain/health.ts";

/** A tag, whether it stood still throughout the episode while it moved in the reference, and how far it moves there. */
export interface TagAtEpisode {
  readonly tag: string;
  readonly frozen: boolean;
  /** Greatest less least value in the reference, in the tag's unit. */
  readonly span: number;
}

/**
 * The NAMUR NE 107 status of an episode, by the first rule that holds:
 * function check: the tag that is off the most stood still; its values are not to be trusted for the while.
 * failure: a tag is further from what is expected than it moves at all in the reference.
 * out of specification: more tags are where the reference never was than are off; the machine ran under conditions that were not learned.
 * maintenance required: anything else that departs from the reference.
 */
export function severityOf(fingerprint: Fingerprint | undefined, tags: readonly TagAtEpisode[]): Severity {
  if (!fingerprint) return "maintenance-required";
  const { off, unseen } = fingerprint;
  const about = (name: string) => tags.find(({ tag }) => tag === name);
  if (off[0] && about(off[0].tag)?.frozen) return "function-check";
  if (off.some(({ tag, residual }) => Math.abs(residual) > (about(tag)?.span ?? Number.POSITIVE_INFINITY))) return "failure";
  return unseen.length > off.length ? "out-of-specification" : "maintenance-required";
}
