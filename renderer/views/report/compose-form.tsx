import { Alert, Button, SegmentedControl, TextInput } from "@mantine/core";
import { IconFileText } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { ReportRequest } from "#shared/domain/report.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useJobResult } from "../../data/use-job-result.ts";
import { useTell } from "../../data/use-tell.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { logExtent } from "../../ui/log-extent.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { RangeFields } from "../../ui/range-fields.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import { ChooseList } from "./choose-list.tsx";
import classes from "./report.module.css";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  readonly onComposed: (reportId: string) => void;
}

/** What a report is to hold, and its making. Everything there is goes in unless it is taken out. */
export function ComposeForm({ asset, tags, onComposed }: Props) {
  const say = useSay();
  const { go } = useNavigation();
  const health = useAsk("health", "models", { assetId: asset.id });
  const efficiency = useAsk("efficiency", "models", { assetId: asset.id });
  const [ownTitle, setTitle] = useState<string | null>(null);
  const [author, setAuthor] = useState("");
  const [plant, setPlant] = useState("");
  const [ownLanguage, setLanguage] = useState<ReportRequest["language"] | null>(null);
  const [ownHealth, setHealth] = useState<ReadonlySet<string> | null>(null);
  const [ownEfficiency, setEfficiency] = useState<ReadonlySet<string> | null>(null);
  const [range, setRange] = useState<readonly TimeRange[] | null>(null);
  const [jobId, setJobId] = useState<string | null>(null);
  const [ended, setEnded] = useState<"cancelled" | "interrupted" | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const compose = useTell("report", "compose", { changes: [], onDone: ({ jobId: id }) => setJobId(id) });
  const job = useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "done") onComposed((status.result as { reportId: string }).reportId);
    else if (status.state === "failed") setProblem(status.problem);
    else if (status.state === "cancelled" || status.state === "interrupted") setEnded(status.state);
  });
  const language = ownLanguage ?? say.language;
  const title = ownTitle ?? say("report-view.title.proposal", { asset: asset.name });
  const healthModels = (health.data ?? []).filter(({ retiredAt }) => !retiredAt);
  const efficiencyModels = efficiency.data ?? [];
  const there = (ids: ReadonlySet<string> | null, models: readonly { id: string }[]): ReadonlySet<string> =>
    new Set(models.filter(({ id }) => !ids || ids.has(id)).map(({ id }) => id));
  const chosenHealth = there(ownHealth, healthModels);
  const chosenEfficiency = there(ownEfficiency, efficiencyModels);
  const extent = logExtent(tags);
  const missing = title.trim() === "" ? "title" : range !== null && range.length === 0 ? "period" : null;
  const start = (): void => {
    setEnded(null);
    setProblem(null);
    compose.mutate({
      assetId: asset.id,
      title: title.trim(),
      author: author.trim(),
      plant: plant.trim(),
      language,
      healthModelIds: [...chosenHealth],
      efficiencyModelIds: [...chosenEfficiency],
      range: range?.[0] ? { from: range[0].from, to: range.at(-1)!.to } : null,
    });
  };
  return (
    <Panel title={say("report-view.compose.title")}>
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (!missing && !job) start();
        }}
      >
        <TextInput
          label={say("report-view.title")}
          value={title}
          onChange={(event) => setTitle(event.currentTarget.value)}
          error={missing === "title" && say("report-view.missing.title")}
        />
        <div className={classes.two}>
          <TextInput label={say("report-view.author")} value={author} onChange={(event) => setAuthor(event.currentTarget.value)} />
          <TextInput label={say("report-view.plant")} value={plant} onChange={(event) => setPlant(event.currentTarget.value)} />
        </div>
        <div>
          <span className={classes.label} id="report-language">
            {say("report-view.language")}
          </span>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-labelledby="report-language"
            value={language}
            onChange={(value) => setLanguage(value as ReportRequest["language"])}
            data={(["en", "zh"] as const).map((value) => ({ value, label: say(`report-view.language.${value}`) }))}
          />
        </div>
        <ProblemNotice problem={health.error ?? efficiency.error} />
        <ChooseList
          title={say("report-view.health")}
          items={healthModels.map((model) => ({
            id: model.id,
            name: wordsOr(say, `family.${model.familyId}`, model.familyId),
            more: `${
              model.limit.alertsPerWeek === 1
                ? say("health.budget.value-one")
                : say("health.budget.value", { count: formatNumber(model.limit.alertsPerWeek) })
            } · ${localTime(model.createdAt)}`,
          }))}
          chosen={chosenHealth}
          onChange={setHealth}
          none={say("report-view.health.none")}
          wayThere={{ label: say("report-view.health.do"), go: () => go("health") }}
        />
        <ChooseList
          title={say("report-view.efficiency")}
          items={efficiencyModels.map((model) => ({
            id: model.id,
            name: model.kpi.name,
            more: say("report-view.efficiency.item", { time: localTime(model.createdAt) }),
          }))}
          chosen={chosenEfficiency}
          onChange={setEfficiency}
          none={say("report-view.efficiency.none")}
          wayThere={{ label: say("report-view.efficiency.do"), go: () => go("efficiency") }}
        />
        <div>
          <span className={classes.label} id="report-period">
            {say("report-view.period")}
          </span>
          <SegmentedControl
            size="xs"
            fullWidth
            aria-labelledby="report-period"
            value={range === null ? "all" : "some"}
            onChange={(value) => setRange(value === "all" ? null : [extent])}
            data={(["all", "some"] as const).map((value) => ({ value, label: say(`report-view.period.${value}`) }))}
          />
          {range !== null && (
            <div className={classes.range}>
              <RangeFields what={say("report-view.period")} ranges={range} onChange={setRange} extent={extent} single />
            </div>
          )}
        </div>
        {job ? (
          <JobProgress job={job} />
        ) : (
          <Button type="submit" size="sm" leftSection={<IconFileText size={15} />} disabled={missing !== null} loading={compose.isPending}>
            {say("report-view.compose")}
          </Button>
        )}
        {Boolean(compose.error ?? problem) && (
          <ProblemNotice
            problem={compose.error ?? problem}
            title={say("report-view.failed")}
            onClose={() => {
              setProblem(null);
              compose.reset();
            }}
          />
        )}
        {ended && (
          <Alert py={6} color="gray">
            {say(`report-view.${ended}`)}
          </Alert>
        )}
      </form>
    </Panel>
  );
}
