import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, relative } from "node:path";
import { ProblemError } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { type InspectedTable, inspect } from "../../../main/importing/inspect.ts";

type Facts = Readonly<Record<string, unknown>>;

/** What of the recordings of a folder differs from its `EXPECTED.json`, and what became of the files it does not speak of. */
export interface RecordedFacts {
  readonly files: number;
  readonly asExpected: number;
  /** By file; an empty list where nothing differs. */
  readonly differences: Readonly<Record<string, readonly string[]>>;
  /** Files without expected facts, in words. */
  readonly others: Readonly<Record<string, string>>;
}

const noLog = /\.(md|json|txt)$|\.json\.gz$/i;

/** Reads every file of `formats` with no hint. Undefined without the data. */
export async function recordedFacts(dataDir: string): Promise<RecordedFacts | undefined> {
  const folder = join(dataDir, "formats");
  if (!existsSync(join(folder, "EXPECTED.json"))) return undefined;
  const expected = JSON.parse(readFileSync(join(folder, "EXPECTED.json"), "utf8")) as Record<string, Facts>;
  const differences: Record<string, string[]> = {};
  for (const [file, facts] of Object.entries(expected)) {
    // A case that was not packed with the others is no difference of ours.
    if (existsSync(join(folder, file))) differences[file] = await against(join(folder, file), facts);
  }
  const others: Record<string, string> = {};
  for (const path of readdirSync(folder, { recursive: true, withFileTypes: true })) {
    const file = relative(folder, join(path.parentPath, path.name)).replaceAll("\\", "/");
    if (path.isFile() && !noLog.test(file) && !(file in expected)) others[file] = await inWords(join(folder, file));
  }
  const lists = Object.values(differences);
  return { files: lists.length, asExpected: lists.filter((list) => list.length === 0).length, differences, others };
}

async function against(path: string, facts: Facts): Promise<string[]> {
  const refused = Object.keys(facts).find((key) => key === "error" || key.endsWith("_error"));
  let tables: InspectedTable[];
  try {
    tables = await inspect([path], quietRun());
  } catch (error) {
    // A file its own library refuses may be refused, in words; never by a fault of the program.
    if (refused !== undefined && error instanceof ProblemError) return [];
    return [`not read: ${worded(error)}`];
  }
  if (refused !== undefined) {
    const told = tables.some(({ findings }) => findings.length > 0);
    return told ? [] : ["a damaged file was read without a word"];
  }
  return differencesOf(facts, actualFacts(tables));
}

/** What inspection says, under the names of the expected facts. */
function actualFacts(tables: readonly InspectedTable[]): Facts {
  const first = tables[0]!;
  const { variables, channels, first58, ...facts } = first.facts as Facts & Record<"variables" | "channels" | "first58", unknown>;
  const numbers = tables.flatMap(({ columns }) => columns.filter(({ kind }) => kind === "number"));
  const ends = (pick: "min" | "max", of: (...values: number[]) => number): number | null => {
    const found = numbers.map((c) => c[pick]).filter((v) => v !== null);
    return found.length > 0 ? of(...found) : null;
  };
  const stepMs = /^every (\S+) ms$/.exec(first.time.source)?.[1];
  const from = Date.parse(first.time.first ?? "");
  const seconds = stepMs === undefined ? (Date.parse(first.time.last ?? "") - from) / 1000 : ((first.rows - 1) * Number(stepMs)) / 1000;
  const head = numbers[0];
  return {
    samples: first.rows,
    min: ends("min", Math.min),
    max: ends("max", Math.max),
    t_first: (wallClock(first.time.first) - wallClock(facts.start)) / 1000,
    t_last: seconds,
    a0_first: head?.first,
    a0_last: head?.last,
    ...facts,
    ...(isFacts(variables) ? variables : {}),
    ...(isFacts(channels) ? channels : typeof channels === "number" ? { channels } : {}),
    ...(isFacts(first58) ? { first58: { absmax: head && Math.max(Math.abs(head.min ?? 0), Math.abs(head.max ?? 0)), ...first58 } } : {}),
  };
}

/** The clock's own time to the millisecond, without its zone; NaN where it is not told. */
const wallClock = (text: unknown): number => Date.parse(`${String(text).slice(0, 23).replace(" ", "T")}Z`);

/** Where the two differ, with the path to it; what is not expected is not looked at. */
function differencesOf(should: unknown, is: unknown, path = ""): string[] {
  if (isFacts(should)) {
    if (!isFacts(is)) return [`${path || "facts"}: nothing is said`];
    return Object.entries(should).flatMap(([key, value]) => differencesOf(value, is[key], path === "" ? key : `${path}.${key}`));
  }
  if (Array.isArray(should)) {
    if (!Array.isArray(is) || is.length !== should.length) return [`${path} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`];
    return should.flatMap((value, k) => differencesOf(value, is[k], `${path}[${k}]`));
  }
  return same(should, is) ? [] : [`${path} is ${JSON.stringify(is)}, not ${JSON.stringify(should)}`];
}

const cutAt = 40; // characters a text of the expected facts was cut off at

function same(should: unknown, is: unknown): boolean {
  if (should === is || (should === null && is === undefined)) return true;
  const [a, b] = [Number(should), Number(is)];
  if (should !== null && should !== "" && is !== null && is !== undefined && is !== "" && Number.isFinite(a) && Number.isFinite(b))
    return Math.abs(a - b) <= 1e-5 * Math.max(Math.abs(a), Math.abs(b), 1e-9);
  return typeof should === "string" && typeof is === "string" && should.length >= cutAt && is.startsWith(should);
}

async function inWords(path: string): Promise<string> {
  try {
    const tables = await inspect([path], quietRun());
    return tables
      .map(({ format, table, rows, columns }) => `${format}${table ? ` ${table}` : ""}: ${rows} rows, ${columns.length} columns`)
      .join("; ");
  } catch (error) {
    return `${error instanceof ProblemError ? "refused" : "fault"}: ${worded(error)}`;
  }
}

export const worded = (error: unknown): string =>
  error instanceof ProblemError
    ? `${error.problem.code}: ${error.message}`
    : error instanceof Error
      ? (error.stack ?? error.message)
      : String(error);

const isFacts = (value: unknown): value is Record<string, unknown> => typeof value === "object" && value !== null && !Array.isArray(value);
