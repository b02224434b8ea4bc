import { Button } from "@mantine/core";
import type { Asset } from "#shared/domain/asset.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ExploreTags } from "./explore-tags.tsx";

/** Signals of an asset over time. */
export function ExploreView({ asset }: { readonly asset: Asset }) {
  const say = useSay();
  const { go } = useNavigation();
  const { data: tags, error, refetch } = useAsk("project", "tags", { assetId: asset.id });
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!tags) return null;
  if (tags.length > 0) return <ExploreTags asset={asset} tags={tags} />;
  return (
    <EmptyState
      title={say("explore.no-tags.title", { asset: asset.name })}
      text={say("explore.no-tags.text")}
      action={<Button onClick={() => go("import")}>{say("app.need.data.do")}</Button>}
    />
  );
}
