import { durationIn } from "../units/duration-in.ts";
import { formatNumber } from "../units/format-number.ts";
import { app } from "./app.ts";
import { board } from "./board.ts";
import { cases } from "./cases.ts";
import { cli } from "./cli.ts";
import { cliCases } from "./cli-cases.ts";
import { cliEpisodes } from "./cli-episodes.ts";
import { cliProof } from "./cli-proof.ts";
import { cliTags } from "./cli-tags.ts";
import { derived } from "./derived.ts";
import { dryRun } from "./dry-run.ts";
import { efficiencyFindings } from "./efficiency-findings.ts";
import { efficiencyPotentialView } from "./efficiency-potential-view.ts";
import { efficiencyView } from "./efficiency-view.ts";
import { episodes } from "./episodes.ts";
import { explore } from "./explore.ts";
import { families } from "./families.ts";
import { healthCompare } from "./health-compare.ts";
import { healthFindings } from "./health-findings.ts";
import { healthView } from "./health-view.ts";
import { importProfiles } from "./import-profiles.ts";
import { importTags } from "./import-tags.ts";
import { importView } from "./import-view.ts";
import { importing } from "./importing.ts";
import { jobs } from "./jobs.ts";
import { modelLifeView } from "./model-life-view.ts";
import { models } from "./models.ts";
import { periods } from "./periods.ts";
import { problems } from "./problems.ts";
import { project } from "./project.ts";
import { proof } from "./proof.ts";
import { proofView } from "./proof-view.ts";
import { quality } from "./quality.ts";
import { qualityView } from "./quality-view.ts";
import { regimes } from "./regimes.ts";
import { report } from "./report.ts";
import { reportCases } from "./report-cases.ts";
import { reportHealth } from "./report-health.ts";
import { reportProof } from "./report-proof.ts";
import { reportView } from "./report-view.ts";
import { sample } from "./sample.ts";
import { fill, type Language, type Sentences } from "./sentence.ts";
import { settings } from "./settings.ts";
import { shell } from "./shell.ts";
import { trialView } from "./trial-view.ts";
import { watch } from "./watch.ts";

/** Every sentence of the product: one line per area. */
export const sentences = {
  ...app,
  ...project,
  ...importView,
  ...explore,
  ...derived,
  ...quality,
  ...qualityView,
  ...settings,
  ...jobs,
  ...periods,
  ...families,
  ...healthView,
  ...regimes,
  ...episodes,
  ...efficiencyView,
  ...efficiencyPotentialView,
  ...reportView,
  ...importing,
  ...importProfiles,
  ...importTags,
  ...dryRun,
  ...efficiencyFindings,
  ...proof,
  ...proofView,
  ...trialView,
  ...report,
  ...reportHealth,
  ...reportProof,
  ...reportCases,
  ...sample,
  ...shell,
  ...cli,
  ...cliProof,
  ...cliTags,
  ...cliCases,
  ...cliEpisodes,
  ...healthCompare,
  ...healthFindings,
  ...problems,
  ...watch,
  ...cases,
  ...models,
  ...modelLifeView,
  ...board,
} as const satisfies Sentences;

export type SentenceKey = keyof typeof sentences;
export type SentenceData = Readonly<Record<string, string | number>>;

/** A sentence in a language; numbers in its data are written as everywhere else in the product. */
export const say = (language: Language, key: SentenceKey, data: SentenceData = {}): string => fill(sentences[key][language], written(data));

/** Whether a key has a sentence: for codes that come from outside, such as a finding's or a family's. */
export const isSentence = (key: string): key is SentenceKey => Object.hasOwn(sentences, key);

/** A finding or a problem in a language; one whose code is not known keeps its English sentence. */
export function sayCoded(
  language: Language,
  coded: { readonly code: string; readonly message: string; readonly data: SentenceData },
): string {
  if (language === "en" && coded.message !== "") return coded.message;
  return isSentence(coded.code) ? say(language, coded.code, inLanguage(language, coded.data)) : coded.message;
}

/** Findings are made once and read in any language: lengths of time among their data are texts. */
const inLanguage = (language: Language, data: SentenceData): SentenceData =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === "string" ? durationIn(language, value) : value]));

const written = (data: SentenceData): Record<string, string> =>
  Object.fromEntries(Object.entries(data).map(([name, value]) => [name, typeof value === "number" ? formatNumber(value) : value]));
