import { Alert, Button, Group, Loader } from "@mantine/core";
import { IconArrowBackUp, IconCopyCheck, IconTags } from "@tabler/icons-react";
import { useState } from "react";
import type { DryRun } from "#shared/domain/dry-run.ts";
import { type ColumnSummary, isRecording } from "#shared/domain/importing.ts";
import type { Job } from "#shared/domain/job.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { nameOf } from "../../app/paths.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useAssets } from "../../data/use-project.ts";
import { bytes } from "../../ui/bytes.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ClockForm } from "./clock-form.tsx";
import { DryRunPanel } from "./dry-run-panel.tsx";
import { type ImportCourse, withoutLog } from "./import-course.ts";
import type { RunningImport } from "./import-running.tsx";
import classes from "./import-view.module.css";
import { LayoutForm } from "./layout-form.tsx";
import { PreviewTable } from "./preview-table.tsx";
import { ProfileOffer } from "./profile-offer.tsx";
import { RecordingForm } from "./recording-form.tsx";
import { StartForm } from "./start-form.tsx";
import { TableStrip } from "./table-strip.tsx";
import { TagsDialog } from "./tags-dialog.tsx";
import { TextForm } from "./text-form.tsx";
import { useAgreedSettings } from "./use-agreed-settings.ts";
import { useDryRun } from "./use-dry-run.ts";
import type { Preview } from "./use-preview.ts";
import { ValuesForm } from "./values-form.tsx";

interface Props {
  readonly course: ImportCourse;
  readonly preview: Preview;
  /** The import that was tried and did not end well. */
  readonly ended: Job | undefined;
  readonly onLeave: () => void;
  readonly onCourse: (course: ImportCourse) => void;
  readonly onStarted: (course: ImportCourse, imports: readonly RunningImport[]) => void;
}

/** What was understood on the right, what can be corrected on the left; the right follows the left. */
export function ImportWizard({ course, preview, ended, onLeave, onCourse, onStarted }: Props) {
  const say = useSay();
  const { answer, plan, isBehind, error } = preview;
  const { files, name: called } = course.groups[course.at]!;
  useAgreedSettings(course, preview);
  const tried = useDryRun(files, preview);
  const [isNaming, setNaming] = useState(false);
  const first = nameOf(files[0] ?? "");
  const name = files.length > 1 ? say("import-view.files.more", { name: first, count: files.length - 1 }) : first;
  if (!answer || !plan) {
    return (
      <EmptyState
        {...(error ? {} : { icon: <Loader size="sm" /> })}
        title={error ? say("import-view.unreadable") : say("import-view.reading", { name })}
        {...(error ? { text: say.coded(error.problem) } : {})}
        action={
          <Group gap={8}>
            {course.groups.length > 1 && <Button onClick={() => onCourse(withoutLog(course))}>{say("import-view.leave-out")}</Button>}
            <Button variant="default" onClick={onLeave}>
              {say(error ? "import-view.other" : "import-view.cancel")}
            </Button>
          </Group>
        }
      />
    );
  }
  const series = seriesOf(tried.answer);
  const findings = [...answer.findings.filter(({ code }) => !toldByStrip.has(code)), ...(tried.answer?.findings ?? [])];
  const size = answer.files.reduce((sum, file) => sum + file.bytes, 0);
  return (
    <div className={classes.wizard}>
      <aside className={classes.side}>
        <div className={classes.fileHead}>
          {course.groups.length > 1 && (
            <span className={classes.soft}>{say("import-view.course", { at: course.at + 1, count: course.groups.length })}</span>
          )}
          <strong className={classes.fileName} title={files.join("\n")}>
            {called}
          </strong>
          <span className={classes.soft}>
            {files.length > 1 && `${say("import-view.files", { count: files.length })} · `}
            {bytes(size)} ·{" "}
            {say("import-view.estimate", {
              rows: formatNumber(tried.answer?.estimate.rows ?? answer.estimatedRows, { significant: 3 }),
              time: formatDuration(tried.answer?.estimate.ms ?? answer.estimatedMs, say.language),
            })}
          </span>
        </div>
        <div className={classes.forms}>
          {isRecording(plan) ? (
            <RecordingForm plan={plan} facts={answer.facts} />
          ) : (
            <>
              <TextForm plan={plan} onPlan={preview.correct} />
              <LayoutForm
                plan={plan}
                guess={preview.guess && !isRecording(preview.guess) ? preview.guess : undefined}
                tags={tried.isBehind ? undefined : series.length}
                onPlan={preview.correct}
              />
            </>
          )}
          <ClockForm key={preview.draft.table} plan={plan} rows={answer.rows} onPlan={preview.correct} />
          <ValuesForm plan={plan} onPlan={preview.correct} />
          {preview.isCorrected && (
            <Button variant="subtle" leftSection={<IconArrowBackUp size={14} />} onClick={preview.reset}>
              {say("import-view.undo")}
            </Button>
          )}
        </div>
        <StartForm course={course} preview={preview} tried={tried} onLeave={onLeave} onCourse={onCourse} onStarted={onStarted} />
      </aside>
      <div className={classes.main}>
        <Ended job={ended} />
        <SameFile files={files} />
        <ProfileOffer preview={preview} />
        <ProblemNotice problem={error} title={say("import-view.unreadable")} />
        <TableStrip preview={preview} />
        {findings.length > 0 && (
          <div className={classes.findings}>
            <FindingList findings={findings} shown={3} />
          </div>
        )}
        <PreviewTable
          key={preview.draft.table}
          answer={answer}
          table={preview.draft.table}
          plan={plan}
          isBehind={isBehind}
          isRecut={preview.isRecut}
          onPlan={preview.correct}
          actions={
            <Button
              variant="subtle"
              size="compact-sm"
              leftSection={<IconTags size={14} />}
              disabled={preview.isRecut}
              onClick={() => setNaming(true)}
            >
              {say("tags.open")}
            </Button>
          }
        />
        {isNaming && <TagsDialog plan={plan} series={series} onPlan={preview.correct} onClose={() => setNaming(false)} />}
        <DryRunPanel tried={tried} />
      </div>
    </div>
  );
}

