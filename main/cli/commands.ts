import { oneCase } from "./commands/case.ts";
import { cases } from "./commands/cases.ts";
import { demo } from "./commands/demo.ts";
import { efficiency } from "./commands/efficiency.ts";
import { episodes } from "./commands/episodes.ts";
import { importFiles } from "./commands/import.ts";
import { inspect } from "./commands/inspect.ts";
import { models } from "./commands/models.ts";
import { proof } from "./commands/proof.ts";
import { report } from "./commands/report.ts";
import { run } from "./commands/run.ts";
import { score } from "./commands/score.ts";
import { tags } from "./commands/tags.ts";
import { train } from "./commands/train.ts";
import type { Command } from "./frame/command.ts";

/** Every command, in the order a person meets them. */
export const commands: readonly Command[] = [
  demo,
  inspect,
  importFiles,
  tags,
  train,
  score,
  models,
  episodes,
  cases,
  oneCase,
  efficiency,
  proof,
  report,
  run,
];
