/**
 * The part a tag plays for a KPI, told by its name. The principle: an expectation may know what the machine has to follow (load,
 * supply, weather) and what people set by hand, but nothing that a fault of the machine moves. A controller that keeps the flow makes
 * speed, current and power answer to every fault; discharge pressure and pressure drops carry the fouling itself; suction pressure is
 * measured behind the strainer.
 */
export type TagRole = "relevant" | "setting" | "symptom" | "unclear";

// Words as they stand in tags of English and German plants; `_`, `.` and changes of case divide words.
const words: readonly (readonly [TagRole, RegExp])[] = [
  ["relevant", /\b(ambient|outdoor|outside|weather|humidity|barometric|atmospheric|wet bulb|dry bulb|solar|wind)\b/],
  [
    "symptom",
    /\b(vibration|vib|bearing|seal|leak|leakage|drop|differential|delta|diff|dp|winding|oil|noise|acceleration|velocity|envelope|kurtosis|crest|wear|fouling|health|alarm|fault|error)\b/,
  ],
  ["setting", /\b(valve|damper|vane|guide vane|opening|position|setpoint|set point|sp|recipe|mode|stellung|sollwert)\b/],
  [
    "symptom",
    /\b(speed|rpm|frequency|current|amps|ampere|torque|power|energy|discharge|outlet|out|exhaust|return|suction|efficiency|voltage)\b/,
  ],
  ["relevant", /\b(demand|load|level|static|head|supply|feed|inlet|intake|source|raw|grade|product|throughput|production|flow|rate)\b/],
];

export function tagRole(tag: string): TagRole {
  const spoken = spokenName(tag);
  return words.find(([, pattern]) => pattern.test(spoken))?.[0] ?? "unclear";
}

/** `P101.DE_vibration` and `motorPower` as words in lower case. */
export const spokenName = (tag: string): string =>
  tag
    .replace(/([\p{Ll}\d])(\p{Lu})/gu, "$1 $2")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .toLowerCase()
    .trim();

/** What stands before the last dot: the machine a tag belongs to, "" where it names none. */
export const machineOf = (tag: string): string => tag.slice(0, Math.max(0, tag.lastIndexOf(".")));
