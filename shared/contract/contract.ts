import { cases } from "./cases.ts";
import type { ContractClient, ContractHandlers } from "./define.ts";
import { derived } from "./derived.ts";
import { efficiency } from "./efficiency.ts";
import { explore } from "./explore.ts";
import { health } from "./health.ts";
import { importing } from "./importing.ts";
import { jobs } from "./jobs.ts";
import { models } from "./models.ts";
import { project } from "./project.ts";
import { proof } from "./proof.ts";
import { quality } from "./quality.ts";
import { report } from "./report.ts";
import { system } from "./system.ts";
import { trial } from "./trial.ts";

/** Every question the window may ask the engine, by area. Events: `job` (a Job), `project` (a Project or null). */
export const contract = {
  system,
  project,
  jobs,
  importing,
  explore,
  derived,
  quality,
  health,
  cases,
  models,
  efficiency,
  proof,
  trial,
  report,
};

export type EngineClient = ContractClient<typeof contract>;
export type EngineHandlers = ContractHandlers<typeof contract>;
