import type { Sentences } from "./sentence.ts";

export const project = {} as const satisfies Sentences;
