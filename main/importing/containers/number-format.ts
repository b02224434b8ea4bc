/** What a number format makes of a number: nothing but a number, a day, a time of day, both, or a time that runs past 24 hours. */
export type DateKind = "number" | "date" | "time" | "both" | "elapsed";

/** The kind of a format code of a workbook (ECMA-376 part 1, 18.8.31), as its first section has it: the one for positive numbers. */
export function kindOfFormat(code: string): DateKind {
  const letters = code
    .replace(/\\.|_.|\*./gs, "") // a literal character, a blank as wide as one, a filling
    .replace(/"[^"]*"?/g, "")
    .replace(/\[(?!(h+|m+|s+)\])[^\]]*\]/gi, "") // colour, condition, locale
    .split(";", 1)[0]!;
  if (/general/i.test(letters)) return "number";
  if (/\[(h+|m+|s+)\]/i.test(letters)) return "elapsed";
  const noon = /am\/pm|a\/p|上午\/下午/i.test(letters);
  const marks = letters.replace(/am\/pm|a\/p/gi, "").match(/y+|j+|d+|m+|h+|s+/gi) ?? [];
  let date = false;
  let time = noon;
  for (const [k, mark] of marks.entries()) {
    const letter = mark[0]!.toLowerCase();
    if (letter === "h" || letter === "s") time = true;
    else if (letter !== "m") date = true;
    // m means minutes behind hours and in front of seconds.
    else if (/h/i.test(marks[k - 1] ?? "") || /s/i.test(marks[k + 1] ?? "")) time = true;
    else date = true;
  }
  if (date && time) return "both";
  return date ? "date" : time ? "time" : "number";
}

/** Formats that workbooks name by number alone: 18.8.30, with the dates of East Asian versions (27-36, 50-58). */
export function kindOfBuiltIn(id: number): DateKind {
  if (id === 22) return "both";
  if ((id >= 18 && id <= 21) || id === 45 || id === 47 || (id >= 32 && id <= 33)) return "time";
  if (id === 46) return "elapsed";
  return (id >= 14 && id <= 17) || (id >= 27 && id <= 36) || (id >= 50 && id <= 58) ? "date" : "number";
}
