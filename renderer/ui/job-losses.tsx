import type { Job } from "#shared/domain/job.ts";
import { useSay } from "../app/language.tsx";
import { LossChart } from "../charts/loss-chart.tsx";

/** How the network that a job trains is doing, epoch by epoch; nothing for a job that trains none just now. */
export function JobLosses({ job }: { readonly job: Job }) {
  const say = useSay();
  const losses = job.status.state === "running" ? job.status.losses : undefined;
  if (!losses || losses.training.length === 0) return null;
  const epoch = losses.training.length;
  return (
    <LossChart
      label={say("ui.losses", { epoch })}
      lines={[
        { name: say("ui.losses.training", { epoch }), values: losses.training },
        { name: say("ui.losses.validation"), values: losses.validation },
      ]}
    />
  );
}
