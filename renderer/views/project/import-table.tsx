import { Button, Group, Table, Text } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";
import { useTell } from "../../data/use-tell.ts";
import { bytes } from "../../ui/bytes.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { FindingCount } from "../../ui/finding-count.tsx";
import { NumberCell } from "../../ui/number-cell.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Period } from "../../ui/period.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./project-home.module.css";
import startClasses from "./start-screen.module.css";

/** What was imported, with the way to its report and the way to take it back. */
export function ImportTable() {
  const say = useSay();
  const { go } = useNavigation();
  const imports = useAsk("importing", "list", {}).data ?? [];
  return (
    <Panel
      title={say("project.imports")}
      flush={imports.length > 0}
      actions={
        <Button variant="light" leftSection={<IconFileImport size={15} />} onClick={() => go("import")}>
          {say("app.need.data.do")}
        </Button>
      }
    >
      {imports.length === 0 ? (
        <span className={startClasses.cardText}>{say("project.imports.none")}</span>
      ) : (
        <Table>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say("project.imports.file")}</Table.Th>
              <Table.Th className={classes.wide ?? ""}>{say("project.assets.period")}</Table.Th>
              <Table.Th ta="right">{say("project.assets.rows")}</Table.Th>
              <Table.Th>{say("project.imports.findings")}</Table.Th>
              <Table.Th />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {imports.map((record) => (
              <ImportRow key={record.id} record={record} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function ImportRow({ record }: { readonly record: ImportRecord }) {
  const say = useSay();
  const { go } = useNavigation();
  const asset = useAssets().find((known) => known.id === record.assetId);
  const remove = useTell("importing", "remove", { changes: ["importing", "project", "explore", "health", "efficiency"] });
  const [refused, setRefused] = useState<unknown>(null);
  const first = record.files[0]?.name ?? "";
  const name = record.files.length > 1 ? say("project.imports.more", { name: first, count: record.files.length - 1 }) : first;
  const take = (force: boolean) => {
    setRefused(null);
    remove.mutate({ importId: record.id, force }, { onError: setRefused });
  };
  return (
    <>
      <Table.Tr data-import={record.id}>
        <Table.Td>
          <span className={classes.ellipsis} title={record.files.map((file) => file.path).join("\n")}>
            {name}
          </span>
          <span className={classes.soft}>
            {asset?.name} · {localTime(record.importedAt)} · {bytes(record.files.reduce((sum, file) => sum + file.bytes, 0))}
          </span>
        </Table.Td>
        <Table.Td className={classes.wide ?? ""}>
          <Period from={record.report.from} to={record.report.to} />
        </Table.Td>
        <NumberCell value={record.report.rowsKept} format={{ decimals: 0 }} />
        <Table.Td>
          <FindingCount findings={record.report.findings} />
        </Table.Td>
        <Table.Td>
          <Group gap={2} wrap="nowrap" justify="flex-end">
            <Button variant="subtle" onClick={() => go("import", { importId: record.id })}>
              {say("project.imports.report")}
            </Button>
            <ConfirmButton
              aria-label={say("project.imports.remove.label", { name })}
              question={say("project.imports.remove.question", { name })}
              confirm={say("project.imports.remove")}
              loading={remove.isPending}
              onConfirm={() => take(false)}
            >
              {say("project.imports.remove")}
            </ConfirmButton>
          </Group>
        </Table.Td>
      </Table.Tr>
      {refused !== null && (
        <Table.Tr>
          <Table.Td colSpan={5}>
            <ProblemNotice problem={refused} onClose={() => setRefused(null)} />
            <Group justify="flex-end" mt="xs" gap="xs">
              <Text c="dimmed">{say("project.imports.remove.models")}</Text>
              <Button color="red" variant="light" onClick={() => take(true)}>
                {say("project.imports.remove.force")}
              </Button>
            </Group>
          </Table.Td>
        </Table.Tr>
      )}
    </>
  );
}
