export type CellShape = "empty" | "number" | "time" | "word";

const pointNumber = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
const commaNumber = /^[+-]?(?:\d+,?\d*|,\d+)(?:[eE][+-]?\d+)?$/;
const pointThousands = /^[+-]?[1-9]\d{0,2}(?:([, '_\u00a0\u202f])\d{3})(?:\1\d{3})*(?:\.\d+)?$/;
const commaThousands = /^[+-]?[1-9]\d{0,2}(?:([. '_\u00a0\u202f])\d{3})(?:\1\d{3})*(?:,\d+)?$/;

const times: readonly RegExp[] = [
  /^\d{4}[-/.]\d{1,2}[-/.]\d{1,2}(?:\D|$)/, // 2024-03-31…
  /^\d{1,2}[-/.]\d{1,2}[-/.](?:\d{4}|\d{2})(?:\D|$)/, // 31.03.2024, also 18.00.00
  /^\d{1,2}:\d{2}(?:[:.,]|\s|$)/, // 18:00
  /^\d{1,2}(?:[-/. ]{0,2}|\.?º? de )\p{L}{3,10}\.?(?:[-/. ,]+| del? )\d{2,4}(?!\p{L})/u, // 14-May-11, 14. Mai 2011, 14 de mayo de 2011
  /^\p{L}{3,10}\.?[,\s]+\d{1,2}(?:st|nd|rd|th)?,?\s+(?:\d{4}|\d{1,2}:)/u, // May 14, 2011
  /^\p{L}{2,10}\.?,?\s+\d{1,2}[-/. ]/u, // Mon 14/05
  /^(?:19|20)\d{6}[:T _-]\d{2,6}/, // 20240331:1200
  /^\d{4}年\d{1,2}月\d{1,2}日/,
  /^\d{4}[- ]\p{L}{3,10}[- ]\d{1,2}(?:\s|$)/u, // 2011-May-14
];

/** What a cell looks like under a decimal sign. */
export function cellShape(text: string, decimal: "." | ","): CellShape {
  if (text === "") return "empty";
  const first = text.charCodeAt(0);
  const numeric = (first >= 48 && first <= 57) || first === 43 || first === 45 || first === 46 || first === 44;
  if (numeric && (decimal === "." ? pointNumber : commaNumber).test(text)) return "number";
  if (numeric && (decimal === "." ? pointThousands : commaThousands).test(text)) return "number";
  return times.some((shape) => shape.test(text)) ? "time" : "word";
}
