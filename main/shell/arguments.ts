import { statSync } from "node:fs";
import { resolve } from "node:path";
import { parseArgs } from "node:util";

export interface PrintOrder {
  readonly html: string;
  readonly pdf: string;
  /** An empty folder that Electron may use; whoever asked removes it, because Electron writes to it until its very end. */
  readonly scratch: string;
}

/** What the program was started with. */
export interface ShellArguments {
  /** Folder of a project to open: `--project=FOLDER`, or a folder given by itself. */
  readonly project: string | null;
  /** Logs to import, given by themselves. */
  readonly files: readonly string[];
  /** `--print-html IN.html --pdf OUT.pdf --scratch FOLDER`: print a file, with no engine and no window. */
  readonly print: PrintOrder | null;
}

/**
 * @param args what follows the executable; switches of Chromium among them are passed over
 * @param appPath the folder that a development Electron is told to run; it is no argument of ours
 */
export function readArguments(args: readonly string[], { cwd, appPath }: { cwd: string; appPath: string | null }): ShellArguments {
  const { values, positionals } = parseArgs({
    args: [...args],
    strict: false,
    allowPositionals: true,
    options: { project: { type: "string" }, "print-html": { type: "string" }, pdf: { type: "string" }, scratch: { type: "string" } },
  });
  const at = (path: string) => resolve(cwd, path);
  const paths = positionals.map(at).filter((path) => path !== appPath);
  const folder = paths.find((path) => statSync(path, { throwIfNoEntry: false })?.isDirectory());
  const { project, "print-html": html, pdf, scratch } = values;
  return {
    project: typeof project === "string" ? at(project) : (folder ?? null),
    files: paths.filter((path) => statSync(path, { throwIfNoEntry: false })?.isFile()),
    print:
      typeof html === "string" && typeof pdf === "string" && typeof scratch === "string"
        ? { html: at(html), pdf: at(pdf), scratch: at(scratch) }
        : null,
  };
}
