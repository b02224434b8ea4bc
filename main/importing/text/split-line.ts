/** The cells of a line, unquoted and trimmed, split as the reader splits them; a blank as delimiter means any run of blanks and tabs. */
export function splitLine(line: string, delimiter: string): string[] {
  if (delimiter === " ") {
    const text = line.trim();
    return text === "" ? [""] : splitQuoted(text.replace(/[ \t]+/g, " "), " ");
  }
  const cells = splitQuoted(line, delimiter);
  // A line that is one quoted cell with delimiters in it was wrapped whole by a spreadsheet.
  if (cells.length === 1 && /^\s*".*"\s*$/.test(line) && cells[0]!.includes(delimiter)) return splitQuoted(cells[0]!, delimiter);
  return cells;
}

function splitQuoted(line: string, delimiter: string): string[] {
  if (!line.includes('"')) return line.split(delimiter).map((cell) => cell.trim());
  const cells: string[] = [];
  for (let at = 0; at <= line.length; ) {
    const quoted = quotedCell(line, at, delimiter);
    if (quoted) {
      cells.push(quoted.text.trim());
      at = quoted.end + 1;
      continue;
    }
    const next = line.indexOf(delimiter, at);
    const end = next < 0 ? line.length : next;
    cells.push(line.slice(at, end).trim());
    at = end + 1;
  }
  return cells;
}

function quotedCell(line: string, at: number, delimiter: string): { text: string; end: number } | undefined {
  let open = at;
  if (delimiter !== " ") while (line[open] === " ") open++;
  if (line[open] !== '"') return undefined;
  for (let q = open + 1; q < line.length; q++) {
    if (line[q] !== '"') continue;
    if (line[q + 1] === '"') {
      q++;
      continue;
    }
    let end = q + 1;
    if (delimiter !== " ") while (line[end] === " ") end++;
    if (end < line.length && line[end] !== delimiter) return undefined;
    return { text: line.slice(open + 1, q).replaceAll('""', '"'), end };
  }
  return undefined;
}
