import { randomUUID } from "node:crypto";
import { open } from "node:fs/promises";
import { join } from "node:path";
import type { File } from "h5wasm/node";
import { cacheFolder } from "../../containers/cache-folder.ts";
import type { ByteSource } from "../../reader.ts";

/** A source whose bytes are a file on the disk says which. */
type OnDisk = ByteSource & { readonly original?: string; readonly within?: readonly string[] };

const copies = new WeakMap<ByteSource, Promise<string>>();
const copyBytes = 1 << 20;

/** The path under which the library can open a source: its own, or that of a copy in the folder for what is taken out of archives. */
export function pathOf(source: ByteSource): Promise<string> {
  const { original, within } = source as OnDisk;
  if (original !== undefined && within?.length === 0) return Promise.resolve(original);
  let copy = copies.get(source);
  if (!copy) {
    copy = copied(source);
    copies.set(source, copy);
  }
  return copy;
}

async function copied(source: ByteSource): Promise<string> {
  const path = join(cacheFolder(), `${randomUUID()}.h5`);
  const file = await open(path, "wx", 0o600);
  try {
    const bytes = new Uint8Array(copyBytes);
    for (let at = 0; at < source.size; ) {
      const count = await source.read(at, bytes);
      if (count === 0) break;
      await file.write(bytes, 0, count);
      at += count;
    }
  } finally {
    await file.close();
  }
  return path;
}

type Library = typeof import("h5wasm/node");
let loaded: Promise<Library> | undefined;

/** Loads the HDF5 library the first time it is needed. */
async function library(): Promise<Library> {
  loaded ??= (async () => {
    const h5 = await import("h5wasm/node");
    const module = await h5.ready;
    // What fails is thrown, instead of written to where nobody reads.
    module.activate_throwing_error_handler();
    return h5;
  })();
  return loaded;
}

/**
 * Opens a file for as long as `use` takes: nothing is held between two looks, so that the file can be moved or deleted.
 * Throws what the library tells of damage, as an Error in its own words.
 */
export async function withHdf5<T>(path: string, use: (file: File) => T): Promise<T> {
  const h5 = await library();
  const file = new h5.File(path, "r");
  try {
    return use(file);
  } finally {
    try {
      file.close();
    } catch {
      // Of a damaged file not even the closing may work; what was read, or what was thrown, counts.
    }
  }
}
