import type { TaskTable } from "../../jobs/task.ts";
import { assessQuality } from "./assess-quality.ts";
import { buildSampleTask } from "./build-sample.ts";
import { checkMeasureTask } from "./check-measure.ts";
import { checkSufficiencyTask } from "./check-sufficiency.ts";
import { checkVitals } from "./check-vitals.ts";
import { derivedFiguresTask } from "./derived-figures.ts";
import { dryRunTask } from "./dry-run.ts";
import { expandLogsTask } from "./expand-logs.ts";
import { expectedTrendTask } from "./expected-trend.ts";
import { explainStripTask } from "./explain-strip.ts";
import { findLimitTask } from "./find-limit.ts";
import { fitEfficiencyTask } from "./fit-efficiency.ts";
import { importLog } from "./import-log.ts";
import { logIdentityTask } from "./log-identity.ts";
import { previewTask } from "./preview.ts";
import { proposeReferenceTask } from "./propose-reference.ts";
import { proposeRegimesTask } from "./propose-regimes.ts";
import { scoreHealthTask } from "./score-health.ts";
import { stepKeysTask } from "./step-keys.ts";
import { tensorInfoTask } from "./tensor-info.ts";
import { trainHealthTask } from "./train-health.ts";
import { judgeTrialTask, weighTrialTask } from "./trial.ts";
import { verifyMeasureTask } from "./verify-measure.ts";
import { weighMeasureTask } from "./weigh-measure.ts";

/** Everything a worker can be asked to do. */
export const tasks = {
  "build-sample": buildSampleTask,
  "expand-logs": expandLogsTask,
  preview: previewTask,
  "dry-run": dryRunTask,
  "log-identity": logIdentityTask,
  "import-log": importLog,
  "assess-quality": assessQuality,
  "check-sufficiency": checkSufficiencyTask,
  "derived-figures": derivedFiguresTask,
  "check-vitals": checkVitals,
  "propose-reference": proposeReferenceTask,
  "propose-regimes": proposeRegimesTask,
  "train-health": trainHealthTask,
  "find-limit": findLimitTask,
  "score-health": scoreHealthTask,
  "explain-strip": explainStripTask,
  "expected-trend": expectedTrendTask,
  "fit-efficiency": fitEfficiencyTask,
  "step-keys": stepKeysTask,
  "weigh-measure": weighMeasureTask,
  "check-measure": checkMeasureTask,
  "verify-measure": verifyMeasureTask,
  "weigh-trial": weighTrialTask,
  "judge-trial": judgeTrialTask,
  "tensor-info": tensorInfoTask,
} as const satisfies TaskTable;
