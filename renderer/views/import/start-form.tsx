import { Button } from "@mantine/core";
import { useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import type { LogPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { titleOf } from "../../app/paths.ts";
import { askOnce, useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { agreeToRest } from "./agree-to-rest.ts";
import { type AssetChoice, assetChoice, newAssetName } from "./asset-choice.ts";
import { AssetField } from "./asset-field.tsx";
import { type ImportCourse, wishesOf, withAgreed, withoutLog } from "./import-course.ts";
import type { RunningImport } from "./import-running.tsx";
import classes from "./import-view.module.css";
import type { ImportWish } from "./import-wish.ts";
import { SaveProfile } from "./save-profile.tsx";
import type { TriedSettings } from "./use-dry-run.ts";
import type { Preview } from "./use-preview.ts";
import { planOfTable, wantedTables } from "./wanted-tables.ts";
import { wishName } from "./wish-name.ts";

interface Props {
  readonly course: ImportCourse;
  readonly preview: Preview;
  /** What both ends of the log said against the settings. */
  readonly tried: TriedSettings;
  readonly onLeave: () => void;
  readonly onCourse: (course: ImportCourse) => void;
  readonly onStarted: (course: ImportCourse, imports: readonly RunningImport[]) => void;
}

/** Which machine the log belongs to, and the way on: the next log, or the import of all that was agreed to. */
export function StartForm({ course, preview, tried, onLeave, onCourse, onStarted }: Props) {
  const say = useSay();
  const { answer, plan, isBehind, error, draft, tables } = preview;
  const group = course.groups[course.at]!;
  const choiceOf = useAssetChoices(preview, group.files);
  const assets = useAssets();
  const start = useTell("importing", "start", { changes: ["jobs"] });
  const [failed, setFailed] = useState<unknown>(null);
  const [isBusy, setBusy] = useState(false);
  if (!answer || !plan) return null;
  const wanted = wantedTables(draft, tables.length > 0 ? tables : answer.tables);
  const settingsOf = (table: number): LogPlan | undefined => (table === draft.table ? plan : planOfTable(draft, tables, table));
  const empty = wanted.filter((table) => !settingsOf(table)?.columns.some(({ kind }) => kind === "number"));
  const isBlocked = [...answer.findings, ...(tried.answer?.findings ?? [])].some((finding) => finding.severity === "blocking");
  const named = wanted.every((table) => choiceOf(table).asset !== null);
  const isLast = course.at === course.groups.length - 1;
  // The last of several logs may be left out.
  const someAgreed = wanted.length > 0 || course.groups.length > 1;
  const ready = someAgreed && empty.length === 0 && !isBlocked && !isBehind && !error && named;

  const wishes = async (): Promise<ImportWish[]> => {
    const wished: ImportWish[] = [];
    for (const table of wanted) {
      const settings = settingsOf(table)!;
      // A table that was cut anew and left at once has its columns found first.
      const { plan: settled } = settings.columns.length > 0 ? { plan: settings } : await askAgain(group.files, settings);
      const rows = tables[table]?.rows ?? null;
      wished.push({
        files: group.files,
        guess: tables[table]?.plan ?? settled,
        plan: settled,
        asset: choiceOf(table).asset!,
        name: wishName(group, tables, table),
        rows: rows === null ? (table === draft.table ? answer.estimatedRows : 0) : rows * group.files.length,
        group: course.at,
        table,
      });
    }
    return wished;
  };
  const startAll = async (agreed: ImportCourse) => {
    const imports: RunningImport[] = [];
    for (const { files, plan: settings, asset, name, rows } of wishesOf(agreed)) {
      const { jobId } = await start.mutateAsync({ files: [...files], plan: settings, asset });
      imports.push({ jobId, name, rows });
    }
    if (imports.length > 0) onStarted(agreed, imports);
    else onLeave();
  };
  const attempt = async (work: () => Promise<unknown>) => {
    setBusy(true);
    setFailed(null);
    await work().catch(setFailed);
    setBusy(false);
  };
  const goOn = async () => {
    const next = withAgreed(course, await wishes());
    if (isLast) await startAll(next);
    else onCourse({ ...next, at: course.at + 1 });
  };
  const goOnWithAll = async () => {
    const next = withAgreed(course, await wishes());
    const all = await agreeToRest(next);
    if (all.at < course.groups.length) onCourse(all);
    else await startAll({ ...all, at: course.at });
  };
  const total = wanted.length + wishesOf({ ...course, agreed: { ...course.agreed, [course.at]: [] } }).length;
  return (
    <div className={classes.go}>
      <div className={classes.goMore}>
        <SaveProfile
          guess={preview.guess ?? plan}
          plan={plan}
          proposed={draft.tables[draft.table]?.from ?? titleOf(group.files[0] ?? "")}
          asset={assetName(choiceOf(draft.table), assets)}
        />
        {course.groups.length > 1 && (
          <Button variant="subtle" disabled={isBusy} onClick={() => onCourse(withoutLog(course))}>
            {say("import-view.leave-out")}
          </Button>
        )}
      </div>
      <AssetField assets={assets} choice={choiceOf(draft.table)} onChoice={(change) => preview.decide(draft.table, change)} />
      {empty.length > 0 && <span className={classes.warn}>{say("import-view.start.numbers")}</span>}
      {wanted.length === 0 && <span className={classes.warn}>{say("import-view.start.none")}</span>}
      <ProblemNotice problem={failed} />
      {!isLast && (
        <Button variant="light" disabled={!ready || isBusy} onClick={() => attempt(goOnWithAll)}>
          {say("import-view.rest", { count: course.groups.length - course.at - 1 })}
        </Button>
      )}
      <div className={classes.goButtons}>
        <Button variant="default" onClick={() => (course.at > 0 ? onCourse({ ...course, at: course.at - 1 }) : onLeave())}>
          {say(course.at > 0 ? "import-view.back" : "import-view.cancel")}
        </Button>
        <Button flex={1} data-testid="start-import" disabled={!ready} loading={isBusy} onClick={() => attempt(goOn)}>
          {isLast ? (total > 1 ? say("import-view.start.all", { count: total }) : say("import-view.start")) : say("import-view.next")}
        </Button>
      </div>
    </div>
  );
}

const assetName = ({ id, name }: AssetChoice, assets: readonly Asset[]): string =>
  id === null ? name.trim() : (assets.find((asset) => asset.id === id)?.name ?? "");

const askAgain = (files: readonly string[], plan: LogPlan) => askOnce("importing", "preview", { files: [...files], plan });

/** What each table of a log is imported into. */
function useAssetChoices({ draft, tables, plan }: Preview, files: readonly string[]): (table: number) => AssetChoice {
  const { asset: current } = useNavigation();
  const known = useAsk("project", "tags", { assetId: current?.id ?? "" }, { enabled: current !== null }).data;
  return (table) =>
    assetChoice({
      draft: draft.tables[table],
      plan: table === draft.table ? plan : planOfTable(draft, tables, table),
      current,
      tags: known,
      name: newAssetName(titleOf(files[0] ?? ""), tables, table),
    });
}
