import type { Sentences } from "./sentence.ts";

/** What can go wrong with projects, disks, jobs and saved models; the keys are the codes of the problems. */
export const problems = {
  "project.none": { en: "{folder} holds no OnePercent project.", zh: "{folder} 中没有 OnePercent 项目。" },
  "project.damaged": {
    en: "The catalog of {folder} is damaged; nothing was changed. Open a copy of the folder from before.",
    zh: "{folder} 的目录库已损坏；未作任何更改。请打开该文件夹此前的副本。",
  },
  "project.newer": {
    en: "The project in {folder} was written by a newer version of OnePercent; nothing was changed.",
    zh: "{folder} 中的项目由更新版本的 OnePercent 写入；未作任何更改。",
  },
  "project.locked": {
    en: "The project in {folder} is open in another window or command; close it there first.",
    zh: "{folder} 中的项目已在另一窗口或命令中打开；请先在那里关闭。",
  },
  "project.not-writable": {
    en: "The folder {folder} cannot be written to: it is protected, or its disk is full.",
    zh: "无法写入文件夹 {folder}：该文件夹受保护，或磁盘已满。",
  },
  "project.folder-in-use": {
    en: "The folder {folder} is not empty; choose a new or an empty one.",
    zh: "文件夹 {folder} 不为空；请选择新的或空的文件夹。",
  },
  "project.closed": { en: "No project is open.", zh: "没有打开的项目。" },
  "asset.name-taken": { en: 'Another asset is called "{name}" already.', zh: "已有另一设备名为“{name}”。" },
  "import.no-rows": {
    en: "No row of {file} could be read by these settings; nothing was imported.",
    zh: "按这些设置无法读取 {file} 的任何一行；未导入任何内容。",
  },
  "import.in-use": {
    en: "{models} {models:model rests|models rest} on this import; remove what rests on it first, or remove the import all the same.",
    zh: "有 {models} 个模型基于此次导入；请先移除它们，或仍然移除此次导入。",
  },
  "disk.full": {
    en: "There is no room left on the disk for {path}; make room and try again.",
    zh: "磁盘已无空间写入 {path}；请腾出空间后重试。",
  },
  "disk.refused": {
    en: "{path} may not be written to; allow it, or work in another folder.",
    zh: "不允许写入 {path}；请授予权限，或使用其他文件夹。",
  },
  "catalog.unreadable": {
    en: 'The entry {kind} "{id}" of {file} cannot be read; everything else can.',
    zh: "无法读取 {file} 中的记录 {kind}“{id}”；其余均可读取。",
  },
  "asset.unknown": { en: 'The project holds no asset "{id}".', zh: "项目中没有设备“{id}”。" },
  "tag.unknown": { en: 'The project holds no tag "{id}".', zh: "项目中没有位号“{id}”。" },
  "import.unknown": { en: 'The project holds no import "{id}" any more.', zh: "项目中已没有该次导入“{id}”。" },
  "model.unknown": { en: 'The project holds no model "{id}" any more.', zh: "项目中已没有该模型“{id}”。" },
  "lesson.unknown": { en: 'The project holds no lesson "{id}" of a verdict any more.', zh: "项目中已没有该判定的经验“{id}”。" },
  "crews.unknown": { en: 'The project holds no crew calendar of "{id}".', zh: "项目中没有“{id}”的班组日历。" },
  "scores.unknown": { en: 'The project holds no scores of the model "{id}".', zh: "项目中没有模型“{id}”的评分。" },
  "episode.unknown": {
    en: 'The project holds no episode "{id}" any more: they were found again meanwhile.',
    zh: "项目中已没有该异常时段“{id}”：其间已重新查找。",
  },
  "kpi.unknown": { en: 'The project holds no KPI "{id}".', zh: "项目中没有 KPI“{id}”。" },
  "efficiency.unknown": { en: 'The project holds no efficiency model "{id}" any more.', zh: "项目中已没有该能效模型“{id}”。" },
  "value.unknown": { en: 'Nothing was typed yet for the model "{id}".', zh: "尚未为模型“{id}”填写数值。" },
  "quality.unknown": { en: "The samples of this import have not been judged yet.", zh: "尚未评估该次导入的数据质量。" },
  "report.unknown": { en: 'The project holds no report "{id}" any more.', zh: "项目中已没有该报告“{id}”。" },
  "job.unknown": { en: 'The project knows no work "{id}".', zh: "项目中没有该任务“{id}”。" },
  "jobs.unknown": { en: "This piece of work is not known any more.", zh: "此任务已不存在。" },
  "jobs.worker-died": {
    en: "The work stopped in the middle: {detail}. Nothing of it was kept; please try again.",
    zh: "任务中途停止：{detail}。未保留任何内容；请重试。",
  },
  "model.unreadable": {
    en: "The saved model cannot be read: its file is missing, damaged, or was written by another version. Train the model again.",
    zh: "无法读取已保存的模型：文件缺失、损坏，或由其他版本写入。请重新训练模型。",
  },
  "model.family-unknown": { en: "This program has no model family “{id}”.", zh: "本程序没有模型族“{id}”。" },
  "model.no-inputs": { en: "There is no input to expect the target from.", zh: "没有可用于预期目标的输入。" },
  "model.too-few-rows": {
    en: "Training has {rows} usable rows; it takes {needed} or more.",
    zh: "训练可用行数为 {rows}；至少需要 {needed} 行。",
  },
  "model.too-many-rows": {
    en: "Training has {rows} rows; it takes {most} at most. Choose longer steps.",
    zh: "训练有 {rows} 行；最多 {most} 行。请选择更长的步长。",
  },
  "health.not-trained": { en: "The model could not be trained on this data.", zh: "无法用这些数据训练模型。" },
  "efficiency.not-fitted": { en: "The baseline could not be fitted on this data.", zh: "无法用这些数据拟合基线。" },
  "contract.unknown": {
    en: 'The window asked something the engine does not know: "{area}.{method}".',
    zh: "窗口提出了引擎不认识的问题：“{area}.{method}”。",
  },
  "contract.input": {
    en: 'The window asked "{area}.{method}" with something unusable in "{where}".',
    zh: "窗口在“{area}.{method}”中给出了无法使用的“{where}”。",
  },
  "shell.stranger": { en: "A page that is not the program's own was refused.", zh: "已拒绝非本程序的页面。" },
} as const satisfies Sentences;
