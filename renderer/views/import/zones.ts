const offsets = [
  ...[
    "-12:00",
    "-11:00",
    "-10:00",
    "-09:30",
    "-09:00",
    "-08:00",
    "-07:00",
    "-06:00",
    "-05:00",
    "-04:00",
    "-03:30",
    "-03:00",
    "-02:00",
    "-01:00",
  ],
  ...[
    "+01:00",
    "+02:00",
    "+03:00",
    "+03:30",
    "+04:00",
    "+04:30",
    "+05:00",
    "+05:30",
    "+05:45",
    "+06:00",
    "+06:30",
    "+07:00",
    "+08:00",
    "+08:45",
  ],
  ...["+09:00", "+09:30", "+10:00", "+10:30", "+11:00", "+12:00", "+12:45", "+13:00", "+14:00"],
];

let all: string[] | undefined;

/** The clocks a log can be written by: UTC, this computer's own, fixed offsets, places. What is in use is always among them. */
export function zones(inUse: string): string[] {
  all ??= ["UTC", Intl.DateTimeFormat().resolvedOptions().timeZone, ...offsets, ...Intl.supportedValuesOf("timeZone")];
  return [...new Set([inUse, ...all])];
}
