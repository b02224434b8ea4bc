import { readFileSync, statSync } from "node:fs";
import { resolve } from "node:path";
import { ImportProfile, shapeOfProfile, withProfile } from "#shared/domain/import-profile.ts";
import { LogPlan } from "#shared/domain/importing.ts";
import { sameShape, shapeOf } from "#shared/domain/log-shape.ts";
import { problem } from "#shared/domain/problem.ts";
import type { Session } from "../frame/session.ts";

/** Agreed settings, for the log that was taken for `guess`; undefined where nobody could guess anything. */
export type AgreedSettings = (guess: LogPlan | undefined) => LogPlan;

/** The settings a person names: a file with a profile, a plan or what an import printed; else a profile saved under that name. */
export async function namedSettings(session: Session, named: string): Promise<AgreedSettings> {
  const path = resolve(named);
  if (statSync(path, { throwIfNoEntry: false })?.isFile()) return settingsOfFile(session, path);
  const { profiles } = await session.ask.importing.profiles({});
  const profile = profiles.find(({ name }) => name === named);
  if (profile) return settingsOf(profile);
  const data = { name: named, known: profiles.map(({ name }) => name).join(", ") || "–" };
  throw problem("cli.no-profile", session.out.say("cli.no-profile", data), data);
}

function settingsOfFile(session: Session, file: string): AgreedSettings {
  try {
    const content = JSON.parse(readFileSync(file, "utf8")) as { plan?: unknown };
    const profile = ImportProfile.safeParse(content);
    if (profile.success) return settingsOf(profile.data);
    const plan = LogPlan.parse(content.plan ?? content);
    return () => plan;
  } catch (cause) {
    throw problem("cli.profile", session.out.say("cli.profile", { file }), { file }, { cause });
  }
}

/** A log of another shape is read by the agreed settings as they stand: a person has asked for them. */
const settingsOf =
  (profile: ImportProfile): AgreedSettings =>
  (guess) =>
    guess && sameShape(shapeOf(guess), shapeOfProfile(profile)) ? withProfile(profile, guess) : profile.plan;
