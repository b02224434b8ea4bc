import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import util from "node:util";
import type * as Tensors from "@tensorflow/tfjs";

/** What runs the tensors here, and why it is not the native library where it is not. */
export interface TensorInfo {
  readonly backend: "native" | "wasm";
  /** Of TensorFlow.js. */
  readonly version: string;
  /** English. */
  readonly reason: string;
}

export interface Backend {
  readonly tf: typeof Tensors;
  readonly info: TensorInfo;
}

// Not named `require`: the bundler adds a constant of that name to what it makes of this file.
const load = createRequire(import.meta.url);

let loading: Promise<Backend> | undefined;

/**
 * The tensor library of this thread with its backend ready: TensorFlow's own library where it is installed, else WebAssembly from the
 * package's own files. Takes about a second the first time, so it is asked for in workers, and only when something needs it.
 * The WebAssembly backend has no gradient of a convolution's filter: unfold windows and multiply matrices instead.
 */
export function tensorBackend(): Promise<Backend> {
  loading ??= native() ?? wasm();
  return loading;
}

/** Which backend runs; loads it. */
export const tensorInfo = async (): Promise<TensorInfo> => (await tensorBackend()).info;

let whyNotNative = "";

function native(): Promise<Backend> | undefined {
  // Node 23 removed these two; the native package calls them still.
  const old = util as unknown as Record<string, unknown>;
  old.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  old.isArray ??= Array.isArray;
  try {
    const tf = load("@tensorflow/tfjs-node") as typeof Tensors;
    return Promise.resolve({
      tf,
      info: { backend: "native", version: tf.version.tfjs, reason: "TensorFlow's native library is installed." },
    });
  } catch (error) {
    whyNotNative = inOneLine(error);
    return undefined;
  }
}

async function wasm(): Promise<Backend> {
  const tf = load("@tensorflow/tfjs") as typeof Tensors;
  const backend = load("@tensorflow/tfjs-backend-wasm") as { setWasmPaths(prefix: string): void };
  backend.setWasmPaths(join(dirname(load.resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist/"));
  if (!(await tf.setBackend("wasm"))) throw new Error("The WebAssembly backend of the tensor library could not be started.");
  await tf.ready();
  const reason = `TensorFlow's native library is not available (${whyNotNative}); WebAssembly is used instead.`;
  return { tf, info: { backend: "wasm", version: tf.version.tfjs, reason } };
}

/** The first sentence of what the native package has to say; the rest is advice for developers. */
function inOneLine(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "MODULE_NOT_FOUND" && message.includes("tfjs-node")) return "the package is not installed";
  if (message.includes("can not be found at path")) return "its binary file is missing";
  return (message.split(/\r?\n|\. /)[0] ?? message).slice(0, 200);
}
