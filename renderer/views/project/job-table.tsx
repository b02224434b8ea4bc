import { Button, Table } from "@mantine/core";
import { formatDuration } from "#shared/units/format-duration.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { isOver, useJobs } from "../../data/use-jobs.ts";
import { useTell } from "../../data/use-tell.ts";
import { jobName } from "../../ui/job-name.ts";
import { Panel } from "../../ui/panel.tsx";

/** Long work that has ended: what became of it. Drawn only where there was any. */
export function JobTable() {
  const say = useSay();
  const clear = useTell("jobs", "clear");
  const ended = useJobs().filter(isOver);
  if (ended.length === 0) return null;
  return (
    <Panel
      title={say("project.jobs")}
      flush
      actions={
        <Button variant="subtle" onClick={() => clear.mutate({})}>
          {say("project.jobs.clear")}
        </Button>
      }
    >
      <Table>
        <Table.Tbody>
          {ended.map((job) => (
            <Table.Tr key={job.id}>
              <Table.Td>{jobName(say, job)}</Table.Td>
              <Table.Td>
                {job.status.state === "failed"
                  ? say.coded(job.status.problem)
                  : say("project.jobs.took", {
                      state: say(`job.state.${job.status.state}`),
                      time: formatDuration((job.endedAt ?? job.startedAt) - job.startedAt, say.language),
                    })}
              </Table.Td>
              <Table.Td ta="right">{localTime(job.endedAt ?? job.startedAt)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
