import type * as Tensors from "@tensorflow/tfjs";

const side = 512;
const least_ms = 60; // a shorter look says more of the clock than of the machine

/** How fast this backend multiplies matrices of 512 × 512, in 10⁹ operations a second: a look of less than half a second. */
export function matrixSpeed(tf: typeof Tensors): number {
  const [a, b] = [1, 2].map((start) =>
    tf.tensor2d(
      Float32Array.from({ length: side * side }, (_, i) => ((i * 7 + start) % 13) - 6),
      [side, side],
    ),
  );
  const once = () => {
    const product = tf.matMul(a!, b!);
    product.dataSync();
    product.dispose();
  };
  try {
    once(); // the first one prepares
    const began = performance.now();
    let times = 0;
    while (performance.now() - began < least_ms) {
      once();
      times++;
    }
    return (times * 2 * side ** 3) / ((performance.now() - began) / 1000) / 1e9;
  } finally {
    tf.dispose([a!, b!]);
  }
}
