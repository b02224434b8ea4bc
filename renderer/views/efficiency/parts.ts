/** Parts of the screen that figures lead to, by the id of their element. */
export const parts = {
  curves: "efficiency-curves",
  frontier: "efficiency-frontier",
  split: "efficiency-split",
  value: "efficiency-value",
} as const;
