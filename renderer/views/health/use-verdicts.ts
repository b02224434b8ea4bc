import { useState } from "react";
import type { Episode, Verdict } from "#shared/domain/health.ts";
import { useJudge } from "../../data/use-judge.ts";

interface Deed {
  readonly episodeId: string;
  readonly before: Verdict | null;
}

export interface Verdicts {
  /** Null takes the verdict back. */
  judge(episode: Episode, verdict: Verdict["verdict"] | null, note: string): void;
  /** Takes the latest verdict of this sitting back, also on another episode. */
  undo(): void;
  readonly canUndo: boolean;
  readonly error: unknown;
  readonly busy: boolean;
}

/** Verdicts as they are given, and the way back. `onUndo` hears which episode was mended. */
export function useVerdicts(onUndo: (episodeId: string) => void): Verdicts {
  const tell = useJudge();
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  return {
    judge(episode, verdict, note) {
      tell.mutate(
        { episodeId: episode.id, verdict, note },
        { onSuccess: () => setDeeds((known) => [...known, { episodeId: episode.id, before: episode.verdict }]) },
      );
    },
    undo() {
      const last = deeds.at(-1);
      if (!last || tell.isPending) return;
      tell.mutate(
        { episodeId: last.episodeId, verdict: last.before?.verdict ?? null, note: last.before?.note ?? "" },
        {
          onSuccess: () => {
            setDeeds((known) => known.slice(0, -1));
            onUndo(last.episodeId);
          },
        },
      );
    },
    canUndo: deeds.length > 0,
    error: tell.error,
    busy: tell.isPending,
  };
}
