import { Badge } from "@mantine/core";
import type { Episode, Verdict, VerdictKind } from "#shared/domain/health.ts";
import { isAlert } from "#shared/domain/is-alert.ts";
import { useSay } from "../../app/language.tsx";
import type { TrendBand } from "../../charts/trend.ts";

const colors: Record<VerdictKind, string> = { fault: "red", normal: "green", sensor: "grape", maintenance: "blue", unclear: "gray" };

/** How an episode stands in a chart, by its verdict. */
export const verdictTone = (verdict: Verdict | null): TrendBand["tone"] =>
  verdict === null
    ? "episode"
    : ({ fault: "bad", normal: "good", sensor: "soft", maintenance: "soft", unclear: "soft" } as const)[verdict.verdict];

/** How an episode stands in a chart: by its verdict, quiet where its like was called normal. */
export const episodeTone = (episode: Episode): TrendBand["tone"] =>
  episode.verdict === null && !isAlert(episode) ? "soft" : verdictTone(episode.verdict);

/** The verdict on an episode, or what it seems to be by earlier ones. */
export function VerdictBadge({ episode }: { readonly episode: Episode }) {
  const say = useSay();
  const { verdict, recall, recallDeclined } = episode;
  if (verdict)
    return (
      <Badge color={colors[verdict.verdict]} miw="max-content" title={verdict.cause}>
        {say(`health.verdict.${verdict.verdict}`)}
      </Badge>
    );
  if (recall?.quiet && !recallDeclined)
    return (
      <Badge color="gray" variant="light" miw="max-content" title={recall.cause}>
        {say("recall.badge.quiet")}
      </Badge>
    );
  if (recall && !recallDeclined && recall.verdict !== "normal" && recall.verdict !== "unclear")
    return (
      <Badge color={colors[recall.verdict]} variant="outline" miw={84} maw={140} title={recall.cause}>
        {recall.cause ? say("recall.badge.like", { cause: recall.cause }) : say(`recall.badge.${recall.verdict}`)}
      </Badge>
    );
  return (
    <Badge color="orange" variant="outline" miw="max-content">
      {say("health.verdict.open")}
    </Badge>
  );
}
