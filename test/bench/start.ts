import { spawn } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { bundle } from "../../build/bundle.ts";
import { root } from "../../build/root.ts";
import { sandboxArguments } from "../../build/sandbox-arguments.ts";
import { windowGround } from "../../build/window-ground.ts";

interface BenchWish {
  readonly dataDir?: string | undefined;
  /** `time` or `bundle`; both where it is missing. */
  readonly only?: string | undefined;
}

const runs = 7;

/** Time from the start of the process to a window that can be used, and the size of what is shipped of our own. */
export async function run({ only }: BenchWish) {
  bundle();
  return {
    ...(only === undefined || only === "time" ? { start: await time() } : {}),
    ...(only === undefined || only === "bundle" ? { bundle: sizes() } : {}),
  };
}

/** Moments of the program's start, ms since 1970 UTC. */
type Marks = Record<"shellAt" | "appReadyAt" | "pageLoadedAt" | "usableAt", number>;

/** The first start of all finds cold files and an empty profile, the others a profile that has been used once. */
async function time() {
  const ground = await windowGround("tests");
  if (!ground.ready) return { skipped: ground.reason };
  const userData = mkdtempSync(join(tmpdir(), "onepercent-bench-"));
  try {
    const taken: (Marks & { began: number })[] = [];
    for (let k = 0; k < runs; k++) taken.push(await once(ground.runtime.executable, { ...ground.env, ONEPERCENT_USER_DATA: userData }));
    const until = (mark: keyof Marks) => taken.slice(1).map((marks) => marks[mark] - marks.began);
    const usable = until("usableAt");
    return {
      runs: usable.length,
      firstMs: taken[0]!.usableAt - taken[0]!.began,
      medianMs: median(usable),
      mostMs: Math.max(...usable),
      untilShellMs: median(until("shellAt")),
      untilAppReadyMs: median(until("appReadyAt")),
      untilPageLoadedMs: median(until("pageLoadedAt")),
      runtime: `Electron from ${ground.runtime.origin}`,
    };
  } finally {
    ground.stop();
    rmSync(userData, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  }
}

function once(executable: string, env: NodeJS.ProcessEnv): Promise<Marks & { began: number }> {
  return new Promise((resolve, reject) => {
    const began = Date.now();
    const program = spawn(executable, [...sandboxArguments(), "--disable-gpu", root], {
      env: { ...env, ONEPERCENT_EXIT_AFTER_READY_MS: "100" },
      stdio: ["ignore", "pipe", "pipe"],
    });
    let out = "";
    let complaint = "";
    program.stdout.on("data", (text) => (out += text));
    program.stderr.on("data", (text) => (complaint += text));
    const slow = setTimeout(() => program.kill("SIGKILL"), 60_000);
    program.once("error", reject).once("close", () => {
      clearTimeout(slow);
      const line = /^READY (\{.*\})$/m.exec(out);
      if (line) resolve({ began, ...(JSON.parse(line[1]!) as Marks) });
      else reject(new Error(`The window was never ready: ${complaint.trim().split("\n").at(-1)}`));
    });
  });
}

/** Of each part of `out/`, KB as it lies on the disk and as gzip packs each of its files; source maps are not counted. */
function sizes() {
  const out = join(root, "out");
  const parts = readdirSync(out).map((part) => {
    const files = readdirSync(join(out, part), { recursive: true, withFileTypes: true }).filter(
      (entry) => entry.isFile() && extname(entry.name) !== ".map",
    );
    const contents = files.map((entry) => readFileSync(join(entry.parentPath, entry.name)));
    return {
      part,
      KB: sum(contents.map((c) => c.length)) / 1000,
      gzipKB: sum(contents.map((c) => gzipSync(c, { level: 9 }).length)) / 1000,
    };
  });
  const total = { part: "total", KB: sum(parts.map((p) => p.KB)), gzipKB: sum(parts.map((p) => p.gzipKB)) };
  return Object.fromEntries([...parts, total].map(({ part, ...size }) => [part, size]));
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const median = (values: readonly number[]): number => [...values].sort((a, b) => a - b)[values.length >> 1]!;
