import { Button } from "@mantine/core";
import { IconBuildingFactory2, IconCheck, IconFileImport, IconFolderOpen } from "@tabler/icons-react";
import { useSay } from "../../app/language.tsx";
import { useProjectCommands } from "../../app/project-commands.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RecentProjects } from "./recent-projects.tsx";
import classes from "./start-screen.module.css";

/** What this is, in ten seconds, and three ways to begin. */
export function StartScreen() {
  const say = useSay();
  const { newProject, openSample, openFolder, open, busy, problem, clearProblem } = useProjectCommands();
  const openLog = async () => {
    const files = await window.shell.chooseFiles();
    if (files.length > 0) newProject(files);
  };
  return (
    <div className={classes.start}>
      <div>
        <p className={classes.title}>{say("project.start.title")}</p>
        <p className={classes.text}>{say("project.start.text")}</p>
      </div>
      <div className={classes.cards}>
        <button type="button" className={classes.card} data-first disabled={busy} onClick={openSample}>
          <IconBuildingFactory2 size={26} stroke={1.5} aria-hidden />
          <span className={classes.cardTitle}>{say("project.start.sample.title")}</span>
          <span className={classes.cardText}>{say("project.start.sample.text")}</span>
        </button>
        <button type="button" className={classes.card} disabled={busy} onClick={openLog}>
          <IconFileImport size={26} stroke={1.5} aria-hidden />
          <span className={classes.cardTitle}>{say("project.start.log.title")}</span>
          <span className={classes.cardText}>{say("project.start.log.text")}</span>
        </button>
        <button type="button" className={classes.card} disabled={busy} onClick={openFolder}>
          <IconFolderOpen size={26} stroke={1.5} aria-hidden />
          <span className={classes.cardTitle}>{say("project.start.open.title")}</span>
          <span className={classes.cardText}>{say("project.start.open.text")}</span>
        </button>
      </div>
      <div className={classes.under}>
        <span>{say("project.start.dropped")}</span>
        <Button variant="subtle" disabled={busy} onClick={() => newProject()}>
          {say("project.start.new")}
        </Button>
      </div>
      <ProblemNotice problem={problem} title={say("project.open.failed")} onClose={clearProblem} />
      <RecentProjects busy={busy} onOpen={open} />
      <ul className={classes.facts}>
        {(["network", "trace", "open"] as const).map((fact) => (
          <li key={fact}>
            <IconCheck size={14} stroke={2.4} aria-hidden />
            {say(`project.fact.${fact}`)}
          </li>
        ))}
      </ul>
    </div>
  );
}
