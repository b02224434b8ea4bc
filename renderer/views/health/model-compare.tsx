import { Badge, Button, Chip } from "@mantine/core";
import { IconArrowLeft } from "@tabler/icons-react";
import { Fragment, useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { HealthModel } from "#shared/domain/health.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { IntervalLanes } from "../../charts/interval-lanes.tsx";
import { seriesColor } from "../../charts/palette.ts";
import { envelopeTrend } from "../../charts/trend.ts";
import { TrendChart } from "../../charts/trend-chart.tsx";
import { useEpisodesOf } from "../../data/use-episodes-of.ts";
import { useScoresOf } from "../../data/use-scores-of.ts";
import { useTell } from "../../data/use-tell.ts";
import { logExtent } from "../../ui/log-extent.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import { againstLimit } from "./against-limit.ts";
import classes from "./compare.module.css";
import { compareFacts } from "./compare-facts.ts";
import { verdictTone } from "./verdict-badge.tsx";

interface Props {
  readonly tags: readonly Tag[];
  /** Of one asset, the newest first. */
  readonly models: readonly HealthModel[];
  readonly shownId: string;
  readonly onBack: () => void;
  readonly onLook: (modelId: string) => void;
}

const most = 4;

/** Models of an asset beside one another: scores on one axis, episodes in lanes, what is known of each in a table. */
export function ModelCompare({ tags, models, shownId, onBack, onLook }: Props) {
  const say = useSay();
  const extent = logExtent(tags);
  const [range, setRange] = useState<TimeRange>(extent);
  const [pixels, setPixels] = useState(0);
  const [chosen, setChosen] = useState<readonly string[]>(() => {
    const others = models.filter(({ id, retiredAt }) => id !== shownId && !retiredAt).map(({ id }) => id);
    return [shownId, ...others].slice(0, most);
  });
  const shown = models.filter(({ id }) => chosen.includes(id));
  const { envelopes, error } = useScoresOf(
    shown.map(({ id }) => id),
    range,
    pixels,
  );
  const episodes = useEpisodesOf(shown.map(({ id }) => id));
  const pick = useTell("health", "pick", { changes: ["health", "cases"] });
  const compared = shown.map((model, k) => ({ model, episodes: episodes[k] ?? [] }));
  // The colour stays with the model, whichever others are shown.
  const colorOf = (model: HealthModel): number => models.indexOf(model);
  const nameOf = (model: HealthModel): string => {
    const name = wordsOr(say, `family.${model.familyId}`, model.familyId);
    const alike = models.filter(({ familyId }) => familyId === model.familyId);
    return alike.length > 1 ? `${name} ${model.version ?? alike.length - alike.indexOf(model)}` : name;
  };
  return (
    <div className={classes.compare}>
      <div className={classes.head}>
        <Button variant="subtle" color="gray" leftSection={<IconArrowLeft size={14} />} onClick={onBack}>
          {say("health.compare.back")}
        </Button>
        <div>
          <h2 className={classes.title}>{say("health.compare.title")}</h2>
          <p className={classes.help}>{say("health.compare.lead")}</p>
        </div>
      </div>
      <fieldset className={classes.chips}>
        <legend className={classes.hidden}>{say("health.compare.choose")}</legend>
        {models.map((model) => {
          const on = chosen.includes(model.id);
          return (
            <Chip
              key={model.id}
              size="xs"
              checked={on}
              disabled={!on && chosen.length >= most}
              onChange={() => setChosen(on ? chosen.filter((id) => id !== model.id) : [...chosen, model.id])}
            >
              {nameOf(model)}
            </Chip>
          );
        })}
        <span className={classes.help}>{say("health.compare.choose")}</span>
      </fieldset>
      <ProblemNotice problem={error} />
      <Panel title={say("health.compare.scores")}>
        <TrendChart
          label={say("health.compare.scores")}
          lanes={[
            {
              id: "scores",
              unit: "",
              series: shown.flatMap((model, k) => {
                const score = envelopes[k]?.series[0];
                return score
                  ? [envelopeTrend(againstLimit(score, model.limit.value), { id: model.id, label: nameOf(model), color: colorOf(model) })]
                  : [];
              }),
              limits: [{ value: 0, label: say("health.compare.limit") }],
            },
          ]}
          range={range}
          onRange={setRange}
          extent={extent}
          height={230}
          onWidth={setPixels}
        />
        <h3 className={classes.lanesTitle}>{say("health.compare.lanes")}</h3>
        <IntervalLanes
          range={range}
          lanes={compared.map(({ model, episodes: found }) => ({
            id: model.id,
            color: seriesColor(colorOf(model), 0),
            label: say("health.compare.lane", { count: found.length, name: nameOf(model) }),
            intervals: found.map(({ id, from, to, verdict }) => ({
              id,
              from,
              to,
              tone: verdictTone(verdict),
              label: `${nameOf(model)}: ${formatTime(from, { precision: "minute" })} – ${formatTime(to, { precision: "minute" })}`,
            })),
          }))}
        />
      </Panel>
      <Panel title={say("health.compare.table")} flush>
        <ProblemNotice problem={pick.error} />
        <div className={classes.scroll}>
          <table className={classes.table} aria-label={say("health.compare.table")}>
            <thead>
              <tr>
                <td />
                {shown.map((model) => (
                  <th key={model.id} scope="col">
                    <span className={classes.name}>
                      <span className={classes.key} style={{ background: seriesColor(colorOf(model), 0) }} />
                      {nameOf(model)}
                    </span>
                    <span className={classes.deeds}>
                      {model.active ? (
                        <Badge
                          component="button"
                          className={classes.picked ?? ""}
                          title={say("health.compare.use.help")}
                          onClick={() => pick.mutate({ modelId: model.id, picked: false })}
                        >
                          {say("health.compare.in-use")}
                        </Badge>
                      ) : (
                        <Button
                          size="compact-xs"
                          variant="light"
                          title={say("health.compare.use.help")}
                          disabled={Boolean(model.retiredAt)}
                          loading={pick.isPending && pick.variables?.modelId === model.id}
                          onClick={() => pick.mutate({ modelId: model.id, picked: true })}
                        >
                          {say("health.compare.use")}
                        </Button>
                      )}
                      <Button size="compact-xs" variant="subtle" color="gray" onClick={() => onLook(model.id)}>
                        {say("health.compare.look")}
                      </Button>
                    </span>
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {compareFacts(say, compared).map(({ title, rows }) => (
                <Fragment key={title}>
                  <tr className={classes.group}>
                    <th scope="colgroup" colSpan={shown.length + 1}>
                      {title}
                    </th>
                  </tr>
                  {rows.map(({ name, cells }) => (
                    <tr key={name}>
                      <th scope="row">{name}</th>
                      {cells.map((cell, k) => (
                        <td key={shown[k]!.id}>{cell}</td>
                      ))}
                    </tr>
                  ))}
                </Fragment>
              ))}
            </tbody>
          </table>
        </div>
        {models.every(({ active }) => !active) && <p className={classes.foot}>{say("health.compare.all-in-use")}</p>}
      </Panel>
    </div>
  );
}
