import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";

const apt = "/usr/bin/apt-get";

/** Whether packages can be installed from here without asking anybody: Debian or Ubuntu, as root. */
export const mayInstall = (): boolean => process.getuid?.() === 0 && existsSync(apt);

/** The command for a person who may. */
export const installCommand = (packages: readonly string[]): string =>
  `sudo apt-get update && sudo apt-get install -y --no-install-recommends ${packages.join(" ")}`;

/** Installs exactly these packages and what they depend on. @throws with apt's own words. */
export function installPackages(packages: readonly string[]): void {
  run(["update", "-qq"]);
  run(["install", "-y", "-qq", "--no-install-recommends", ...packages.map(installable)]);
}

/** `libgtk-3-0` is `libgtk-3-0t64` on releases after the move to 64-bit time (Debian 13, Ubuntu 24.04). */
function installable(name: string): string {
  const hasCandidate = (candidate: string) => {
    const { stdout } = spawnSync("apt-cache", ["policy", candidate], { encoding: "utf8", env: { ...process.env, LC_ALL: "C" } });
    return /^\s*Candidate: (?!\(none\))/m.test(stdout ?? "");
  };
  return !hasCandidate(name) && hasCandidate(`${name}t64`) ? `${name}t64` : name;
}

function run(parameters: string[]): void {
  const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive", LC_ALL: "C" };
  const { status, stdout, stderr } = spawnSync(apt, parameters, { encoding: "utf8", env });
  if (status !== 0) throw new Error(`apt-get ${parameters.join(" ")} ended with code ${status}:\n${stdout}${stderr}`.trim());
}
