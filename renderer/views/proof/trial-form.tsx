import { Alert, Button, Loader, MultiSelect, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconArrowLeft, IconScale } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { TrialWish } from "#shared/domain/trial.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { isAmount } from "#shared/units/is-amount.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { type Say, useSay } from "../../app/language.tsx";
import type { Focus } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { logExtent } from "../../ui/log-extent.ts";
import { Panel } from "../../ui/panel.tsx";
import { parseTime } from "../../ui/parse-time.ts";
import { PeriodChart } from "../../ui/period-chart.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./proof.module.css";
import { RunFoot } from "./run-foot.tsx";
import { SettingsTable, WatchTable } from "./trial-tags-table.tsx";
import { useProofJob } from "./use-proof-job.ts";
import { type TrialDraft, useTrialDraft } from "./use-trial-draft.ts";
import { ValueFields } from "./value-fields.tsx";
import { WeighedTrialPanel } from "./weighed-trial-panel.tsx";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  /** The advice that is tried; without it the tags suggest what to judge by. */
  readonly advice: Focus["trial"];
  readonly onBack: () => void;
  readonly onLocked: (trialId: string) => void;
}

const hour = 3_600_000;
const lengths = [4, 6, 8, 12, 24, 48].map((hours) => hours * hour);
const best = "best";

