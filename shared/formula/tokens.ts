import type { Place } from "./expression.ts";
import { formulaError } from "./formula-error.ts";

export type Token = Place &
  (
    | { readonly kind: "number"; readonly value: number }
    | { readonly kind: "name"; readonly text: string; readonly quoted: boolean }
    | { readonly kind: "sign"; readonly text: string }
    | { readonly kind: "unit"; readonly text: string }
    | { readonly kind: "end" }
  );

// Operators as they come from keyboards, spreadsheets and text documents.
const signs: Readonly<Record<string, string>> = {
  "−": "-",
  "–": "-",
  "×": "*",
  "·": "*",
  "÷": "/",
  "≤": "<=",
  "≥": ">=",
  "≠": "<>",
  "!=": "<>",
  "==": "=",
  "，": ",",
  "（": "(",
  "）": ")",
};
const pattern =
  /(?<blank>\s+)|(?<number>(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)|"(?<quoted>[^"]*)"|\[(?<unit>[^\]]*)\]|(?<name>[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*)|(?<sign><=|>=|<>|!=|==|[-+*/^()<>=,≤≥≠−–×·÷，（）])/uy;

/** A formula cut into its smallest pieces, the last one `end`. Throws a `FormulaError` that says where. */
export function tokens(text: string): Token[] {
  const found: Token[] = [];
  pattern.lastIndex = 0;
  while (pattern.lastIndex < text.length) {
    const start = pattern.lastIndex;
    const match = pattern.exec(text);
    if (!match) {
      const rest = text.slice(start);
      if (rest.startsWith('"')) throw formulaError("formula.quote-open", start);
      if (rest.startsWith("[")) throw formulaError("formula.bracket-open", start);
      throw formulaError("formula.character", start, { text: [...rest][0] ?? "" });
    }
    const end = pattern.lastIndex;
    const { blank, number, quoted, unit, name, sign } = match.groups!;
    if (blank !== undefined) continue;
    if (number !== undefined) found.push({ kind: "number", value: Number(number), start, end });
    else if (quoted !== undefined) found.push({ kind: "name", text: quoted, quoted: true, start, end });
    else if (unit !== undefined) found.push({ kind: "unit", text: unit, start, end });
    else if (name !== undefined) found.push({ kind: "name", text: name, quoted: false, start, end });
    else found.push({ kind: "sign", text: signs[sign!] ?? sign!, start, end });
  }
  found.push({ kind: "end", start: text.length, end: text.length });
  return found;
}
