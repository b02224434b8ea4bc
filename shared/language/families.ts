import type { Sentences } from "./sentence.ts";

/** Model families by name, what each is good for, and the fields of their forms. */
export const families = {
  "family.pca": { en: "PCA (T² and SPE)", zh: "主成分分析（T² 与 SPE）" },
  "family.pca.help": {
    en: "Learns how the tags move together. Sees a sensor that drifts away from the others and a machine that leaves its usual relations, and says what value each tag should have had.",
    zh: "学习各位号如何一起变化。能发现偏离其他位号的传感器和偏离惯常关系的机器，并给出每个位号应有的值。",
  },
  "family.pca.variance": { en: "Share of the variation to keep", zh: "保留的变化占比" },
  "family.pca.variance.help": {
    en: "More keeps more kinds of movement as normal: fewer alerts on unusual operation, later sight of weak faults.",
    zh: "越大则视为正常的变化方式越多：异常工况的报警更少，但较弱的故障发现得更晚。",
  },
  "family.isolation-forest": { en: "Isolation forest", zh: "孤立森林" },
  "family.isolation-forest.help": {
    en: "Finds rows that few random cuts set apart from the rest. Sees combinations that never occurred, whatever their shape; says which tags are unusual, not what they should have been.",
    zh: "找出只需少量随机切分就能与其余数据分开的行。能发现从未出现过的组合；只指出哪些位号异常，不给出其应有的值。",
  },
  "family.isolation-forest.trees": { en: "Trees", zh: "树的数量" },
  "family.isolation-forest.trees.help": {
    en: "More trees make the score steadier and the training longer.",
    zh: "树越多，评分越稳定，训练时间越长。",
  },
  "family.isolation-forest.sample": { en: "Rows per tree", zh: "每棵树的行数" },
  "family.isolation-forest.sample.help": {
    en: "Each tree is grown on so many rows of the reference period, chosen by chance.",
    zh: "每棵树在参考期中随机抽取这么多行来生长。",
  },
  "family.linear": { en: "Smooth curves", zh: "平滑曲线" },
  "family.linear.help": {
    en: "A sum of smooth curves of the relevant variables and of products of two of them. Needs little data, and goes on straight beyond what the baseline has seen.",
    zh: "相关变量的平滑曲线及其两两乘积之和。所需数据少，超出基线期所见范围后按直线延伸。",
  },
  "family.linear.shape": { en: "Shape", zh: "形状" },
  "family.linear.shape.straight": { en: "straight lines only", zh: "仅直线" },
  "family.linear.shape.curved": { en: "curves and products", zh: "曲线与乘积" },
  "family.boosted-trees": { en: "Boosted trees", zh: "提升树" },
  "family.boosted-trees.help": {
    en: "Smooth curves first, then many small decision trees, each mending what those before left over. Follows sharp bends and thresholds; needs more data than curves alone.",
    zh: "先拟合平滑曲线，再用许多小决策树逐棵修正留下的误差。能跟随急剧转折和阈值；所需数据比单用曲线多。",
  },
  "family.boosted-trees.start": { en: "What the trees correct", zh: "决策树的修正对象" },
  "family.boosted-trees.start.curves": { en: "smooth curves", zh: "平滑曲线" },
  "family.boosted-trees.start.mean": { en: "the mean", zh: "平均值" },
  "family.boosted-trees.rounds": { en: "Trees", zh: "树的数量" },
  "family.boosted-trees.learningRate": { en: "Learning rate", zh: "学习率" },
  "family.boosted-trees.leaves": { en: "Leaves of a tree", zh: "每棵树的叶子数" },
  "family.boosted-trees.leafRows": { en: "Fewest rows in a leaf", zh: "叶子最少行数" },
  "family.boosted-trees.shrinkage": { en: "Shrinkage", zh: "收缩" },
  "family.boosted-trees.rowShare": { en: "Share of rows per tree", zh: "每棵树使用的行占比" },
  "family.fact.components": { en: "Components kept", zh: "保留的主成分数" },
  "family.fact.explained": { en: "Variation they hold", zh: "其解释的变化占比" },
  "family.fact.trees": { en: "Trees", zh: "树的数量" },
  "family.fact.sample": { en: "Rows per tree", zh: "每棵树的行数" },
  "family.fact.t2Scale": { en: "T² that 99 % of the reference stays below", zh: "99 % 参考期数据所低于的 T²" },
  "family.fact.speScale": { en: "SPE that 99 % of the reference stays below", zh: "99 % 参考期数据所低于的 SPE" },
  "family.statistic.T2": { en: "T² (how far along known directions)", zh: "T²（沿已知方向的偏离）" },
  "family.statistic.SPE": { en: "SPE (how far off the known directions)", zh: "SPE（偏离已知方向的程度）" },

  // What a job does at the moment
  "job.note.reading": { en: "reading the samples", zh: "读取样本" },
  "job.note.preparing": { en: "preparing", zh: "准备数据" },
  "job.note.covariance": { en: "how the tags move together", zh: "计算位号间关系" },
  "job.note.components": { en: "directions of movement", zh: "计算主成分" },
  "job.note.scales": { en: "what is usual", zh: "计算常见范围" },
  "job.note.trees": { en: "growing trees", zh: "生成决策树" },
  "job.note.held-out": { en: "scoring reference rows it has not seen", zh: "对未见过的参考行评分" },
  "job.note.score": { en: "scoring the log", zh: "对日志评分" },
  "job.note.limit": { en: "finding the limit", zh: "确定限值" },
  "job.note.episodes": { en: "finding episodes", zh: "查找异常时段" },
} as const satisfies Sentences;
