import { useEffect, useState } from "react";
import type { Job } from "#shared/domain/job.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { ImportReport } from "./import-report.tsx";
import { ImportRunning } from "./import-running.tsx";
import { ImportStart } from "./import-start.tsx";
import { ImportWizard } from "./import-wizard.tsx";
import { usePreview } from "./use-preview.ts";

type Step =
  | { at: "start" }
  | { at: "wizard"; files: readonly string[]; ended?: Job }
  | { at: "running"; files: readonly string[]; jobId: string; rows: number }
  | { at: "report"; importId: string };

/** From a file to its repair report; every step can go back without losing what was agreed. */
export function ImportView() {
  const { focus, screen, chooseAsset } = useNavigation();
  const [step, setStep] = useState<Step>({ at: "start" });
  const files = step.at === "wizard" || step.at === "running" ? step.files : [];
  const preview = usePreview(files);

  const focusedAt = screen === "import" ? (focus?.at ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is followed once, when it comes
  useEffect(() => {
    if (focus?.files && focus.files.length > 0) setStep({ at: "wizard", files: focus.files });
    else if (focus?.importId) setStep({ at: "report", importId: focus.importId });
  }, [focusedAt]);

  const ended = (job: Job): void => {
    if (step.at !== "running") return;
    if (job.status.state !== "done") {
      setStep({ at: "wizard", files: step.files, ended: job });
      return;
    }
    const { importId, assetId } = job.status.result as { importId: string; assetId: string };
    chooseAsset(assetId);
    setStep({ at: "report", importId });
  };
  switch (step.at) {
    case "start":
      return <ImportStart onFiles={(chosen) => setStep({ at: "wizard", files: chosen })} />;
    case "wizard":
      return (
        <ImportWizard
          key={step.files.join("\n")}
          files={step.files}
          preview={preview}
          ended={step.ended}
          onLeave={() => setStep({ at: "start" })}
          onStarted={(jobId, rows) => setStep({ at: "running", files: step.files, jobId, rows })}
        />
      );
    case "running":
      return <ImportRunning jobId={step.jobId} rows={step.rows} onEnd={ended} />;
    case "report":
      return <ImportReport importId={step.importId} onAnother={() => setStep({ at: "start" })} />;
  }
}
