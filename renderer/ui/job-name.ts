import type { Job } from "#shared/domain/job.ts";
import type { Say } from "../app/language.tsx";
import { wordsOr } from "./words-or.ts";

/** Ids of families, as a job that trains carries them, in words; any other text stays as it is. */
export const familyNames = (say: Say, subject: string): string =>
  subject
    .split(", ")
    .map((id) => wordsOr(say, `family.${id}`, id))
    .join(say.language === "zh" ? "、" : ", ");

/** What a job does, in words: `Training PCA (T² and SPE), Isolation forest`. */
export const jobName = (say: Say, { kind, subject }: Job): string =>
  say(`job.${kind}`, { subject: kind === "train" || kind === "score" ? familyNames(say, subject) : subject });
