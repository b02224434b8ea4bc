import { Button, Loader, MultiSelect, NumberInput, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconArrowLeft, IconScale } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { BaselinePeriod } from "#shared/domain/efficiency.ts";
import type { MeasurePlan, MeterKind } from "#shared/domain/measure.ts";
import { isAmount } from "#shared/units/is-amount.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { logExtent } from "../../ui/log-extent.ts";
import { Panel } from "../../ui/panel.tsx";
import { PeriodChart } from "../../ui/period-chart.tsx";
import { ExclusionList } from "./dated-notes.tsx";
import classes from "./proof.module.css";
import { RunFoot } from "./run-foot.tsx";
import { type MeasureDraft, useMeasureDraft } from "./use-measure-draft.ts";
import { useProofJob } from "./use-proof-job.ts";
import { WeighedPanel } from "./weighed-panel.tsx";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  readonly onBack: () => void;
  readonly onLocked: (measureId: string) => void;
}

const hour = 3_600_000;
const intervals = [
  { value: String(hour), key: "hour" },
  { value: String(24 * hour), key: "day" },
] as const;
const kinds: readonly MeterKind[] = ["power", "amount", "counter"];

/** The meter, its drivers and the time before the work: proposed, open to change, weighed, then locked. */
export function LockForm({ asset, tags, onBack, onLocked }: Props) {
  const say = useSay();
  const { draft, change: put } = useMeasureDraft(asset.id);
  const [draftId, setDraftId] = useState<string | null>(null);
  const work = useProofJob<{ draftId: string }>((result) => setDraftId(result.draftId));
  const weigh = useTell("proof", "weigh", { changes: [], onDone: ({ jobId }) => work.begin(jobId) });
  const rule = useAsk(
    "efficiency",
    "checkFormula",
    { assetId: asset.id, formula: draft?.validWhen ?? "" },
    { enabled: Boolean(draft?.validWhen?.trim()), keepPrevious: true },
  );
  const ruleFault = draft?.validWhen?.trim() ? rule.data?.findings.find(({ severity }) => severity === "blocking") : undefined;
  if (!draft) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  // What was weighed is no longer what stands in the form.
  const change = (part: Partial<MeasureDraft>): void => {
    setDraftId(null);
    put(part);
  };
  const measured = tags.filter((tag) => tag.valid > 0);
  const labelled = measured.map(({ name, unit }) => ({ value: name, label: unit ? `${name} (${printUnit(unit)})` : name }));
  const missing =
    draft.name.trim() === ""
      ? "name"
      : draft.meter.tag === null
        ? "meter"
        : draft.baseline.ranges.length === 0
          ? "baseline"
          : draft.exclusions.some(({ reason }) => reason.trim() === "")
            ? "reason"
            : ruleFault
              ? "rule"
              : null;
  const pick = (names: readonly string[]): void =>
    change({
      drivers: names.map((name) => ({ tag: name, by: isAmount(measured.find((tag) => tag.name === name)?.unit ?? "") ? "sum" : "mean" })),
      changeDriver: draft.changeDriver !== null && names.includes(draft.changeDriver) ? draft.changeDriver : null,
    });
  const driverNames = draft.drivers.map(({ tag }) => tag);
  const first = (name: string): number => (name === draft.meter.tag ? 0 : driverNames.includes(name) ? 1 : 2);
  return (
    <div className={classes.form}>
      <div className={classes.head}>
        <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
          {say("proof-view.back")}
        </Button>
        <div>
          <h2 className={classes.title}>{say("proof-view.form.title")}</h2>
          <p className={classes.help}>{say("proof-view.form.lead")}</p>
        </div>
      </div>
      <Panel title={say("proof-view.form.meter.title")}>
        <div className={classes.fields}>
          <TextInput
            label={say("proof-view.form.name")}
            placeholder={say("proof-view.form.name.example")}
            value={draft.name}
            onChange={(event) => change({ name: event.currentTarget.value })}
          />
          <Select
            label={say("proof-view.form.meter")}
            searchable
            data={labelled}
            value={draft.meter.tag}
            onChange={(tag) => change({ meter: { ...draft.meter, tag } })}
          />
          <div>
            <span className={classes.label} id="proof-kind">
              {say("proof-view.form.kind")}
            </span>
            <SegmentedControl
              size="xs"
              aria-labelledby="proof-kind"
              value={draft.meter.kind}
              onChange={(kind) => change({ meter: { ...draft.meter, kind: kind as MeterKind } })}
              data={kinds.map((kind) => ({ value: kind, label: say(`proof-view.kind.${kind}`) }))}
            />
          </div>
          <MultiSelect
            className={classes.wide ?? ""}
            label={say("proof-view.form.drivers")}
            description={say("proof-view.form.drivers.help")}
            searchable
            data={labelled.filter(({ value }) => value !== draft.meter.tag)}
            value={driverNames}
            onChange={pick}
          />
          <Select
            label={say("proof-view.form.change-driver")}
            description={say("proof-view.form.change-driver.help")}
            clearable
            placeholder={say("proof-view.form.change-driver.none")}
            data={driverNames}
            value={draft.changeDriver}
            onChange={(changeDriver) => change({ changeDriver })}
          />
          <TextInput
            label={say("proof-view.form.valid-when")}
            description={say("proof-view.form.valid-when.help", { example: `${draft.meter.tag ?? "speed"} > 1` })}
            value={draft.validWhen ?? ""}
            onChange={(event) => change({ validWhen: event.currentTarget.value || null })}
            error={ruleFault && say.coded(ruleFault)}
          />
          <div>
            <span className={classes.label} id="proof-interval">
              {say("proof-view.form.interval")}
            </span>
            <SegmentedControl
              size="xs"
              aria-labelledby="proof-interval"
              value={String(draft.intervalMs)}
              onChange={(ms) => change({ intervalMs: Number(ms) })}
              data={intervals.map(({ value, key }) => ({ value, label: say(`proof-view.interval.${key}`) }))}
            />
          </div>
          <NumberInput
            label={say("proof-view.form.offset")}
            min={-12}
            max={14}
            step={0.5}
            suffix=" h"
            value={draft.clockOffsetMs / hour}
            onChange={(hours) => change({ clockOffsetMs: (Number(hours) || 0) * hour })}
          />
          <NumberInput
            label={say("proof-view.form.weeks")}
            min={1}
            max={260}
            allowDecimal={false}
            value={draft.plannedWeeks}
            onChange={(weeks) => change({ plannedWeeks: Math.min(260, Math.max(1, Math.round(Number(weeks)) || 1)) })}
          />
          <NumberInput
            label={say("proof-view.form.hoped")}
            min={0}
            suffix=" %"
            value={draft.hopedPercent ?? ""}
            onChange={(percent) => change({ hopedPercent: Number(percent) > 0 ? Number(percent) : null })}
          />
        </div>
      </Panel>
      <Panel title={say("proof-view.form.period")}>
        <p className={classes.help}>{say("proof-view.form.period.help")}</p>
        <PeriodChart
          assetId={asset.id}
          tags={[...measured].sort((a, b) => first(a.name) - first(b.name))}
          extent={logExtent(tags)}
          height={170}
          periods={[
            {
              id: "baseline",
              label: say("proof-view.form.period"),
              tone: "reference",
              ranges: draft.baseline.ranges,
              onChange: (ranges) => change({ baseline: { ranges } as unknown as BaselinePeriod }),
            },
          ]}
        />
        <ExclusionList notes={draft.exclusions} onChange={(exclusions) => change({ exclusions })} extent={logExtent(tags)} />
      </Panel>
      {draftId && <WeighedPanel key={draftId} draftId={draftId} onLocked={onLocked} />}
      <RunFoot
        work={work}
        error={weigh.error}
        onReset={weigh.reset}
        missing={missing ? say(`proof-view.missing.${missing}`) : undefined}
        running={say("proof-view.form.running")}
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
            weigh.mutate({ ...draft, name: draft.name.trim(), validWhen: draft.validWhen?.trim() || null } as MeasurePlan);
          }}
        >
          {say("proof-view.form.weigh")}
        </Button>
      </RunFoot>
    </div>
  );
}
