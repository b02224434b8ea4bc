/** Texts that mean "no sample" wherever they stand; what else a file uses is found in it. */
export const commonMissingWords: readonly string[] = [
  "nan",
  "null",
  "(null)",
  "<null>",
  "none",
  "na",
  "n/a",
  "n.a.",
  "nil",
  "-",
  "--",
  "---",
  "----",
  "?",
  "*",
  "bad",
  "bad input",
  "bad quality",
  "no data",
  "nodata",
  "no result",
  "no good data for calculation",
  "calc failed",
  "i/o timeout",
  "io timeout",
  "comm fail",
  "not connect",
  "disconnected",
  "offline",
  "out of serv",
  "pt created",
  "shutdown",
  "configure",
  "scan off",
  "under range",
  "over range",
  "error",
  "err",
  "fault",
  "invalid",
  "missing",
  "unavailable",
  "unknown",
  "#value!",
  "#n/a",
  "#ref!",
  "#num!",
  "#div/0!",
  "#name?",
  "1.#qnan",
  "1.#ind",
  "-1.#ind",
  "inf",
  "+inf",
  "-inf",
  "infinity",
  "∞",
  "+∞",
  "-∞",
  "-infinity",
  "无数据",
  "无效",
  "坏",
  "通讯故障",
];

/** Decides whether a cell says "no sample": words compared without case, numbers by value. */
export class MissingWords {
  readonly numbers: Float64Array;
  readonly #words: ReadonlySet<string>;

  constructor(texts: readonly string[]) {
    const words = texts.map((t) => t.trim().toLowerCase());
    this.#words = new Set(words);
    this.numbers = Float64Array.from(new Set(words.filter((w) => w !== "" && Number.isFinite(Number(w))).map(Number)));
  }

  hasWord(text: string): boolean {
    return this.#words.has(text.trim().toLowerCase());
  }

  hasNumber(value: number): boolean {
    const numbers = this.numbers;
    for (let i = 0; i < numbers.length; i++) if (numbers[i] === value) return true;
    return false;
  }
}
