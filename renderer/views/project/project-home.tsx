import { Button, Group, Stack } from "@mantine/core";
import type { Project } from "#shared/domain/project.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useProjectCommands } from "../../app/project-commands.tsx";
import { isOver, useJobs } from "../../data/use-jobs.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AssetTable } from "./asset-table.tsx";
import { ImportTable } from "./import-table.tsx";
import { JobTable } from "./job-table.tsx";
import { NextSteps } from "./next-steps.tsx";
import classes from "./project-home.module.css";

/** What is in the project and what to do next. */
export function ProjectHome({ project }: { readonly project: Project }) {
  const say = useSay();
  const { close, busy, problem, clearProblem } = useProjectCommands();
  const building = useJobs().filter((job) => (job.kind === "sample" || job.kind === "import") && !isOver(job));
  return (
    <div className={classes.home}>
      <div className={classes.column}>
        <ProblemNotice problem={problem} title={say("project.open.failed")} onClose={clearProblem} />
        {building.length > 0 && (
          <Panel title={say("project.jobs.now")}>
            <Stack gap="sm">
              {building.map((job) => (
                <JobProgress key={job.id} job={job} />
              ))}
              {building.some((job) => job.kind === "sample") && <span className={classes.soft}>{say("project.sample.building")}</span>}
            </Stack>
          </Panel>
        )}
        <AssetTable />
        <ImportTable />
        <JobTable />
      </div>
      <div className={classes.column}>
        <NextSteps />
        <Panel title={project.name}>
          <Stack gap="xs">
            <span className={classes.folder}>{project.folder}</span>
            <span className={classes.soft}>
              {say("project.home.created")} {localTime(project.createdAt)}
            </span>
            <Group gap="xs">
              <Button variant="default" onClick={() => void window.shell.reveal(project.folder)}>
                {say("project.home.reveal")}
              </Button>
              <Button variant="default" disabled={busy} onClick={() => void close()}>
                {say("project.home.close")}
              </Button>
            </Group>
          </Stack>
        </Panel>
      </div>
    </div>
  );
}
