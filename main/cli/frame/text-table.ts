import { padText, textWidth } from "./text-width.ts";

/** Rows in aligned columns, two blanks between them; columns that hold numbers only are set to the right. */
export function textTable(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const all = [head, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => textWidth(row[column] ?? ""))));
  const numeric = head.map((_, column) => rows.length > 0 && rows.every((row) => /^[−–+\d][\d,.e−%]*$|^$/.test(row[column] ?? "")));
  return all.map((row) =>
    row
      .map((cell, column) => (numeric[column] ? " ".repeat(widths[column]! - textWidth(cell)) + cell : padText(cell, widths[column]!)))
      .join("  ")
      .trimEnd(),
  );
}
