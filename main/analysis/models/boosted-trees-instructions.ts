import type { Code } from "../signal/wasm/assembler.ts";

/** Instructions of the tree kernels beside those of `wasm`; codes of the WebAssembly Core Specification 2.0, chapter 5.4. */
export const tree = {
  and: (a: Code, b: Code): Code => [...a, ...b, 0x71],
  gtF64: (a: Code, b: Code): Code => [...a, ...b, 0x64],
  eqF64: (a: Code, b: Code): Code => [...a, ...b, 0x61],
  subF64: (a: Code, b: Code): Code => [...a, ...b, 0xa1],
  mulF64: (a: Code, b: Code): Code => [...a, ...b, 0xa2],
  absF64: (a: Code): Code => [...a, 0x99],
  maxF64: (a: Code, b: Code): Code => [...a, ...b, 0xa5],
  /** The nearest whole number, an even one from the middle. */
  nearestF64: (a: Code): Code => [...a, 0x9e],
  oneF64: [0x44, 0, 0, 0, 0, 0, 0, 0xf0, 0x3f] as Code,
  zeroF64: [0x44, 0, 0, 0, 0, 0, 0, 0, 0] as Code,
  /** `yes` where the condition is not 0; both are computed, so that there is no branch to guess wrong. */
  select: (condition: Code, yes: Code, no: Code): Code => [...yes, ...no, ...condition, 0x1b],
  /** Number of zeros below the lowest bit that is set; 32 for 0. */
  trailingZeros: (a: Code): Code => [...a, 0x68],
  loadU8: (at: Code): Code => [...at, 0x2d, 0, 0],
  storeU8: (at: Code, value: Code): Code => [...at, ...value, 0x3a, 0, 0],
  storeI32: (at: Code, value: Code): Code => [...at, ...value, 0x36, 2, 0],
};