/** That there are further tables is seen in their strip, and they are imported with this one. */
const toldByStrip: ReadonlySet<string> = new Set(["import.second-table", "import.more-tables"]);

/** The tags met at both ends of a long table. */
function seriesOf(run: DryRun | undefined): ColumnSummary[] {
  const head = run?.head.series ?? [];
  const known = new Set(head.map(({ tag }) => tag));
  return [...head, ...(run?.tail?.series ?? []).filter(({ tag }) => !known.has(tag))];
}

/** What became of the import that was tried from here. */
function Ended({ job }: { readonly job: Job | undefined }) {
  const say = useSay();
  const [seen, setSeen] = useState<string | null>(null);
  if (!job || seen === job.id) return null;
  const close = () => setSeen(job.id);
  if (job.status.state === "failed") return <ProblemNotice problem={job.status.problem} onClose={close} />;
  return (
    <Alert color="gray" withCloseButton onClose={close} closeButtonLabel={say("ui.close")} py={8} role="status">
      {say(job.status.state === "interrupted" ? "import-view.interrupted" : "import-view.stopped")}
    </Alert>
  );
}

/** Says so when the very same bytes are in the project already. */
function SameFile({ files }: { readonly files: readonly string[] }) {
  const say = useSay();
  const { go } = useNavigation();
  const assets = useAssets();
  const [same] = useAsk("importing", "sameFiles", { files: [...files] }).data ?? [];
  if (!same) return null;
  return (
    <Alert color="orange" icon={<IconCopyCheck size={18} />} py={8} role="status">
      {say("import-view.same", {
        date: localTime(same.importedAt),
        asset: assets.find((asset) => asset.id === same.assetId)?.name ?? "",
      })}{" "}
      <Button variant="subtle" size="compact-sm" onClick={() => go("import", { importId: same.id })}>
        {say("import-view.same.show")}
      </Button>
    </Alert>
  );
}
