import { Badge, Loader } from "@mantine/core";
import { useDebouncedValue } from "@mantine/hooks";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import type { ParamValues } from "./family-form.tsx";
import classes from "./health.module.css";

interface Props {
  readonly assetId: string;
  readonly tags: readonly string[];
  readonly reference: readonly TimeRange[];
  readonly families: readonly { readonly id: string; readonly params: ParamValues }[];
}

// A person ticks several tags or drags an edge; the log is read only after that.
const settledMs = 600;

/** Whether what was chosen is enough to learn from, before anything is trained: what is missing, and what would help. */
export function SufficiencyPanel({ assetId, tags, reference, families }: Props) {
  const say = useSay();
  const wish = {
    assetId,
    tags: [...tags],
    reference: [...reference],
    families: families.map(({ id, params }) => ({ id, params: { ...params } })),
  };
  const [settled] = useDebouncedValue(JSON.stringify(wish), settledMs);
  const asked = JSON.parse(settled) as typeof wish;
  const possible = asked.tags.length > 0 && asked.reference.length > 0 && asked.families.length > 0;
  const { data, error, isFetching } = useAsk("health", "sufficiency", asked, { enabled: possible, keepPrevious: true });
  if (!possible) return null;
  const blocking = data?.findings.some(({ severity }) => severity === "blocking") ?? false;
  const helps = [...new Set((data?.findings ?? []).filter(({ severity }) => severity !== "note").map(({ code }) => code))]
    .map((code) => wordsOr(say, `health.helps.${code}`, ""))
    .filter((help) => help !== "");
  return (
    <Panel
      title={say("health.sufficiency.title")}
      actions={
        isFetching ? (
          <Loader size={14} aria-label={say("ui.loading")} />
        ) : (
          data && <Badge color={blocking ? "red" : "green"}>{say(blocking ? "health.sufficiency.not" : "health.sufficiency.enough")}</Badge>
        )
      }
    >
      <ProblemNotice problem={error} />
      {data && (
        <>
          <p className={classes.help}>
            {say("health.sufficiency.rows", {
              usable: formatNumber(data.usable),
              rows: formatNumber(data.rows),
              length: formatDuration(data.coveredMs, say.language),
              tags: data.tags,
            })}
          </p>
          {data.findings.length > 0 && <FindingList findings={data.findings} shown={4} />}
          {helps.length > 0 && (
            <div className={classes.why}>
              <h3 className={classes.small}>{say("health.sufficiency.helps")}</h3>
              <ul className={classes.helps}>
                {helps.map((help) => (
                  <li key={help}>{help}</li>
                ))}
              </ul>
            </div>
          )}
        </>
      )}
    </Panel>
  );
}
