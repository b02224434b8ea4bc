import { Button, Loader } from "@mantine/core";
import { IconColumns } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import { activeModels } from "#shared/domain/active-models.ts";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { WithData } from "../../app/with-data.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./health.module.css";
import { ModelCompare } from "./model-compare.tsx";
import { ModelReview } from "./model-review.tsx";
import { ModelStrip } from "./model-strip.tsx";
import { ScoreNew } from "./score-new.tsx";
import { TrainPanel } from "./train-panel.tsx";
import { useTrainDraft } from "./use-train-draft.ts";

/** Learn what normal looks like, and see where the machine leaves it. */
export function HealthView({ asset }: { readonly asset: Asset }) {
  return (
    <WithData asset={asset} title="health.no-tags.title" text="health.no-tags.way">
      {(tags) => <HealthOf asset={asset} tags={tags} />}
    </WithData>
  );
}

function HealthOf({ asset, tags }: { readonly asset: Asset; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const models = useAsk("health", "models", { assetId: asset.id });
  const [training, setTraining] = useState(false);
  const [comparing, setComparing] = useState(false);
  const [about, setAbout] = useState(false);
  const [drillsOpen, setDrillsOpen] = useState(false);
  const [shownId, setShown] = useState<string | null>(null);
  const { focus, screen } = useNavigation();
  const focusedAt = screen === "health" ? (focus?.at ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is followed once, when it comes
  useEffect(() => {
    if (!focus?.modelId) return;
    setShown(focus.modelId);
    setTraining(false);
    setComparing(false);
  }, [focusedAt]);
  const known = models.data ?? [];
  const shown = known.find((model) => model.id === shownId) ?? activeModels(known)[0] ?? known[0];
  const asksForTraining = models.isSuccess && (training || !shown);
  const draft = useTrainDraft(asset, tags, asksForTraining);
  if (models.error) return <ProblemNotice problem={models.error} onRetry={() => void models.refetch()} />;
  if (models.isPending) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  if (asksForTraining || !shown)
    return (
      <TrainPanel
        asset={asset}
        tags={tags}
        draft={draft}
        others={known.length}
        onBack={() => setTraining(false)}
        onTrained={(modelIds) => {
          setShown(modelIds[0] ?? null);
          setDrillsOpen(true);
          setTraining(false);
        }}
      />
    );
  if (comparing && known.length > 1)
    return (
      <ModelCompare
        tags={tags}
        models={known}
        shownId={shown.id}
        onBack={() => setComparing(false)}
        onLook={(modelId) => {
          setShown(modelId);
          setComparing(false);
        }}
      />
    );
  return (
    <div className={classes.screen} data-drills={(drillsOpen && shown.drills !== undefined) || undefined}>
      <ModelStrip models={known} shownId={shown.id} onShow={setShown} onNew={() => setTraining(true)} onAbout={() => setAbout(true)}>
        {known.length > 1 && (
          <Button
            variant="default"
            leftSection={<IconColumns size={14} />}
            title={say("health.compare.open.help")}
            onClick={() => setComparing(true)}
          >
            {say("health.compare.open")}
          </Button>
        )}
        <ScoreNew key={shown.id} model={shown} />
      </ModelStrip>
      <ModelReview
        key={shown.id}
        asset={asset}
        tags={tags}
        model={shown}
        about={about}
        onAboutClose={() => setAbout(false)}
        onRemoved={() => {
          setAbout(false);
          setShown(null);
        }}
        drillsOpen={drillsOpen}
        onDrillsOpen={setDrillsOpen}
      />
    </div>
  );
}
