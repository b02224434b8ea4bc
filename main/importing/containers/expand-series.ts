import type { LookedLog } from "./expand-log.ts";

export interface LookedFile extends LookedLog {
  /** The file on the disk. */
  readonly file: string;
  readonly path: string;
  /** What a person recognises. */
  readonly name: string;
  /** The folders it lies in, as they were dropped. */
  readonly folder: string;
  readonly bytes: number;
  /** Id of the container that makes text of it. */
  readonly container: string | undefined;
}

const months =
  /(?<![a-z])(?:jan(?:uary|uar|vier)?|feb(?:ruary|ruar)?|mar(?:ch)?|m(?:ä|ae|a)rz?|apr(?:il)?|ma[iy]|june?|juni|july?|juli|aug(?:ust)?|sept?(?:ember)?|o[ck]t(?:ober)?|nov(?:ember)?|de[cz](?:ember)?)(?![a-z])/gi;
const inOrder = new Intl.Collator("en", { numeric: true }).compare;

/** A name with `*` for its dates and numbers: the same for the files of one series. */
export function seriesName(name: string): string {
  const cut = name.lastIndexOf("/");
  const folders = name.slice(0, cut + 1).split("/");
  // A folder is part of the series only where it is nothing but a date or a number: `2024/03`, but not `pump 3`.
  const plain = folders.map((folder) => (/^[\d\W_]*\d[\d\W_]*$/.test(folder.replace(months, "0")) ? "*" : folder)).join("/");
  // Yesterday's log is packed, today's is not yet.
  const file = name.slice(cut + 1).replace(/\.gz$/i, "");
  // What stands behind the last dot is the format.
  const dot = file.lastIndexOf(".");
  const stem = dot > 0 ? file.slice(0, dot) : file;
  const pattern = stem.replace(months, "0").replace(/\d+(?:[-_.:T ]?\d+)*/g, "*");
  return plain + pattern + (dot > 0 ? file.slice(dot).replace(/^\.\d+$/, ".*") : "");
}

/**
 * Puts the files of one series together: of one shape, with names that differ in dates and numbers, one after another in time. Files that
 * cover the same time are machines beside each other, and stay apart. Each series is in the order of its first times, without them of its names.
 */
export function seriesOf(files: readonly LookedFile[]): LookedFile[][] {
  const series = new Map<string, LookedFile[]>();
  for (const [k, file] of files.entries()) {
    const key =
      file.shape === undefined
        ? `${k}`
        : JSON.stringify([file.folder === "" ? "" : seriesName(`${file.folder}/`), seriesName(file.name), file.shape]);
    const group = series.get(key);
    if (group) group.push(file);
    else series.set(key, [file]);
  }
  return [...series.values()].flatMap((group) => {
    if (group.length === 1) return [group];
    const ordered = [...group].sort((a, b) => inOrder(a.folder, b.folder) || inOrder(a.name, b.name));
    if (!group.every(({ first }) => first !== undefined)) return mayFollow(ordered) ? [ordered] : group.map((file) => [file]);
    ordered.sort((a, b) => a.first! - b.first!);
    return areParallel(ordered) ? group.map((file) => [file]) : [ordered];
  });
}

/**
 * Without dates in the rows the names must say that the files follow each other: by one number that counts, or by a date. `Bearing1_1`,
 * `Bearing2_3` are machines.
 */
function mayFollow(files: readonly LookedFile[]): boolean {
  const runs = files.map(({ name }) => name.slice(name.lastIndexOf("/") + 1).match(/\d+/g) ?? []);
  const dated = runs.every((each) => each.join("").length >= 8 && each.some((digits) => /^(?:19|20)\d\d/.test(digits)));
  if (dated) return true;
  const most = Math.max(...runs.map((each) => each.length));
  let varying = 0;
  for (let k = 0; k < most; k++) if (new Set(runs.map((each) => each[k])).size > 1) varying++;
  return varying <= 1;
}

/** Most files begin in the first half of the one before. */
function areParallel(ordered: readonly LookedFile[]): boolean {
  let overlapping = 0;
  for (let k = 1; k < ordered.length; k++) {
    const { first: from, last: to } = ordered[k - 1]!;
    const { first } = ordered[k]!;
    if (first === from || (to !== undefined && first! < from! + 0.5 * (to - from!))) overlapping++;
  }
  return overlapping * 2 >= ordered.length - 1;
}
