import { spokenName } from "./command-words.ts";

// What the machine has to follow, as tags name it. A flow or a pressure is left out, a fault moves it as well.
const given =
  /\b(ambient|outdoor|outside|weather|humidity|atmospheric|barometric|(inlet|supply|feed|intake) temp(erature)?|raw|grade|load|throughput|production|demand|setpoint|set point|sollwert|recipe|rezept|product)\b|环境|室外|湿度|(进水|入口|供水|进口)温度|负荷|负载|产量|设定|配方/u;
const answer = /\b(bearing|winding|vibration|leak)\b|轴承|振动|泄漏/u;

/** Whether a name tells a condition that is given to the machine: a value of it that was never seen is no sign of a fault. */
export function isCondition(tag: string): boolean {
  const spoken = spokenName(tag);
  return given.test(spoken) && !answer.test(spoken);
}
