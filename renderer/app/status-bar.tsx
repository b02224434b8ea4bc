import { Tooltip } from "@mantine/core";
import { useEngineState } from "../data/use-engine-state.ts";
import { isOver, useJobs } from "../data/use-jobs.ts";
import { JobProgress } from "../ui/job-progress.tsx";
import classes from "./app-frame.module.css";
import { useSay } from "./language.tsx";

/** What goes on: work, the engine, the network that is not there, the clock times are shown by. */
export function StatusBar() {
  const say = useSay();
  const state = useEngineState();
  const busy = useJobs().filter((job) => !isOver(job));
  const [first] = busy;
  return (
    <footer className={classes.status}>
      <div className={classes.jobs}>
        {first ? <JobProgress job={first} compact /> : say("app.status.jobs.none")}
        {busy.length > 1 && <span>{say("app.status.jobs.more", { count: busy.length - 1 })}</span>}
      </div>
      <Tooltip label={say("app.status.zone.why")}>
        <span>{say("app.status.zone")}</span>
      </Tooltip>
      <Tooltip label={say("app.status.network.why")}>
        <span>{say("app.status.network")}</span>
      </Tooltip>
      <span>
        <span className={classes.dot} data-state={state} />
        {say(`app.status.engine.${state}`)}
      </span>
    </footer>
  );
}
