import type { Sentences } from "./sentence.ts";

export const explore = {} as const satisfies Sentences;
