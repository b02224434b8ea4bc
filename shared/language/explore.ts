import type { Sentences } from "./sentence.ts";

/** Looking at signals over time. */
export const explore = {
  "explore.tags": { en: "Tags", zh: "位号" },
  "explore.tags.shown": { en: "{shown} of {all} shown", zh: "显示 {shown} / {all}" },
  "explore.tags.search": { en: "Search tags or units", zh: "搜索位号或单位" },
  "explore.tags.clear": { en: "Clear", zh: "清除" },
  "explore.tags.none": { en: "No tag matches “{text}”.", zh: "没有位号匹配 “{text}”。" },
  "explore.tags.full": {
    en: "Up to {count} tags fit in one picture. Take one out to add another.",
    zh: "一幅图最多容纳 {count} 个位号。请先移除一个再添加。",
  },
  "explore.tags.samples": { en: "{count} good samples, mean {mean}", zh: "{count} 个有效样本，均值 {mean}" },
  "explore.tags.empty": { en: "no number in it", zh: "无数值" },
  "explore.layout": { en: "Arrange", zh: "排列" },
  "explore.layout.lanes": { en: "Lanes", zh: "分栏" },
  "explore.layout.units": { en: "By unit", zh: "按单位" },
  "explore.drag.zoom": { en: "Dragging zooms to what it covers", zh: "拖动放大所选范围" },
  "explore.drag.pan": { en: "Dragging pans (or hold Shift)", zh: "拖动平移（或按住 Shift）" },
  "explore.back": { en: "Back to the view before", zh: "返回上一视图" },
  "explore.all": { en: "All", zh: "全部" },
  "explore.in": { en: "Zoom in", zh: "放大" },
  "explore.out": { en: "Zoom out", zh: "缩小" },
  "explore.span.hour": { en: "1 h", zh: "1 小时" },
  "explore.span.day": { en: "1 d", zh: "1 天" },
  "explore.span.week": { en: "7 d", zh: "7 天" },
  "explore.column": { en: "{time} per pixel, lowest and highest drawn", zh: "每像素 {time}，绘出最低与最高值" },
  "explore.column.single": { en: "Every sample is drawn", zh: "绘出每个样本" },
  "explore.none.title": { en: "Choose what to look at", zh: "选择要查看的内容" },
  "explore.none.text": { en: "Mark one or more tags in the list on the left.", zh: "在左侧列表中勾选一个或多个位号。" },
  "explore.no-tags.title": { en: "{asset} has no tags yet", zh: "{asset} 还没有位号" },
  "explore.no-tags.text": {
    en: "Its imports were removed, or none has finished. Import a log to see its signals.",
    zh: "其导入已移除，或尚未完成。请导入日志以查看信号。",
  },
  "explore.chart": {
    en: "Trend of {tags}. Arrows pan, plus and minus zoom, Home shows all, Backspace goes back.",
    zh: "{tags} 的趋势。方向键平移，加减键缩放，Home 显示全部，退格键后退。",
  },
  "explore.overview": { en: "The whole log; the marked part is what is shown above", zh: "整个日志；标记部分为上方所示" },
} as const satisfies Sentences;
