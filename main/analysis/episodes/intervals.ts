/** When a score becomes an episode, in score units and ms. */
export interface EpisodeRule {
  readonly value: number;
  readonly onDelayMs: number;
  readonly offDelayMs: number;
  readonly deadband: number;
  /** Rows further apart than this do not belong to one episode. */
  readonly gapMs: number;
}

/** An episode as rows of the score. */
export interface ScoreInterval {
  /** First and last abnormal row; both belong to it. */
  readonly from: number;
  readonly to: number;
  /** The row at which the on-delay had passed. */
  readonly alert: number;
  readonly peak: number;
}

/**
 * Intervals of abnormal score. One starts when the score has stayed above the limit for the on-delay, reckoned from its
 * first row above; it ends with the last row above limit − deadband before the off-delay, or at a gap (ISA-18.2 terms).
 * @param time [rows] ms, ascending. @param score [rows]; a NaN row says nothing: it neither starts nor ends an episode,
 *   but where scores are missing for longer than the gap the log has a gap.
 */
export function findIntervals(time: Float64Array, score: Float64Array, rule: EpisodeRule): ScoreInterval[] {
  const found: ScoreInterval[] = [];
  let first = -1; // first row above since the score was last below
  let alert = -1; // the row that made it an episode
  let last = -1; // last abnormal row
  let peak = -1;
  let before = Number.NEGATIVE_INFINITY; // time of the row before that has a score
  const close = () => {
    if (alert >= 0) found.push({ from: first, to: last, alert, peak });
    first = alert = -1;
  };
  for (let i = 0; i < score.length; i++) {
    const s = score[i]!;
    if (Number.isNaN(s)) continue;
    const t = time[i]!;
    if (t - before > rule.gapMs) close();
    before = t;
    if (alert >= 0) {
      if (s > rule.value - rule.deadband) last = i;
      else if (t - time[last]! >= rule.offDelayMs) close();
    } else if (s > rule.value) {
      if (first < 0) first = peak = i;
      last = i;
      if (t - time[first]! >= rule.onDelayMs) alert = i;
    } else first = -1;
    if (first >= 0 && s > score[peak]!) peak = i;
  }
  close();
  return found;
}
