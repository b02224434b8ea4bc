import { problem } from "#shared/domain/problem.ts";
import type { FileSource } from "./file-source.ts";
import type { FormatReader } from "./reader.ts";
import { readerFor } from "./registry.ts";
import { sentence } from "./sentence.ts";

/** The reader of an open file, found by its content. Throws `import.file-empty` and `import.not-text`. */
export async function readerOfFile(source: FileSource): Promise<FormatReader> {
  const told = (code: "import.file-empty" | "import.not-text") =>
    problem(code, sentence(code, { file: source.name }), { file: source.name });
  if (source.size === 0) throw told("import.file-empty");
  const head = new Uint8Array(Math.min(source.size, 64 << 10));
  await source.read(0, head);
  const reader = readerFor(head, source.innerName);
  if (!reader) throw told("import.not-text");
  return reader;
}
