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
import { useAsk } from "../../data/use-ask.ts";
import { Panel } from "../../ui/panel.tsx";
import { type TagExpectation, TagTrend } from "../../ui/tag-trend.tsx";
import { ContributionTable } from "./contribution-table.tsx";
import { EpisodeRecall } from "./episode-recall.tsx";
import { EpisodeSimilar } from "./episode-similar.tsx";
import { EpisodeStatusBadge } from "./episode-status.tsx";
import { episodeWords } from "./episode-words.ts";
import classes from "./health.module.css";
import { UnseenNote } from "./unseen-note.tsx";
import type { Verdicts } from "./use-verdicts.ts";
import { episodeTone } from "./verdict-badge.tsx";
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
  const tags = tagsToDraw(episode);
  return (
    <Panel
      key={episode.id} // each is read from its top
      className={classes.detailPanel ?? ""}
      title={position}
      actions={
        <>
          <EpisodeStatusBadge episode={episode} />
          <Button
            size="compact-xs"
            variant="default"
            leftSection={<IconChartLine size={13} />}
            onClick={() => go("explore", { range: around(episode, model, extent), tags: tags.map(({ tag }) => tag) })}
          >
            {say("health.detail.explore")}
          </Button>
        </>
      }
    >
      <p className={classes.mainSentence} data-testid="episode-sentence">
        {main}
      </p>
      <UnseenNote episode={episode} />
      <EpisodeRecall episode={episode} verdicts={verdict.verdicts} />
      <VerdictForm key={`${episode.id} verdict`} episode={episode} {...verdict} />
      <p className={classes.restSentence}>{rest.join(say.language === "zh" ? "" : " ")}</p>
      <h3 className={classes.small}>{say("health.detail.contributions")}</h3>
      <ContributionTable key={episode.id} contributions={episode.contributions} fingerprint={episode.fingerprint} />
      <EpisodeSimilar episode={episode} />
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

/** The tags that were off first, then those with the largest part in the score. */
function tagsToDraw({ fingerprint, contributions }: Episode): { tag: string; unit: string; expected: number | null }[] {
  const off = (fingerprint?.off ?? []).map(({ tag, unit, measured, residual }) => ({ tag, unit, expected: measured - residual }));
  return [...off, ...contributions.filter(({ tag }) => !off.some((one) => one.tag === tag))].slice(0, tagsDrawn);
}

const points = 300;

function EpisodeTrend({ asset, model, episode, extent }: Pick<Props, "asset" | "model" | "episode" | "extent">) {
  const say = useSay();
  const [range, setRange] = useState<TimeRange>(() => around(episode, model, extent));
  const drawn = tagsToDraw(episode);
  const trend = useAsk(
    "health",
    "expectedTrend",
    { episodeId: episode.id, tags: drawn.map(({ tag }) => tag), range, points },
    { enabled: drawn.length > 0, keepPrevious: true, forgetAfterMs: 60_000 },
  );
  const expectationOf = (tag: string): TagExpectation | undefined => {
    const told = trend.data?.tags.find((one) => one.tag === tag);
    if (!trend.data || !told) return undefined;
    const { expected, band } = told;
    return {
      label: say("expected.band"),
      time: trend.data.time,
      low: expected.map((value) => value - band),
      high: expected.map((value) => value + band),
    };
  };
  const tags = drawn.map(({ tag, unit, expected }) => {
    const expectation = expectationOf(tag);
    const level =
      expectation || trend.isPending || expected === null
        ? undefined
        : { label: say("health.detail.expected"), from: episode.from, to: episode.to, value: expected };
    return { name: tag, unit, level, expectation };
  });
  const stretches = episode.pieces ?? [episode];
  const bands: TrendBand[] = [
    ...model.reference.map((stretch): TrendBand => ({ id: `reference ${stretch.from}`, ...stretch, tone: "reference" })),
    ...stretches.map(({ from, to }): TrendBand => ({ id: `${episode.id} ${from}`, from, to, tone: episodeTone(episode) })),
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
        model={model}
        height={tags.length * laneHeight + 34}
        label={say("health.detail.trend")}
      />
      {tags.some((tag) => tag.expectation) ? (
        <p className={classes.help}>{say("expected.help")}</p>
      ) : (
        tags.some((tag) => tag.level) && <p className={classes.help}>{say("health.detail.trend.help")}</p>
      )}
    </>
  );
}
