import type { Sentences } from "./sentence.ts";

/** Faults and events of the sample plant, by the kind the truth file gives them. */
export const sample = {
  "sample.fault.bearing-wear": { en: "Bearing wear", zh: "轴承磨损" },
  "sample.fault.cavitation": { en: "Cavitation", zh: "汽蚀" },
  "sample.fault.seal-leak": { en: "Seal leak", zh: "机械密封泄漏" },
  "sample.fault.fouling": { en: "Fouling", zh: "结垢" },
  "sample.fault.sensor-drift": { en: "Sensor drift", zh: "传感器漂移" },
  "sample.fault.stuck-sensor": { en: "Stuck sensor", zh: "传感器卡死" },
  "sample.severity.bearing-wear": {
    en: "The drive-end bearing wears until the pump trips: {vibration_mm_s} mm/s from the bearing at nominal speed, {friction_percent} % more friction.",
    zh: "驱动端轴承逐渐磨损直至跳机：额定转速下轴承引起的振动为 {vibration_mm_s} mm/s，摩擦增加 {friction_percent} %。",
  },
  "sample.severity.cavitation": {
    en: "Debris covers the suction strainer for 10 to 50 minutes at a time; covered, it takes up to {strainer} times the pressure of a clean one.",
    zh: "杂物每次覆盖吸入口滤网 10 至 50 分钟；被覆盖时压力损失最高为清洁滤网的 {strainer} 倍。",
  },
  "sample.severity.seal-leak": {
    en: "Leakage past the mechanical seal grows by up to {leak_l_h} l/h.",
    zh: "机械密封泄漏量最多增加 {leak_l_h} l/h。",
  },
  "sample.severity.fouling": {
    en: "Scale of {fouling_m2K_W} m2K/W in the exchanger and wear rings that let {ring_percent} % of the design flow back, until cleaned and renewed.",
    zh: "换热器污垢热阻达 {fouling_m2K_W} m2K/W，口环磨损使 {ring_percent} % 的设计流量回流，直至清洗并更换口环。",
  },
  "sample.severity.sensor-drift": {
    en: "The transmitter drifts up to {drift_bar} bar too high, then is recalibrated.",
    zh: "变送器读数漂移，最多偏高 {drift_bar} bar，之后重新校准。",
  },
  "sample.severity.stuck-sensor": { en: "The sensor repeats one value.", zh: "传感器重复同一数值。" },
  "sample.benign.rare-load": { en: "Rarely seen load", zh: "少见的负荷" },
  "sample.benign.seal-rinse": { en: "Rinsing of the seal", zh: "密封冲洗" },
  "sample.benign.maintenance-stop": { en: "Maintenance stop", zh: "检修停机" },
} as const satisfies Sentences;
