import { Alert, Autocomplete, Button, Collapse, Loader, SegmentedControl, Select, TextInput } from "@mantine/core";
import { IconArrowLeft, IconChevronDown, IconChevronRight, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { BaselinePeriod, ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import { quotedTag } from "#shared/formula/nearest-tag.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { useJobResult } from "../../data/use-job-result.ts";
import { useTell } from "../../data/use-tell.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { logExtent } from "../../ui/log-extent.ts";
import { overlapMs } from "../../ui/overlap-ms.ts";
import { Panel } from "../../ui/panel.tsx";
import { PeriodChart } from "../../ui/period-chart.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { tellingTags } from "../../ui/telling-tags.ts";
import classes from "./efficiency.module.css";
import { FormulaField } from "./formula-field.tsx";
import { canBeShownIn, resolutions, unitsFor } from "./kpi-draft.ts";
import { ProposalCards } from "./proposal-cards.tsx";
import { proposalName } from "./proposal-name.ts";
import { type Role, RoleTable } from "./role-table.tsx";
import { StaticFactorsField } from "./static-factors-field.tsx";
import { TemplateForm } from "./template-form.tsx";
import { useFormulaCheck } from "./use-formula-check.ts";
import type { KpiDraft } from "./use-kpi-draft.ts";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  readonly draft: KpiDraft;
  /** Results there are already; 0 makes this the first thing a person sees here. */
  readonly others: number;
  readonly onBack: () => void;
  readonly onFitted: (modelId: string) => void;
}

/** The KPI, what moves it, and the periods: proposed and open to change. */
export function BuildPanel({ asset, tags, draft, others, onBack, onFitted }: Props) {
  const say = useSay();
  const { kpi, change } = draft;
  const [more, setMore] = useState(false);
  const [jobId, setJobId] = useState<string | null>(null);
  const [ended, setEnded] = useState<"cancelled" | "interrupted" | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const formula = useFormulaCheck(asset.id, kpi.formula);
  const validWhen = useFormulaCheck(asset.id, kpi.validWhen ?? "");
  const throughput = useFormulaCheck(asset.id, kpi.throughput ?? "");
  const fit = useTell("efficiency", "fit", { changes: [], onDone: ({ jobId: id }) => setJobId(id) });
  const job = useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "done") onFitted((status.result as { modelId: string }).modelId);
    else if (status.state === "failed") setProblem(status.problem);
    else if (status.state === "cancelled" || status.state === "interrupted") setEnded(status.state);
  });
  const formulaUnit = formula.check?.unit ?? null;
  // A formula that was typed is shown in its own unit until a person says otherwise.
  const unit = kpi.unit === "" ? (formulaUnit ?? "") : kpi.unit;
  const unitFits = formulaUnit === null || canBeShownIn(formulaUnit, unit);
  const missing =
    kpi.name.trim() === ""
      ? "name"
      : !formula.good
        ? "formula"
        : !unitFits
          ? "unit"
          : kpi.validWhen !== null && !validWhen.good
            ? "valid-when"
            : kpi.throughput !== null && !throughput.good
              ? "formula"
              : kpi.relevantVariables.length === 0
                ? "relevant"
                : draft.baseline.length === 0
                  ? "baseline"
                  : draft.reporting.length === 0
                    ? "reporting"
                    : null;
  const overlap = overlapMs(draft.baseline, draft.reporting);
  const example = tellingTags(tags)
    .slice(0, 2)
    .map((tag) => quotedTag(tag.name));
  const start = (): void => {
    setEnded(null);
    setProblem(null);
    fit.mutate({
      kpi: { ...kpi, name: kpi.name.trim(), unit },
      baseline: { ranges: [...draft.baseline] } as BaselinePeriod,
      reporting: { ranges: [...draft.reporting] } as ReportingPeriod,
    });
  };
  return (
    <div className={classes.build}>
      <div className={classes.head}>
        {others > 0 && (
          <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
            {say("efficiency.build.back")}
          </Button>
        )}
        <div>
          <h2 className={classes.title}>{say("efficiency.build.title")}</h2>
          <p className={classes.help}>{say("efficiency.build.lead")}</p>
        </div>
      </div>
      <Panel title={say("efficiency.proposals.title")}>
        <ProblemNotice problem={draft.proposalsError} />
        <ProposalCards proposals={draft.proposals} usedId={kpi.id} onUse={(proposal) => draft.take(proposal.kpi)} onOwn={draft.takeNew} />
        <details className={classes.templates}>
          <summary>{say("efficiency.template.title")}</summary>
          <TemplateForm assetId={asset.id} onUse={({ kpi: made }) => draft.take({ ...made, name: proposalName(made, say) })} />
        </details>
      </Panel>
      <div className={classes.columns}>
        <Panel title={say("efficiency.kpi.title")}>
          <div className={classes.fields}>
            <TextInput
              label={say("efficiency.kpi.name")}
              value={kpi.name}
              onChange={(event) => change({ name: event.currentTarget.value })}
              error={missing === "name" && kpi.formula !== "" && say("efficiency.build.missing.name")}
            />
            <FormulaField
              label={say("efficiency.kpi.formula")}
              description={say("efficiency.kpi.formula.help", { example: example.join(" / ") })}
              tags={tags}
              value={kpi.formula}
              onChange={(text) => change({ formula: text, unit: "" })}
              checked={formula}
              meaning={
                formula.check && (
                  <FormulaMeaning unit={formula.check.unit} excessUnit={formula.check.excessUnit} usedTags={formula.check.usedTags} />
                )
              }
            />
            <div className={classes.twoFields}>
              <Autocomplete
                label={say("efficiency.kpi.unit")}
                size="xs"
                {...(formula.good && formulaUnit === null ? { description: say("efficiency.kpi.unit.unknown") } : {})}
                data={formulaUnit === null ? [] : unitsFor(formulaUnit)}
                value={unit}
                onChange={(text) => change({ unit: text })}
                error={
                  !unitFits && say("efficiency.kpi.unit.misfit", { unit: printUnit(unit), formula: printUnit(formulaUnit ?? "") || "1" })
                }
              />
              <div>
                <span className={classes.fieldLabel} id="better">
                  {say("efficiency.kpi.better")}
                </span>
                <SegmentedControl
                  size="xs"
                  aria-labelledby="better"
                  value={kpi.better}
                  onChange={(better) => change({ better: better as KpiDefinition["better"] })}
                  data={(["lower", "higher"] as const).map((value) => ({ value, label: say(`efficiency.kpi.better.${value}`) }))}
                />
              </div>
            </div>
            <FormulaField
              label={say("efficiency.kpi.valid-when")}
              description={say("efficiency.kpi.valid-when.help", { example: `${example[0] ?? "P101.speed"} > 0` })}
              tags={tags}
              value={kpi.validWhen ?? ""}
              onChange={(text) => change({ validWhen: text === "" ? null : text })}
              checked={validWhen}
            />
            <div>
              <Button
                size="compact-xs"
                variant="subtle"
                color="gray"
                aria-expanded={more}
                leftSection={more ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />}
                onClick={() => setMore(!more)}
              >
                {say("efficiency.kpi.more")}
              </Button>
              <Collapse expanded={more}>
                <div className={classes.fields}>
                  <FormulaField
                    label={say("efficiency.kpi.throughput")}
                    description={say("efficiency.kpi.throughput.help")}
                    tags={tags}
                    value={kpi.throughput ?? ""}
                    onChange={(text) => change({ throughput: text === "" ? null : text })}
                    checked={throughput}
                  />
                  <Select
                    label={say("efficiency.kpi.resolution")}
                    description={say("efficiency.kpi.resolution.help")}
                    data={[...new Set([...resolutions, kpi.resolutionMs])]
                      .sort((a, b) => a - b)
                      .map((ms) => ({ value: String(ms), label: formatDuration(ms, say.language) }))}
                    value={String(kpi.resolutionMs)}
                    onChange={(ms) => ms && change({ resolutionMs: Number(ms) })}
                  />
                  <StaticFactorsField
                    factors={kpi.staticFactors ?? []}
                    tags={tags}
                    onChange={(staticFactors) => change({ staticFactors })}
                  />
                </div>
              </Collapse>
            </div>
          </div>
        </Panel>
        <Panel title={say("efficiency.roles.title")}>
          <RoleTable
            tags={tags}
            inFormula={new Set(formula.check?.usedTags ?? [])}
            has={(tag, role) => tagsWith(kpi, role).includes(tag)}
            onRole={(tag, role, has) =>
              change({ [listOf[role]]: has ? [...tagsWith(kpi, role), tag] : tagsWith(kpi, role).filter((name) => name !== tag) })
            }
            directionOf={(tag) => kpi.directions?.[tag] ?? null}
            onDirection={(tag, direction) => {
              const { [tag]: _, ...others } = kpi.directions ?? {};
              change({ directions: direction ? { ...others, [tag]: direction } : others });
            }}
          />
        </Panel>
      </div>
      <Panel
        title={say("efficiency.periods.title")}
        actions={
          <>
            {draft.periods.busy && <Loader size={14} aria-label={say("efficiency.periods.proposing")} />}
            {!draft.periods.proposed && (
              <Button
                size="compact-xs"
                variant="light"
                onClick={() => {
                  draft.setBaseline(null);
                  draft.setReporting(null);
                }}
              >
                {say("health.reference.use-proposal")}
              </Button>
            )}
            <Button size="compact-xs" variant="default" onClick={() => draft.setReporting([logExtent(tags)])}>
              {say("efficiency.periods.whole")}
            </Button>
          </>
        }
      >
        <p className={classes.help}>{say("efficiency.periods.help")}</p>
        <PeriodChart
          assetId={asset.id}
          tags={chartTags(tags, formula.check?.usedTags ?? [], kpi)}
          extent={logExtent(tags)}
          height={170}
          periods={[
            {
              id: "baseline",
              label: say("efficiency.periods.baseline"),
              help: <span className={classes.periodHelp}>{say("efficiency.periods.baseline.help")}</span>,
              tone: "reference",
              ranges: draft.baseline,
              onChange: draft.setBaseline,
            },
            {
              id: "reporting",
              label: say("efficiency.periods.reporting"),
              help: <span className={classes.periodHelp}>{say("efficiency.periods.reporting.help")}</span>,
              tone: "episode",
              ranges: draft.reporting,
              onChange: draft.setReporting,
            },
          ]}
        />
        {overlap > 0 && (
          <Alert color="yellow" py={6} mt={8}>
            {say("efficiency.build.overlap", { length: formatDuration(overlap, say.language) })}
          </Alert>
        )}
        <ProblemNotice problem={draft.periods.error} onRetry={draft.periods.again} />
      </Panel>
      <div className={classes.foot} aria-live="polite">
        <div className={classes.footState}>
          {job ? (
            <>
              <JobProgress job={job} />
              <span className={classes.soft}>{say("efficiency.build.running")}</span>
            </>
          ) : fit.error || problem ? (
            <ProblemNotice
              problem={fit.error ?? problem}
              title={say("efficiency.build.failed")}
              onClose={() => {
                setProblem(null);
                fit.reset();
              }}
            />
          ) : ended ? (
            <Alert py={6} color="gray">
              {say(`efficiency.build.${ended}`)}
            </Alert>
          ) : (
            missing && <span className={classes.soft}>{say(`efficiency.build.missing.${missing}`)}</span>
          )}
        </div>
        <Button
          size="sm"
          leftSection={<IconPlayerPlay size={15} />}
          disabled={missing !== null || jobId !== null}
          loading={fit.isPending}
          onClick={start}
        >
          {say("efficiency.build.fit")}
        </Button>
      </div>
    </div>
  );
}

