/**
 * A plain log read the slow, obvious way: lines split at the delimiter, numbers by Number(), times by Date.parse as UTC. No quotes, no
 * thousands, a decimal point. The first column is the time; a line whose time cannot be read is no row.
 */
export function naiveRows(text: string, delimiter: string): { time: number[]; columns: number[][] } {
  const lines = text.split(/\r?\n/).slice(1);
  const width = text.split(/\r?\n/)[0]!.split(delimiter).length - 1;
  const time: number[] = [];
  const columns: number[][] = Array.from({ length: width }, () => []);
  for (const line of lines) {
    const cells = line.split(delimiter).map((cell) => cell.trim());
    const at = /^\d{4}-\d{2}-\d{2} \d{2}:\d{2}:\d{2}/.test(cells[0]!) ? Date.parse(`${cells[0]!.replace(" ", "T")}Z`) : Number.NaN;
    if (Number.isNaN(at) || cells.length > width + 1) continue;
    time.push(at);
    columns.forEach((values, k) => {
      const cell = cells[k + 1] ?? "";
      values.push(/^[-+]?[\d.]+(e[-+]?\d+)?$/i.test(cell) ? Number(cell) : Number.NaN);
    });
  }
  return { time, columns };
}
