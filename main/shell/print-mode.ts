import { readFileSync } from "node:fs";
import { app, session } from "electron";
import type { PrintOrder } from "./arguments.ts";
import { answerDesk } from "./desk.ts";
import { refusePermissions } from "./hardening.ts";
import { lockNetwork } from "./network-lock.ts";
import { onPrintShelf, printToFile } from "./printing.ts";

/** Prints one HTML file to PDF for the command line, beside whatever else runs: no engine, no window. Ends the program. */
export async function printMode({ html, pdf, scratch }: PrintOrder): Promise<void> {
  app.setPath("userData", scratch);
  app.on("window-all-closed", () => {}); // the end is said below
  await app.whenReady();
  lockNetwork(session.defaultSession);
  refusePermissions(session.defaultSession);
  session.defaultSession.protocol.handle("app", ({ url }) =>
    answerDesk(url, {
      folder: scratch,
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
  app.exit(code);
}
