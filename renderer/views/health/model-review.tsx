import { useEffect, useRef, useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { logExtent } from "../../ui/log-extent.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { DrillPanel } from "./drill-panel.tsx";
import { EpisodeDetail } from "./episode-detail.tsx";
import { type EpisodeFilter, EpisodeList } from "./episode-list.tsx";
import classes from "./health.module.css";
import { ModelDrawer } from "./model-drawer.tsx";
import { ScorePanel } from "./score-panel.tsx";
import { useBudget } from "./use-budget.ts";
import { useReviewKeys } from "./use-review-keys.ts";
import { useVerdicts } from "./use-verdicts.ts";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  readonly model: HealthModel;
  /** The card of the model stands open. */
  readonly about: boolean;
  readonly onAboutClose: () => void;
  readonly onRemoved: () => void;
  /** What the model caught of planted faults stands open. */
  readonly drillsOpen: boolean;
  readonly onDrillsOpen: (open: boolean) => void;
}

const passes = (episode: Episode, filter: EpisodeFilter): boolean =>
  filter === "all" || (filter === "open" ? episode.verdict === null && isAlert(episode) : episode.verdict?.verdict === "fault");

/** What a model found, to be gone through with the keyboard. */
export function ModelReview({ asset, tags, model, about, onAboutClose, onRemoved, drillsOpen, onDrillsOpen }: Props) {
  const say = useSay();
  const episodes = useAsk("health", "episodes", { modelId: model.id });
  const [selectedId, setSelected] = useState<string | null>(null);
  const [filter, setFilter] = useState<EpisodeFilter>("all");
  const { focus, screen } = useNavigation();
  const focusedAt = screen === "health" ? (focus?.at ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is followed once, when it comes
  useEffect(() => {
    if (focus?.episodeId && focus.modelId === model.id) setSelected(focus.episodeId);
  }, [focusedAt]);
  const [notes, setNotes] = useState<Readonly<Record<string, string>>>({});
  const noteField = useRef<HTMLTextAreaElement>(null);
  const budget = useBudget(model);
  const all = episodes.data ?? [];
  const selected = all.find((episode) => episode.id === selectedId) ?? all.find((episode) => passes(episode, filter)) ?? null;
  // One that was just judged stays in sight, though the filter would hide it.
  const shown = all.filter((episode) => passes(episode, filter) || episode.id === selected?.id);
  const extent = logExtent(tags);
  const noteOf = (episode: Episode): string => notes[episode.id] ?? episode.verdict?.note ?? "";
  const forgetNote = (id: string): void => setNotes(({ [id]: _, ...rest }) => rest);
  const verdicts = useVerdicts((id) => {
    forgetNote(id);
    setSelected(id);
  });
  useReviewKeys({
    move(by) {
      const at = shown.findIndex((episode) => episode.id === selected?.id);
      const next = shown[Math.min(shown.length - 1, Math.max(0, at + by))];
      if (next) setSelected(next.id);
    },
    judge: (verdict) => selected && verdicts.judge(selected, verdict, noteOf(selected)),
    note: () => noteField.current?.focus(),
    cause: () => verdicts.causeField.current?.focus(),
    decline: () => selected && verdicts.decline(selected),
    undo: verdicts.undo,
  });
  return (
    <>
      <ScorePanel
        key={model.id}
        model={model}
        episodes={all}
        selected={selected}
        onSelect={(id) => {
          setFilter("all");
          setSelected(id);
        }}
        extent={extent}
        budget={budget}
      />
      {model.drills && model.drills.length > 0 && (
        <DrillPanel model={model} drills={model.drills} budget={budget} open={drillsOpen} onOpen={onDrillsOpen} />
      )}
      <ProblemNotice problem={episodes.error} onRetry={() => void episodes.refetch()} />
      <div className={classes.review}>
        <EpisodeList
          all={all}
          shown={shown}
          filter={filter}
          onFilter={(next) => {
            setFilter(next);
            setSelected(null);
          }}
          selectedId={selected?.id ?? null}
          onSelect={setSelected}
          model={model}
        />
        {selected ? (
          <EpisodeDetail
            asset={asset}
            model={model}
            episode={selected}
            position={say("health.episodes.position", { index: all.indexOf(selected) + 1, count: all.length })}
            verdicts={verdicts}
            note={noteOf(selected)}
            onNote={(note) => setNotes({ ...notes, [selected.id]: note })}
            noteField={noteField}
            extent={extent}
          />
        ) : (
          <Panel className={classes.detailPanel ?? ""}>
            <p className={classes.help}>{say("health.episodes.choose")}</p>
          </Panel>
        )}
      </div>
      <ModelDrawer model={model} episodes={all} opened={about} onClose={onAboutClose} onRemoved={onRemoved} />
    </>
  );
}
