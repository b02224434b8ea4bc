import type { Finding } from "#shared/domain/finding.ts";
import type { Run } from "#shared/domain/run.ts";

/** A log inside a file. */
export interface Member {
  /** Unique within the file; may hold slashes, as the names in an archive do. */
  readonly name: string;
  /** Size once taken out, where the file says so. */
  readonly bytes: number | null;
}

/** Hears what could not be taken out whole: damage that was read around. */
export type Tell = (finding: Finding) => void;

/**
 * A file that holds logs and is none itself: an archive, a workbook, a data base. Each member can be taken out as a file of its own and is
 * read like any other; members of formats that are not text are written as text: UTF-8, tab-separated, quoted where a cell needs it, one line
 * of names, times in ISO 8601, numbers in their shortest exact form. A path goes through a container as through a folder: `logs.zip/june/p1.csv`.
 */
export interface Container {
  readonly id: string;
  /** Its members are files of any format, and may hold logs themselves; elsewhere a member is the text this container writes. */
  readonly archive?: true;
  /** 0 = not mine … 1 = certain, from the first 64 KiB and the name alone; from 0.5 on the file is opened as one. Never throws. */
  sniff(head: Uint8Array, name: string): number;
  /** In the order of the file. Throws a problem with the file's name where it cannot be opened. */
  members(path: string): Promise<readonly Member[]>;
  /**
   * Writes one member to the new file `into`; memory does not depend on its size. What could be read of a damaged member is kept and told.
   * Throws `Cancelled` by `run.tick`.
   */
  extract(path: string, member: string, into: string, run: Run, tell: Tell): Promise<void>;
  /** The first bytes of a member, at most `bytes`, without taking out the rest; where it is left out, the member is taken out. */
  head?(path: string, member: string, bytes: number): Promise<Uint8Array>;
}
