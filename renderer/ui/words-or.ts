import { isSentence } from "#shared/language/index.ts";
import type { Say } from "../app/language.tsx";

/** The words of a key that comes from outside, such as a family's; what stands in for it where it has none. */
export const wordsOr = (say: Say, key: string, otherwise: string): string => (isSentence(key) ? say(key) : otherwise);
