import type * as TensorFlow from "@tensorflow/tfjs";

/** The tensor library with its backend ready; whoever starts the work loads it and hands it in. */
export type Tensors = typeof TensorFlow;
