import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { basename, join } from "node:path";
import type { Finding } from "#shared/domain/finding.ts";
import { ImportProfile } from "#shared/domain/import-profile.ts";
import { problem } from "#shared/domain/problem.ts";
import { say } from "#shared/language/index.ts";
import { diskProblem } from "../store/disk-problem.ts";
import { writeWhole } from "../store/write-whole.ts";

const ending = ".json";

/** The settings a person has agreed to and named: one file each, so that a damaged one takes no other with it. */
export class ImportProfiles {
  readonly #folder: string;

  constructor(userData: string) {
    this.#folder = join(userData, "import-profiles");
  }

  /** The profiles by name, and what lies among them and cannot be read. */
  list(): { profiles: ImportProfile[]; damaged: Finding[] } {
    const names = existsSync(this.#folder) ? readdirSync(this.#folder).filter((name) => name.endsWith(ending)) : [];
    const profiles: ImportProfile[] = [];
    const damaged: Finding[] = [];
    for (const file of names.sort()) {
      const read = readProfile(join(this.#folder, file));
      if (read) profiles.push(read);
      else damaged.push({ code: "profile.damaged", severity: "warning", message: say("en", "profile.damaged", { file }), data: { file } });
    }
    return { profiles: profiles.sort((a, b) => a.name.localeCompare(b.name)), damaged };
  }

  /** Takes the place of a profile of the same name. Throws `disk.full`, `disk.refused`. */
  save(profile: ImportProfile): ImportProfile {
    const kept = ImportProfile.parse(profile);
    const path = this.#pathOf(kept.name);
    try {
      mkdirSync(this.#folder, { recursive: true });
      writeWhole(path, textOf(kept));
    } catch (error) {
      throw diskProblem(error, path);
    }
    return kept;
  }

  /** Throws `profile.unknown`. */
  named(name: string): ImportProfile {
    const found = this.list().profiles.find((profile) => profile.name === name);
    if (!found) throw problem("profile.unknown", say("en", "profile.unknown", { name }), { name });
    return found;
  }

  /** Throws `profile.unknown`, `profile.name-taken`. */
  rename(name: string, to: string): ImportProfile {
    const { profiles } = this.list();
    const profile = this.named(name);
    const next = ImportProfile.shape.name.parse(to);
    if (next === name) return profile;
    if (profiles.some((other) => other.name === next))
      throw problem("profile.name-taken", say("en", "profile.name-taken", { name: next }), { name: next });
    const renamed = this.save({ ...profile, name: next });
    this.remove(name);
    return renamed;
  }

  remove(name: string): void {
    rmSync(this.#pathOf(name), { force: true });
  }

  /** Writes a profile into a folder under its name; returns the path. Throws `profile.unknown`, `disk.full`, `disk.refused`. */
  exportTo(name: string, folder: string): string {
    const profile = this.named(name);
    const stem = fileName(name);
    let path = join(folder, `${stem}${ending}`);
    for (let k = 2; existsSync(path); k++) path = join(folder, `${stem} ${k}${ending}`);
    try {
      writeWhole(path, textOf(profile));
    } catch (error) {
      throw diskProblem(error, path);
    }
    return path;
  }

  /** Takes in a profile from a file; one whose name is taken gets a number behind its name. Throws `profile.unreadable`. */
  importFrom(path: string): ImportProfile {
    const file = basename(path);
    const profile = readProfile(path);
    if (!profile) throw problem("profile.unreadable", say("en", "profile.unreadable", { file }), { file });
    const taken = new Set(this.list().profiles.map(({ name }) => name));
    let name = profile.name;
    for (let k = 2; taken.has(name); k++) name = `${profile.name} ${k}`;
    return this.save({ ...profile, name });
  }

  #pathOf(name: string): string {
    // Two names may differ in nothing a file system can keep apart.
    const hash = createHash("sha256").update(name).digest("hex").slice(0, 10);
    return join(this.#folder, `${fileName(name)}-${hash}${ending}`);
  }
}

const textOf = (profile: ImportProfile): string => `${JSON.stringify(profile, null, 2)}\n`;

/** A name that every file system takes. */
const fileName = (name: string): string =>
  name
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are among those that cannot stand in a name
    .replace(/[\\/:*?"<>|\u0000-\u001f]+/g, "-")
    .replace(/^\.+|[. ]+$/g, "")
    .slice(0, 60) || "profile";

/** Undefined where the file holds no profile. */
function readProfile(path: string): ImportProfile | undefined {
  try {
    const read = ImportProfile.safeParse(JSON.parse(readFileSync(path, "utf8")));
    return read.success ? read.data : undefined;
  } catch {
    return undefined;
  }
}
