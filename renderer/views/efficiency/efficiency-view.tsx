import { Loader } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { WithData } from "../../app/with-data.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { BuildPanel } from "./build-panel.tsx";
import classes from "./efficiency.module.css";
import { ResultPanel } from "./result-panel.tsx";
import { useKpiDraft } from "./use-kpi-draft.ts";

/** Learn what the plant should use, and see what it uses more. */
export function EfficiencyView({ asset }: { readonly asset: Asset }) {
  return (
    <WithData asset={asset} title="efficiency.no-tags.title" text="efficiency.no-tags.way">
      {(tags) => <EfficiencyOf asset={asset} tags={tags} />}
    </WithData>
  );
}

function EfficiencyOf({ asset, tags }: { readonly asset: Asset; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const models = useAsk("efficiency", "models", { assetId: asset.id });
  const [building, setBuilding] = useState(false);
  const [shownId, setShown] = useState<string | null>(null);
  const known = models.data ?? [];
  const shown = known.find((model) => model.id === shownId) ?? known[0];
  const wantsBuilder = models.isSuccess && (building || !shown);
  const draft = useKpiDraft(asset, tags, wantsBuilder);
  if (models.error) return <ProblemNotice problem={models.error} onRetry={() => void models.refetch()} />;
  if (models.isPending) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  if (wantsBuilder || !shown)
    return (
      <BuildPanel
        asset={asset}
        tags={tags}
        draft={draft}
        others={known.length}
        onBack={() => setBuilding(false)}
        onFitted={(modelId) => {
          setShown(modelId);
          setBuilding(false);
        }}
      />
    );
  return (
    <div className={classes.screen}>
      <nav className={classes.strip} aria-label={say("efficiency.models.title")}>
        {known.map((model) => (
          <button
            key={model.id}
            type="button"
            className={classes.card}
            aria-pressed={model.id === shown.id}
            aria-label={say("efficiency.model.show", { name: model.kpi.name })}
            onClick={() => setShown(model.id)}
          >
            <strong>{model.kpi.name}</strong>
            <span className={classes.soft}>
              {printUnit(model.kpi.unit)} · {localTime(model.createdAt)}
            </span>
          </button>
        ))}
        <button
          type="button"
          className={classes.card}
          data-new
          onClick={() => {
            draft.takeNew();
            setBuilding(true);
          }}
        >
          <IconPlus size={15} aria-hidden /> {say("efficiency.build.new")}
        </button>
      </nav>
      <ResultPanel
        key={shown.id}
        model={shown}
        onAgain={(reporting) => {
          draft.take(shown.kpi);
          draft.setBaseline(shown.baselinePeriod.ranges);
          draft.setReporting(reporting);
          setBuilding(true);
        }}
        onRemoved={() => setShown(null)}
      />
    </div>
  );
}
