import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import util from "node:util";
import type * as Tensors from "@tensorflow/tfjs";
import { matrixSpeed } from "./matrix-speed.ts";

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

const loading = new Map<string, Promise<Backend>>();

/**
 * The tensor library of this thread with its backend ready: TensorFlow's own library where it is installed, else WebAssembly from the
 * package's own files. Takes about a second the first time, so it is asked for in workers, and only when something needs it.
 * The WebAssembly backend has no gradient of a convolution's filter: unfold windows and multiply matrices instead.
 *
 * `ONEPERCENT_TENSORS=wasm` leaves the native library alone; `ONEPERCENT_NATIVE_TENSORS` names a folder in which `npm run native-tensors`
 * has put it, where that is not the package's own.
 * @param wish `native` throws where there is none. One backend per thread: the first that is asked for.
 */
export function tensorBackend(wish?: TensorInfo["backend"]): Promise<Backend> {
  const asked = wish ?? (process.env.ONEPERCENT_TENSORS === "wasm" ? "wasm" : "best");
  const known = loading.get(asked);
  if (known) return known;
  const found = asked === "wasm" ? wasm("as was asked for") : nativeOr(asked);
  loading.set(asked, found);
  return found;
}

/** Which backend runs and how fast it is; loads it, and looks at its speed once per thread. */
export async function tensorInfo(): Promise<TensorInfo & { readonly gflops: number }> {
  const { tf, info } = await tensorBackend();
  speed ??= matrixSpeed(tf);
  return { ...info, gflops: speed };
}

let speed: number | undefined;

async function nativeOr(asked: "native" | "best"): Promise<Backend> {
  try {
    return native();
  } catch (error) {
    const why = inOneLine(error);
    if (asked === "native") throw new Error(`TensorFlow's native library is not available (${why})`, { cause: error });
    return wasm(`TensorFlow's native library is not available (${why})`);
  }
}

function native(): Backend {
  // Node 23 removed these two; the native package calls them still.
  const old = util as unknown as Record<string, unknown>;
  old.isNullOrUndefined ??= (value: unknown) => value === null || value === undefined;
  old.isArray ??= Array.isArray;
  // The library greets on standard error, which is for what a person has to know.
  process.env.TF_CPP_MIN_LOG_LEVEL ??= "2";
  const folder = process.env.ONEPERCENT_NATIVE_TENSORS;
  if (folder) lookIn(folder);
  const tf = load("@tensorflow/tfjs-node") as typeof Tensors;
  return { tf, info: { backend: "native", version: tf.version.tfjs, reason: "TensorFlow's native library is installed." } };
}

/** The package asks `node-pre-gyp` where its binary file is; the answer is this folder's. */
function lookIn(folder: string): void {
  const fromPackage = createRequire(load.resolve("@tensorflow/tfjs-node/package.json"));
  const finder = fromPackage.resolve("@mapbox/node-pre-gyp");
  const exports = { find: () => join(folder, "lib", "napi-v8", "tfjs_binding.node") };
  fromPackage.cache[finder] = {
    id: finder,
    filename: finder,
    path: dirname(finder),
    loaded: true,
    exports,
    children: [],
    paths: [],
  } as unknown as NodeJS.Module;
}

async function wasm(why: string): Promise<Backend> {
  const tf = load("@tensorflow/tfjs") as typeof Tensors;
  const backend = load("@tensorflow/tfjs-backend-wasm") as { setWasmPaths(prefix: string): void };
  backend.setWasmPaths(join(dirname(load.resolve("@tensorflow/tfjs-backend-wasm/package.json")), "dist/"));
  if (!(await tf.setBackend("wasm"))) throw new Error("The WebAssembly backend of the tensor library could not be started.");
  await tf.ready();
  const reason = why === "as was asked for" ? "WebAssembly is used, as was asked for." : `${why}; WebAssembly is used instead.`;
  return { tf, info: { backend: "wasm", version: tf.version.tfjs, reason } };
}

/** The first sentence of what the native package has to say; the rest is advice for developers. */
function inOneLine(error: unknown): string {
  const { code, message } = error as NodeJS.ErrnoException;
  if (code === "MODULE_NOT_FOUND" && message.includes("tfjs-node")) return "the package is not installed";
  if (message.includes("can not be found at path")) return "its binary file is missing";
  return (message.split(/\r?\n|\. /)[0] ?? message).slice(0, 200);
}
