import { Button } from "@mantine/core";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./import-view.module.css";
import { RejectedLines } from "./rejected-lines.tsx";
import { RemoveImport } from "./remove-import.tsx";
import { ReportColumns } from "./report-columns.tsx";
import { ReportHow } from "./report-how.tsx";
import { ReportTiles } from "./report-tiles.tsx";

interface Props {
  readonly importId: string;
  readonly onAnother: () => void;
}

/** What an import did: what was read, repaired, left out. */
export function ImportReport({ importId, onAnother }: Props) {
  const say = useSay();
  const imports = useAsk("importing", "list", {}).data;
  if (!imports) return null;
  const record = imports.find((known) => known.id === importId);
  if (record) return <Report record={record} onAnother={onAnother} />;
  return (
    <EmptyState title={say("import-view.report.gone")} action={<Button onClick={onAnother}>{say("import-view.report.another")}</Button>} />
  );
}

function Report({ record, onAnother }: { readonly record: ImportRecord; readonly onAnother: () => void }) {
  const say = useSay();
  const { go, chooseAsset } = useNavigation();
  const { report, files } = record;
  const asset = useAssets().find((known) => known.id === record.assetId)?.name ?? "";
  const first = files[0]?.name ?? "";
  const name = files.length > 1 ? say("import-view.files.more", { name: first, count: files.length - 1 }) : first;
  return (
    <div className={classes.report}>
      <div className={classes.reportHead}>
        <div className={classes.reportWords}>
          <h2 className={classes.reportTitle} title={name}>
            {say("import-view.report.title", { name })}
          </h2>
          <p className={classes.reportLine}>
            <span className={classes.reportDone}>{say("import-view.report.done", { rows: report.rowsKept, asset })}</span>{" "}
            <span className={classes.soft}>
              {say("import-view.report.took", {
                time: formatDuration(report.elapsedMs, say.language),
                rate: formatNumber(Math.round(report.rowsRead / Math.max(0.001, report.elapsedMs / 1000))),
              })}
            </span>
          </p>
        </div>
        <RemoveImport record={record} onRemoved={onAnother} />
        <Button variant="default" onClick={onAnother}>
          {say("import-view.report.another")}
        </Button>
        <Button
          variant="light"
          onClick={() => {
            chooseAsset(record.assetId);
            go("quality", { importId: record.id });
          }}
        >
          {say("quality-view.from-report")}
        </Button>
        <Button
          onClick={() => {
            chooseAsset(record.assetId);
            go("explore");
          }}
        >
          {say("import-view.report.explore")}
        </Button>
      </div>
      <ReportTiles report={report} />
      <Panel title={say("import-view.report.findings")}>
        <FindingList findings={report.findings} shown={8} />
      </Panel>
      <ReportColumns columns={report.columns} />
      {report.rejectedLines > 0 && <RejectedLines record={record} />}
      <ReportHow record={record} />
    </div>
  );
}
