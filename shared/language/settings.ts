import type { Sentences } from "./sentence.ts";

export const settings = {} as const satisfies Sentences;
