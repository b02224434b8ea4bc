import { combineDimensions, type Dimension } from "./dimension.ts";
import { pureNumber, type Unit } from "./unit.ts";
import { prefixFactors, type UnitRow, unitTable, wholeTexts } from "./unit-table.ts";

const toUnit = (row: UnitRow, symbol = row.symbol, factor = row.factor): Unit => ({
  symbol,
  factor,
  offset: row.offset ?? 0,
  dimension: row.dimension,
  known: true,
});

const byText = new Map<string, Unit>();
for (const row of unitTable)
  for (const prefix of row.prefixes ?? "")
    byText.set(prefix + row.symbol, toUnit(row, prefix + row.symbol, row.factor * prefixFactors[prefix]!));
// Plain units come after, so that `min` is a minute and `cd` never a centiday.
for (const row of unitTable) for (const text of [row.symbol, ...(row.aliases ?? [])]) byText.set(text, toUnit(row));

const superscripts: Readonly<Record<string, string>> = { "⁰": "0", "¹": "1", "²": "2", "³": "3", "⁴": "4", "⁻": "-" };

/** One spelling for the characters that look alike: micro signs, multiplication dots, superscripts, full-width forms. */
const tidy = (text: string): string =>
  text
    .normalize("NFC")
    .trim()
    .replace(/^\[(.+)\]$/, "$1")
    .replace(/[\u03BCμ]/g, "µ")
    .replace(/\u2126/g, "Ω")
    .replace(/[⋅∙•×]/g, "·")
    .replace(/\bu(?=[mgsAVWSlL](?:\b|\/))/g, "µ")
    .replace(/[⁻⁰¹²³⁴]+/g, (s) => [...s].map((c) => superscripts[c]).join(""))
    .replace(/\s+/g, " ")
    // How a vibration was rectified is not part of its unit; a peak is, because it is √2 of an RMS.
    .replace(/ (rms|RMS)$/, "");

interface Part {
  readonly unit: Unit;
  readonly exponent: number;
}

/** One factor of a product: a known symbol with an optional exponent, `m3`, `s^-2`; undefined when it is not known. */
function simplePart(text: string): Part | undefined {
  const whole = byText.get(text);
  if (whole) return { unit: whole, exponent: 1 };
  const match = /^(.*?[^\d^-])\^?(-?\d)$/.exec(text);
  const base = match && byText.get(match[1]!);
  return base ? { unit: base, exponent: Number(match[2]) } : undefined;
}

const opaque = (text: string): Unit => ({ symbol: text, factor: 1, offset: 0, dimension: { [`?${text}`]: 1 }, known: false });

function product(parts: readonly Part[], symbol: string): Unit {
  let factor = 1;
  let dimension: Dimension = {};
  for (const { unit, exponent } of parts) {
    factor *= unit.factor ** exponent;
    dimension = combineDimensions(dimension, unit.dimension, exponent);
  }
  return { symbol, factor, offset: 0, dimension, known: parts.every((p) => p.unit.known) };
}

const exponentText = (exponent: number): string => (exponent === 1 ? "" : String(exponent));

/** `a·b/c` and `kJ/(kg·K)`: the parts before and behind one division sign. */
function compound(text: string): Unit | undefined {
  const slash = text.indexOf("/");
  const split = (side: string): string[] =>
    side
      .replace(/^\((.*)\)$/, "$1")
      .split(/[·*. ]/)
      .filter((t) => t !== "");
  const top = slash < 0 ? text : text.slice(0, slash);
  // a/b/c divides by both.
  const bottom =
    slash < 0
      ? ""
      : text
          .slice(slash + 1)
          .replace(/[()]/g, "")
          .replaceAll("/", "·");
  const upper = split(top).filter((t) => t !== "1");
  const lower = split(bottom);
  if (upper.length + lower.length === 0 || (slash < 0 && upper.length < 2)) return undefined;
  if (slash >= 0 && lower.length === 0) return undefined;
  const read = (t: string): Part => simplePart(t) ?? { unit: opaque(t), exponent: 1 };
  const upperParts = upper.map(read);
  const lowerParts = lower.map(read);
  // Text that is a product only because it has blanks in it ("free text note") is better left alone.
  if (slash < 0 && !upperParts.every((p) => p.unit.known)) return undefined;
  const write = (parts: readonly Part[]): string => parts.map((p) => p.unit.symbol + exponentText(p.exponent)).join("·");
  const below = lowerParts.length > 1 ? `(${write(lowerParts)})` : write(lowerParts);
  const symbol = lowerParts.length === 0 ? write(upperParts) : `${write(upperParts) || "1"}/${below}`;
  return product([...upperParts, ...lowerParts.map((p) => ({ unit: p.unit, exponent: -p.exponent }))], symbol);
}

const cache = new Map<string, Unit>();

/**
 * Reads a unit as logs write it: `m³/h`, `°C`, `[kWh/m3]`, `N·m`, `kJ/(kg K)`. Case counts, because mW is not MW.
 * An unknown unit keeps its text and is a dimension of its own, so that it equals itself and nothing else.
 */
export function parseUnit(text: string): Unit {
  const cached = cache.get(text);
  if (cached) return cached;
  const tidied = tidy(text);
  const found = understand(wholeTexts[tidied] ?? tidied);
  // Logs are bounded in units, but not in garbage: the cache is.
  if (cache.size > 2000) cache.clear();
  cache.set(text, found);
  return found;
}

function understand(text: string): Unit {
  if (text === "") return pureNumber;
  const simple = simplePart(text);
  if (simple) {
    if (simple.exponent === 1) return simple.unit;
    return product([simple], simple.unit.symbol + exponentText(simple.exponent));
  }
  return compound(text) ?? opaque(text);
}
