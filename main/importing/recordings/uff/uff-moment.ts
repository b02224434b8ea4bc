const months = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The third identification line of a function, `18-Apr-16 13:49:58`, as ms since 1970 on the recorder's clock; also an ISO date. Null for others. */
export function uffMoment(line: string): number | null {
  const named = /^\s*(\d{1,2})[- ]([A-Za-z]{3})[- ](\d{4}|\d{2})\s+(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)/.exec(line);
  if (named) {
    const year = Number(named[3]);
    const full = named[3]!.length === 4 ? year : year < 70 ? 2000 + year : 1900 + year;
    return moment(full, months.indexOf(named[2]!.toLowerCase()) + 1, Number(named[1]), named.slice(4).map(Number));
  }
  const iso = /^\s*(\d{4})-(\d{1,2})-(\d{1,2})[ T]+(\d{1,2}):(\d{2}):(\d{2}(?:\.\d+)?)/.exec(line);
  return iso ? moment(Number(iso[1]), Number(iso[2]), Number(iso[3]), iso.slice(4).map(Number)) : null;
}

function moment(year: number, month: number, day: number, [hour = 0, minute = 0, second = 0]: readonly number[]): number | null {
  const date = Date.UTC(year, month - 1, day);
  if (month < 1 || month > 12 || new Date(date).getUTCDate() !== day || hour > 23 || minute > 59 || second >= 61) return null;
  return date + (hour * 60 + minute) * 60_000 + second * 1000;
}
