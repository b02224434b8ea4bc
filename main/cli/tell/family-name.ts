import { isSentence, say } from "#shared/language/index.ts";
import type { Output } from "../frame/output.ts";

/** A model family in words; its id where there are none. */
export function familyName({ language }: Output, id: string): string {
  const key = `family.${id}`;
  return isSentence(key) ? say(language, key) : id;
}
