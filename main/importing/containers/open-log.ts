import { open, stat } from "node:fs/promises";
import { basename, dirname, sep } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import { quietRun, type Run } from "#shared/domain/run.ts";
import { type ImportCode, sentence } from "../sentence.ts";
import type { Container, Member } from "./container.ts";
import { type Extracted, keyOfFile, takeOut } from "./extract-cache.ts";
import { Recent } from "./recent.ts";
import { containers } from "./registry.ts";

/** Where the bytes of a log are, after every file that held it was opened. */
export interface OpenedLog {
  /** The file to read: the one of the path, or what was taken out of it. */
  readonly file: string;
  /** What a person recognises: `a.zip/june/p1.csv`. */
  readonly name: string;
  /** Name of the innermost file, for what is told by its ending: `p1.csv`. */
  readonly innerName: string;
  /** The file on the disk. */
  readonly original: string;
  /** The way inside it, "" for a file that is a log itself. */
  readonly inside: string;
  /** Ids of the containers it was taken out of, the outermost first. */
  readonly within: readonly string[];
  /** The innermost container as `lookInside` takes it, and the member of it that the log is; undefined for a file that is a log itself. */
  readonly holder: { readonly path: string; readonly member: string } | undefined;
  /** What was lost on the way. */
  readonly damage: readonly Finding[];
}

/** A container and its members, each with the path that opens it. */
export interface ContainerLook {
  readonly container: string;
  readonly members: readonly { readonly path: string; readonly name: string; readonly bytes: number | null }[];
}

/** A zip of a gz of a workbook has three; more is a trap. */
const deepest = 4;
const headBytes = 64 << 10;

/** Opens a path that may go through archives and workbooks as through folders. */
export async function openLog(path: string, run: Run = quietRun()): Promise<OpenedLog> {
  let step = await begin(path);
  for (;;) {
    const container = await containerOf(step);
    if (!container) break;
    const members = await membersOf(container, step);
    step = await enter(step, container, wanted(step, members), run);
  }
  if (step.left !== "") throw told("import.member-missing", { file: step.name, member: step.left });
  const { key, left, final, ...log } = step;
  return log;
}

/** What a path holds, where it names a container; undefined where it names a log. A container of one member is looked at, not gone through. */
export async function lookInside(path: string, run: Run = quietRun()): Promise<ContainerLook | undefined> {
  let step = await begin(path);
  for (;;) {
    const container = await containerOf(step);
    if (!container) {
      if (step.left !== "") throw told("import.member-missing", { file: step.name, member: step.left });
      return undefined;
    }
    const members = await membersOf(container, step);
    if (step.left === "") {
      return { container: container.id, members: members.map(({ name, bytes }) => ({ path: `${trimmed(path)}/${name}`, name, bytes })) };
    }
    step = await enter(step, container, wanted(step, members), run);
  }
}

/** The first bytes of a log, at most 64 KiB; takes no more out of an archive than that, where the archive lets it. */
export async function headOfLog(path: string, run: Run = quietRun()): Promise<Uint8Array> {
  let step = await begin(path);
  for (;;) {
    const container = await containerOf(step);
    if (!container) break;
    const member = wanted(step, await membersOf(container, step));
    const last = step.left === "" || step.left === member.name;
    if (last && container.head) {
      const head = await container.head(step.file, member.name, headBytes);
      if (!container.archive || !containerFor(head, member.name)) return head;
    }
    step = await enter(step, container, member, run);
  }
  if (step.left !== "") throw told("import.member-missing", { file: step.name, member: step.left });
  return headOf(step.file, step.name);
}

interface Step extends OpenedLog {
  readonly key: string;
  /** What of the path has not been gone yet. */
  readonly left: string;
  /** What was taken out is text of ours: it holds nothing further. */
  readonly final: boolean;
}

async function begin(path: string): Promise<Step> {
  const { file, rest } = await onDisk(path);
  const name = basename(file);
  return {
    file,
    name: rest === "" ? name : `${name}/${rest}`,
    innerName: name,
    original: file,
    inside: rest,
    within: [],
    holder: undefined,
    damage: [],
    key: await keyOfFile(file),
    left: rest,
    final: false,
  };
}

