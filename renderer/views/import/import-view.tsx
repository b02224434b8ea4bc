import { useEffect, useState } from "react";
import type { Job } from "#shared/domain/job.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { ChooseLogs } from "./choose-logs.tsx";
import { backAt, draftOf, type ImportCourse, newCourse, wishesOf, withDraft } from "./import-course.ts";
import { emptyDraft } from "./import-draft.ts";
import { type EndedImport, ImportReports } from "./import-reports.tsx";
import { ImportRunning, type RunningImport } from "./import-running.tsx";
import { ImportStart } from "./import-start.tsx";
import { ImportWizard } from "./import-wizard.tsx";
import { usePreview } from "./use-preview.ts";

type Step =
  | { at: "start" }
  /** What was dropped or chosen becomes logs. */
  | { at: "choose"; paths: readonly string[] }
  | { at: "wizard"; course: ImportCourse; ended?: Job }
  | { at: "running"; course: ImportCourse; imports: readonly RunningImport[] }
  | { at: "report"; ended: readonly EndedImport[]; course?: ImportCourse };

/** From files to their repair reports; every step can go back without losing what was agreed. */
export function ImportView() {
  const { focus, screen, chooseAsset } = useNavigation();
  const [step, setStep] = useState<Step>({ at: "start" });
  const course = step.at === "wizard" || step.at === "running" ? step.course : undefined;
  const preview = usePreview({
    files: course?.groups[course.at]?.files ?? [],
    draft: course ? draftOf(course) : emptyDraft,
    onDraft: (draft) => setStep((now) => (now.at === "wizard" ? { ...now, course: withDraft(now.course, draft) } : now)),
  });

  const focusedAt = screen === "import" ? (focus?.at ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is followed once, when it comes
  useEffect(() => {
    if (focus?.files && focus.files.length > 0) setStep({ at: "choose", paths: focus.files });
    else if (focus?.importId) setStep({ at: "report", ended: [{ name: "", importId: focus.importId }] });
  }, [focusedAt]);

  const over = (jobs: readonly Job[]): void => {
    if (step.at !== "running") return;
    const wishes = wishesOf(step.course);
    const ended = jobs.map((job, k): EndedImport => {
      const { name } = step.imports[k]!;
      if (job.status.state !== "done") return { name, job, wish: wishes[k]! };
      const { importId, assetId } = job.status.result as { importId: string; assetId: string };
      chooseAsset(assetId);
      return { name, importId };
    });
    const [first] = jobs;
    if (ended.some(({ importId }) => importId)) setStep({ at: "report", ended, course: step.course });
    else setStep({ at: "wizard", course: backAt(step.course, wishes), ...(first && { ended: first }) });
  };
  const start = () => setStep({ at: "start" });
  switch (step.at) {
    case "start":
      return <ImportStart onPaths={(paths) => setStep({ at: "choose", paths })} />;
    case "choose":
      return (
        <ChooseLogs
          key={step.paths.join("\n")}
          paths={step.paths}
          onLogs={(groups) => setStep({ at: "wizard", course: newCourse(groups) })}
          onLeave={start}
        />
      );
    case "wizard":
      return (
        <ImportWizard
          key={step.course.groups[step.course.at]?.files.join("\n")}
          course={step.course}
          preview={preview}
          ended={step.ended}
          onLeave={start}
          onCourse={(next) => setStep({ at: "wizard", course: next })}
          onStarted={(next, imports) => setStep({ at: "running", course: next, imports })}
        />
      );
    case "running":
      return <ImportRunning imports={step.imports} onEnd={over} />;
    case "report": {
      const failed = step.ended.flatMap(({ wish }) => (wish ? [wish] : []));
      const back = step.course;
      return (
        <ImportReports
          ended={step.ended}
          onAnother={start}
          {...(back && failed.length > 0 ? { onBack: () => setStep({ at: "wizard", course: backAt(back, failed) }) } : {})}
        />
      );
    }
  }
}
