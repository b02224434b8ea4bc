/**
 * `npm run native-tensors [-- --from WHEEL] [--into FOLDER] [--node-headers FOLDER]`: TensorFlow's own library for this machine, so that networks learn
 * by it instead of by WebAssembly; see README.md. Nothing calls this by itself.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { basename, join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { checkedWheel } from "./native-tensors/checked-wheel.ts";
import { nodeHeaders } from "./native-tensors/node-headers.ts";
import { unpackMembers } from "./native-tensors/unpack-members.ts";
import { headerFolders, wheels } from "./native-tensors/wheel.ts";
import { root } from "./root.ts";

const say = (line: string): void => void process.stderr.write(`${line}\n`);

try {
  await main();
} catch (error) {
  say((error as Error).message);
  process.exitCode = 1;
}

async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { from: { type: "string" }, into: { type: "string" }, "node-headers": { type: "string" } },
  });
  const system = `${process.platform}-${process.arch}`;
  const wheel = wheels[system];
  if (!wheel) throw new Error(`There is no TensorFlow library for ${system} that the binding can use; WebAssembly stays in use.`);
  const source = join(root, "node_modules", "@tensorflow", "tfjs-node");
  const into = values.into === undefined ? source : resolve(values.into);
  const headers = nodeHeaders(values["node-headers"]);
  const file = await checkedWheel(wheel, values.from && resolve(values.from), say);
  say(`Unpacking the libraries into ${into} (some 600 MB)`);
  const libraries = join(into, "deps", "lib");
  const include = join(into, "deps", "include");
  const written = await unpackMembers(file, into, (name) => {
    if (wheel.libraries.includes(name)) return join("deps", "lib", basename(name));
    return headerFolders.some((folder) => name.startsWith(folder))
      ? join("deps", "include", name.slice("tensorflow/include/".length))
      : undefined;
  });
  const lacking = wheel.libraries.filter((name) => !written.includes(name));
  if (lacking.length > 0) throw new Error(`${file} has no ${lacking.join(" and no ")}.`);
  const binding = join(into, "lib", "napi-v8", "tfjs_binding.node");
  mkdirSync(join(into, "lib", "napi-v8"), { recursive: true });
  compile({ source, headers, include, libraries: wheel.libraries.map((name) => join(libraries, basename(name))), binding });
  rmSync(include, { recursive: true });
  prove(into, into === source);
}

interface Compilation {
  readonly source: string;
  readonly headers: string;
  readonly include: string;
  readonly libraries: readonly string[];
  readonly binding: string;
}

/** The package's two source files against the libraries, which the result finds beside itself wherever the folder is put. */
function compile({ source, headers, include, libraries, binding }: Compilation): void {
  const compiler = process.env.CXX || "c++";
  const mac = process.platform === "darwin";
  const wanted = [
    "-std=c++17",
    "-O2",
    "-fPIC",
    "-DNAPI_VERSION=8",
    ...(mac ? ["-dynamiclib", "-undefined", "dynamic_lookup"] : ["-shared"]),
    `-I${headers}`,
    `-I${include}`,
    ...["tfjs_backend.cc", "tfjs_binding.cc"].map((name) => join(source, "binding", name)),
    ...libraries,
    `-Wl,-rpath,${mac ? "@loader_path" : "$ORIGIN"}/../../deps/lib`,
    "-o",
    binding,
  ];
  say(`Compiling the binding with ${compiler}`);
  const { status, error } = spawnSync(compiler, wanted, { stdio: ["ignore", 2, 2] });
  if (status !== 0)
    throw new Error(`${compiler} could not make the binding${error ? ` (${error.message})` : ""}; a C++ compiler is needed.`);
}

/** Loads what was made in a process of its own, as the program will, and says how fast it is beside WebAssembly. */
function prove(folder: string, isDefault: boolean): void {
  const env = { ...process.env, ...(isDefault ? {} : { ONEPERCENT_NATIVE_TENSORS: folder }) };
  const speed = (backend: string): number => {
    const script = join(root, "main", "compute", "print-speed.ts");
    const { status, stdout, stderr } = spawnSync(process.execPath, [script, backend], { encoding: "utf8", env });
    if (status !== 0) throw new Error(`The library does not load: ${stderr.match(/Error: (.*)/)?.[1] ?? stderr}`);
    return Number(stdout);
  };
  say(`Native ${speed("native").toFixed(1)} GFLOP/s, WebAssembly ${speed("wasm").toFixed(1)} GFLOP/s in products of matrices.`);
  say(isDefault ? "The program uses it from now on." : `The program uses it where ONEPERCENT_NATIVE_TENSORS=${folder} is set.`);
}