/** The longest beginning of the path that is a file, and the rest with slashes. */
async function onDisk(path: string): Promise<{ file: string; rest: string }> {
  let file = trimmed(path);
  let rest = "";
  for (;;) {
    const stats = await stat(file).catch(() => undefined);
    if (stats?.isFile()) return { file, rest };
    const up = dirname(file);
    // What exists and is no file is a folder or a device: nothing above it is a file.
    if (stats || up === file) throw told("import.file-unreadable", { file: basename(path) });
    rest = rest === "" ? basename(file) : `${basename(file)}/${rest}`;
    file = up;
  }
}

function trimmed(path: string): string {
  let end = path.length;
  while (end > 1 && (path[end - 1] === "/" || path[end - 1] === sep)) end--;
  return path.slice(0, end);
}

async function containerOf(step: Step): Promise<Container | undefined> {
  return step.final ? undefined : containerFor(await headOf(step.file, step.name), step.innerName);
}

/** The container that is surest of a file; undefined where the file is a log itself. */
export function containerFor(head: Uint8Array, name: string): Container | undefined {
  let best: Container | undefined;
  let sure = 0.5;
  for (const container of containers) {
    const rated = container.sniff(head, name);
    if (best ? rated > sure : rated >= sure) [best, sure] = [container, rated];
  }
  return best;
}

async function headOf(file: string, name: string): Promise<Uint8Array> {
  try {
    const handle = await open(file, "r");
    try {
      const { bytesRead, buffer } = await handle.read(new Uint8Array(headBytes), 0, headBytes, 0);
      return buffer.subarray(0, bytesRead);
    } finally {
      await handle.close();
    }
  } catch (cause) {
    throw problem("import.file-unreadable", sentence("import.file-unreadable", { file: name }), { file: name }, { cause });
  }
}

const listed = new Recent<readonly Member[]>(16);

/** A path is opened time and again while a person looks at it; the list of what lies in it need not be made each time. */
async function membersOf(container: Container, { key, file }: Step): Promise<readonly Member[]> {
  const known = listed.get(`${key} ${container.id}`);
  if (known) return known;
  const members = await container.members(file);
  listed.set(`${key} ${container.id}`, members);
  return members;
}

/** The member that the rest of the path begins with; without a rest, the only one. */
function wanted(step: Step, members: readonly Member[]): Member {
  const { name, left } = step;
  if (members.length === 0) throw told("import.container-empty", { file: name });
  if (left === "") {
    if (members.length > 1) throw told("import.member-needed", { file: name, count: members.length, example: members[0]!.name });
    return members[0]!;
  }
  // Several may fit where one is named like a folder of others: the longest name is the nearest.
  const fitting = members.filter((m) => left === m.name || left.startsWith(`${m.name}/`));
  const best = fitting.reduce<Member | undefined>((a, b) => (a && a.name.length >= b.name.length ? a : b), undefined);
  if (!best) throw told("import.member-missing", { file: name.slice(0, -left.length - 1), member: left });
  return best;
}

async function enter(step: Step, container: Container, member: Member, run: Run): Promise<Step> {
  if (step.within.length === deepest) throw told("import.nested-too-deep", { file: step.name, depth: deepest });
  const extracted: Extracted = await takeOut({ container, path: step.file, key: step.key, member: member.name }, run);
  return {
    ...step,
    file: extracted.path,
    key: extracted.key,
    innerName: member.name.slice(member.name.lastIndexOf("/") + 1),
    within: [...step.within, container.id],
    holder: { path: gone(step), member: member.name },
    damage: [...step.damage, ...extracted.damage],
    left: step.left === "" ? "" : step.left.slice(member.name.length + 1),
    final: !container.archive,
  };
}

/** The part of the path that opens the step's file. */
const gone = ({ original, inside, left }: Step): string => {
  const before = left === "" ? inside : inside.slice(0, Math.max(0, inside.length - left.length - 1));
  return before === "" ? original : `${original}/${before}`;
};

const told = (code: ImportCode, data: Record<string, string | number>) => problem(code, sentence(code, data), data);
