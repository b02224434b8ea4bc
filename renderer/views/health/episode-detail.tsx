import { Button } from "@mantine/core";
import { IconChartLine } from "@tabler/icons-react";
import type { RefObject } from "react";
import { useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import type { TrendBand } from "../../charts/trend.ts";
import { Panel } from "../../ui/panel.tsx";
import { TagTrend } from "../../ui/tag-trend.tsx";
import { ContributionTable } from "./contribution-table.tsx";
import { episodeWords } from "./episode-words.ts";
import classes from "./health.module.css";
import type { Verdicts } from "./use-verdicts.ts";
import { verdictTone } from "./verdict-badge.tsx";
import { VerdictForm } from "./verdict-form.tsx";

interface Props {
  readonly asset: Asset;
  readonly model: HealthModel;
  readonly episode: Episode;
  /** "Episode 3 of 7". */
  readonly position: string;
  readonly verdicts: Verdicts;
  readonly note: string;
  readonly onNote: (note: string) => void;
  readonly noteField: RefObject<HTMLTextAreaElement | null>;
  readonly extent: TimeRange;
}

const tagsDrawn = 3;
const laneHeight = 96;

/** One episode: what it is in words, a person's verdict, what it is made of, and the tags around it. */
export function EpisodeDetail({ asset, model, episode, position, extent, ...verdict }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const [main, ...rest] = episodeWords(say, episode, model, extent.to);
  return (
    <Panel
      className={classes.detailPanel ?? ""}
      title={position}
      actions={
        <Button
          size="compact-xs"
          variant="default"
          leftSection={<IconChartLine size={13} />}
          onClick={() =>
            go("explore", { range: around(episode, model, extent), tags: episode.contributions.slice(0, tagsDrawn).map(({ tag }) => tag) })
          }
        >
          {say("health.detail.explore")}
        </Button>
      }
    >
      <p className={classes.mainSentence} data-testid="episode-sentence">
        {main}
      </p>
      <p className={classes.restSentence}>{rest.join(say.language === "zh" ? "" : " ")}</p>
      <VerdictForm episode={episode} {...verdict} />
      <h3 className={classes.small}>{say("health.detail.contributions")}</h3>
      <ContributionTable key={episode.id} contributions={episode.contributions} />
      <h3 className={classes.small}>{say("health.detail.trend")}</h3>
      <EpisodeTrend key={`${episode.id} trend`} asset={asset} model={model} episode={episode} extent={extent} />
    </Panel>
  );
}

/** The episode with one and a half times its length to either side, sixty rows at least, within the log. */
function around({ from, to }: Episode, { features }: HealthModel, extent: TimeRange): TimeRange {
  const air = Math.max((to - from) * 1.5, features.intervalMs * 60);
  return { from: Math.max(extent.from, from - air), to: Math.min(extent.to, to + air) };
}

function EpisodeTrend({ asset, model, episode, extent }: Pick<Props, "asset" | "model" | "episode" | "extent">) {
  const say = useSay();
  const air = Math.max((episode.to - episode.from) * 1.5, model.features.intervalMs * 60);
  const [range, setRange] = useState<TimeRange>({
    from: Math.max(extent.from, episode.from - air),
    to: Math.min(extent.to, episode.to + air),
  });
  const tags = episode.contributions.slice(0, tagsDrawn).map(({ tag, unit, expected }) => ({
    name: tag,
    unit,
    level: expected === null ? undefined : { label: say("health.detail.expected"), from: episode.from, to: episode.to, value: expected },
  }));
  const bands: TrendBand[] = [
    ...model.reference.map((stretch): TrendBand => ({ id: `reference ${stretch.from}`, ...stretch, tone: "reference" })),
    { id: episode.id, from: episode.from, to: episode.to, tone: verdictTone(episode.verdict) },
  ];
  return (
    <>
      <TagTrend
        assetId={asset.id}
        tags={tags}
        range={range}
        onRange={setRange}
        extent={extent}
        bands={bands}
        height={tags.length * laneHeight + 34}
        label={say("health.detail.trend")}
      />
      {tags.some((tag) => tag.level) && <p className={classes.help}>{say("health.detail.trend.help")}</p>}
    </>
  );
}
