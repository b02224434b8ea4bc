import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./settings-view.module.css";

/** Versions of what runs here, and how much of this computer there is to run on. */
export function EnginePanel() {
  const say = useSay();
  const { data: info, error, refetch } = useAsk("system", "info", {});
  return (
    <Panel title={say("settings.engine")}>
      <ProblemNotice problem={error} onRetry={() => void refetch()} />
      {info && (
        <dl className={classes.facts}>
          <dt>{say("settings.version")}</dt>
          <dd>{info.version}</dd>
          <dt>{say("settings.electron")}</dt>
          <dd>{info.electron ?? "–"}</dd>
          <dt>{say("settings.node")}</dt>
          <dd>{info.node}</dd>
          <dt>{say("settings.host")}</dt>
          <dd>{say(`settings.host.${info.host}`)}</dd>
          <dt>{say("settings.duckdb")}</dt>
          <dd>{info.duckdb}</dd>
          <dt>{say("settings.sqlite")}</dt>
          <dd>{info.sqlite}</dd>
          <dt>{say("settings.tensor")}</dt>
          <dd>
            {say(`settings.tensor.${info.tensor.backend}`, { version: info.tensor.version })}
            {say("settings.tensor.speed", { gflops: formatNumber(info.tensor.gflops, { significant: 2 }) })}
            <span className={classes.why} title={info.tensor.reason}>
              {say.language === "en" ? info.tensor.reason : say(`settings.tensor.${info.tensor.backend}.why`)}
            </span>
          </dd>
          <dt>{say("settings.machine")}</dt>
          <dd>{say("settings.machine.text", { cores: info.cores, memory: formatNumber(info.memoryGB, { significant: 3 }) })}</dd>
        </dl>
      )}
    </Panel>
  );
}
