/** `node print-speed.ts native|wasm`: prints how fast that backend multiplies matrices, in GFLOP/s. */
import { tensorBackend } from "./backend.ts";
import { matrixSpeed } from "./matrix-speed.ts";

const { tf } = await tensorBackend(process.argv[2] === "native" ? "native" : "wasm");
process.stdout.write(String(matrixSpeed(tf)));
