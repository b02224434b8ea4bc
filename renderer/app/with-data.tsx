import { Button, Loader } from "@mantine/core";
import type { ReactNode } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { SentenceKey } from "#shared/language/index.ts";
import { useTags } from "../data/use-project.ts";
import { EmptyState } from "../ui/empty-state.tsx";
import { useSay } from "./language.tsx";
import { useNavigation } from "./navigation.tsx";

interface Props {
  readonly asset: Asset;
  /** What stands there while the asset has no samples, and why this screen needs them. */
  readonly title: SentenceKey;
  readonly text: SentenceKey;
  readonly children: (tags: readonly Tag[]) => ReactNode;
}

/** A screen that needs samples: says so, with the way to import, until there are some. */
export function WithData({ asset, title, text, children }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const tags = useTags(asset.id);
  if (!tags) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  if (tags.some((tag) => tag.valid > 0)) return children(tags);
  return (
    <EmptyState title={say(title)} text={say(text)} action={<Button onClick={() => go("import")}>{say("app.need.data.do")}</Button>} />
  );
}
