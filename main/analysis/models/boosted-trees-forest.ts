/** Trees behind each other, their nodes in flat arrays; the expected value is `start` plus one leaf of every tree. */
export interface Forest {
  readonly start: number;
  /** [features] limits of every input's bins. */
  readonly limits: readonly Float64Array[];
  /** [trees + 1] first node of every tree. */
  readonly roots: Int32Array;
  /** [nodes] input a node asks for; −1 in a leaf. */
  readonly feature: Int32Array;
  /** [nodes] bins up to this go left. */
  readonly bin: Int32Array;
  /** [nodes] 1 where a missing value goes left. */
  readonly missingLeft: Int32Array;
  /** [nodes] the left child; the right one is behind it. */
  readonly left: Int32Array;
  /** [nodes] what a row here is worth, learning rate included; in a leaf the leaf's addition. */
  readonly value: Float64Array;
  /** [nodes] how much the split of the node lowered the squared error of training; 0 in a leaf. */
  readonly gain: Float64Array;
}
