import { ActionIcon, Group, Table, TextInput } from "@mantine/core";
import { IconCheck, IconPencil } from "@tabler/icons-react";
import { type FormEvent, useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";
import { useTell } from "../../data/use-tell.ts";
import { NumberCell } from "../../ui/number-cell.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Period } from "../../ui/period.tsx";
import startClasses from "./start-screen.module.css";

/** The machines of the project and what is known of each. */
export function AssetTable() {
  const say = useSay();
  const assets = useAssets();
  const imports = useAsk("importing", "list", {}).data ?? [];
  return (
    <Panel title={say("project.assets")} flush={assets.length > 0}>
      {assets.length === 0 ? (
        <span className={startClasses.cardText}>{say("project.assets.none")}</span>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say("project.name")}</Table.Th>
              <Table.Th ta="right">{say("project.assets.tags")}</Table.Th>
              <Table.Th ta="right">{say("project.assets.rows")}</Table.Th>
              <Table.Th>{say("project.assets.period")}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {assets.map((asset) => (
              <AssetRow key={asset.id} asset={asset} imports={imports.filter((record) => record.assetId === asset.id)} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function AssetRow({ asset, imports }: { readonly asset: Asset; readonly imports: readonly ImportRecord[] }) {
  const say = useSay();
  const { go, chooseAsset } = useNavigation();
  const tags = useAsk("project", "tags", { assetId: asset.id }).data;
  const rows = imports.reduce((sum, record) => sum + record.report.rowsKept, 0);
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useTell("project", "renameAsset", { onDone: () => setTyped(null) });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (typed?.trim()) rename.mutate({ assetId: asset.id, name: typed.trim() });
  };
  return (
    <Table.Tr>
      <Table.Td>
        {typed === null ? (
          <Group gap={4} wrap="nowrap">
            <button
              type="button"
              className={startClasses.link}
              onClick={() => {
                chooseAsset(asset.id);
                go("explore");
              }}
            >
              {asset.name}
            </button>
            <ActionIcon size="sm" aria-label={say("project.assets.rename", { name: asset.name })} onClick={() => setTyped(asset.name)}>
              <IconPencil size={14} />
            </ActionIcon>
          </Group>
        ) : (
          <form onSubmit={submit}>
            <Group gap={4} wrap="nowrap">
              <TextInput
                autoFocus
                aria-label={say("project.assets.name")}
                value={typed}
                onChange={(event) => setTyped(event.currentTarget.value)}
                onKeyDown={(event) => event.key === "Escape" && setTyped(null)}
                {...(rename.error ? { error: say.coded(rename.error.problem) } : {})}
              />
              <ActionIcon type="submit" aria-label={say("project.assets.rename", { name: asset.name })} loading={rename.isPending}>
                <IconCheck size={15} />
              </ActionIcon>
            </Group>
          </form>
        )}
      </Table.Td>
      <NumberCell value={tags?.length} />
      <NumberCell value={rows} format={{ decimals: 0 }} />
      <Table.Td>
        <Period from={minimum(tags?.map((tag) => tag.from))} to={maximum(tags?.map((tag) => tag.to))} />
      </Table.Td>
    </Table.Tr>
  );
}

const minimum = (values: readonly number[] | undefined): number | null => (values?.length ? Math.min(...values) : null);
const maximum = (values: readonly number[] | undefined): number | null => (values?.length ? Math.max(...values) : null);
