/** A score of 0 … 1 spread over all numbers, so that a tail does not run into 1. Scores at the ends stay finite. */
export const logOdds = (score: number): number => {
  const inside = Math.min(Math.max(score, 1e-12), 1 - 1e-12);
  return Math.log(inside / (1 - inside));
};

/** The score of those log-odds. */
export const scoreOf = (odds: number): number => 1 / (1 + Math.exp(-odds));
