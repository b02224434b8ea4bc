import { Button, Group, Table } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";
import { FindingCount } from "../../ui/finding-count.tsx";
import { NumberCell } from "../../ui/number-cell.tsx";
import { Panel } from "../../ui/panel.tsx";
import { Period } from "../../ui/period.tsx";
import classes from "./import-view.module.css";
import { RemoveImport } from "./remove-import.tsx";
import { SavedProfiles } from "./saved-profiles.tsx";

/** Where files come in, and what came in before. */
export function ImportStart({ onPaths }: { readonly onPaths: (paths: readonly string[]) => void }) {
  const say = useSay();
  const choose = async () => {
    const files = await window.shell.chooseFiles();
    if (files.length > 0) onPaths(files);
  };
  const chooseFolder = async () => {
    const folder = await window.shell.chooseFolder(say("import-view.choose-folder"));
    if (folder !== null) onPaths([folder]);
  };
  return (
    <div className={classes.start}>
      <div className={classes.drop}>
        <IconFileImport size={36} stroke={1.4} aria-hidden />
        <h2 className={classes.dropTitle}>{say("import-view.start.title")}</h2>
        <p className={classes.dropText}>
          {say("import-view.start.text")} {say("import-view.start.series")}
        </p>
        <Group gap={8}>
          <Button onClick={choose}>{say("import-view.choose")}</Button>
          <Button variant="default" onClick={chooseFolder}>
            {say("import-view.choose-folder")}
          </Button>
        </Group>
      </div>
      <SavedProfiles />
      <EarlierImports />
    </div>
  );
}

function EarlierImports() {
  const say = useSay();
  const { go } = useNavigation();
  const assets = useAssets();
  const imports = useAsk("importing", "list", {}).data ?? [];
  if (imports.length === 0) return null;
  return (
    <Panel title={say("import-view.earlier")} flush>
      <Table>
        <Table.Tbody>
          {imports.map((record) => {
            const [first] = record.files;
            const more = record.files.length - 1;
            return (
              <Table.Tr key={record.id}>
                <Table.Td>
                  <Button variant="subtle" size="compact-sm" onClick={() => go("import", { importId: record.id })}>
                    {more > 0 ? say("import-view.files.more", { name: first?.name ?? "", count: more }) : first?.name}
                  </Button>
                </Table.Td>
                <Table.Td>{assets.find((asset) => asset.id === record.assetId)?.name}</Table.Td>
                <Table.Td>
                  <Period from={record.report.from} to={record.report.to} />
                </Table.Td>
                <NumberCell value={record.report.rowsKept} format={{ decimals: 0 }} />
                <Table.Td>
                  <FindingCount findings={record.report.findings} />
                </Table.Td>
                <Table.Td ta="right">{localTime(record.importedAt)}</Table.Td>
                <Table.Td ta="right">
                  <RemoveImport record={record} />
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
