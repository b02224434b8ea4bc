import type { Sentences } from "./sentence.ts";

export const importView = {} as const satisfies Sentences;
