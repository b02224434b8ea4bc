import type { Sentences } from "./sentence.ts";

/** The life of a model, on the health screen: its card, files, retirement, scoring by itself. */
export const modelLifeView = {
  "model-life.version": { en: "Version", zh: "版本" },
  "model-life.version.first": { en: "{version}, the first of its kind here", zh: "{version}，此处该类型的首个模型" },
  "model-life.version.after": { en: "{version}, trained after version {before}", zh: "{version}，在第 {before} 版之后训练" },
  "model-life.version.arrived": { en: "{version}, brought in from a file", zh: "{version}，由文件导入" },
  "model-life.origin": { en: "Learned", zh: "来源" },
  "model-life.origin.text": {
    en: "on {asset} in “{project}”, saved to a file {time}; the limit came with it and stays",
    zh: "在“{project}”的 {asset} 上训练，{time} 保存为文件；限值随附且不变",
  },
  "model-life.origin.tags": { en: "Tags it knows by another name or unit", zh: "名称或单位不同的位号" },
  "model-life.data": { en: "Made from", zh: "数据来源" },
  "model-life.data.gone": { en: "an import that has been removed", zh: "已移除的导入" },
  "model-life.retired": { en: "retired", zh: "已停用" },
  "model-life.retired.since": {
    en: "Retired since {time}: kept with all it found, but not scored and not on the board.",
    zh: "自 {time} 起停用：保留其全部结果，但不再评分，也不在看板上显示。",
  },
  "model-life.retire": { en: "Retire", zh: "停用" },
  "model-life.retire.ask": {
    en: "It is kept with its scores and episodes, but new data are not scored with it, and the board and the open case no longer speak of it. It can be brought back.",
    zh: "将保留其评分和异常时段，但不再为新数据评分，看板和打开的事件单也不再包含它。可随时重新启用。",
  },
  "model-life.restore": { en: "Bring back", zh: "重新启用" },
  "model-life.export": { en: "Save to a file …", zh: "另存为文件 …" },
  "model-life.exported": { en: "Saved to {path} ({size}), fingerprint {sha256}.", zh: "已保存至 {path}（{size}），指纹 {sha256}。" },
  "model-life.by-itself": { en: "Score new data by itself", zh: "自动为新数据评分" },
  "model-life.by-itself.help": {
    en: "After each import of this asset a job scores it with this model; it can be stopped like any other, and is made up for when the project is opened next.",
    zh: "该设备每次导入后，由任务用此模型评分；可像其他任务一样停止，并在下次打开项目时补做。",
  },
  "model-life.show-retired": { en: "{count} retired", zh: "已停用 {count} 个" },
  "model-life.import": { en: "Model from a file …", zh: "从文件导入模型 …" },
  "model-life.import.title": { en: "Bring in a model", zh: "导入模型" },
  "model-life.import.choose": { en: "Model file to bring in", zh: "选择模型文件" },
  "model-life.import.lead": {
    en: "{name}, learned on {asset} in “{project}” from {rows} rows and saved {time}. It needs {count} {count:tag|tags}; each is looked for on {target}.",
    zh: "{name}，在“{project}”的 {asset} 上由 {rows} 行训练，保存于 {time}。需要 {count} 个位号；已在 {target} 上查找。",
  },
  "model-life.import.as": { en: "The model knows", zh: "模型所知" },
  "model-life.import.tag": { en: "Tag of {asset}", zh: "{asset} 的位号" },
  "model-life.import.how": { en: "Read as", zh: "读取方式" },
  "model-life.import.none": { en: "choose a tag", zh: "选择位号" },
  "model-life.import.same": { en: "as it is", zh: "原样" },
  "model-life.import.converted": { en: "converted from {from} to {to}", zh: "由 {from} 换算为 {to}" },
  "model-life.import.assumed": {
    en: "as it is: one side has no unit, so nothing can be checked",
    zh: "原样：一侧没有单位，无法核对",
  },
  "model-life.import.unit": { en: "{from} cannot become {to}: another quantity", zh: "{from} 无法换算为 {to}：不是同一种量" },
  "model-life.import.missing": { en: "no tag chosen", zh: "未选择位号" },
  "model-life.import.do": { en: "Bring in and score", zh: "导入并评分" },
  "model-life.import.blocked": { en: "{count} {count:tag is|tags are} not settled yet.", zh: "还有 {count} 个位号未确定。" },
  "model-life.import.note": {
    en: "A machine that runs otherwise than the one it was learned on will look abnormal. Its limit comes with it; for a budget of your own, train a model here.",
    zh: "运行方式与训练设备不同的机器会显得异常。限值随模型附带；如需自定预算，请在此处训练模型。",
  },
} as const satisfies Sentences;
