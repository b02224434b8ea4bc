import type { Run } from "#shared/domain/run.ts";
import type { Vitals } from "#shared/domain/watch.ts";
import { judgeVitals } from "../../analysis/quality/judge-vitals.ts";
import { VitalPass } from "../../analysis/quality/vital-pass.ts";
import { readManifest, type SignalsManifest } from "../../store/signals/manifest.ts";
import { stretches } from "../../store/signals/stretches.ts";

type Looked = Pick<Vitals, "from" | "to" | "dead" | "findings">;

interface Log {
  readonly folder: string;
  readonly manifest: SignalsManifest;
}

const mostShared = 0.5; // of a log's time that the one before may cover: more, and they are two logs beside each other

/**
 * One pass over all samples of an asset, in bounded memory. Imports that follow each other are one record; those that lie beside each
 * other, as of two loggers, are looked at by themselves.
 */
export async function checkVitals({ folders }: { folders: string[] }, run: Run): Promise<Looked> {
  const logs = folders.map((folder) => ({ folder, manifest: readManifest(folder) })).filter(({ manifest }) => manifest.rows > 0);
  const rows = logs.reduce((sum, { manifest }) => sum + manifest.rows, 0);
  let done = 0;
  const looked: Looked[] = [];
  /** When each tag last had a good sample, in whatever record. */
  const lastOf = new Map<string, number>();
  for (const record of records(logs)) {
    const pass = new VitalPass();
    for (const { folder } of record)
      await stretches(folder, (frame) => {
        pass.take(frame);
        done += frame.time.length;
        run.tick(done, rows);
      });
    const figures = pass.finish();
    for (const { tag, to } of figures.tags) lastOf.set(tag, Math.max(to, lastOf.get(tag) ?? Number.NEGATIVE_INFINITY));
    looked.push(judgeVitals(figures));
  }
  const livesLater = (tag: string, to: number): boolean => lastOf.get(tag)! > to;
  return {
    from: looked.reduce<number | null>((least, { from }) => (least === null || (from !== null && from < least) ? from : least), null),
    to: looked.reduce<number | null>((most, { to }) => (most === null || (to !== null && to > most) ? to : most), null),
    dead: looked.flatMap(({ dead }) => dead),
    findings: looked.flatMap(({ findings }) => findings.filter(({ tags, at }) => !tags.some((tag) => livesLater(tag, at!.to)))),
  };
}

function records(logs: readonly Log[]): Log[][] {
  const found: Log[][] = [];
  for (const log of [...logs].sort((a, b) => a.manifest.from! - b.manifest.from!)) {
    const { from, to } = log.manifest;
    const before = found.find((record) => record.at(-1)!.manifest.to! - from! <= mostShared * (to! - from!));
    if (before) before.push(log);
    else found.push([log]);
  }
  return found;
}
