import { describe, expect, it } from "vitest";
import { tensorBackend, tensorInfo } from "../../../main/compute/backend.ts";

describe("the tensor backend of this machine", () => {
  it("says which one it is and why", async () => {
    const { backend, version, reason } = await tensorInfo();
    const { tf } = await tensorBackend();
    expect(tf.getBackend()).toBe(backend === "native" ? "tensorflow" : "wasm");
    expect(version).toBe("4.22.0");
    expect(reason).toMatch(/^TensorFlow's native library is .+\.$/);
    expect(reason).not.toContain("\n");
  });

  it("multiplies matrices like plain loops", async () => {
    const { tf } = await tensorBackend();
    const a = [1, 2, 3, 4, 5, 6]; // 2 x 3
    const b = [7, 8, 9, 10, 11, 12]; // 3 x 2
    const product = tf.matMul(tf.tensor2d(a, [2, 3]), tf.tensor2d(b, [3, 2]));
    expect([...(await product.data())]).toEqual([58, 64, 139, 154]);
    product.dispose();
  });

  it("learns a line by gradient steps", async () => {
    const { tf } = await tensorBackend();
    const xs = tf.tensor1d([-1, -0.5, 0, 0.5, 1]);
    const ys = xs.mul(3).add(2);
    const slope = tf.variable(tf.scalar(0));
    const offset = tf.variable(tf.scalar(0));
    const descent = tf.train.sgd(0.5);
    for (let step = 0; step < 100; step++) {
      descent.minimize(() => xs.mul(slope).add(offset).sub(ys).square().mean() as ReturnType<typeof tf.scalar>);
    }
    expect(slope.dataSync()[0]).toBeCloseTo(3, 3);
    expect(offset.dataSync()[0]).toBeCloseTo(2, 3);
  });
});
