import type { QueryClient } from "@tanstack/react-query";
import { Job } from "#shared/domain/job.ts";
import { Problem } from "#shared/domain/problem.ts";
import { Project } from "#shared/domain/project.ts";
import { engine } from "./engine.ts";
import { areasOfJob } from "./job-areas.ts";
import { isOver } from "./use-jobs.ts";

const projectKey = ["project", "current", {}];
/** What was in the way of the project that the app was started with. */
export const troubleKey = ["app", "trouble"];
const jobsKey = ["jobs", "list", {}];

/** Keeps what the window knows in step with what the engine tells; returns how to stop. Once per window. */
export function followEvents(client: QueryClient): () => void {
  const stops = [
    engine.on("job", (value) => {
      const job = Job.parse(value);
      client.setQueryData<Job[]>(jobsKey, (jobs) => placed(jobs ?? [], job));
      if (isOver(job)) for (const area of areasOfJob[job.kind]) void client.invalidateQueries({ queryKey: [area] });
    }),
    engine.on("project", (value) => {
      const project = Project.nullable().parse(value);
      const before = client.getQueryData<Project | null>(projectKey);
      client.setQueryData(projectKey, project);
      // Nothing that was said of another project may be shown under this one's name.
      if (before?.id !== project?.id) forgetProject(client);
    }),
    engine.on("trouble", (value) => client.setQueryData(troubleKey, Problem.parse(value))),
    engine.watch(() => {
      if (engine.state() === "ready") void client.invalidateQueries();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}

const placed = (jobs: readonly Job[], job: Job): Job[] =>
  jobs.some((known) => known.id === job.id) ? jobs.map((known) => (known.id === job.id ? job : known)) : [job, ...jobs];

function forgetProject(client: QueryClient): void {
  // What a file is understood to be does not depend on the project it will go into.
  const keeps = (key: readonly unknown[]): boolean =>
    key[0] === "system" || key[0] === "jobs" || key[1] === "preview" || (key[0] === "project" && key[1] === "current");
  void client.resetQueries({ predicate: ({ queryKey }) => !keeps(queryKey) });
}
