import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";
import { tensorFigures } from "../../bench/tensor-figures.ts";

/** A process may have one backend; whether the native one loads is asked in another. */
const native = spawnSync(process.execPath, [join(import.meta.dirname, "../../../main/compute/print-speed.ts"), "native"], {
  encoding: "utf8",
});

test.skipIf(native.status !== 0)(
  "one network answers alike on the native library and on WebAssembly (skipped where `npm run native-tensors` has not run)",
  { timeout: 120_000 },
  () => {
    const { agreement } = tensorFigures({ rows: 2000, repeats: 1 }) as {
      agreement: { sameModelScores: number; sameModelForwardPass: number };
    };
    expect(agreement.sameModelScores).toBeLessThan(1e-4);
    expect(agreement.sameModelForwardPass).toBeLessThan(1e-4);
  },
);
