import { random } from "../../signal/random.ts";

/** A stream of standard normal numbers, the same for the same seed (Box & Muller, Annals of Mathematical Statistics 29 (1958) 610). */
export function normalDraws(seed: number): () => number {
  const chance = random(seed);
  return () => Math.sqrt(-2 * Math.log(1 - chance())) * Math.cos(2 * Math.PI * chance());
}
