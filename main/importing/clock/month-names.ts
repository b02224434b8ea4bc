// English, German, French, Spanish, Italian, Dutch, Portuguese, Swedish/Danish/Norwegian, Polish: enough letters of each to tell
// them apart, without accents (they are removed before looking up). Unicode CLDR, months format wide and abbreviated.
const beginnings: readonly (readonly string[])[] = [
  ["jan", "ene", "gen", "janv", "sty"],
  ["feb", "fev", "fevr", "lut"],
  ["mar", "maerz", "mrz", "mrt", "maart", "marz", "mars"],
  ["apr", "avr", "abr", "kwi"],
  ["may", "mai", "mag", "mei", "maj"],
  ["jun", "juin", "giu", "cze"],
  ["jul", "juil", "lug", "lip"],
  ["aug", "aou", "ago", "sie"],
  ["sep", "set", "wrz"],
  ["oct", "okt", "ott", "out", "paz"],
  ["nov", "lis"],
  ["dec", "dez", "dic", "des", "gru"],
];

/** 1 … 12 for the name of a month in one of the languages logs are written in, whole or cut short; 0 for anything else. */
export function monthOfName(text: string): number {
  const plain = text
    .normalize("NFD")
    .replace(/[\u0300-\u036f.]/g, "")
    .toLowerCase();
  if (plain.length < 3) return 0;
  let best = 0;
  let length = 0;
  for (let m = 0; m < 12; m++) {
    for (const beginning of beginnings[m]!) {
      if (beginning.length > length && plain.startsWith(beginning)) {
        best = m + 1;
        length = beginning.length;
      }
    }
  }
  return best;
}
