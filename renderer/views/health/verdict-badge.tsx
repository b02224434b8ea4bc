import { Badge } from "@mantine/core";
import type { Verdict, VerdictKind } from "#shared/domain/health.ts";
import { useSay } from "../../app/language.tsx";
import type { TrendBand } from "../../charts/trend.ts";

const colors: Record<VerdictKind, string> = { fault: "red", normal: "green", sensor: "grape", maintenance: "blue", unclear: "gray" };

/** How an episode stands in a chart, by its verdict. */
export const verdictTone = (verdict: Verdict | null): TrendBand["tone"] =>
  verdict === null
    ? "episode"
    : ({ fault: "bad", normal: "good", sensor: "soft", maintenance: "soft", unclear: "soft" } as const)[verdict.verdict];

export function VerdictBadge({ verdict }: { readonly verdict: Verdict | null }) {
  const say = useSay();
  if (!verdict)
    return (
      <Badge color="orange" variant="outline" miw="max-content">
        {say("health.verdict.open")}
      </Badge>
    );
  return (
    <Badge color={colors[verdict.verdict]} miw="max-content">
      {say(`health.verdict.${verdict.verdict}`)}
    </Badge>
  );
}
