import { Select, Stack, TextInput } from "@mantine/core";
import type { Asset } from "#shared/domain/asset.ts";
import { useSay } from "../../app/language.tsx";
import type { AssetChoice } from "./asset-choice.ts";
import type { TableDraft } from "./import-draft.ts";

const newAsset = "\u0000new";

interface Props {
  readonly assets: readonly Asset[];
  readonly choice: AssetChoice;
  readonly onChoice: (change: Pick<TableDraft, "assetId" | "assetName">) => void;
}

/** The machine a log belongs to: one that is known, or a new one by name. */
export function AssetField({ assets, choice, onChoice }: Props) {
  const say = useSay();
  return (
    <Stack gap={6}>
      {assets.length > 0 && (
        <Select
          label={say("import-view.asset")}
          data={[{ value: newAsset, label: say("import-view.asset.new") }, ...assets.map(({ id, name }) => ({ value: id, label: name }))]}
          value={choice.id ?? newAsset}
          onChange={(value) => onChoice({ assetId: value === newAsset ? null : value })}
        />
      )}
      {choice.id === null && (
        <TextInput
          label={say("import-view.asset.name")}
          value={choice.name}
          onChange={(event) => onChoice({ assetName: event.currentTarget.value })}
        />
      )}
    </Stack>
  );
}
