import { Alert, Badge, Button, Loader } from "@mantine/core";
import { IconArrowLeft, IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useJobResult } from "../../data/use-job-result.ts";
import { useTell } from "../../data/use-tell.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { JobLosses } from "../../ui/job-losses.tsx";
import { JobProgress } from "../../ui/job-progress.tsx";
import { logExtent } from "../../ui/log-extent.ts";
import { Panel } from "../../ui/panel.tsx";
import { PeriodChart } from "../../ui/period-chart.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { tellingTags } from "../../ui/telling-tags.ts";
import { BudgetField } from "./budget-field.tsx";
import { FamilyForm } from "./family-form.tsx";
import { FeaturePanel } from "./feature-panel.tsx";
import classes from "./health.module.css";
import { ImportModel } from "./import-model.tsx";
import { RegimePanel } from "./regime-panel.tsx";
import { SufficiencyPanel } from "./sufficiency-panel.tsx";
import { TagChecklist } from "./tag-checklist.tsx";
import type { TrainDraft } from "./use-train-draft.ts";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  readonly draft: TrainDraft;
  /** Models there are already; 0 makes this the first thing a person sees here. */
  readonly others: number;
  readonly onBack: () => void;
  readonly onTrained: (modelIds: readonly string[]) => void;
}

