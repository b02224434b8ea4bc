import { spawn } from "node:child_process";
import { mkdirSync } from "node:fs";
import { problem } from "#shared/domain/problem.ts";
import type { Output } from "../frame/output.ts";
import { electronAtHand } from "./electron-at-hand.ts";
import { virtualScreen } from "./virtual-screen.ts";

const patienceMs = 120_000;

/** Why no PDF can be printed here, in words; undefined where it can be tried. */
export function noPdfBecause(out: Output): string | undefined {
  const electron = electronAtHand();
  return "missing" in electron ? out.say(`cli.pdf.no-${electron.missing}`) : undefined;
}

/** Prints an HTML file to PDF with the program's own window side, which shows no window for it. Throws `cli.pdf`. */
export async function printPdf({ html, pdf, scratch }: { html: string; pdf: string; scratch: string }, out: Output): Promise<void> {
  const fail = (why: string) => problem("cli.pdf", out.say("cli.pdf", { file: pdf, why }), { file: pdf, why });
  const electron = electronAtHand();
  if ("missing" in electron) throw fail(out.say(`cli.pdf.no-${electron.missing}`));
  const screen = await virtualScreen();
  if (!screen) throw fail(out.say("cli.pdf.no-screen"));
  mkdirSync(scratch, { recursive: true });
  const { ELECTRON_RUN_AS_NODE: _, ...env } = process.env;
  const args = [...electron.before, "--print-html", html, "--pdf", pdf, "--scratch", scratch];
  try {
    const printer = spawn(electron.executable, args, {
      env: { ...env, ...screen.env },
      stdio: ["ignore", "ignore", "pipe"],
      timeout: patienceMs,
    });
    let complaint = "";
    printer.stderr.on("data", (text) => (complaint += text));
    const code = await new Promise<number | string>((resolve) => {
      printer.once("error", (error) => resolve(error.message)).once("exit", (status, signal) => resolve(status ?? signal ?? 1));
    });
    if (code !== 0) throw fail(complaint.trim().split("\n").at(-1) || String(code));
  } finally {
    screen.stop();
  }
}
