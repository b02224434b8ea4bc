import { z } from "zod";
import { DryRun } from "../domain/dry-run.ts";
import { Finding } from "../domain/finding.ts";
import { ImportProfile } from "../domain/import-profile.ts";
import { ImportPreview, ImportRecord, LogPlan } from "../domain/importing.ts";
import { LogGroup } from "../domain/log-group.ts";
import { call } from "./define.ts";

export const importing = {
  /** The logs in what was dropped: files, folders and files that hold logs, series put together; and what was left out, each with its reason. */
  expand: call(
    z.object({ paths: z.array(z.string()).min(1) }),
    z.object({ groups: z.array(LogGroup), left: z.array(z.object({ path: z.string(), finding: Finding })) }),
  ),
  /** What the files are understood to be. With a plan: the same files read by that plan, nothing guessed again. */
  preview: call(z.object({ files: z.array(z.string()).min(1), plan: LogPlan.optional() }), ImportPreview),
  /** Both ends of the files read by a plan, and what the import will take. `rows`: how many they are thought to hold. */
  dryRun: call(z.object({ files: z.array(z.string()).min(1), plan: LogPlan, rows: z.number() }), DryRun),
  /** Starts the import; the job's result is `{ importId, assetId }`. `asset` is an id of an asset or the name of a new one. */
  start: call(
    z.object({
      files: z.array(z.string()).min(1),
      plan: LogPlan,
      asset: z.union([z.object({ id: z.string() }), z.object({ name: z.string().min(1) })]),
    }),
    z.object({ jobId: z.string() }),
  ),
  /** All imports, the latest first. */
  list: call(z.object({}), z.array(ImportRecord)),
  /** Imports whose file has the same SHA-256 as one of these files. */
  sameFiles: call(z.object({ files: z.array(z.string()).min(1) }), z.array(ImportRecord)),
  /** Removes an import whole: samples, report, quarantine. Refused while a model rests on it unless `force`. */
  remove: call(z.object({ importId: z.string(), force: z.boolean().default(false) }), z.null()),
  /** Agreed settings under a name, kept for the user; and what lies among them and cannot be read. */
  profiles: call(z.object({}), z.object({ profiles: z.array(ImportProfile), damaged: z.array(Finding) })),
  /** Takes the place of a profile of the same name. */
  saveProfile: call(ImportProfile.omit({ savedAt: true }), ImportProfile),
  /** Refused with `profile.name-taken`. */
  renameProfile: call(z.object({ name: z.string(), to: ImportProfile.shape.name }), ImportProfile),
  removeProfile: call(z.object({ name: z.string() }), z.null()),
  /** Writes the profile as a file into a folder. */
  exportProfile: call(z.object({ name: z.string(), folder: z.string() }), z.object({ path: z.string() })),
  /** Takes in a profile from a file, under another name where its own is taken. Refused with `profile.unreadable`. */
  importProfile: call(z.object({ path: z.string() }), ImportProfile),
  /** The rejected lines of an import as text (at most the first 1 MB) and the file's path. */
  quarantine: call(z.object({ importId: z.string() }), z.object({ path: z.string(), text: z.string() })),
};
