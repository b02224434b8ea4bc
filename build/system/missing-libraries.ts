/** The libraries that `ldd` could not find, by file name, each once. Lines of any other kind are passed over. */
export function missingLibraries(lddOutput: string): string[] {
  const found = lddOutput.matchAll(/^\s*(\S+) => not found/gm);
  return [...new Set([...found].map(([, library]) => library as string))];
}
