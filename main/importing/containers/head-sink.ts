import type { Sink } from "./sink.ts";

/** Thrown by a sink that has seen enough. */
class Enough extends Error {}

/** The first bytes of what `pour` would write, at most `length`. */
export async function headOfPour(length: number, pour: (sink: Sink) => Promise<void>): Promise<Uint8Array> {
  const head = new Uint8Array(length);
  let filled = 0;
  try {
    await pour({
      async write(bytes) {
        const part = bytes.subarray(0, length - filled);
        head.set(part, filled);
        filled += part.length;
        if (filled === length) throw new Enough();
      },
    });
  } catch (error) {
    if (!(error instanceof Enough)) throw error;
  }
  return head.subarray(0, filled);
}
