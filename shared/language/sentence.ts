export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** A sentence in every language; `{name}` stands for a value. */
export type Sentence = Readonly<Record<Language, string>>;
export type Sentences = Readonly<Record<string, Sentence>>;

/**
 * Puts values into the sentence's places; a place without a value stays as it is, so that its lack is seen.
 * `{count:line|lines}` is the first word where the value is one, the second otherwise.
 */
export function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)(?::([^|}]*)\|([^}]*))?\}/g, (place, name: string, one?: string, many?: string) => {
    if (!(name in data)) return place;
    const value = String(data[name]);
    return one === undefined ? value : value === "1" ? one : many!;
  });
}
