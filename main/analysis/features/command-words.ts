/** What a name says of a tag: `command`: people or a controller set it; `driver`: the machine has to follow it; `answer`: the machine gives it. */
export type NameHint = "command" | "driver" | "answer" | "unclear";

// Words as they stand in tags of English, German and Chinese plants; `_`, `.` and changes of case divide words.
const words: readonly (readonly [NameHint, RegExp])[] = [
  [
    "command",
    /\b(setpoint|set point|sp|recipe|program|programme|mode|step|batch|product|grade|gear|demand|command|cmd|sollwert|stellung|rezept)\b|设定|配方|工艺|模式|给定/u,
  ],
  [
    "answer",
    /\b(vibration|vib|bearing|seal|leak|leakage|drop|differential|delta|winding|oil|noise|acceleration|wear|alarm|fault|error)\b|振动|轴承|泄漏/u,
  ],
  ["command", /\b(valve|damper|vane|opening|position|frequency|speed|rpm|hz)\b|阀|开度|转速|频率/u],
  ["driver", /\b(load|throughput|production|feed|flow|rate)\b|负荷|负载|产量|流量/u],
  ["answer", /\b(temperature|temp|pressure|current|power|energy|voltage|efficiency)\b|温度|压力|电流|功率|电压/u],
];

/** Told by the first word that is known. */
export function nameHint(tag: string): NameHint {
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
