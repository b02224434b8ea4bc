import type { Code } from "../signal/wasm/assembler.ts";

const bytesOf = (value: number): number[] => [...new Uint8Array(Float64Array.of(value).buffer)];

/** Instructions of the isolation kernels beside those of `wasm`; codes of the WebAssembly Core Specification 2.0, chapter 5.4. */
export const isolation = {
  storeI32: (at: Code, value: Code): Code => [...at, ...value, 0x36, 2, 0],
  unequal: (a: Code, b: Code): Code => [...a, ...b, 0x47],
  minF64: (a: Code, b: Code): Code => [...a, ...b, 0xa4],
  maxF64: (a: Code, b: Code): Code => [...a, ...b, 0xa5],
  /** `yes` where the condition is not 0; both are computed, so that there is no branch to guess wrong. */
  select: (condition: Code, yes: Code, no: Code): Code => [...yes, ...no, ...condition, 0x1b],
  /** The same number twice. */
  pairOf: (value: number): Code => [0xfd, 0x0c, ...bytesOf(value), ...bytesOf(value)],
  /** Of each two the second where it is less (greater) than the first, else the first: a NaN that comes second is passed over. */
  lesserPair: (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf6, 0x01],
  greaterPair: (a: Code, b: Code): Code => [...a, ...b, 0xfd, 0xf7, 0x01],
  /** The two numbers of a pair, made one by an instruction. */
  foldPairBy: (of: (a: Code, b: Code) => Code, pair: Code): Code => of([...pair, 0xfd, 0x21, 0], [...pair, 0xfd, 0x21, 1]),
};
