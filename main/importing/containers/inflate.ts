import { createInflateRaw, type InflateRaw } from "node:zlib";
import type { Sink } from "./sink.ts";

/** How an inflation ended. */
export interface Inflated {
  /** `cut`: the bytes ended before the data did; `broken`: they make no sense from `consumed` on. */
  readonly state: "whole" | "cut" | "broken";
  /** Packed bytes up to the end, the cut or the damage. */
  readonly consumed: number;
}

/** At most `length` bytes from `offset` on, counted from the beginning of the packed data; none at its end. */
export type PackedBytes = (offset: number, length: number) => Promise<Uint8Array>;

/** 32 KiB hold at most 32 MiB of output, which waits in memory. */
const piece = 32 << 10;
/** Of damaged data, what a piece gives before the damage is lost to us; so the last piece is given in small ones. */
const finePiece = 16;
const chunkSize = 256 << 10;

/**
 * Unpacks raw deflate data (RFC 1951) and passes on everything there is in front of a cut or of damage; output between a changed bit and the
 * place where that shows may be wrong, only a checksum knows. Throws what the sink throws.
 */
export async function inflate(read: PackedBytes, sink: Sink): Promise<Inflated> {
  let given = 0;
  const counting: Sink = {
    async write(bytes) {
      given += bytes.length;
      await sink.write(bytes);
    },
  };
  const first = await pass(read, counting, Number.POSITIVE_INFINITY);
  if (first.state !== "broken") return first;
  let skip = given;
  return pass(
    read,
    {
      async write(bytes) {
        const known = Math.min(skip, bytes.length);
        skip -= known;
        if (known < bytes.length) await sink.write(bytes.subarray(known));
      },
    },
    first.consumed,
  );
}

async function pass(read: PackedBytes, sink: Sink, fineFrom: number): Promise<Inflated> {
  const engine = createInflateRaw({ chunkSize });
  engine.on("error", () => {}); // heard by whoever waits; a second one must not end the process
  const output: Buffer[] = [];
  engine.on("data", (bytes: Buffer) => output.push(bytes));
  const drain = async () => {
    for (const bytes of output.splice(0)) await sink.write(bytes);
  };
  try {
    for (let at = 0; ; ) {
      const bytes = await read(at, at < fineFrom ? Math.min(piece, fineFrom - at) : finePiece);
      const step = bytes.length > 0 ? await feed(engine, bytes) : await finish(engine);
      await drain();
      if (step === "broken") return { state: "broken", consumed: at };
      if (step === "end") return { state: "whole", consumed: engine.bytesWritten };
      if (bytes.length === 0) return { state: "cut", consumed: at };
      at += bytes.length;
    }
  } finally {
    engine.destroy();
  }
}

type Step = "more" | "end" | "broken";

function feed(engine: InflateRaw, bytes: Uint8Array): Promise<Step> {
  return settled(engine, "broken", (done) => engine.write(bytes, () => done("more")));
}

/** Only data that has ended can be finished. */
function finish(engine: InflateRaw): Promise<Step> {
  return settled(engine, "more", () => engine.end());
}

/** The end may come without the callback of a write, when bytes behind it were left over. */
function settled(engine: InflateRaw, onError: Step, start: (done: (step: Step) => void) => void): Promise<Step> {
  return new Promise((resolve) => {
    const ended = () => done("end");
    const failed = () => done(onError);
    const done = (step: Step) => {
      engine.off("end", ended).off("error", failed);
      resolve(step);
    };
    engine.once("end", ended).once("error", failed);
    start(done);
  });
}
