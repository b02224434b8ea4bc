import type { Sentences } from "./sentence.ts";

/** Periods of time chosen on a chart or typed. */
export const periods = {
  "periods.hint": {
    en: "Drag over the chart to add a stretch of time, drag its ends to change it; wheel to zoom, Shift and drag to move.",
    zh: "在图上拖动可添加一段时间，拖动两端可调整；滚轮缩放，按住 Shift 拖动可平移。",
  },
  "periods.hint.which": {
    en: "Drag over the chart to add to the {what}, drag the ends of a stretch to change it; wheel to zoom, Shift and drag to move.",
    zh: "在图上拖动可添加到{what}，拖动两端可调整；滚轮缩放，按住 Shift 拖动可平移。",
  },
  "periods.shown": { en: "Shown tag", zh: "显示的位号" },
  "periods.to": { en: "to", zh: "至" },
  "periods.from.of": { en: "{what}, stretch {index}, from", zh: "{what}，第 {index} 段，自" },
  "periods.to.of": { en: "{what}, stretch {index}, to", zh: "{what}，第 {index} 段，至" },
  "periods.edge.from": { en: "{what}, stretch {index}, beginning", zh: "{what}，第 {index} 段，起点" },
  "periods.edge.to": { en: "{what}, stretch {index}, end", zh: "{what}，第 {index} 段，终点" },
  "periods.edge.help": { en: "Drag, or use the arrow keys", zh: "可拖动，或用方向键移动" },
  "periods.remove": { en: "Remove this stretch", zh: "删除该段" },
  "periods.add": { en: "Add a stretch", zh: "添加一段" },
  "periods.clear": { en: "Clear", zh: "清空" },
  "periods.none": { en: "Nothing chosen yet", zh: "尚未选择" },
  "periods.unreadable": { en: "Type a time such as {example}", zh: "请输入时间，例如 {example}" },
  "periods.backwards": { en: "Ends before it begins", zh: "结束早于开始" },
  "periods.chart": { en: "{tag} over time, with the periods chosen", zh: "{tag} 随时间的变化及所选时期" },
} as const satisfies Sentences;
