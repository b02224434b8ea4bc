/** What a COMTRADE recording is made of; what is left out is as a relay writes it. */
export interface ComtradeFile {
  readonly revision?: "1991" | "1999" | "2013";
  readonly station?: string;
  readonly type?: string;
  /** Counts [rows][channels]; undefined is written as no sample. */
  readonly analog?: readonly (readonly (number | undefined)[])[];
  readonly status?: readonly (readonly number[])[];
  readonly scale?: number;
  readonly offset?: number;
  readonly skew?: number;
  /** Lines of rates; none at all where stamps are the time. */
  readonly rates?: readonly (readonly [number, number])[];
  readonly stamps?: readonly (number | undefined)[];
  readonly numbers?: readonly number[];
  readonly multiplier?: number;
  readonly start?: string;
  readonly zone?: string;
  readonly end?: string;
}

const missing = { ASCII: 99_999, BINARY: -0x8000, BINARY32: -0x8000_0000 };

export function comtradeConfigText(file: ComtradeFile): string {
  const { revision = "2013", analog = [], status = [], end = "\r\n" } = file;
  const analogs = analog[0]?.length ?? 0;
  const statuses = status[0]?.length ?? 0;
  const rows = Math.max(analog.length, status.length);
  const later = revision !== "1991";
  const start = file.start ?? (later ? "12/01/2011,05:55:30.075011" : "01/12/91,05:55:30.075011");
  const rates = file.rates ?? [[1000, rows] as const];
  const lines = [
    `${file.station ?? "Station"},IED${later ? `,${revision}` : ""}`,
    `${analogs + statuses},${analogs}A,${statuses}D`,
    ...Array.from({ length: analogs }, (_, k) => {
      const base = `${k + 1},I${k + 1} ,A,Line,kA,${file.scale ?? 1},${file.offset ?? 0},${file.skew ?? 0},-32767,32767`;
      return later ? `${base},1000,1,P` : base;
    }),
    ...Array.from({ length: statuses }, (_, k) => (later ? `${k + 1},S${k + 1},,,0` : `${k + 1},S${k + 1},0`)),
    "50",
    String(rates.length),
    ...(rates.length === 0 ? [`0,${rows}`] : rates.map(([rate, last]) => `${rate},${last}`)),
    start,
    start,
    file.type ?? "ASCII",
    ...(later ? [String(file.multiplier ?? 1)] : []),
    ...(revision === "2013" ? [file.zone ?? "-5h30,-5h30", "B,3"] : []),
  ];
  return lines.map((line) => line + end).join("");
}

export function comtradeDataBytes(file: ComtradeFile): Buffer {
  const { type = "ASCII", analog = [], status = [] } = file;
  const rows = Math.max(analog.length, status.length);
  const kind = type.toUpperCase();
  const at = (k: number) => ({
    number: file.numbers?.[k] ?? k + 1,
    stamp: file.stamps ? file.stamps[k] : k * 1000,
    counts: analog[k] ?? [],
    states: status[k] ?? [],
  });
  if (kind === "ASCII") {
    const lines = Array.from({ length: rows }, (_, k) => {
      const { number, stamp, counts, states } = at(k);
      return [number, stamp ?? "", ...counts.map((c) => c ?? missing.ASCII), ...states].join(",") + (file.end ?? "\r\n");
    });
    return Buffer.from(lines.join(""));
  }
  const records = Array.from({ length: rows }, (_, k) => {
    const { number, stamp, counts, states } = at(k);
    const size = kind === "BINARY" ? 2 : 4;
    const words = Math.ceil(states.length / 16);
    const bytes = Buffer.alloc(8 + counts.length * size + words * 2);
    bytes.writeUInt32LE(number);
    bytes.writeUInt32LE(stamp ?? 0xffff_ffff, 4);
    counts.forEach((count, c) => {
      if (kind === "BINARY") bytes.writeInt16LE(count ?? missing.BINARY, 8 + c * 2);
      else if (kind === "BINARY32") bytes.writeInt32LE(count ?? missing.BINARY32, 8 + c * 4);
      else bytes.writeFloatLE(count ?? Number.NaN, 8 + c * 4);
    });
    for (let w = 0; w < words; w++) {
      const word = states.slice(w * 16, w * 16 + 16).reduce((sum, on, bit) => sum + (on << bit), 0);
      bytes.writeUInt16LE(word, 8 + counts.length * size + w * 2);
    }
    return bytes;
  });
  return Buffer.concat(records);
}

/** Both in one file, as the revision of 2013 allows. */
export function comtradeCombined(file: ComtradeFile, config: string | Uint8Array = comtradeConfigText(file)): Buffer {
  const data = comtradeDataBytes(file);
  const mark = (file.type ?? "ASCII").toUpperCase() === "ASCII" ? "DAT ASCII" : `DAT BINARY: ${data.length}`;
  return Buffer.concat([
    Buffer.from("--- file type: CFG ---\r\n"),
    Buffer.from(config),
    Buffer.from(`--- file type: INF ---\r\n\r\n--- file type: HDR ---\r\n\r\n--- file type: ${mark} ---\r\n`),
    data,
  ]);
}
