export const languages = ["en", "zh"] as const;
export type Language = (typeof languages)[number];

/** A sentence in every language; `{name}` stands for a value. */
export type Sentence = Readonly<Record<Language, string>>;
export type Sentences = Readonly<Record<string, Sentence>>;

/** Puts values into the sentence's places; a place without a value stays as it is, so that its lack is seen. */
export function fill(template: string, data: Readonly<Record<string, string | number>>): string {
  return template.replace(/\{(\w+)\}/g, (place, name: string) => (name in data ? String(data[name]) : place));
}