const listOf = {
  relevant: "relevantVariables",
  controllable: "controllableTags",
  constraint: "constraintTags",
} as const satisfies Record<Role, keyof KpiDefinition>;
const tagsWith = (kpi: KpiDefinition, role: Role): string[] => kpi[listOf[role]] ?? [];

/** What the KPI is made of stands first among the tags that can be looked at. */
function chartTags(tags: readonly Tag[], used: readonly string[], kpi: KpiDefinition): Tag[] {
  const rank = (tag: Tag): number => (used.includes(tag.name) ? 0 : kpi.relevantVariables.includes(tag.name) ? 1 : 2);
  return tellingTags(tags.filter((tag) => tag.valid > 0)).sort((a, b) => rank(a) - rank(b));
}

function FormulaMeaning({
  unit,
  excessUnit,
  usedTags,
}: {
  readonly unit: string | null;
  readonly excessUnit: string | null;
  readonly usedTags: readonly string[];
}) {
  const say = useSay();
  const parts = [
    unit === null
      ? say("efficiency.kpi.formula.no-unit")
      : unit === ""
        ? say("efficiency.kpi.formula.ok-number")
        : say("efficiency.kpi.formula.ok", { unit: printUnit(unit) }),
    ...(excessUnit ? [say("efficiency.kpi.formula.excess", { unit: printUnit(excessUnit) })] : []),
    ...(usedTags.length > 0 ? [say("efficiency.kpi.formula.uses", { tags: usedTags.join(", ") })] : []),
  ];
  return <span>{parts.join(" · ")}</span>;
}
