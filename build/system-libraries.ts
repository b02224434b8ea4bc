import type { Runtime } from "./runtime/runtime.ts";
import { installCommand, installPackages, mayInstall } from "./system/install-packages.ts";
import { missingNeeds } from "./system/missing-needs.ts";

/** Whether windows can be opened, and if not, why, in words that say what to do. */
export type Readiness = { readonly ready: true } | { readonly ready: false; readonly reason: string };

/**
 * Sees to the system libraries of the runtime: installs the missing packages where that needs nobody's leave, otherwise says the
 * exact command. What is merely nice to have never stands in the way.
 */
export function systemLibraries(runtime: Runtime, purpose: "start" | "tests", say: (line: string) => void): Readiness {
  let missing = missingNeeds(runtime, purpose);
  const packages = [...new Set(missing.map((need) => need.packageName).filter((name) => name !== undefined))];
  let refusal = "";
  if (packages.length > 0 && mayInstall()) {
    say(`Installing system packages: ${packages.join(" ")}`);
    try {
      installPackages(packages);
    } catch (error) {
      refusal = `\n${(error as Error).message}`;
    }
    missing = missingNeeds(runtime, purpose);
  }
  const advice = packages.length > 0 ? `; install with: ${installCommand(packages)}` : "";
  const required = missing.filter((need) => need.required);
  if (required.length > 0) return { ready: false, reason: `missing ${required.map((need) => need.what).join(", ")}${advice}${refusal}` };
  for (const need of missing) say(`Missing ${need.what}: ${need.otherwise}${advice}`);
  return { ready: true };
}
