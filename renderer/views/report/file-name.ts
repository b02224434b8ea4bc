// What Windows and macOS refuse in a file name.
const refused = /[\\/:*?"<>|\p{Cc}]+/gu;

/** A file name for a report, without extension: its title and day, in characters every system takes. */
export function fileName(title: string, composedAt: number): string {
  const day = new Date(composedAt).toISOString().slice(0, 10);
  const stem = title
    .replace(refused, " ")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, 80)
    .replace(/[. ]+$/, "");
  return `${stem || "report"} ${day}`;
}
