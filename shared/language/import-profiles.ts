import type { Sentences } from "./sentence.ts";

/** Agreed settings under a name; codes of problems and findings among them. */
export const importProfiles = {
  "profile.damaged": {
    en: "The saved settings in {file} cannot be read and are left out; the file stays as it is.",
    zh: "{file} 中保存的设置无法读取，已忽略；文件保持原样。",
  },
  "profile.unknown": { en: 'There are no saved settings called "{name}".', zh: "没有名为“{name}”的已保存设置。" },
  "profile.name-taken": { en: 'Other saved settings are called "{name}" already.', zh: "已有其他设置名为“{name}”。" },
  "profile.unreadable": { en: "{file} holds no import settings.", zh: "{file} 中没有导入设置。" },

  "profile.title": { en: "Saved settings", zh: "已保存的设置" },
  "profile.hint": {
    en: "Proposed by themselves for the next log of the same columns.",
    zh: "遇到列相同的下一个日志时会自动推荐。",
  },
  "profile.save": { en: "Save these settings …", zh: "保存这些设置 …" },
  "profile.save.name": { en: "Name", zh: "名称" },
  "profile.save.asset": { en: "Also into which asset: {asset}", zh: "同时记住设备：{asset}" },
  "profile.save.do": { en: "Save", zh: "保存" },
  "profile.save.replaces": { en: "Takes the place of the settings saved under this name.", zh: "将替换以此名称保存的设置。" },
  "profile.saved": {
    en: "Saved as “{name}”. The next log of this shape will be offered them.",
    zh: "已保存为“{name}”。遇到同类日志时会推荐。",
  },
  "profile.looks-like": { en: "This looks like “{name}”.", zh: "这看起来像“{name}”。" },
  "profile.use": { en: "Use its settings", zh: "使用其设置" },
  "profile.used": { en: "Read by the settings of “{name}”.", zh: "已按“{name}”的设置读取。" },
  "profile.unused": { en: "Back to the guess", zh: "恢复自动识别" },
  "profile.columns": { en: "{count} {count:column|columns}", zh: "{count} 列" },
  "profile.rename": { en: "Rename", zh: "重命名" },
  "profile.rename.label": { en: "New name of {name}", zh: "{name} 的新名称" },
  "profile.delete": { en: "Delete", zh: "删除" },
  "profile.delete.label": { en: "Delete {name}", zh: "删除 {name}" },
  "profile.delete.question": {
    en: "Delete the settings “{name}”? What was imported by them stays.",
    zh: "删除设置“{name}”？用其导入的数据会保留。",
  },
  "profile.export": { en: "Export …", zh: "导出 …" },
  "profile.export.label": { en: "Export {name}", zh: "导出 {name}" },
  "profile.export.folder": { en: "Folder for the settings file", zh: "设置文件的存放文件夹" },
  "profile.exported": { en: "Written to {path}", zh: "已写入 {path}" },
  "profile.import": { en: "Take in a settings file …", zh: "载入设置文件 …" },
} as const satisfies Sentences;
