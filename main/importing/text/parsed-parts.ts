import type { TextPlan } from "#shared/domain/importing.ts";
import type { Run } from "#shared/domain/run.ts";
import type { ByteSource, LogPart } from "../reader.ts";
import { lineBlocks } from "./line-blocks.ts";
import type { RowParser } from "./row-parser.ts";

export interface PassInput {
  readonly parser: RowParser;
  readonly sources: readonly ByteSource[];
  readonly plan: TextPlan;
  readonly run: Run;
  /** Names of the files that end in the middle of a line are added here. */
  readonly cutFiles: string[];
}

/** One pass of a parser over all files. What is not read of a part before the next one is asked for stays as it is only until then. */
export async function* parsedParts({ parser, sources, plan, run, cutFiles }: PassInput): AsyncGenerator<LogPart> {
  const total = sources.reduce((sum, s) => sum + s.size, 0);
  let before = 0;
  for (const [k, source] of sources.entries()) {
    parser.nextSource(k);
    const cutCells = parser.cutCells;
    for await (const { bytes, from, to, done, cut } of lineBlocks(source, plan.encoding)) {
      for (let p = from; p < to; ) {
        p = parser.parse(bytes, p, to, cut);
        if (parser.full) yield parser.takePart();
      }
      run.tick(before + done, total);
    }
    if (parser.cutCells > cutCells) cutFiles.push(source.name);
    before += source.size;
  }
  if (parser.hasPart) yield parser.takePart();
}
