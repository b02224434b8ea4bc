import { Button } from "@mantine/core";
import { IconPlayerPlay } from "@tabler/icons-react";
import { useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { ReportingPeriod } from "#shared/domain/efficiency.ts";
import type { Measure } from "#shared/domain/measure.ts";
import type { ReportingPlan } from "#shared/domain/proof.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { logExtent } from "../../ui/log-extent.ts";
import { Panel } from "../../ui/panel.tsx";
import { PeriodChart } from "../../ui/period-chart.tsx";
import { AdjustmentList, ExclusionList } from "./dated-notes.tsx";
import classes from "./proof.module.css";
import { RunFoot } from "./run-foot.tsx";
import { useProofJob } from "./use-proof-job.ts";

interface Props {
  readonly measure: Measure;
  readonly tags: readonly Tag[];
  readonly onVerified: (resultId: string) => void;
}

/** The time after the work, what is left out of it and what is adjusted for. */
export function VerifyPanel({ measure, tags, onVerified }: Props) {
  const say = useSay();
  const extent = logExtent(tags);
  const [ranges, setRanges] = useState<readonly TimeRange[]>(() => measure.reporting?.period.ranges ?? after(measure, extent));
  const [exclusions, setExclusions] = useState(measure.reporting?.exclusions ?? []);
  const [adjustments, setAdjustments] = useState(measure.reporting?.adjustments ?? []);
  const work = useProofJob<{ resultId: string }>(({ resultId }) => onVerified(resultId));
  const verify = useTell("proof", "verify", { changes: [], onDone: ({ jobId }) => work.begin(jobId) });
  const missing =
    ranges.length === 0 ? "reporting" : [...exclusions, ...adjustments].some(({ reason }) => reason.trim() === "") ? "reason" : null;
  const rank = ({ name }: Tag): number =>
    name === measure.plan.meter.tag ? 0 : measure.plan.drivers.some(({ tag }) => tag === name) ? 1 : 2;
  const first = ranges[0]?.from ?? extent.from;
  const spanned = { from: first, to: Math.max(ranges.at(-1)?.to ?? extent.to, first + 1) };
  return (
    <Panel title={say("proof-view.verify.title")}>
      <p className={classes.help}>{say("proof-view.verify.help")}</p>
      <PeriodChart
        assetId={measure.plan.assetId}
        tags={tags.filter((tag) => tag.valid > 0).sort((a, b) => rank(a) - rank(b))}
        extent={extent}
        height={150}
        periods={[
          {
            id: "reporting",
            label: say("proof-view.verify.period"),
            tone: "episode",
            ranges,
            onChange: setRanges,
          },
        ]}
      />
      <div className={classes.columns}>
        <ExclusionList notes={exclusions} onChange={setExclusions} extent={spanned} />
        <AdjustmentList notes={adjustments} onChange={setAdjustments} extent={spanned} unit={measure.unit} />
      </div>
      <RunFoot work={work} error={verify.error} onReset={verify.reset} missing={missing ? say(`proof-view.missing.${missing}`) : undefined}>
        <Button
          leftSection={<IconPlayerPlay size={14} />}
          disabled={missing !== null || work.busy}
          loading={verify.isPending}
          onClick={() => {
            work.clear();
            const plan = { period: { ranges: [...ranges] } as unknown as ReportingPeriod, exclusions, adjustments };
            verify.mutate({ measureId: measure.id, plan: plan as ReportingPlan });
          }}
        >
          {say("proof-view.verify.do")}
        </Button>
      </RunFoot>
    </Panel>
  );
}

/** What was measured since the baseline ended, where there is any. */
function after({ plan }: Measure, { to }: TimeRange): TimeRange[] {
  const end = plan.baseline.ranges.at(-1)?.to ?? to;
  return to - end > plan.intervalMs ? [{ from: end, to }] : [];
}
