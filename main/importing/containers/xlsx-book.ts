import { posix } from "node:path";
import { problem } from "#shared/domain/problem.ts";
import { quietRun } from "#shared/domain/run.ts";
import { type ImportCode, sentence } from "../sentence.ts";
import { type DateKind, kindOfBuiltIn, kindOfFormat } from "./number-format.ts";
import { safeMemberName, uniqueMemberName } from "./safe-member-name.ts";
import type { Sink } from "./sink.ts";
import { XmlBroken, type XmlEvents, XmlSink } from "./xml-sink.ts";
import type { ZipArchive } from "./zip-archive.ts";
import type { ZipEntry } from "./zip-entry.ts";

export interface XlsxSheet {
  /** Unique within the workbook. */
  readonly name: string;
  readonly entry: ZipEntry;
}

/** What a workbook says of itself; its strings and cells wait. */
export interface XlsxBook {
  /** Sheets of cells in their order, hidden ones too; sheets of charts are left out. */
  readonly sheets: readonly XlsxSheet[];
  readonly epoch1904: boolean;
  /** By the style of a cell. */
  readonly styles: readonly DateKind[];
  readonly strings: ZipEntry | undefined;
}

/** Throws `import.workbook-unreadable` and `import.workbook-binary`. */
export async function openXlsx(archive: ZipArchive): Promise<XlsxBook> {
  const parts = new Map(archive.entries.map((entry) => [entry.name.toLowerCase(), entry]));
  const part = (name: string) => parts.get(name.toLowerCase().replace(/^\/+/, ""));
  const top = await relations(archive, part("_rels/.rels"), "");
  const place = top.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  if (/\.bin$/i.test(place)) throw told("import.workbook-binary", archive);
  const workbook = part(place);
  if (!workbook) throw told("import.workbook-unreadable", archive);
  const folder = posix.dirname(place);
  const related = await relations(archive, part(posix.join(folder, "_rels", `${posix.basename(place)}.rels`)), folder);
  const byId = new Map(related.map((relation) => [relation.id, relation]));
  const stylesPart = related.find(({ type }) => type === "styles");
  const stringsPart = related.find(({ type }) => type === "sharedStrings");
  const { sheets, epoch1904 } = await workbookOf(archive, workbook);
  const taken = new Set<string>();
  return {
    sheets: sheets.flatMap(({ name, relation }) => {
      const target = byId.get(relation);
      const entry = target?.type === "worksheet" ? part(target.target) : undefined;
      return entry ? [{ name: uniqueMemberName(safeMemberName(name), taken), entry }] : [];
    }),
    epoch1904,
    styles: await stylesOf(archive, stylesPart && part(stylesPart.target)),
    strings: stringsPart && part(stringsPart.target),
  };
}

interface Relation {
  readonly id: string;
  /** The last word of the type: transitional and strict workbooks differ in front of it. */
  readonly type: string;
  readonly target: string;
}

async function relations(archive: ZipArchive, entry: ZipEntry | undefined, folder: string): Promise<Relation[]> {
  const found: Relation[] = [];
  await readPart(archive, entry, {
    open(name, { Id, Type, Target, TargetMode }) {
      if (name !== "Relationship" || Id === undefined || Target === undefined || TargetMode === "External") return;
      const target = Target.startsWith("/") ? Target : posix.join(folder, Target);
      found.push({ id: Id, type: (Type ?? "").slice((Type ?? "").lastIndexOf("/") + 1), target: target.replace(/^\/+/, "") });
    },
  });
  return found;
}

async function workbookOf(archive: ZipArchive, entry: ZipEntry) {
  const sheets: { name: string; relation: string }[] = [];
  let epoch1904 = false;
  await readPart(archive, entry, {
    open(name, attributes) {
      if (name === "workbookPr") epoch1904 = /^(1|true|on)$/i.test(attributes.date1904 ?? "");
      if (name !== "sheet" || attributes.name === undefined) return;
      const relation = Object.entries(attributes).find(([key]) => /^(\w+:)id$/.test(key))?.[1];
      if (relation !== undefined) sheets.push({ name: attributes.name, relation });
    },
  });
  return { sheets, epoch1904 };
}

async function stylesOf(archive: ZipArchive, entry: ZipEntry | undefined): Promise<DateKind[]> {
  const formats = new Map<number, DateKind>();
  const styles: DateKind[] = [];
  let inCells = false;
  await readPart(archive, entry, {
    open(name, { numFmtId, formatCode }) {
      if (name === "numFmt" && formatCode !== undefined) formats.set(Number(numFmtId), kindOfFormat(formatCode));
      if (name === "cellXfs") inCells = true;
      if (name === "xf" && inCells) styles.push(formats.get(Number(numFmtId)) ?? kindOfBuiltIn(Number(numFmtId)));
    },
    close(name) {
      if (name === "cellXfs") inCells = false;
    },
  });
  return styles;
}

/** The list of sheets and styles of the largest workbooks takes a few MiB. */
const largestPart = 64 << 20;

/** Reads a small part of the workbook; one that is missing says nothing. */
async function readPart(archive: ZipArchive, entry: ZipEntry | undefined, events: Partial<XmlEvents>): Promise<void> {
  if (!entry) return;
  const xml = new XmlSink({ open: () => {}, text: () => {}, close: () => {}, ...events });
  let bytes = 0;
  const sink: Sink = {
    async write(part) {
      bytes += part.length;
      if (bytes > largestPart) throw new XmlBroken("too large");
      xml.feed(part);
    },
  };
  try {
    await archive.pour(entry, sink, quietRun(), () => {});
    xml.end();
  } catch (error) {
    if (!(error instanceof XmlBroken)) throw error;
    throw told("import.workbook-unreadable", archive, error);
  }
}

const told = (code: ImportCode, { name }: ZipArchive, cause?: unknown) =>
  problem(code, sentence(code, { file: name }), { file: name }, { cause });
