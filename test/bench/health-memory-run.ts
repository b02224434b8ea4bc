/** Trains and scores one long log and prints what that took; a process of its own, so that nothing else is in its peak. Arguments: rows, tags. */
import { defaultAlertBudget } from "#shared/domain/health.ts";
import { quietRun } from "#shared/domain/run.ts";
import { findEpisodes } from "../../main/analysis/health/episodes.ts";
import { scoreHealth } from "../../main/analysis/health/score.ts";
import { trainHealth } from "../../main/analysis/health/train.ts";
import { random } from "../../main/analysis/signal/random.ts";

const [rows, tags] = process.argv.slice(2).map(Number) as [number, number];
const chance = random(11);
const time = new Float64Array(rows);
for (let i = 0; i < rows; i++) time[i] = 1000 * i;
// Two loads by turns; every tag follows the load and wanders, so that there is something to learn and something to tell regimes by.
const columns = Array.from({ length: tags }, (_, k) => {
  const values = new Float64Array(rows);
  let wander = 0;
  for (let i = 0; i < rows; i++) {
    const speed = Math.floor(i / 7200) % 2 === 0 ? 30 : 45;
    wander = 0.99 * wander + 0.1 * (chance() - 0.5);
    values[i] = k === 0 ? speed : speed * (1 + k / tags) + wander + 0.3 * (chance() - 0.5);
  }
  return { tag: k === 0 ? "speed_setpoint" : `sensor_${k}`, unit: "", values };
});
const frame = { time, columns };
const gigabytes = (bytes: number): number => bytes / 2 ** 30;
const peak = (): number => gigabytes(1024 * process.resourceUsage().maxRSS);
const seconds = (since: number): number => (performance.now() - since) / 1000;
const made = peak();

const reference = [{ from: 0, to: time[Math.floor(0.3 * rows)]! }];
let began = performance.now();
const { trained } = trainHealth({ frame, reference, familyId: "pca", params: {}, budget: defaultAlertBudget, drills: true }, quietRun());
if (!trained) throw new Error("The log of the benchmark cannot be trained on.");
const train = seconds(began);
const trainedPeak = peak();
began = performance.now();
const { score } = scoreHealth(trained.saved, frame, quietRun());
const scoring = seconds(began);
began = performance.now();
findEpisodes({ saved: trained.saved, frame, score, limit: trained.limit, reference });
const figures = {
  rows,
  samples: rows * tags,
  frameGB: gigabytes(8 * rows * (tags + 1)),
  madeGB: made,
  trainPeakGB: trainedPeak,
  peakGB: peak(),
  trainSeconds: train,
  scoreSeconds: scoring,
  episodeSeconds: seconds(began),
};
process.stdout.write(JSON.stringify(figures));
