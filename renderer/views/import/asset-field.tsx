import { Select, Stack, TextInput } from "@mantine/core";
import { useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import type { TextPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { titleOf } from "../../app/paths.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";

export interface AssetChoice {
  readonly assets: readonly Asset[];
  /** Id of the asset chosen, null for a new one. */
  readonly id: string | null;
  readonly name: string;
  /** What to import into; null while a new asset has no name. */
  readonly asset: { id: string } | { name: string } | null;
  choose(id: string | null): void;
  rename(name: string): void;
}

/** The same machine again if most of its tags are here; otherwise a new one, named after the file. */
export function useAssetChoice(files: readonly string[], plan: TextPlan | undefined): AssetChoice {
  const assets = useAssets();
  const { asset: current } = useNavigation();
  const known = useAsk("project", "tags", { assetId: current?.id ?? "" }, { enabled: current !== null }).data;
  const [chosen, choose] = useState<string | null | undefined>(undefined);
  const [typed, rename] = useState<string | null>(null);
  const tags = plan?.columns.filter((column) => column.kind === "number").map((column) => column.tag) ?? [];
  const shared = tags.filter((tag) => known?.some((other) => other.name === tag)).length;
  const guess = current && tags.length > 0 && shared >= tags.length * 0.6 ? current.id : null;
  const id = chosen === undefined ? guess : chosen;
  const name = typed ?? titleOf(files[0] ?? "");
  const asset = id !== null ? { id } : name.trim() === "" ? null : { name: name.trim() };
  return { assets, id, name, asset, choose, rename };
}

const newAsset = "\u0000new";

export function AssetField({ choice }: { readonly choice: AssetChoice }) {
  const say = useSay();
  return (
    <Stack gap={6}>
      {choice.assets.length > 0 && (
        <Select
          label={say("import-view.asset")}
          data={[
            { value: newAsset, label: say("import-view.asset.new") },
            ...choice.assets.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          value={choice.id ?? newAsset}
          onChange={(value) => choice.choose(value === newAsset ? null : value)}
        />
      )}
      {choice.id === null && (
        <TextInput
          label={say("import-view.asset.name")}
          value={choice.name}
          onChange={(event) => choice.rename(event.currentTarget.value)}
        />
      )}
    </Stack>
  );
}
