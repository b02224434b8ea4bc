import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { app, session } from "electron";
import { answerDesk } from "./desk.ts";
import { refusePermissions } from "./hardening.ts";
import { lockNetwork } from "./network-lock.ts";
import { onPrintShelf, printToFile } from "./printing.ts";

/** Prints one HTML file to PDF for the command line, beside whatever else runs: no engine, no window, a user folder of its own. Ends the program. */
export async function printMode({ html, pdf }: { html: string; pdf: string }): Promise<void> {
  const userData = mkdtempSync(join(tmpdir(), "onepercent-print-"));
  app.setPath("userData", userData);
  app.on("window-all-closed", () => {}); // the end is said below
  await app.whenReady();
  lockNetwork(session.defaultSession);
  refusePermissions(session.defaultSession);
  session.defaultSession.protocol.handle("app", ({ url }) =>
    answerDesk(url, {
      folder: userData,
      report: async (id) => onPrintShelf.get(id) ?? Promise.reject(new Error(`There is no document "${id}".`)),
    }),
  );
  let code = 0;
  try {
    await printToFile(readFileSync(html, "utf8"), pdf);
  } catch (error) {
    process.stderr.write(`${pdf} was not printed: ${(error as Error).message}\n`);
    code = 1;
  }
  process.once("exit", () => rmSync(userData, { recursive: true, force: true }));
  app.exit(code);
}
