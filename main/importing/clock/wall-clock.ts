const hourMs = 3_600_000;
const dayMs = 24 * hourMs;

/** Rows on the two odd days of a zone's year, by the day they fell on. */
export interface OddHours {
  /** Rows at times the zone's clock passed over; read as if the clock had not been put forward. */
  readonly missing: ReadonlyMap<string, number>;
  /** Rows at times the zone's clock showed twice; the first run is summer time, what comes after a step back of half an hour or more is standard time. */
  readonly repeated: ReadonlyMap<string, number>;
}

/** Turns times on the log's clock into UTC. Reads rows in the order of the file, because only the order tells a repeated hour apart. */
export interface WallClock extends OddHours {
  toUtc(wall: number): number;
}

/** `UTC`, an offset such as `+08:00`, or an IANA name. Throws RangeError for a zone nobody knows. */
export function wallClock(zone: string): WallClock {
  const fixed = fixedOffset(zone);
  if (fixed !== undefined) return new FixedClock(fixed);
  return new ZoneClock(zone);
}

export function isKnownZone(zone: string): boolean {
  try {
    wallClock(zone);
    return true;
  } catch {
    return false;
  }
}

/** Ms a zone is ahead of UTC at an instant (ms UTC). */
export function offsetOf(zone: string, utc: number): number {
  return fixedOffset(zone) ?? offsetByCalendar(calendarOf(zone), utc);
}

const calendarOf = (zone: string): Intl.DateTimeFormat =>
  new Intl.DateTimeFormat("en-US", {
    timeZone: zone,
    hourCycle: "h23",
    year: "numeric",
    month: "numeric",
    day: "numeric",
    hour: "numeric",
    minute: "numeric",
    second: "numeric",
  });

function offsetByCalendar(calendar: Intl.DateTimeFormat, utc: number): number {
  const whole = Math.floor(utc / 1000) * 1000;
  const part: Record<string, number> = {};
  for (const { type, value } of calendar.formatToParts(whole)) part[type] = Number(value);
  return Date.UTC(part.year!, part.month! - 1, part.day!, part.hour!, part.minute!, part.second!) - whole;
}

/** Ms east of Greenwich; undefined for names. */
function fixedOffset(zone: string): number | undefined {
  if (/^(utc|gmt|z)$/i.test(zone)) return 0;
  const match = /^(?:utc|gmt)?([+-])(\d{1,2})(?::?(\d{2}))?$/i.exec(zone);
  if (!match) return undefined;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) throw new RangeError(zone);
  return (match[1] === "-" ? -minutes : minutes) * 60_000;
}

class FixedClock implements WallClock {
  readonly missing: ReadonlyMap<string, number> = new Map();
  readonly repeated: ReadonlyMap<string, number> = new Map();
  readonly #offset: number;
  constructor(offset: number) {
    this.#offset = offset;
  }
  toUtc(wall: number): number {
    return wall - this.#offset;
  }
}

interface Change {
  /** Instant of the change, ms UTC. */
  readonly at: number;
  readonly before: number;
  readonly after: number;
}

class ZoneClock implements WallClock {
  readonly missing = new Map<string, number>();
  readonly repeated = new Map<string, number>();
  readonly #calendar: Intl.DateTimeFormat;
  readonly #changes = new Map<number, readonly Change[]>();
  // Wall times between which one offset holds: nearly every row lies where the one before it lay.
  #from = Number.POSITIVE_INFINITY;
  #to = Number.NEGATIVE_INFINITY;
  #offset = 0;
  #last = Number.NEGATIVE_INFINITY;
  #step = 0;
  // The repeated hour under way, and whether its second run has begun.
  #repeat = Number.NaN;
  #again = false;

  constructor(zone: string) {
    this.#calendar = calendarOf(zone);
  }

  toUtc(wall: number): number {
    if (!Number.isFinite(wall)) return Number.NaN;
    const utc = wall >= this.#from && wall < this.#to ? wall - this.#offset : this.#look(wall);
    this.#step = utc - this.#last;
    this.#last = utc;
    return utc;
  }

  #look(wall: number): number {
    const year = new Date(wall).getUTCFullYear();
    let from = Date.UTC(year, 0, 1);
    let offset = this.#offsetOfUtc(from - dayMs);
    for (const change of [...this.#changesOf(year - 1), ...this.#changesOf(year), ...this.#changesOf(year + 1)]) {
      const oddFrom = change.at + Math.min(change.before, change.after);
      const oddTo = change.at + Math.max(change.before, change.after);
      if (wall < oddFrom) {
        this.#hold(change.before, Math.min(from, wall), oddFrom);
        return wall - change.before;
      }
      if (wall < oddTo) return this.#odd(wall, change);
      from = oddTo;
      offset = change.after;
    }
    this.#hold(offset, Math.min(from, wall), Math.max(wall + 1, Date.UTC(year + 1, 0, 1)));
    return wall - offset;
  }

  #odd(wall: number, { at, before, after }: Change): number {
    if (after > before) {
      count(this.missing, wall);
      return wall - before;
    }
    count(this.repeated, wall);
    const early = wall - before;
    // An hourly log shows the repeated hour as the same time twice; in quicker logs the same time twice is one time.
    const back = this.#last - early;
    const length = before - after;
    // Rows that come from before the hour, or from far behind it, begin it; a small step back inside it is a row out of order.
    if (this.#repeat !== at || back <= -length || back > length + 2 * hourMs) this.#again = false;
    this.#repeat = at;
    if ((back >= length / 2 && back <= length + 2 * hourMs) || (back === 0 && this.#step > hourMs / 2)) this.#again = true;
    return this.#again ? wall - after : early;
  }

  #hold(offset: number, from: number, to: number): void {
    this.#offset = offset;
    this.#from = from;
    this.#to = to;
  }

  /** The changes of a year, found by looking every week: no zone has put its clock forward and back within one. */
  #changesOf(year: number): readonly Change[] {
    const known = this.#changes.get(year);
    if (known) return known;
    const found: Change[] = [];
    const end = Date.UTC(year + 1, 0, 1);
    let at = Date.UTC(year, 0, 1);
    let before = this.#offsetOfUtc(at);
    while (at < end) {
      const next = Math.min(end, at + 7 * dayMs);
      const after = this.#offsetOfUtc(next);
      if (after !== before) found.push({ at: this.#changeBetween(at, next, before), before, after });
      before = after;
      at = next;
    }
    this.#changes.set(year, found);
    return found;
  }

  #changeBetween(from: number, to: number, before: number): number {
    let low = from;
    let high = to;
    while (high - low > 1000) {
      const middle = Math.floor((low + high) / 2000) * 1000;
      if (this.#offsetOfUtc(middle) === before) low = middle;
      else high = middle;
    }
    return high;
  }

  #offsetOfUtc(utc: number): number {
    return offsetByCalendar(this.#calendar, utc);
  }
}

function count(days: Map<string, number>, wall: number): void {
  const day = new Date(wall).toISOString().slice(0, 10);
  days.set(day, (days.get(day) ?? 0) + 1);
}
