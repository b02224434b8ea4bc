/** A piece of WebAssembly: bytes that leave their value on the stack. */
export type Code = readonly number[];
export type ValueType = "i32" | "f64" | "v128";

/** A number as the least bytes of seven bits each (LEB128). */
function unsigned(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >>> 7;
  return rest === 0 ? [low] : [low | 0x80, ...unsigned(rest)];
}

function signed(value: number): number[] {
  const low = value & 0x7f;
  const rest = value >> 7;
  const done = (rest === 0 && (low & 0x40) === 0) || (rest === -1 && (low & 0x40) !== 0);
  return done ? [low] : [low | 0x80, ...signed(rest)];
}

const simd = (code: number): number[] => [0xfd, ...unsigned(code)];
const join = (parts: readonly Code[]): number[] => parts.flatMap((part) => [...part]);
/** Alignment as a power of two, then the offset that is added to the address. */
const memory = (align: number, offset: number): number[] => [align, ...unsigned(offset)];

/**
 * Names for the instructions the kernels need; each puts its operands first, as the stack wants them. Codes:
 * WebAssembly Core Specification 2.0, chapter 5.4.
 */
export const wasm = {
  get: (local: number): Code => [0x20, ...unsigned(local)],
  set: (local: number, value: Code): Code => [...value, 0x21, ...unsigned(local)],
  i32: (value: number): Code => [0x41, ...signed(value)],
  add: (a: Code, b: Code): Code => [...a, ...b, 0x6a],
  sub: (a: Code, b: Code): Code => [...a, ...b, 0x6b],
  mul: (a: Code, b: Code): Code => [...a, ...b, 0x6c],
  shiftLeft: (a: Code, bits: number): Code => [...a, 0x41, bits, 0x74],
  shiftRight: (a: Code, bits: number): Code => [...a, 0x41, bits, 0x76],
  /** 1 or 0. */
  less: (a: Code, b: Code): Code => [...a, ...b, 0x48],
  lessF64: (a: Code, b: Code): Code => [...a, ...b, 0x63],
  addF64: (a: Code, b: Code): Code => [...a, ...b, 0xa0],
  loadI32: (at: Code, offset = 0): Code => [...at, 0x28, ...memory(2, offset)],
  loadU16: (at: Code, offset = 0): Code => [...at, 0x2f, ...memory(1, offset)],
  loadF64: (at: Code, offset = 0): Code => [...at, 0x2b, ...memory(3, offset)],
  storeU16: (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0x3b, ...memory(1, offset)],
  storeF64: (at: Code, value: Code, offset = 0): Code => [...at, ...value, 0x39, ...memory(3, offset)],
  /** Two neighbouring f64. */
  loadPair: (at: Code, offset = 0): Code => [...at, ...simd(0x00), ...memory(3, offset)],
  storePair: (at: Code, value: Code, offset = 0): Code => [...at, ...value, ...simd(0x0b), ...memory(3, offset)],
  /** One f64 in both places. */
  loadTwice: (at: Code, offset = 0): Code => [...at, ...simd(0x0a), ...memory(3, offset)],
  zeroPair: [...simd(0x0c), ...new Array<number>(16).fill(0)] as Code,
  addPair: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf0)],
  subPair: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf1)],
  mulPair: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf2)],
  /** The lesser and the greater of each two; NaN where either is NaN. */
  minPair: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf4)],
  maxPair: (a: Code, b: Code): Code => [...a, ...b, ...simd(0xf5)],
  /** The sum of the two. */
  foldPair: (pair: Code): Code => [...pair, ...simd(0x21), 0, ...pair, ...simd(0x21), 1, 0xa0],
  if: (condition: Code, ...then: Code[]): Code => [...condition, 0x04, 0x40, ...join(then), 0x0b],
  /** Runs the body, and again while the condition holds. */
  doWhile: (condition: Code, ...body: Code[]): Code => [0x03, 0x40, ...join(body), ...condition, 0x0d, 0, 0x0b],
  call: (fn: number, ...values: Code[]): Code => [...join(values), 0x10, ...unsigned(fn)],
  return: [0x0f] as Code,
};

const typeCodes: Readonly<Record<ValueType, number>> = { i32: 0x7f, f64: 0x7c, v128: 0x7b };

/** A function that takes i32 and returns nothing. Its parameters are the first locals. */
export interface WasmFunction {
  readonly params: number;
  /** Types of the locals that follow the parameters. */
  readonly locals: readonly ValueType[];
  readonly body: readonly Code[];
}

/** Assembles one function, exported as `run`, over an imported memory `env.memory`. */
export function assemble({ params, locals, body }: WasmFunction): Uint8Array<ArrayBuffer> {
  const sized = (bytes: Code): number[] => [...unsigned(bytes.length), ...bytes];
  const section = (id: number, ...content: Code[]): number[] => [id, ...sized(join(content))];
  const text = (name: string): number[] => sized([...new TextEncoder().encode(name)]);
  const declared = locals.flatMap((type) => [1, typeCodes[type]]);
  const code = [...unsigned(locals.length), ...declared, ...join(body), 0x0b];
  return Uint8Array.from([
    ...[0x00, 0x61, 0x73, 0x6d, 1, 0, 0, 0], // "\0asm", version 1
    ...section(1, [1, 0x60, ...unsigned(params), ...new Array<number>(params).fill(typeCodes.i32), 0]),
    ...section(2, [1], text("env"), text("memory"), [2, 0, 0]),
    ...section(3, [1, 0]),
    ...section(7, [1], text("run"), [0, 0]),
    ...section(10, [1], sized(code)),
  ]);
}
