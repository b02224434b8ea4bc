import { readFileSync } from "node:fs";

/**
 * Switches for starting the app from a checkout. Chromium's sandbox does not work as root, nor where the system keeps unprivileged
 * users from making namespaces and the runtime's helper is not set-uid (as an installed package's would be). Empty elsewhere.
 */
export function sandboxArguments(): string[] {
  if (process.platform !== "linux") return [];
  const forbidden =
    process.getuid?.() === 0 ||
    setting("kernel/apparmor_restrict_unprivileged_userns") === "1" || // Ubuntu 23.10 and later
    setting("kernel/unprivileged_userns_clone") === "0" || // older Debian
    setting("user/max_user_namespaces") === "0";
  return forbidden ? ["--no-sandbox"] : [];
}

function setting(name: string): string | undefined {
  try {
    return readFileSync(`/proc/sys/${name}`, "utf8").trim();
  } catch {
    return undefined; // this kernel does not have the restriction
  }
}
