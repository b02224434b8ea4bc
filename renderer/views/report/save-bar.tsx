import { Button, Tooltip } from "@mantine/core";
import { IconDownload, IconFolderOpen } from "@tabler/icons-react";
import { useState } from "react";
import type { ReportRecord } from "#shared/domain/report.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { bytes } from "../../ui/bytes.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { fileName } from "./file-name.ts";
import classes from "./report.module.css";

const formats = ["html", "pdf", "xlsx"] as const;
type Format = (typeof formats)[number];

interface Props {
  readonly report: ReportRecord;
  readonly onRemoved: () => void;
}

/** Takes a report out of the project as a file, and shows where it went. */
export function SaveBar({ report, onRemoved }: Props) {
  const say = useSay();
  const save = useTell("report", "save", { changes: [] });
  const remove = useTell("report", "remove", { onDone: onRemoved });
  const [saving, setSaving] = useState<Format | null>(null);
  const [saved, setSaved] = useState<{ path: string; bytes: number } | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const saveAs = async (format: Format): Promise<void> => {
    setProblem(null);
    try {
      const path = await window.shell.chooseTarget(`${fileName(report.request.title, report.createdAt)}.${format}`, format);
      if (path === null) return;
      setSaving(format);
      setSaved(null);
      setSaved(
        format === "pdf" ? await window.shell.printReport(report.id, path) : await save.mutateAsync({ reportId: report.id, format, path }),
      );
    } catch (error) {
      setProblem(error);
    } finally {
      setSaving(null);
    }
  };
  const { title } = report.request;
  return (
    <>
      <div className={classes.bar}>
        <div className={classes.barText}>
          <span className={classes.barTitle} title={title}>
            {title}
          </span>
          <Tooltip label={say("report-view.facts.help")}>
            <span className={classes.soft}>{say("report-view.facts", { hash: report.factsSha256.slice(0, 12) })}</span>
          </Tooltip>
        </div>
        {formats.map((format) => (
          <Button
            key={format}
            variant="default"
            leftSection={<IconDownload size={14} />}
            loading={saving === format}
            disabled={saving !== null}
            aria-label={`${say("report-view.save")} ${say(`report-view.save.${format}`)}`}
            onClick={() => void saveAs(format)}
          >
            {say(`report-view.save.${format}`)}
          </Button>
        ))}
        <ConfirmButton
          question={`${say("report-view.remove.title")} ${say("report-view.remove.text", { title })}`}
          confirm={say("report-view.remove")}
          onConfirm={() => remove.mutate({ reportId: report.id })}
          loading={remove.isPending}
        >
          {say("report-view.remove")}
        </ConfirmButton>
      </div>
      {saved && (
        <div className={classes.saved} role="status" data-path={saved.path}>
          <span title={saved.path} data-selectable>
            {say("report-view.saved", { name: saved.path, size: bytes(saved.bytes) })}
          </span>
          <Button
            size="compact-xs"
            variant="subtle"
            leftSection={<IconFolderOpen size={14} />}
            onClick={() => void window.shell.reveal(saved.path)}
          >
            {say("report-view.reveal")}
          </Button>
        </div>
      )}
      <ProblemNotice problem={problem ?? remove.error} onClose={() => setProblem(null)} />
    </>
  );
}
