import { assemble, type WasmFunction } from "./assembler.ts";

/** A function on a memory; what is left in the memory between calls has no meaning. */
export interface Kernel {
  readonly memory: WebAssembly.Memory;
  readonly run: (...values: number[]) => void;
  /** Makes sure of that many bytes and gives views of parts of them: `f64(offset in bytes, count)`. */
  readonly reserve: (bytes: number) => {
    f64(offset: number, count: number): Float64Array;
    i32(offset: number, count: number): Int32Array;
    u16(offset: number, count: number): Uint16Array;
  };
}

const pageBytes = 65_536;

/**
 * Compiles a function once; the loops that take nearly all the time run as machine code with two numbers at a time.
 * @param beside a kernel whose memory it shares.
 */
export function kernel(fn: WasmFunction, beside?: Kernel): Kernel {
  const memory = beside?.memory ?? new WebAssembly.Memory({ initial: 1 });
  const instance = new WebAssembly.Instance(new WebAssembly.Module(assemble(fn)), { env: { memory } });
  return {
    memory,
    run: instance.exports.run as (...values: number[]) => void,
    reserve(bytes) {
      const missing = bytes - memory.buffer.byteLength;
      if (missing > 0) memory.grow(Math.ceil(missing / pageBytes));
      const { buffer } = memory;
      return {
        f64: (offset, count) => new Float64Array(buffer, offset, count),
        i32: (offset, count) => new Int32Array(buffer, offset, count),
        u16: (offset, count) => new Uint16Array(buffer, offset, count),
      };
    },
  };
}
