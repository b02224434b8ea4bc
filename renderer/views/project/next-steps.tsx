import { IconCheck, IconChevronRight } from "@tabler/icons-react";
import type { SentenceKey } from "#shared/language/index.ts";
import { useSay } from "../../app/language.tsx";
import { type Screen, useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./project-home.module.css";

interface Step {
  readonly screen: Screen;
  readonly name: SentenceKey;
  readonly about?: SentenceKey;
  readonly done: boolean;
  readonly told?: string;
}

/** The path from a log to a report: what is done, and what comes next. */
export function NextSteps() {
  const say = useSay();
  const { asset, go } = useNavigation();
  const about = { assetId: asset?.id ?? "" };
  const has = { enabled: asset !== null };
  const imports = useAsk("importing", "list", {}).data?.length ?? 0;
  const models = useAsk("health", "models", about, has).data?.length ?? 0;
  const baselines = useAsk("efficiency", "models", about, has).data?.length ?? 0;
  const reports = useAsk("report", "list", about, has).data?.length ?? 0;
  const steps: readonly Step[] = [
    { screen: "import", name: "project.next.import", done: imports > 0, told: say("project.next.import.done", { count: imports }) },
    { screen: "explore", name: "project.next.explore", about: "project.next.explore.text", done: models + baselines > 0 },
    {
      screen: "health",
      name: "project.next.health",
      about: "project.next.health.text",
      done: models > 0,
      told: say("project.next.health.done", { count: models }),
    },
    {
      screen: "efficiency",
      name: "project.next.efficiency",
      about: "project.next.efficiency.text",
      done: baselines > 0,
      told: say("project.next.efficiency.done", { count: baselines }),
    },
    {
      screen: "report",
      name: "project.next.report",
      about: "project.next.report.text",
      done: reports > 0,
      told: say("project.next.report.done", { count: reports }),
    },
  ];
  const next = steps.findIndex((step) => !step.done);
  return (
    <Panel title={say("project.next")}>
      <ol className={classes.steps}>
        {steps.map((step, at) => {
          const below = step.done && step.told ? step.told : step.about ? say(step.about) : "";
          return (
            <li key={step.screen}>
              <button type="button" className={classes.step} data-next={at === next || undefined} onClick={() => go(step.screen)}>
                <span className={classes.mark} data-done={step.done || undefined}>
                  {step.done ? <IconCheck size={14} stroke={2.6} /> : at + 1}
                </span>
                <span>
                  <span className={classes.stepName}>{say(step.name)}</span>
                  {below && <span className={classes.soft}>{below}</span>}
                </span>
                <IconChevronRight size={15} aria-hidden />
              </button>
            </li>
          );
        })}
      </ol>
    </Panel>
  );
}
