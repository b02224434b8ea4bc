import type { Sentences } from "./sentence.ts";

/** Naming the tags of a log, and saying how its rows name them. */
export const importTags = {
  "tags.open": { en: "Name the tags …", zh: "为位号命名 …" },
  "tags.title": { en: "Names of {count} {count:tag|tags}", zh: "{count} 个位号的名称" },
  "tags.search": { en: "Search", zh: "搜索" },
  "tags.strip": { en: "Leave out “{beginning}”", zh: "去掉“{beginning}”" },
  "tags.find": { en: "Find", zh: "查找" },
  "tags.put": { en: "Put in its place", zh: "替换为" },
  "tags.replace": { en: "Replace everywhere", zh: "全部替换" },
  "tags.paste": { en: "From a spreadsheet", zh: "取自电子表格" },
  "tags.paste.hint": {
    en: "Paste two columns here: name in the file, tag; a third one may hold the unit",
    zh: "在此粘贴两列：文件中的名称、位号；第三列可为单位",
  },
  "tags.pasted": { en: "{fitted} of {rows} names were found in this log.", zh: "{rows} 个名称中有 {fitted} 个在此日志中找到。" },
  "tags.header": { en: "In the file", zh: "文件中的名称" },
  "tags.column": { en: "column {number}", zh: "第 {number} 列" },
  "tags.name": { en: "Tag for {name}", zh: "{name} 的位号" },
  "tags.more": { en: "{count} more; search to see them.", zh: "另有 {count} 个；请搜索查看。" },
  "tags.none": { en: "No tag has this in its name.", zh: "没有名称含此内容的位号。" },
  "tags.clash": { en: "Two tags would be called “{tag}”.", zh: "将有两个位号同名“{tag}”。" },
  "tags.apply": { en: "Use these names", zh: "使用这些名称" },

  "layout.title": { en: "Rows", zh: "行的含义" },
  "layout.wide": { en: "A column per tag", zh: "每个位号一列" },
  "layout.long": { en: "A row per tag and time", zh: "每行一个位号与时间" },
  "layout.pairs": { en: "Each tag with its own time column", zh: "每个位号各有时间列" },
  "layout.long.tags": { en: "One row per tag and time; {count} {count:tag|tags} found.", zh: "每行一个位号与时间；找到 {count} 个位号。" },
  "layout.long.several": {
    en: "{samples} samples in a row, each with the name of its tag; {count} {count:tag|tags} found.",
    zh: "每行 {samples} 个样本，各带位号名；找到 {count} 个位号。",
  },
  "layout.pairs.text": {
    en: "{count} {count:column has|columns have} the time of their own beside them; all are put on one clock.",
    zh: "{count} 列旁边有自己的时间列；全部归到同一时钟。",
  },
  "layout.tag": { en: "Name of the tag", zh: "位号名称列" },
  "layout.value": { en: "Value", zh: "数值列" },
  "layout.unit": { en: "Unit", zh: "单位列" },
  "layout.quality": { en: "Quality", zh: "质量列" },
  "layout.good": { en: "Qualities that count as good", zh: "视为有效的质量" },
  "layout.none": { en: "none", zh: "无" },
} as const satisfies Sentences;
