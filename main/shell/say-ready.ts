import { app } from "electron";

/** For measuring the start: one line with the moments (ms since 1970 UTC) the program reached, then the end after a while. */
export function sayReady(marks: Readonly<Record<string, number>>, exitAfterMs: number): void {
  process.stdout.write(`READY ${JSON.stringify(marks)}\n`);
  setTimeout(() => app.quit(), exitAfterMs);
}
