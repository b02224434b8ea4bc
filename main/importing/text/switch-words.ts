// The two words of a switch, off before on, in the languages controllers are set to.
const pairs: readonly (readonly [string, string])[] = [
  ["false", "true"],
  ["off", "on"],
  ["no", "yes"],
  ["falsch", "wahr"],
  ["aus", "ein"],
  ["nein", "ja"],
  ["faux", "vrai"],
  ["non", "oui"],
  ["falso", "verdadero"],
  ["falso", "vero"],
  ["no", "sí"],
  ["não", "sim"],
  ["nee", "ja"],
  ["uit", "aan"],
  ["否", "是"],
  ["关", "开"],
  ["假", "真"],
  ["オフ", "オン"],
];
const values = new Map<string, number>(
  pairs.flatMap(([off, on]): [string, number][] => [
    [off, 0],
    [on, 1],
  ]),
);

/** 1 for the word of a switch that is on, 0 for one that is off, undefined for any other text. */
export const switchValue = (text: string): number | undefined => values.get(text.trim().toLowerCase());

/** Whether all of these texts are the two words of one switch. */
export function isSwitch(texts: Iterable<string>): boolean {
  const met = new Set([...texts].map((t) => t.trim().toLowerCase()));
  return met.size > 0 && pairs.some((pair) => [...met].every((word) => pair.includes(word)));
}
