import { useQueryClient } from "@tanstack/react-query";
import { type RefObject, useRef, useState } from "react";
import type { Episode, Verdict } from "#shared/domain/health.ts";
import { useJudge } from "../../data/use-judge.ts";
import { useTell } from "../../data/use-tell.ts";

interface Deed {
  readonly episodeId: string;
  readonly before: Verdict | null;
}

/** What is said of an episode besides the verdict itself. */
export interface Sayings {
  readonly cause: string;
  readonly action: string;
}

export interface Verdicts {
  /** Null takes the verdict back. Cause and action are as they stand in the form. */
  judge(episode: Episode, verdict: Verdict["verdict"] | null, note: string): void;
  /** Takes the latest verdict of this sitting back, also on another episode. */
  undo(): void;
  readonly canUndo: boolean;
  readonly sayings: (episode: Episode) => Sayings;
  readonly say: (episode: Episode, sayings: Sayings) => void;
  readonly causeField: RefObject<HTMLInputElement | null>;
  /** Says that an episode is not what it resembles, or takes that back. */
  decline(episode: Episode): void;
  readonly error: unknown;
  readonly busy: boolean;
}

/** Verdicts as they are given, and the way back. `onUndo` hears which episode was mended. */
export function useVerdicts(onUndo: (episodeId: string) => void): Verdicts {
  const tell = useJudge();
  const client = useQueryClient();
  const declining = useTell("health", "declineRecall", {
    changes: ["cases"],
    // In place: a person must not wait between two keys.
    onDone: (mended) =>
      client.setQueryData<Episode[]>(["health", "episodes", { modelId: mended.modelId }], (known) =>
        known?.map((episode) => (episode.id === mended.id ? mended : episode)),
      ),
  });
  const [deeds, setDeeds] = useState<readonly Deed[]>([]);
  const [drafts, setDrafts] = useState<Readonly<Record<string, Sayings>>>({});
  const causeField = useRef<HTMLInputElement | null>(null);
  const forget = (id: string): void => setDrafts(({ [id]: _, ...rest }) => rest);
  const sayings = (episode: Episode): Sayings =>
    drafts[episode.id] ?? { cause: episode.verdict?.cause ?? "", action: episode.verdict?.action ?? "" };
  return {
    judge(episode, verdict, note) {
      const { cause, action } = sayings(episode);
      // A sensor has a name already: its tag.
      const named = cause || (verdict === "sensor" ? (episode.fingerprint?.off[0]?.tag ?? "") : "");
      tell.mutate(
        { episodeId: episode.id, verdict, note, cause: verdict ? named : "", action: verdict ? action : "" },
        {
          onSuccess: () => {
            forget(episode.id);
            setDeeds((known) => [...known, { episodeId: episode.id, before: episode.verdict }]);
          },
        },
      );
    },
    undo() {
      const last = deeds.at(-1);
      if (!last || tell.isPending) return;
      const { verdict = null, note = "", cause, action } = last.before ?? {};
      tell.mutate(
        { episodeId: last.episodeId, verdict, note, ...(cause ? { cause } : {}), ...(action ? { action } : {}) },
        {
          onSuccess: () => {
            setDeeds((known) => known.slice(0, -1));
            forget(last.episodeId);
            onUndo(last.episodeId);
          },
        },
      );
    },
    canUndo: deeds.length > 0,
    sayings,
    say: (episode, said) => setDrafts((known) => ({ ...known, [episode.id]: said })),
    causeField,
    decline(episode) {
      if (episode.recall) declining.mutate({ episodeId: episode.id, declined: !episode.recallDeclined });
    },
    error: tell.error ?? declining.error,
    busy: tell.isPending,
  };
}
