import type { Sentences } from "./sentence.ts";

/** What episodes look like, what they resemble, and what verdicts changed. */
export const episodes = {
  // One episode, in words
  "episode.say.below": {
    en: "From {from}, for {length}, {tag} was on average {difference} below what {by} should give ({measured} instead of {expected}).",
    zh: "自 {from} 起的 {length} 内，{tag} 平均比按{by}应有的值低 {difference}（实测 {measured}，预期 {expected}）。",
  },
  "episode.say.above": {
    en: "From {from}, for {length}, {tag} was on average {difference} above what {by} should give ({measured} instead of {expected}).",
    zh: "自 {from} 起的 {length} 内，{tag} 平均比按{by}应有的值高 {difference}（实测 {measured}，预期 {expected}）。",
  },
  "episode.say.since-below": {
    en: "Since {from} {tag} is on average {difference} below what {by} should give ({measured} instead of {expected}). It had not ended when the log did.",
    zh: "自 {from} 起，{tag} 平均比按{by}应有的值低 {difference}（实测 {measured}，预期 {expected}）。日志结束时仍未恢复。",
  },
  "episode.say.since-above": {
    en: "Since {from} {tag} is on average {difference} above what {by} should give ({measured} instead of {expected}). It had not ended when the log did.",
    zh: "自 {from} 起，{tag} 平均比按{by}应有的值高 {difference}（实测 {measured}，预期 {expected}）。日志结束时仍未恢复。",
  },
  "episode.by.all": { en: "the other tags", zh: "其他位号" },
  "episode.by.one": { en: "{first}", zh: " {first} " },
  "episode.by.two": { en: "{first} and {second}", zh: " {first} 与 {second} " },
  "episode.say.pieces": { en: "It came and went: {count} stretches, told once.", zh: "时断时续：共 {count} 段，合并为一个异常时段。" },
  "episode.say.unseen": {
    en: "The machine ran as the reference period never did: {tags}.",
    zh: "机器运行在参考期从未出现过的条件下：{tags}。",
  },
  "episode.say.unseen-item": { en: "{tag} at {measured} (learned: {from} to {to})", zh: "{tag} 为 {measured}（所学范围：{from} 至 {to}）" },

  // What it resembles
  "recall.fault": {
    en: "Looks like “{cause}”: the episode of {from} that you called a fault on {judged}. Similarity {similarity}.",
    zh: "像“{cause}”：与 {from} 的异常时段相似，您于 {judged} 判断其为故障。相似度 {similarity}。",
  },
  "recall.fault.plain": {
    en: "Looks like the episode of {from} that you called a fault on {judged}. Similarity {similarity}.",
    zh: "与 {from} 的异常时段相似，您于 {judged} 判断其为故障。相似度 {similarity}。",
  },
  "recall.sensor": {
    en: "Sensor {cause} again: like the episode of {from}, judged on {judged}. Similarity {similarity}.",
    zh: "传感器 {cause} 再次出现问题：与 {from} 的异常时段相似，判断于 {judged}。相似度 {similarity}。",
  },
  "recall.sensor.plain": {
    en: "A sensor again: like the episode of {from}, judged on {judged}. Similarity {similarity}.",
    zh: "传感器再次出现问题：与 {from} 的异常时段相似，判断于 {judged}。相似度 {similarity}。",
  },
  "recall.maintenance": {
    en: "Looks like work on the machine (“{cause}”): like the episode of {from}, judged on {judged}. Similarity {similarity}.",
    zh: "像是维护作业（“{cause}”）：与 {from} 的异常时段相似，判断于 {judged}。相似度 {similarity}。",
  },
  "recall.maintenance.plain": {
    en: "Looks like work on the machine: like the episode of {from}, judged on {judged}. Similarity {similarity}.",
    zh: "像是维护作业：与 {from} 的异常时段相似，判断于 {judged}。相似度 {similarity}。",
  },
  "recall.normal": {
    en: "Quiet: like the episode of {from} that you called normal (“{cause}”) on {judged}. Similarity {similarity}.",
    zh: "已静默：与 {from} 的异常时段相似，您于 {judged} 判断其为正常（“{cause}”）。相似度 {similarity}。",
  },
  "recall.normal.plain": {
    en: "Quiet: like the episode of {from} that you called normal on {judged}. Similarity {similarity}.",
    zh: "已静默：与 {from} 的异常时段相似，您于 {judged} 判断其为正常。相似度 {similarity}。",
  },
  "recall.stronger": {
    en: "Like the episode of {from} that you called normal on {judged}, but clearly stronger: it stays an alert. Similarity {similarity}.",
    zh: "与 {from} 的异常时段相似，您于 {judged} 判断其为正常，但本次明显更强，仍作报警。相似度 {similarity}。",
  },
  "recall.longer": {
    en: "Like the episode of {from} that you called normal on {judged}, but more than three times as long: it stays an alert. Similarity {similarity}.",
    zh: "与 {from} 的异常时段相似，您于 {judged} 判断其为正常，但本次时长超过其三倍，仍作报警。相似度 {similarity}。",
  },
  "recall.disputed": {
    en: "Like the episode of {from} that you called normal on {judged}, but also like one that was not: it stays an alert. Similarity {similarity}.",
    zh: "与 {from} 的异常时段相似，您于 {judged} 判断其为正常，但也与非正常的时段相似，仍作报警。相似度 {similarity}。",
  },
  "recall.decline": { en: "Not the same: alert", zh: "并不相同：作报警" },
  "recall.decline.name": { en: "Not the same", zh: "并不相同" },
  "recall.declined": { en: "You said that it is not the same as what it was taken for.", zh: "您已表示它与所认定的情况并不相同。" },
  "recall.accept": { en: "Compare again", zh: "重新比较" },
  "recall.badge.quiet": { en: "quiet", zh: "静默" },
  "recall.badge.like": { en: "{cause}?", zh: "{cause}？" },
  "recall.badge.fault": { en: "known fault?", zh: "已知故障？" },
  "recall.badge.sensor": { en: "sensor again?", zh: "传感器？" },
  "recall.badge.maintenance": { en: "maintenance?", zh: "维护？" },

  // What verdicts changed
  "change.title.trained": { en: "In this training your verdicts changed what you are told:", zh: "本次训练中，您的判断改变了提示内容：" },
  "change.title.scored": {
    en: "In the latest scoring your verdicts changed what you are told:",
    zh: "最近一次评分中，您的判断改变了提示内容：",
  },
  "change.title.limit": { en: "Under this limit your verdicts change what you are told:", zh: "在此限值下，您的判断改变了提示内容：" },
  "change.title.verdicts": { en: "Your verdicts changed what you are told:", zh: "您的判断改变了提示内容：" },
  "change.alerts": { en: "{alerts} {alerts:alert|alerts} instead of {without}.", zh: "报警 {alerts} 条，而非 {without} 条。" },
  "change.quiet": {
    en: "{count} {count:episode is|episodes are} quiet, because you called the one of {from} normal.",
    zh: "{count} 个异常时段已静默，因为您判断 {from} 的时段为正常。",
  },
  "change.quiet.cause": {
    en: "{count} {count:episode is|episodes are} quiet, because you called the one of {from} normal (“{cause}”).",
    zh: "{count} 个异常时段已静默，因为您判断 {from} 的时段为正常（“{cause}”）。",
  },
  "change.loud": {
    en: "{count} {count:resembles|resemble} the one of {from} that you called normal and {count:is|are} told all the same: clearly stronger, longer, or also like one that was not.",
    zh: "{count} 个与 {from} 被判断为正常的时段相似，但仍予提示：明显更强、更长，或也与非正常的时段相似。",
  },
  "change.named": {
    en: "{count} {count:is|are} named “{cause}”, after the episode of {from}.",
    zh: "{count} 个以 {from} 的异常时段命名为“{cause}”。",
  },
  "change.named.plain": {
    en: "{count} {count:looks|look} like the episode of {from} that you judged.",
    zh: "{count} 个与您判断过的 {from} 的异常时段相似。",
  },
  "change.pending": {
    en: "{count} {count:verdict|verdicts} since the latest run {count:is|are} not used yet.",
    zh: "最近一次运行之后的 {count} 条判断尚未使用。",
  },
  "change.apply": { en: "Use them now", zh: "立即使用" },
  "change.none": { en: "None of the other episodes looks like one that you judged.", zh: "其他异常时段均与您判断过的不相似。" },

  // The most similar episodes
  "similar.title": { en: "Most similar episodes", zh: "最相似的异常时段" },
  "similar.help": {
    en: "By which tags were off, which way and in what proportion, whatever the model. 1 is the same shape at any strength; from {alike} on two count as alike on this reference.",
    zh: "按哪些位号偏离、方向及比例比较，与模型无关。1 表示形状相同（强度可不同）；在此参考期上，达到 {alike} 即视为相似。",
  },
  "similar.none": { en: "No other episode of this asset looks like it.", zh: "该设备没有其他相似的异常时段。" },
  "similar.unknown": {
    en: "There is nothing to compare by: no tag was off by itself, or the reference period is too short.",
    zh: "无可比较：没有位号单独偏离，或参考期过短。",
  },
  "similar.alike": { en: "alike", zh: "相似" },
  "similar.near": { en: "related", zh: "相近" },
  "similar.gone": { en: "its model is gone", zh: "其模型已删除" },
  "similar.at": { en: "similarity {similarity}", zh: "相似度 {similarity}" },
  "similar.open": { en: "Show the episode of {from}", zh: "显示 {from} 的异常时段" },

  // Verdicts
  "verdict.cause": { en: "What it was", zh: "原因" },
  "verdict.cause.fault": {
    en: "Name it, e.g. “seal wear”: it is named so when it returns",
    zh: "命名，如“密封磨损”：再次出现时将以此命名",
  },
  "verdict.cause.normal": { en: "What it was, e.g. “rinsing”", zh: "是什么，如“冲洗”" },
  "verdict.cause.sensor": { en: "Which sensor, e.g. “TI-12”", zh: "哪个传感器，如“TI-12”" },
  "verdict.cause.maintenance": { en: "What work, e.g. “calibration”", zh: "什么作业，如“校准”" },
  "verdict.cause.open": { en: "What it was, in a few words", zh: "用几个字说明是什么" },
  "verdict.action": { en: "What was done", zh: "采取的措施" },
  "verdict.learned.normal": { en: "From the next run on its like is quiet.", zh: "自下次运行起，相似的时段将静默。" },
  "verdict.learned.fault": { en: "From the next run on its like is named after it.", zh: "自下次运行起，相似的时段将以此命名。" },

  "expected.band": { en: "expected, given the other tags", zh: "按其他位号的预期" },
  "expected.help": {
    en: "Shaded band: where the tag should be, given the tags that were not off; three in a thousand values of the reference period lie outside.",
    zh: "阴影带：按未偏离的位号，该位号应处的范围；参考期内仅千分之三的值落在其外。",
  },
} as const satisfies Sentences;
