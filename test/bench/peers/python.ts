import { spawnSync } from "node:child_process";

/** A Python that has these packages: the one `PYTHON` names, `python3`, or the system's own; undefined where there is none. */
export function pythonWith(packages: readonly string[]): string | undefined {
  // A Python in front of the system's own often lacks the packages the system has.
  const candidates = [process.env.PYTHON, "python3", "/usr/bin/python3"];
  return candidates.find((python) => python && spawnSync(python, ["-c", `import ${packages.join(", ")}`]).status === 0);
}

/** Runs a peer's script and gives what it printed as JSON; a text instead says why it could not. */
export function runPython(packages: readonly string[], script: string, args: readonly string[]): object | string {
  const python = pythonWith(packages);
  if (python === undefined) return `no Python with ${packages.join(" and ")} was found`;
  const { status, stdout, stderr } = spawnSync(python, [script, ...args], { encoding: "utf8", maxBuffer: 1 << 28 });
  return status === 0 ? (JSON.parse(stdout) as object) : `the peer failed: ${stderr.trim().split("\n").at(-1)}`;
}
