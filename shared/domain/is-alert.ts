import type { Episode } from "./health.ts";

/** Whether a person is told of an episode: not once it was called normal, nor while it is quiet because its like was. */
export const isAlert = ({ verdict, recall, recallDeclined }: Pick<Episode, "verdict" | "recall" | "recallDeclined">): boolean =>
  verdict ? verdict.verdict !== "normal" : !(recall?.quiet && !recallDeclined);
