import { createHash } from "node:crypto";
import { createReadStream } from "node:fs";
import { basename } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import type { LogGroup } from "#shared/domain/log-group.ts";
import { Cancelled, ProblemError, problem, toProblem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { finding, sentence } from "../sentence.ts";
import { companionsOf } from "./expand-companions.ts";
import { lookAtLog } from "./expand-log.ts";
import { type LookedFile, seriesName, seriesOf } from "./expand-series.ts";
import { type DroppedFile, walkPaths } from "./expand-walk.ts";
import { headOfLog, lookInside, openLog } from "./open-log.ts";
import { containers } from "./registry.ts";

export interface Expansion {
  readonly groups: LogGroup[];
  /** What is no log, or is one already, each with the reason. */
  readonly left: { path: string; finding: Finding }[];
}

/** A log that may be inside of something, before it was looked at. */
interface Candidate {
  /** The file that was dropped, or lies in a folder that was. */
  readonly file: string;
  readonly path: string;
  readonly name: string;
  readonly folder: string;
  readonly bytes: number | null;
  /** Size of the log itself, null where that is not told without unpacking. */
  readonly size: number | null;
  /** Id of the container that makes text of the file; undefined for a file as it is. */
  readonly container: string | undefined;
  /** The container's name for it, "" for a file as it is. */
  readonly member: string;
}

const mostLogs = 20_000;
const deepest = 4; // containers in containers, as `openLog` goes

/**
 * What was dropped, as logs: folders and archives are gone through, files that are one series put together, and what is left out is told.
 * Reads the beginnings of the files alone, but for two that begin alike and are of one size: whether they are the same is seen to the end.
 */
export async function expand(paths: readonly string[], run: Run): Promise<Expansion> {
  const walked = await walkPaths(paths, run);
  const left = [...walked.left];
  const leave = (path: string, error: unknown) => {
    if (error instanceof Cancelled || !(error instanceof ProblemError)) throw error;
    const { code, message, data } = toProblem(error);
    left.push({ path, finding: { code, severity: "warning", message, data } });
  };

  const candidates: Candidate[] = [];
  for (const [k, file] of walked.files.entries()) {
    run.tick(k, 2 * walked.files.length, basename(file.path));
    try {
      candidates.push(...(await candidatesIn(file, run)));
    } catch (error) {
      leave(file.path, error);
    }
    if (candidates.length > mostLogs) {
      left.push({ path: file.path, finding: finding("import.too-many-files", "warning", { most: mostLogs }) });
      candidates.length = mostLogs;
      break;
    }
  }

  const looked: LookedFile[] = [];
  const failed: { path: string; error: unknown }[] = [];
  const same = new SameBytes(run);
  for (const [k, candidate] of candidates.entries()) {
    run.tick(candidates.length + k, 2 * candidates.length, candidate.name);
    try {
      const head = await headOfLog(candidate.path, run);
      const twin = head.length === 0 ? undefined : await same.twinOf(candidate, head);
      if (twin) {
        left.push({ path: candidate.path, finding: finding("import.same-file", "note", { file: candidate.name, other: twin }) });
        continue;
      }
      const log = await lookAtLog(candidate, head, run);
      // Prose and programs beside logs have numbers in lines, too; dropped by itself, a file is meant.
      if (candidate.folder !== "" && !log.timed && isProse(candidate.name)) throw noTable(candidate.name);
      const { file, path, name, folder, bytes, container } = candidate;
      looked.push({ ...log, file, path, name, folder, bytes: bytes ?? 0, container });
    } catch (error) {
      failed.push({ path: candidate.path, error });
    }
  }

  const formats = new Map([
    ...candidates.map(({ path, container }) => [path, container] as const),
    ...looked.map((l) => [l.path, l.format] as const),
  ]);
  const companions = companionsOf([...new Set([...candidates.map(({ path }) => path), ...walked.files.map(({ path }) => path)])], (path) =>
    formatOf(formats, path),
  );
  for (const [path, main] of companions) {
    left.push({ path, finding: finding("import.companion", "note", { file: basename(path), other: basename(main) }) });
  }
  for (const { path, error } of failed) if (!companions.has(path)) leave(path, error);
  const logs = looked.filter(({ path }) => !companions.has(path));
  const { kept, without } = withoutDescriptions(logs);
  left.push(...without);
  const series = seriesOf(kept);
  return { groups: series.map(groupOf), left: left.filter(onlyOnce()) };
}

/**
 * Tables that describe others: in a file with several, those without a time where others have one; and JSON without any time that lies in a
 * folder beside logs, as settings do.
 */
function withoutDescriptions(logs: readonly LookedFile[]): { kept: LookedFile[]; without: Expansion["left"] } {
  const timed = new Set(logs.filter((log) => log.timed).map(({ file }) => file));
  const kept: LookedFile[] = [];
  const without: Expansion["left"] = [];
  for (const log of logs) {
    const { file, path, name } = log;
    if (log.timed || log.container === undefined) kept.push(log);
    else if (timed.has(file)) without.push({ path, finding: finding("import.untimed-beside", "note", { file: name }) });
    else if (log.container === "json" && log.folder !== "")
      without.push({ path: file, finding: finding("import.no-table", "note", { file: basename(file) }) });
    else kept.push(log);
  }
  return { kept, without };
}

/** A data base is a candidate for each of its tables: its own path is found by theirs. */
function formatOf(formats: ReadonlyMap<string, string | undefined>, path: string): string | undefined {
  const own = formats.get(path);
  if (own !== undefined) return own;
  for (const [each, format] of formats) if (each.startsWith(`${path}/`)) return format;
  return undefined;
}

function groupOf(files: readonly LookedFile[]): LogGroup {
  const [first] = files;
  const names = new Set(files.map(({ name }) => (files.length === 1 ? name : seriesName(name))));
  return {
    name: [...names][0]!,
    files: files.map(({ path }) => path),
    bytes: files.reduce((sum, { bytes }) => sum + bytes, 0),
    format: first!.format,
  };
}

const isProse = (name: string): boolean =>
  /\.(?:md|markdown|rst|tex|html?|xml|ya?ml|toml|ini|conf|py|ipynb|m|r|js|ts|c|cpp|h|java|sh|bat|ps1|sql|bib)$|(?:^|\/)(?:readme|licen[sc]e|changelog|copying)(?:\.[a-z]+)?$/i.test(
    name,
  );

const noTable = (file: string) => problem("import.no-table", sentence("import.no-table", { file }), { file });

function onlyOnce(): (entry: { path: string }) => boolean {
  const seen = new Set<string>();
  return ({ path }) => !seen.has(path) && Boolean(seen.add(path));
}

/** The logs a file holds; the file itself where it is one. */
async function candidatesIn(file: DroppedFile, run: Run): Promise<Candidate[]> {
  const own = basename(file.path);
  const found: Candidate[] = [];
  const push = (log: Pick<Candidate, "path" | "name" | "bytes" | "size" | "container" | "member">) =>
    void found.push({ file: file.path, folder: file.folder, ...log });
  /** A container of one log goes by its own name: `short` is the path that does. */
  const visit = async (
    path: string,
    short: string,
    name: string,
    bytes: number | null,
    size: number | null,
    depth: number,
  ): Promise<void> => {
    const look = depth > deepest ? undefined : await lookInside(path, run);
    if (!look) return push({ path: short, name, bytes, size, container: undefined, member: "" });
    const archive = containers.find(({ id }) => id === look.container)?.archive === true;
    const alone = look.members.length === 1;
    for (const member of look.members) {
      const at = alone ? short : member.path;
      const called = alone ? name : `${name}/${member.name}`;
      const told = member.bytes ?? (alone ? bytes : null);
      if (archive) await visit(member.path, at, called, told, member.bytes, depth + 1);
      else push({ path: at, name: called, bytes: told, size: null, container: look.container, member: member.name });
      if (found.length > mostLogs) return;
    }
  };
  await visit(file.path, file.path, own, file.bytes, file.bytes, 1);
  return found;
}

/** Knows the beginnings of the logs seen so far, and compares to the end only those that begin alike. */
class SameBytes {
  readonly #run: Run;
  readonly #seen = new Map<string, { readonly candidate: Candidate; hash: string | undefined }[]>();

  constructor(run: Run) {
    this.#run = run;
  }

  /** Name of an earlier log of the same bytes. */
  async twinOf(candidate: Candidate, head: Uint8Array): Promise<string | undefined> {
    // The configuration of a recording says little: its samples stand beside it.
    if (/\.cfg$/i.test(candidate.name)) return undefined;
    // Two tables of one file may be equal and mean different machines.
    const key = JSON.stringify([candidate.member, createHash("sha256").update(head).digest("hex")]);
    const alike = this.#seen.get(key) ?? [];
    this.#seen.set(key, alike);
    const mine = { candidate, hash: undefined as string | undefined };
    for (const other of alike) {
      const [a, b] = [candidate.size, other.candidate.size];
      if (a !== null && b !== null && a !== b) continue;
      mine.hash ??= await this.#hashOf(candidate);
      other.hash ??= await this.#hashOf(other.candidate);
      if (mine.hash === other.hash) return other.candidate.name;
    }
    alike.push(mine);
    return undefined;
  }

  async #hashOf({ path }: Candidate): Promise<string> {
    const { file } = await openLog(path, this.#run);
    const hash = createHash("sha256");
    for await (const bytes of createReadStream(file, { highWaterMark: 1 << 20 })) hash.update(bytes);
    return hash.digest("hex");
  }
}
