import type { Random } from "./random.ts";

/**
 * A value that strays from 0 and comes back: Ornstein-Uhlenbeck process, exact at any step
 * (Gillespie, Phys. Rev. E 54 (1996) 2084–2091). Each call is one step of `stepMs`.
 * @param sigma standard deviation in the long run
 * @param tauMs time over which it forgets, ms
 */
export function wander(random: Random, sigma: number, tauMs: number, stepMs: number): () => number {
  const keep = Math.exp(-stepMs / tauMs);
  const push = sigma * Math.sqrt(1 - keep * keep);
  let value = sigma * random.normal();
  return () => {
    value = value * keep + push * random.normal();
    return value;
  };
}
