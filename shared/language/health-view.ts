import type { Sentences } from "./sentence.ts";

/** The words of the health screen. */
export const healthView = {
  "health.lead": {
    en: "Learn what normal looks like from a good period, then see where the machine leaves it.",
    zh: "从一段良好的运行期学习什么是正常，再看机器在哪里偏离了正常。",
  },
  "health.no-tags.title": { en: "This asset has no measured values yet", zh: "该设备还没有测量值" },
  "health.no-tags.way": {
    en: "Import a log of the machine first; health models are learned from it.",
    zh: "请先导入机器的日志；健康模型要从日志中学习。",
  },

  // Training
  "health.train.title": { en: "Train a health model", zh: "训练健康模型" },
  "health.train.first": {
    en: "There is no health model for {asset} yet. Everything below is filled in with a proposal: check it and train.",
    zh: "{asset} 还没有健康模型。下面已填好建议：核对后即可训练。",
  },
  "health.train.new": { en: "New model", zh: "新建模型" },
  "health.train.back": { en: "Back to the models", zh: "返回模型" },
  "health.train.start": { en: "Train", zh: "开始训练" },
  "health.train.start-many": { en: "Train {count} models", zh: "训练 {count} 个模型" },
  "health.train.running": { en: "Training. You can leave this screen; the work goes on.", zh: "正在训练。您可以离开此页面，训练会继续。" },
  "health.train.failed": { en: "The training did not finish. Nothing of it was kept.", zh: "训练未完成，未保留任何结果。" },
  "health.train.cancelled": { en: "Training was cancelled; nothing of it was kept.", zh: "训练已取消，未保留任何结果。" },
  "health.train.interrupted": {
    en: "The training was interrupted because the engine stopped; nothing of it was kept. Please start it again.",
    zh: "计算引擎停止，训练被中断，未保留任何结果。请重新开始。",
  },
  "health.train.missing.tags": { en: "Choose at least one tag.", zh: "请至少选择一个位号。" },
  "health.train.missing.reference": { en: "Choose a reference period.", zh: "请选择参考期。" },
  "health.train.missing.families": { en: "Choose at least one kind of model.", zh: "请至少选择一种模型。" },

  "health.tags.title": { en: "Tags", zh: "位号" },
  "health.tags.help": {
    en: "What the model looks at. Leave out tags that are results of a person's choice or that say nothing about the machine.",
    zh: "模型要看的位号。请去掉由人设定的、或与机器状态无关的位号。",
  },
  "health.tags.chosen": { en: "{count} of {total} chosen", zh: "已选 {count} / {total}" },
  "health.tags.all": { en: "All", zh: "全选" },
  "health.tags.none": { en: "None", zh: "全不选" },
  "health.tags.filter": { en: "Find a tag", zh: "查找位号" },
  "health.tags.range": { en: "{min} to {max}", zh: "{min} 至 {max}" },
  "health.tags.empty": { en: "holds no number", zh: "没有数值" },
  "health.tags.constant": { en: "always {value}: a model learns nothing from it", zh: "恒为 {value}：模型无法从中学到任何东西" },
  "health.tags.sparse": {
    en: "has only {percent} of the values of the fullest tag: rows without it are not scored",
    zh: "数值量只有最完整位号的 {percent}：缺值的行不评分",
  },
  "health.tags.label": {
    en: "looks like a label that a person or program added, not a measurement",
    zh: "看起来是人或程序添加的标签，而不是测量值",
  },

  "health.reference.title": { en: "Reference period", zh: "参考期" },
  "health.reference.help": {
    en: "When the machine ran as it should. The model calls everything unlike it abnormal, so a fault inside it would be learned as normal.",
    zh: "机器正常运行的时期。与之不同的一切都会被判为异常，因此其中若含有故障，会被当作正常来学习。",
  },
  "health.reference.proposed": { en: "Proposed", zh: "建议" },
  "health.reference.why": { en: "Why this period", zh: "为何建议该时期" },
  "health.reference.use-proposal": { en: "Use the proposal", zh: "采用建议" },
  "health.reference.proposing": { en: "Looking for a good period…", zh: "正在寻找合适的时期……" },
  "health.reference.length": { en: "{length} in all", zh: "共 {length}" },

  "health.families.title": { en: "Kinds of model", zh: "模型类型" },
  "health.families.help": {
    en: "Each kind sees other things. Train several on the same period and compare them.",
    zh: "每种模型看到的东西不同。可在同一时期训练几种并加以比较。",
  },
  "health.families.settings": { en: "Settings", zh: "参数" },
  "health.families.defaults": { en: "defaults", zh: "默认值" },
  "health.families.changed": { en: "{count} changed", zh: "已改 {count} 项" },
  "health.families.reset": { en: "Back to the defaults", zh: "恢复默认值" },
  "health.families.none": { en: "This program has no anomaly model.", zh: "本程序没有异常检测模型。" },

  "health.budget.title": { en: "Alert budget", zh: "报警预算" },
  "health.budget.help": {
    en: "How many alerts in a week are you ready to look at? The limit is set so that normal operation costs no more.",
    zh: "您每周愿意查看多少条报警？限值会据此确定，使正常运行时的报警不超过该数。",
  },
  "health.budget.value": { en: "at most {count} alerts per week", zh: "每周最多 {count} 条报警" },
  "health.budget.value-one": { en: "at most 1 alert per week", zh: "每周最多 1 条报警" },
  "health.budget.field": { en: "Alerts per week", zh: "每周报警数" },
  "health.budget.mark.month": { en: "1 a month", zh: "每月1" },
  "health.budget.mark.week": { en: "1 a week", zh: "每周1" },
  "health.budget.mark.day": { en: "1 a day", zh: "每天1" },
  "health.budget.expected": {
    en: "expected on normal operation: {count} per week",
    zh: "正常运行时预计每周 {count} 条",
  },
  "health.budget.over": {
    en: "The reference period is too short to prove your budget of {budget}: expect up to {count} alerts per week on normal operation.",
    zh: "参考期太短，无法证明能满足每周 {budget} 条的预算：正常运行时每周可能多达 {count} 条报警。",
  },

  // Fault drills
  "health.settings.title": { en: "Settings tried by fault drills", zh: "由故障演练试过的设置" },
  "health.settings.caught": { en: "Caught", zh: "发现的故障" },
  "health.settings.drift": { en: "Drift after", zh: "漂移报出用时" },
  "health.settings.taken": { en: "in use", zh: "采用" },
  "health.settings.help": {
    en: "The same planted faults for every setting, at the alert budget of the training. Another setting is taken only where it catches clearly more, or as many clearly sooner, than chance would give; the delay is the median of the drifts caught.",
    zh: "每组设置用同样的植入故障、按训练时的告警预算检验。只有明显超出偶然的设置才会采用；用时为所发现漂移的中位数。",
  },
  "health.drills.title": { en: "Fault drills", zh: "故障演练" },
  "health.drills.lead": {
    en: "{share} of {count} planted faults caught at this budget",
    zh: "在此预算下发现了 {count} 个植入故障中的 {share}",
  },
  "health.drills.help": {
    en: "Faults of several sizes were planted into good rows of the reference period that the model had not seen. More alerts allowed catch more of them: drag the point, or use the arrow keys, to choose. The table tells how many were caught, and the median time to the alert.",
    zh: "向模型未见过的参考期正常数据中植入了多种大小的故障。允许的报警越多，发现的故障越多：可拖动圆点或用方向键选择。表中为发现的比例和到报警的时间中位数。",
  },
  "health.drills.show": { en: "Show", zh: "展开" },
  "health.drills.hide": { en: "Hide", zh: "收起" },
  "health.drills.curve": { en: "Alert budget against faults caught", zh: "报警预算与发现的故障" },
  "health.drills.curve.value": {
    en: "at most {count} per week: {share} of the planted faults caught",
    zh: "每周最多 {count} 条：发现 {share} 的植入故障",
  },
  "health.drills.curve.axis": { en: "alerts per week, at most", zh: "每周最多报警数" },
  "health.drills.table": { en: "Planted faults caught, by kind of model", zh: "各类模型发现的植入故障" },
  "health.drills.fault": { en: "Planted fault", zh: "植入的故障" },
  "health.drills.all": { en: "All", zh: "合计" },
  "health.drills.false": { en: "False alerts", zh: "误报" },
  "health.drills.false.help": {
    en: "Counted on the reference period, by models that had not seen it.",
    zh: "在参考期上计数，由未见过该数据的模型评分。",
  },
  "health.drills.per-week": { en: "{count} per week", zh: "每周 {count} 次" },
  "health.drills.fault.drift": { en: "Drift", zh: "漂移" },
  "health.drills.fault.drift.help": {
    en: "One tag leaves evenly, up to one, two or four of its standard deviations.",
    zh: "一个位号均匀偏离，直至其标准差的一、二或四倍。",
  },
  "health.drills.fault.step": { en: "Step", zh: "阶跃" },
  "health.drills.fault.step.help": {
    en: "One tag jumps by one, two or four of its standard deviations and stays there.",
    zh: "一个位号突变其标准差的一、二或四倍并保持。",
  },
  "health.drills.fault.stuck": { en: "Stuck value", zh: "数值卡死" },
  "health.drills.fault.stuck.help": { en: "One tag repeats its last value.", zh: "一个位号一直重复其最后的值。" },
  "health.drills.fault.noise": { en: "Noise", zh: "噪声" },
  "health.drills.fault.noise.help": {
    en: "One tag grows noisy, by one, two or four of its standard deviations.",
    zh: "一个位号出现噪声，幅度为其标准差的一、二或四倍。",
  },
  "health.drills.fault.lost-correlation": { en: "Lost relation", zh: "失去关联" },
  "health.drills.fault.lost-correlation.help": {
    en: "One tag shows what it showed at another time: each value is usual, but does not go with the others.",
    zh: "一个位号显示其他时间的值：每个值本身正常，但与其他位号不相符。",
  },
  "health.drills.fault.degradation": { en: "Slow degradation", zh: "缓慢劣化" },
  "health.drills.fault.degradation.help": {
    en: "Two tags leave together, slowly at first and then faster, one by one, two or four standard deviations, the other by half of that.",
    zh: "两个位号先慢后快地一起偏离，其一偏离标准差的一、二或四倍，另一为其一半。",
  },

  // Models
  "health.models.title": { en: "Models", zh: "模型" },
  "health.model.select": { en: "Show the model {name}", zh: "显示模型 {name}" },
  "health.model.about": { en: "About this model", zh: "关于该模型" },
  "health.model.tags": { en: "Tags", zh: "位号" },
  "health.model.reference": { en: "Learned from", zh: "学习时期" },
  "health.model.rows": { en: "{count} rows", zh: "{count} 行" },
  "health.model.limit": { en: "Limit", zh: "限值" },
  "health.model.limit.value": { en: "score {value}", zh: "评分 {value}" },
  "health.model.limit.cost": { en: "expected cost on normal operation: {count} per week", zh: "正常运行时预计每周 {count} 条报警" },
  "health.model.limit.delays": {
    en: "An episode starts after {on} above the limit and ends after {off} below it.",
    zh: "超过限值达 {on} 时开始一个异常时段，低于限值达 {off} 时结束。",
  },
  "health.model.limit.no-delays": {
    en: "An episode starts with the first row above the limit.",
    zh: "第一行超过限值时即开始一个异常时段。",
  },
  "health.limit.method.replay": { en: "counted on the reference period", zh: "在参考期上数出" },
  "health.limit.method.tail": { en: "beyond what the reference shows, by its extreme-value tail", zh: "超出参考期所见，由其极值尾部推得" },
  "health.limit.method.bounded": {
    en: "the reference is too short to carry the tail that far, so the limit stops earlier",
    zh: "参考期太短，尾部推不到那么远，限值因此提前止步",
  },
  "health.model.created": { en: "Made", zh: "创建于" },
  "health.model.trained": { en: "in {length}", zh: "用时 {length}" },
  "health.model.params": { en: "Settings", zh: "参数" },
  "health.model.facts": { en: "Facts of the fit", zh: "拟合信息" },
  "health.model.statistics": { en: "On the reference period, held out", zh: "在参考期上（留出验证）" },
  "health.model.statistics.help": {
    en: "Each value was scored by a model that had not seen it, so these say how the score behaves on new normal operation.",
    zh: "每个值都由未见过它的模型评分，因此反映了新的正常运行中评分的表现。",
  },
  "health.model.statistic": { en: "Statistic", zh: "统计量" },
  "health.model.median": { en: "median", zh: "中位数" },
  "health.model.q95": { en: "95 % below", zh: "95 % 低于" },
  "health.model.q99": { en: "99 % below", zh: "99 % 低于" },
  "health.model.max": { en: "highest", zh: "最高" },
  "health.statistic.score": { en: "Score", zh: "评分" },
  "health.model.features": { en: "What was made of the samples", zh: "样本的处理" },
  "health.features.interval": { en: "One row every {length}.", zh: "每 {length} 一行。" },
  "health.features.gap": { en: "More than {length} without a row counts as a gap.", zh: "超过 {length} 没有数据即视为缺口。" },
  "health.features.smoothing": {
    en: "Each value is the mean of the {length} up to it.",
    zh: "每个值为其之前 {length} 的平均值。",
  },
  "health.features.no-smoothing": { en: "Nothing was smoothed.", zh: "未作平滑。" },
  "health.features.operating": {
    en: "The machine counts as off, and is not scored, where these say so: {tags}.",
    zh: "以下位号表明停机时不评分：{tags}。",
  },
  "health.features.settling": {
    en: "The {length} after a start and before a stop are left out.",
    zh: "启动后和停机前各 {length} 不计入。",
  },
  "health.features.left-out": { en: "Left out: {tags}.", zh: "未使用：{tags}。" },
  "health.model.parents": { en: "Learned from {count} import(s)", zh: "来自 {count} 次导入" },
  "health.model.id": { en: "Model id", zh: "模型编号" },
  "health.model.score": { en: "Score new data", zh: "对新数据评分" },
  "health.model.score.help": {
    en: "{count} import(s) came after this model was trained. They are scored under the limit it has; verdicts stay.",
    zh: "该模型训练之后又有 {count} 次导入。将按现有限值评分，判断会保留。",
  },
  "health.model.remove": { en: "Remove model", zh: "删除模型" },
  "health.model.remove.title": { en: "Remove this model?", zh: "删除该模型？" },
  "health.model.remove.text": {
    en: "{name} is removed with its scores, {episodes} episodes and {verdicts} verdicts. The imported data stay. Reports that were already composed keep what they show.",
    zh: "将删除 {name} 及其评分、{episodes} 个异常时段和 {verdicts} 条判断。已导入的数据会保留，已生成的报告保持原样。",
  },

  // Score
  "health.score.title": { en: "Score over time", zh: "评分时间线" },
  "health.score.help": {
    en: "0 is as in the reference period, 1 as unlike it as can be. An episode is where the score stays above the limit.",
    zh: "0 表示与参考期一致，1 表示极不相同。评分持续高于限值的时段即为异常时段。",
  },
  "health.score.axis": { en: "score", zh: "评分" },
  "health.score.limit": { en: "limit {value}", zh: "限值 {value}" },
  "health.score.legend.reference": { en: "reference period", zh: "参考期" },
  "health.score.legend.soft": { en: "quiet, sensor, maintenance, unclear", zh: "静默、传感器、维护、不明" },
  "health.score.whole": { en: "Whole log", zh: "全部日志" },
  "health.score.to-episode": { en: "Zoom to episode", zh: "放大到该时段" },

  // Episodes
  "health.episodes.title": { en: "Episodes", zh: "异常时段" },
  "health.episodes.count": { en: "{count} {count:episode|episodes}, {judged} judged", zh: "{count} 个异常时段，已判断 {judged} 个" },
  "health.episodes.count-quiet": {
    en: "{count} {count:episode|episodes}, {judged} judged, {quiet} quiet",
    zh: "{count} 个异常时段，已判断 {judged} 个，静默 {quiet} 个",
  },
  "health.episodes.none.title": { en: "No episode", zh: "没有异常时段" },
  "health.episodes.none.way": {
    en: "The score never stayed above the limit. A larger alert budget lowers the limit and shows weaker signs.",
    zh: "评分从未持续高于限值。提高报警预算会降低限值，从而显示更弱的迹象。",
  },
  "health.episodes.choose": { en: "Choose an episode to see what it is made of.", zh: "选择一个异常时段查看其构成。" },
  "health.episodes.col.start": { en: "Start", zh: "开始" },
  "health.episodes.col.length": { en: "Length", zh: "时长" },
  "health.episodes.col.peak": { en: "Peak", zh: "峰值" },
  "health.episodes.col.tags": { en: "Mostly", zh: "主要位号" },
  "health.episodes.col.verdict": { en: "Verdict", zh: "判断" },
  "health.episodes.keys": {
    en: "Keys: ↑ ↓ or j k move · f fault · n normal · s sensor · w maintenance · u unclear · c name · m note · x not the same · z undo",
    zh: "按键：↑ ↓ 或 j k 移动 · f 故障 · n 正常 · s 传感器 · w 维护 · u 不明 · c 命名 · m 备注 · x 并不相同 · z 撤销",
  },
  "health.episodes.position": { en: "Episode {index} of {count}", zh: "第 {index} / {count} 个" },
  "health.episodes.filter.all": { en: "All", zh: "全部" },
  "health.episodes.filter.open": { en: "Not judged", zh: "未判断" },
  "health.episodes.filter.fault": { en: "Faults", zh: "故障" },
  "health.episodes.filtered": { en: "No episode of this kind.", zh: "没有此类异常时段。" },

  "health.verdict.fault": { en: "fault", zh: "故障" },
  "health.verdict.normal": { en: "normal", zh: "正常" },
  "health.verdict.sensor": { en: "sensor", zh: "传感器" },
  "health.verdict.maintenance": { en: "maintenance", zh: "维护" },
  "health.verdict.unclear": { en: "unclear", zh: "不明" },
  "health.verdict.open": { en: "not judged", zh: "未判断" },
  "health.verdict.ask": { en: "What was it?", zh: "这是什么情况？" },
  "health.verdict.note": { en: "Note", zh: "备注" },
  "health.verdict.note.hint": { en: "What was found, what was done", zh: "发现了什么，做了什么" },
  "health.verdict.note.before": { en: "A note, kept with the verdict you give", zh: "备注，随判断一并保存" },
  "health.verdict.note.save": { en: "Keep the note", zh: "保存备注" },
  "health.verdict.at": { en: "judged {time}", zh: "判断于 {time}" },
  "health.verdict.undo": { en: "Undo", zh: "撤销" },
  "health.verdict.take-back": { en: "Take back", zh: "收回判断" },

  // One episode, in words
  "health.say.below": {
    en: "From {from}, for {length}, {tag} was on average {difference} below what this model expects ({measured} instead of {expected}).",
    zh: "自 {from} 起的 {length} 内，{tag} 平均比模型预期低 {difference}（实测 {measured}，预期 {expected}）。",
  },
  "health.say.above": {
    en: "From {from}, for {length}, {tag} was on average {difference} above what this model expects ({measured} instead of {expected}).",
    zh: "自 {from} 起的 {length} 内，{tag} 平均比模型预期高 {difference}（实测 {measured}，预期 {expected}）。",
  },
  "health.say.since-below": {
    en: "Since {from} {tag} is on average {difference} below what this model expects ({measured} instead of {expected}). It had not ended when the log did.",
    zh: "自 {from} 起，{tag} 平均比模型预期低 {difference}（实测 {measured}，预期 {expected}）。日志结束时仍未恢复。",
  },
  "health.say.since-above": {
    en: "Since {from} {tag} is on average {difference} above what this model expects ({measured} instead of {expected}). It had not ended when the log did.",
    zh: "自 {from} 起，{tag} 平均比模型预期高 {difference}（实测 {measured}，预期 {expected}）。日志结束时仍未恢复。",
  },
  "health.say.share": {
    en: "From {from}, for {length}, the tags did not fit together as in the reference period, mostly because of {tag}.",
    zh: "自 {from} 起的 {length} 内，各位号之间的关系与参考期不符，主要原因是 {tag}。",
  },
  "health.say.since-share": {
    en: "Since {from} the tags do not fit together as in the reference period, mostly because of {tag}. It had not ended when the log did.",
    zh: "自 {from} 起，各位号之间的关系与参考期不符，主要原因是 {tag}。日志结束时仍未恢复。",
  },
  "health.say.also": {
    en: "Also: {tags}.",
    zh: "另外还有：{tags}。",
  },
  "health.say.also-item": { en: "{tag} {difference}", zh: "{tag} {difference}" },
  "health.say.alert": {
    en: "Somebody watching would have been told at {time}, {delay} after it began.",
    zh: "值守人员会在 {time} 收到提示，即开始后 {delay}。",
  },
  "health.say.alert-at-once": { en: "Somebody watching would have been told at once.", zh: "值守人员会立即收到提示。" },
  "health.say.peak": { en: "It was strongest at {time}: score {score}, limit {limit}.", zh: "{time} 最强：评分 {score}，限值 {limit}。" },

  "health.detail.contributions": { en: "What it is made of", zh: "构成" },
  "health.detail.contributions.help": {
    en: "How much each tag has to do with the score, averaged over the episode.",
    zh: "各位号对评分的贡献，按该时段平均。",
  },
  "health.detail.tag": { en: "Tag", zh: "位号" },
  "health.detail.share": { en: "Share", zh: "占比" },
  "health.detail.measured": { en: "Measured", zh: "实测" },
  "health.detail.expected": { en: "Expected", zh: "预期" },
  "health.detail.difference": { en: "Difference", zh: "差值" },
  "health.detail.no-expectation": {
    en: "This kind of model says which tags are unusual, not what value they should have had.",
    zh: "此类模型只指出哪些位号异常，不给出其应有的值。",
  },
  "health.detail.deviation": { en: "Off by", zh: "偏离" },
  "health.detail.deviation.help": {
    en: "How far the tag was from what the others tell of it, in robust standard deviations of the reference period. A dash: it was not off by itself.",
    zh: "该位号与其他位号所示之值的差距，以参考期的稳健标准差计。短横表示它本身并未偏离。",
  },
  "health.detail.rest": { en: "{count} more tags", zh: "其余 {count} 个位号" },
  "health.detail.explore": { en: "Look closer in Explore", zh: "在浏览中细看" },
  "health.detail.trend": { en: "The tags around the episode", zh: "异常时段前后的位号" },
  "health.detail.trend.help": {
    en: "Shaded: the episode. Dashed: the mean the model expected over it.",
    zh: "阴影为异常时段，虚线为模型在该时段的平均预期值。",
  },
} as const satisfies Sentences;