/** Everything a model is trained from, proposed and open to change. */
export function TrainPanel({ asset, tags, draft, others, onBack, onTrained }: Props) {
  const say = useSay();
  const families = useAsk("health", "families", {});
  const [jobId, setJobId] = useState<string | null>(null);
  const [ended, setEnded] = useState<"cancelled" | "interrupted" | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const train = useTell("health", "train", { changes: [], onDone: ({ jobId: id }) => setJobId(id) });
  const job = useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "done") onTrained((status.result as { modelIds: string[] }).modelIds);
    else if (status.state === "failed") setProblem(status.problem);
    else if (status.state === "cancelled" || status.state === "interrupted") setEnded(status.state);
  });
  const chosenFamilies = (families.data ?? []).filter((family) => draft.familyOf(family.id).chosen);
  const missing =
    draft.tags.size === 0
      ? say("health.train.missing.tags")
      : draft.reference.length === 0
        ? say("health.train.missing.reference")
        : chosenFamilies.length === 0
          ? say("health.train.missing.families")
          : null;
  const busy = jobId !== null || train.isPending;
  const start = (): void => {
    setEnded(null);
    setProblem(null);
    train.mutate({
      assetId: asset.id,
      tags: tags.filter((tag) => draft.tags.has(tag.name)).map((tag) => tag.name),
      reference: [...draft.reference],
      families: chosenFamilies.map((family) => ({ id: family.id, params: { ...draft.familyOf(family.id).params } })),
      budget: { alertsPerWeek: draft.alertsPerWeek },
      ...draft.regimes.wish,
      features: draft.features,
    });
  };
  const chosenTags = tags.filter((tag) => draft.tags.has(tag.name));
  const referenceMs = draft.reference.reduce((sum, { from, to }) => sum + to - from, 0);
  return (
    <div className={classes.train}>
      <div className={classes.trainHead}>
        {others > 0 ? (
          <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
            {say("health.train.back")}
          </Button>
        ) : null}
        <div>
          <h2 className={classes.trainTitle}>{say("health.train.title")}</h2>
          <p className={classes.help}>{others > 0 ? say("health.lead") : say("health.train.first", { asset: asset.name })}</p>
        </div>
        <div className={classes.trainOther}>
          <ImportModel asset={asset} tags={tags} onArrived={(modelId) => onTrained([modelId])} />
        </div>
      </div>
      <div className={classes.trainBody}>
        <TagChecklist tags={tags} chosen={draft.tags} onChange={draft.setTags} />
        <div className={classes.trainRight}>
          <Panel
            title={say("health.reference.title")}
            {...(referenceMs > 0 ? { note: say("health.reference.length", { length: formatDuration(referenceMs, say.language) }) } : {})}
            actions={
              <>
                {draft.proposal.busy && <Loader size={14} aria-label={say("health.reference.proposing")} />}
                {draft.proposal.inUse && draft.reference.length > 0 && <Badge>{say("health.reference.proposed")}</Badge>}
                {!draft.proposal.inUse && (
                  <Button size="compact-xs" variant="light" onClick={draft.proposal.use}>
                    {say("health.reference.use-proposal")}
                  </Button>
                )}
              </>
            }
          >
            <p className={classes.help}>{say("health.reference.help")}</p>
            <PeriodChart
              assetId={asset.id}
              tags={tellingTags(chosenTags.length > 0 ? chosenTags : tags)}
              extent={logExtent(tags)}
              height={170}
              periods={[
                {
                  id: "reference",
                  label: say("health.reference.title"),
                  tone: "reference",
                  ranges: draft.reference,
                  onChange: draft.setReference,
                },
              ]}
            />
            {draft.proposal.busy && draft.reference.length === 0 && <p className={classes.help}>{say("health.reference.proposing")}</p>}
            <ProblemNotice problem={draft.proposal.error} onRetry={draft.proposal.again} />
            {draft.proposal.inUse && draft.proposal.findings.length > 0 && (
              <div className={classes.why}>
                <h3 className={classes.small}>{say("health.reference.why")}</h3>
                <FindingList findings={draft.proposal.findings} shown={4} />
              </div>
            )}
          </Panel>
          <SufficiencyPanel
            assetId={asset.id}
            tags={chosenTags.map((tag) => tag.name)}
            reference={draft.reference}
            families={chosenFamilies.map(({ id }) => ({ id, params: draft.familyOf(id).params }))}
          />
          <RegimePanel draft={draft.regimes} tags={chosenTags} />
          <FeaturePanel features={draft.features} onChange={draft.setFeatures} />
          <Panel title={say("health.families.title")}>
            <p className={classes.help}>{say("health.families.help")}</p>
            <ProblemNotice problem={families.error} onRetry={() => void families.refetch()} />
            {families.data?.length === 0 && <p>{say("health.families.none")}</p>}
            <div className={classes.families}>
              {families.data?.map((family) => {
                const choice = draft.familyOf(family.id);
                return (
                  <FamilyForm
                    key={family.id}
                    family={family}
                    chosen={choice.chosen}
                    params={choice.params}
                    onChosen={(chosen) => draft.setFamily(family.id, { ...choice, chosen })}
                    onParams={(params) => draft.setFamily(family.id, { ...choice, params })}
                  />
                );
              })}
            </div>
          </Panel>
          <Panel title={say("health.budget.title")}>
            <p className={classes.help}>{say("health.budget.help")}</p>
            <BudgetField alertsPerWeek={draft.alertsPerWeek} onChange={draft.setAlertsPerWeek} marks />
          </Panel>
        </div>
      </div>
      <div className={classes.trainFoot} aria-live="polite">
        <div className={classes.trainState}>
          {job ? (
            <>
              <JobProgress job={job} />
              <JobLosses job={job} />
              <span className={classes.help}>{say("health.train.running")}</span>
            </>
          ) : train.error || problem ? (
            <ProblemNotice
              problem={train.error ?? problem}
              title={say("health.train.failed")}
              onClose={() => {
                setProblem(null);
                train.reset();
              }}
            />
          ) : ended ? (
            <Alert py={6} color="gray">
              {say(`health.train.${ended}`)}
            </Alert>
          ) : (
            missing && <span className={classes.soft}>{missing}</span>
          )}
        </div>
        <Button
          size="sm"
          leftSection={<IconPlayerPlay size={15} />}
          disabled={missing !== null || busy}
          loading={train.isPending}
          onClick={start}
        >
          {chosenFamilies.length > 1 ? say("health.train.start-many", { count: chosenFamilies.length }) : say("health.train.start")}
        </Button>
      </div>
    </div>
  );
}
