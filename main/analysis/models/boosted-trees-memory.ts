const pageBytes = 65_536;

/** One memory cut into pieces of the given numbers of bytes, each at a multiple of eight, all zero. */
export function memoryOf<Name extends string>(
  bytes: Readonly<Record<Name, number>>,
): { memory: WebAssembly.Memory; at: Record<Name, number> } {
  const at = {} as Record<Name, number>;
  let end = 0;
  for (const name of Object.keys(bytes) as Name[]) {
    at[name] = end;
    end += Math.ceil(bytes[name] / 8) * 8;
  }
  return { memory: new WebAssembly.Memory({ initial: Math.max(1, Math.ceil(end / pageBytes)) }), at };
}
