import { Loader } from "@mantine/core";
import type { EfficiencyModel } from "#shared/domain/efficiency.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { AboutPanel } from "./about-panel.tsx";
import { AdvicePanel } from "./advice-panel.tsx";
import classes from "./efficiency.module.css";
import { ErrorPanel } from "./error-panel.tsx";
import { FrontierPanel } from "./frontier-panel.tsx";
import { Headline } from "./headline.tsx";
import { parts } from "./parts.ts";
import { ResultCharts } from "./result-charts.tsx";
import { SharesPanel } from "./shares-panel.tsx";
import { SplitPanel } from "./split-panel.tsx";
import { ValuePanel } from "./value-panel.tsx";

interface Props {
  readonly model: EfficiencyModel;
  /** Asked for the builder with this result in it. */
  readonly onAgain: (reporting: readonly TimeRange[]) => void;
  readonly onRemoved: () => void;
}

/** A reporting period held against what was expected of it. */
export function ResultPanel({ model, onAgain, onRemoved }: Props) {
  const say = useSay();
  const asked = useAsk("efficiency", "result", { modelId: model.id });
  const potential = useAsk("efficiency", "potential", { modelId: model.id });
  const typed = useAsk("efficiency", "valueInput", { modelId: model.id });
  if (asked.error) return <ProblemNotice problem={asked.error} onRetry={() => void asked.refetch()} />;
  const result = asked.data;
  if (!result) return <Loader size="sm" aria-label={say("ui.loading")} />;
  const { frontier = null, split = null } = potential.data ?? {};
  const findings = [...result.findings, ...model.findings];
  return (
    <>
      <Headline model={model} result={result} frontier={frontier} price={typed.data ?? null} />
      <div id={parts.curves}>
        <ResultCharts model={model} result={result} frontier={frontier} />
      </div>
      <ProblemNotice problem={potential.error} />
      {potential.isSuccess && (
        <div className={classes.potential}>
          <div id={parts.frontier}>
            <FrontierPanel model={model} result={result} frontier={frontier} price={typed.data ?? null} />
          </div>
          <div id={parts.split}>
            <SplitPanel model={model} result={result} split={split} frontier={frontier} price={typed.data ?? null} />
          </div>
        </div>
      )}
      <AdvicePanel model={model} stepMs={result.stepMs} />
      <div className={classes.columns}>
        <div className={classes.column}>
          <div id={parts.value}>
            <ValuePanel model={model} result={result} />
          </div>
          <SharesPanel model={model} />
        </div>
        <div className={classes.column}>
          <ErrorPanel model={model} />
          {findings.length > 0 && (
            <Panel title={say("efficiency.findings.title")}>
              <FindingList findings={findings} />
            </Panel>
          )}
        </div>
      </div>
      <AboutPanel model={model} result={result} onAgain={() => onAgain(result.reportingPeriod.ranges)} onRemoved={onRemoved} />
    </>
  );
}
