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
  "family.fact.components": { en: "Components kept", zh: "保留的主成分数" },
  "family.fact.explained": { en: "Variation they hold", zh: "其解释的变化占比" },
  "family.fact.trees": { en: "Trees", zh: "树的数量" },
  "family.fact.sample": { en: "Rows per tree", zh: "每棵树的行数" },
  "family.statistic.T2": { en: "T² (how far along known directions)", zh: "T²（沿已知方向的偏离）" },
  "family.statistic.SPE": { en: "SPE (how far off the known directions)", zh: "SPE（偏离已知方向的程度）" },
} as const satisfies Sentences;
