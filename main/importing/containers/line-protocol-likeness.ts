import { LF } from "../byte-codes.ts";
import { NoPoint, PointParser, readSeries, Unfinished } from "./line-protocol-point.ts";

const looked = 200; // lines; the format is clear long before
const HASH = 35;

/** How much the beginning of a file looks like line protocol, 0 … 1: by the share of its lines that are points. */
export function lineProtocolLikeness(head: Uint8Array): number {
  const bytes = Buffer.from(head.buffer, head.byteOffset, head.length);
  let points = 0;
  let others = 0;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  const parser = new PointParser();
  while (at < bytes.length && points + others < looked) {
    const lf = bytes.indexOf(LF, at);
    const end = lf < 0 ? bytes.length : lf;
    const first = skipBlanks(bytes, at, end);
    if (first === end || bytes[first] === HASH) {
      at = end + 1;
      continue;
    }
    try {
      // Half a line at the end of the head says nothing, unless it is the only one.
      const { series } = parser.parse(bytes, first, bytes.length, lf < 0 ? points + others === 0 : true);
      readSeries(series);
      points++;
      at = Math.max(parser.end, first + 1);
    } catch (error) {
      if (!(error instanceof NoPoint) && !(error instanceof Unfinished)) throw error;
      if (lf >= 0) others++;
      at = end + 1;
    }
  }
  return points === 0 ? 0 : points >= others ? 0.9 : 0.2;
}

function skipBlanks(bytes: Buffer, from: number, to: number): number {
  let at = from;
  while (at < to && (bytes[at] === 32 || bytes[at] === 13)) at++;
  return at;
}
