import type { Sentences } from "./sentence.ts";

/** What the first and the last rows of a log say against a plan; the keys are the codes of the findings. */
export const dryRun = {
  "import.disk-short": {
    en: "The import needs about {needed} MB on the disk of the project, and {free} MB are left; make room, or use a project on another disk.",
    zh: "导入约需项目所在磁盘 {needed} MB 空间，仅剩 {free} MB；请清理磁盘，或使用另一磁盘上的项目。",
  },
  "import.dry.no-rows": {
    en: "Not one of the {lines} lines looked at becomes a row by these settings.",
    zh: "按这些设置，所查看的 {lines} 行中没有一行能成为数据行。",
  },
  "import.dry.rejected": {
    en: "{lines} of the {rows} lines looked at {lines:becomes|become} no row; the import keeps them in a file of their own.",
    zh: "所查看的 {rows} 行中有 {lines} 行未能成为数据行；导入时会保存在单独的文件中。",
  },
  "import.dry.tail-unread": {
    en: "The first rows are read, but the end of the file is not: something else may begin there.",
    zh: "开头的行可以读取，但文件末尾不能：那里可能是别的内容。",
  },
  "import.dry.backwards": {
    en: "The last rows are older than the first: the log runs backwards, or day and month are read the wrong way round.",
    zh: "末尾的行早于开头：日志是倒序的，或日与月被读反。",
  },
  "import.dry.unreadable": {
    en: "{cells} of {all} cells of {column} are no numbers, such as “{text}”: it may be a column of text, or have another decimal sign.",
    zh: "{column} 的 {all} 个单元格中有 {cells} 个不是数字，例如“{text}”：它可能是文本列，或小数点不同。",
  },
  "import.dry.out-of-order": {
    en: "{rows} {rows:row stands|rows stand} before an earlier time; they are sorted in.",
    zh: "{rows} 行的时间先后颠倒；将被排序。",
  },
  "import.dry.repeated.first": {
    en: "{rows} {rows:row has|rows have} a time that was there already; the first of each is kept.",
    zh: "{rows} 行的时间重复；每组保留首行。",
  },
  "import.dry.repeated.last": {
    en: "{rows} {rows:row has|rows have} a time that was there already; the last of each is kept.",
    zh: "{rows} 行的时间重复；每组保留末行。",
  },
  "import.dry.repeated.mean": {
    en: "{rows} {rows:row has|rows have} a time that was there already; each becomes one row of their means.",
    zh: "{rows} 行的时间重复；每组取均值成为一行。",
  },

  "dry-run.title": { en: "Check of both ends", zh: "首尾检查" },
  "dry-run.checking": { en: "Reading both ends …", zh: "正在读取首尾 …" },
  "dry-run.whole": { en: "All {rows} rows", zh: "全部 {rows} 行" },
  "dry-run.head": { en: "First {rows} rows", zh: "前 {rows} 行" },
  "dry-run.tail": { en: "Last {rows} rows", zh: "后 {rows} 行" },
  "dry-run.fine": { en: "every line became a row", zh: "每一行均成为数据行" },
  "dry-run.rejected": { en: "{lines} {lines:line|lines} rejected", zh: "拒收 {lines} 行" },
  "dry-run.cells": { en: "{cells} {cells:cell|cells} no number", zh: "{cells} 个单元格非数字" },
  "dry-run.line": { en: "line {line}", zh: "第 {line} 行" },
  "dry-run.near-end": { en: "near the end", zh: "近末尾" },
  "dry-run.tags": { en: "{count} {count:tag|tags} found", zh: "找到 {count} 个位号" },
  "dry-run.states": { en: "Words instead of numbers", zh: "代替数字的文字" },
  "dry-run.estimate": {
    en: "The import takes about {disk} of the disk and {memory} of memory",
    zh: "导入约占磁盘 {disk}、内存 {memory}",
  },
  "dry-run.free": { en: "{free} free", zh: "剩余 {free}" },
} as const satisfies Sentences;