/** What is tried, what it is told by, and the blocks: proposed, open to change, weighed, then locked. */
export function TrialForm({ asset, tags, advice, onBack, onLocked }: Props) {
  const say = useSay();
  const { draft, error, change: put } = useTrialDraft(asset.id, advice);
  const kpis = useAsk("efficiency", "kpis", { assetId: asset.id });
  // What a gain is added up in: of a meter as of a KPI.
  const judged = draft?.yardstick?.kind === "kpi" ? draft.yardstick.kpi.formula : draft?.yardstick && `"${draft.yardstick.tag}"`;
  const priced = useAsk("efficiency", "checkFormula", { assetId: asset.id, formula: judged ?? "" }, { enabled: judged !== undefined });
  const [draftId, setDraftId] = useState<string | null>(null);
  const [typedFrom, setTypedFrom] = useState<string | null>(null);
  const work = useProofJob<{ draftId: string }>((result) => setDraftId(result.draftId));
  const weigh = useTell("trial", "weigh", { changes: [], onDone: ({ jobId }) => work.begin(jobId) });
  if (error) return <ProblemNotice problem={error} />;
  if (!draft) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  // What was weighed is no longer what stands in the form.
  const change = (part: Partial<TrialDraft>): void => {
    setDraftId(null);
    put(part);
  };
  const measured = tags.filter((tag) => tag.valid > 0);
  const name = draft.name || (draft.modelId === null ? "" : suggestedName(say, draft));
  const { yardstick } = draft;
  const known = [...(kpis.data ?? []), ...(yardstick?.kind === "kpi" ? [yardstick.kpi] : [])];
  const kpiChoices = known.filter((kpi, at) => known.findIndex(({ id }) => id === kpi.id) === at);
  const chosen = yardstick === null ? null : yardstick.kind === "kpi" ? `kpi:${yardstick.kpi.id}` : `tag:${yardstick.tag}`;
  const judge = (value: string | null): void => {
    if (value === null) return;
    const kpi = kpiChoices.find(({ id }) => value === `kpi:${id}`);
    if (kpi) {
      change({
        yardstick: { kind: "kpi", kpi },
        better: kpi.better,
        drivers: driversOf(
          kpi.relevantVariables.filter((tag) => !kpi.controllableTags.includes(tag)),
          draft,
          measured,
        ),
      });
      return;
    }
    const tag = value.slice("tag:".length);
    const meterKind = isAmount(measured.find((of) => of.name === tag)?.unit ?? "") ? "amount" : "power";
    change({ yardstick: { kind: "meter", tag, meterKind, validWhen: null }, drivers: draft.drivers.filter((of) => of.tag !== tag) });
  };
  const fromText = typedFrom ?? formatTime(draft.from + draft.clockOffsetMs);
  const fromAt = parseTime(fromText);
  const same = draft.settings.some(({ from, to }) => from === to);
  const missing =
    name.trim() === ""
      ? "name"
      : yardstick === null
        ? "yardstick"
        : same
          ? "setting"
          : fromAt === null
            ? "from"
            : draft.history.ranges.length === 0
              ? "history"
              : !(draft.expected.percent > 0)
                ? "gain"
                : null;
  const first = (of: string): number =>
    yardstick?.kind === "meter" && yardstick.tag === of ? 0 : draft.settings.some(({ tag }) => tag === of) ? 1 : 2;
  const { low, high } = draft.expected;
  const percent = (value: number): string => formatQuantity(value, "%", { significant: 2 });
  const tried = draft.settings.map(({ tag }) => tag);
  return (
    <div className={classes.form}>
      <div className={classes.head}>
        <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
          {say("trial-view.back")}
        </Button>
        <div>
          <h2 className={classes.title}>{say("trial-view.form.title")}</h2>
          <p className={classes.help}>{say("trial-view.form.lead")}</p>
        </div>
      </div>
      {draft.modelId !== null && (
        <Alert py={6} color="blue">
          {say("trial-view.form.from-advice")}
        </Alert>
      )}
      <Panel title={say("trial-view.form.what")}>
        <div className={classes.fields}>
          <TextInput
            className={classes.wide ?? ""}
            label={say("trial-view.form.name")}
            placeholder={say("trial-view.form.name.example")}
            value={name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={say("trial-view.yardstick")}
            searchable
            data={[
              ...kpiChoices.map(({ id, name: kpiName, unit }) => ({
                value: `kpi:${id}`,
                label: `${say("trial-view.yardstick.kpi", { name: kpiName })} (${printUnit(unit)})`,
              })),
              ...measured.map(({ name: tag, unit }) => ({ value: `tag:${tag}`, label: unit ? `${tag} (${printUnit(unit)})` : tag })),
            ]}
            value={chosen}
            onChange={judge}
          />
          <div>
            <span className={classes.label} id="trial-better">
              {say("trial-view.form.better")}
            </span>
            <SegmentedControl
              size="xs"
              aria-labelledby="trial-better"
              value={draft.better}
              onChange={(better) => change({ better: better as TrialWish["better"] })}
              data={(["lower", "higher"] as const).map((value) => ({ value, label: say(`efficiency.kpi.better.${value}`) }))}
            />
          </div>
          <MultiSelect
            className={classes.wide ?? ""}
            label={say("trial-view.form.drivers")}
            description={say("trial-view.form.drivers.help")}
            searchable
            data={measured.map(({ name: tag }) => tag).filter((tag) => !tried.includes(tag) && chosen !== `tag:${tag}`)}
            value={draft.drivers.map(({ tag }) => tag).filter((tag) => !tried.includes(tag))}
            onChange={(names) => change({ drivers: driversOf(names, draft, measured) })}
          />
          <NumberInput
            label={say("trial-view.form.gain")}
            {...(low !== null && high !== null
              ? { description: say("trial-view.form.gain.interval", { low: percent(low), high: percent(high) }) }
              : {})}
            min={0.01}
            step={0.1}
            suffix=" %"
            value={draft.expected.percent}
            onChange={(value) => change({ expected: { ...draft.expected, percent: Number(value) || 0 } })}
          />
        </div>
        <div className={classes.columns}>
          <SettingsTable rows={draft.settings} tags={measured} onChange={(settings) => change({ settings })} />
          <WatchTable rows={draft.watch} tags={measured} onChange={(watch) => change({ watch })} />
        </div>
      </Panel>
      <Panel title={say("trial-view.form.blocks")}>
        <div className={classes.fields}>
          <TextInput
            label={say("trial-view.form.from")}
            value={fromText}
            error={fromAt === null && say("trial-view.form.from.wrong")}
            onChange={(event) => {
              setTypedFrom(event.currentTarget.value);
              const at = parseTime(event.currentTarget.value);
              if (at !== null) change({ from: at - draft.clockOffsetMs });
            }}
            onBlur={() => fromAt !== null && setTypedFrom(null)}
          />
          <Select
            label={say("trial-view.form.block")}
            data={[
              { value: best, label: say("trial-view.form.block.best") },
              ...lengths.map((ms) => ({ value: String(ms), label: formatDuration(ms, say.language) })),
            ]}
            value={draft.blockMs === null ? best : String(draft.blockMs)}
            onChange={(value) => value && change({ blockMs: value === best ? null : Number(value) })}
          />
          <NumberInput
            label={say("trial-view.form.pairs")}
            placeholder={say("trial-view.form.pairs.needed")}
            min={6}
            max={2000}
            allowDecimal={false}
            value={draft.pairs ?? ""}
            onChange={(value) => change({ pairs: typeof value === "number" && value >= 2 ? Math.round(value) : null })}
          />
          <NumberInput
            label={say("trial-view.form.washout")}
            description={say("trial-view.form.washout.help")}
            min={0}
            suffix=" h"
            value={draft.washoutMs / hour}
            onChange={(value) => change({ washoutMs: Math.max(0, Number(value) || 0) * hour })}
          />
          <NumberInput
            label={say("trial-view.form.offset")}
            min={-12}
            max={14}
            step={0.5}
            suffix=" h"
            value={draft.clockOffsetMs / hour}
            onChange={(value) => {
              const clockOffsetMs = (Number(value) || 0) * hour;
              // The clock time that was typed stays what it is.
              change({ clockOffsetMs, from: draft.from + draft.clockOffsetMs - clockOffsetMs });
            }}
          />
          <NumberInput
            label={say("trial-view.form.seed")}
            min={0}
            allowDecimal={false}
            value={draft.seed}
            onChange={(value) => change({ seed: Math.max(0, Math.round(Number(value)) || 0) })}
          />
        </div>
      </Panel>
      <Panel title={say("proof-view.value.title")}>
        <p className={classes.help}>{say("proof-view.value.help")}</p>
        <ValueFields
          value={draft.value}
          unit={amountUnit(draft, priced.data?.excessUnit ?? null)}
          onChange={(value) => change({ value })}
        />
      </Panel>
      <Panel title={say("trial-view.form.history")}>
        <p className={classes.help}>{say("trial-view.form.history.help")}</p>
        <PeriodChart
          assetId={asset.id}
          tags={[...measured].sort((a, b) => first(a.name) - first(b.name))}
          extent={logExtent(tags)}
          height={150}
          periods={[
            {
              id: "history",
              label: say("trial-view.form.history"),
              tone: "reference",
              ranges: draft.history.ranges,
              onChange: (ranges) => change({ history: { ranges } as unknown as BaselinePeriod }),
            },
          ]}
        />
      </Panel>
      {draftId && <WeighedTrialPanel key={draftId} draftId={draftId} onLocked={onLocked} />}
      <RunFoot
        work={work}
        error={weigh.error}
        onReset={weigh.reset}
        missing={missing ? say(`trial-view.missing.${missing}`) : undefined}
        running={say("trial-view.form.running")}
        sticky
      >
        <Button
          size="sm"
          variant={draftId ? "default" : "filled"}
          leftSection={<IconScale size={15} />}
          disabled={missing !== null || work.busy}
          loading={weigh.isPending}
          onClick={() => {
            setDraftId(null);
            work.clear();
            weigh.mutate({ ...draft, name: name.trim() } as TrialWish);
          }}
        >
          {say("trial-view.form.weigh")}
        </Button>
      </RunFoot>
    </div>
  );
}

/** What moves the yardstick; what is tried never does. */
const driversOf = (names: readonly string[], { settings }: TrialDraft, tags: readonly Tag[]): TrialWish["drivers"] =>
  names
    .filter((name) => !settings.some(({ tag }) => tag === name))
    .map((name) => ({ tag: name, by: isAmount(tags.find((tag) => tag.name === name)?.unit ?? "") ? ("sum" as const) : ("mean" as const) }));

/** Unit a gain is added up in; in words where a KPI names its own throughput. */
function amountUnit({ yardstick }: TrialDraft, excessUnit: string | null): string {
  if (yardstick?.kind === "kpi" && yardstick.kpi.throughput !== null) return `${yardstick.kpi.unit} × ${yardstick.kpi.throughput} × h`;
  return excessUnit ?? "h";
}

const suggestedName = (say: Say, { settings }: TrialDraft): string =>
  settings
    .map(({ tag, unit, to }) => say("trial-view.form.name.advice", { tag, to: formatQuantity(to, unit, { significant: 3 }) }))
    .join(say.language === "zh" ? "，" : ", ");
