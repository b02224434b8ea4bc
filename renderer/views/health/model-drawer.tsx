import { Drawer, Table } from "@mantine/core";
import type { ReactNode } from "react";
import type { Episode, HealthModel, ModelOrigin } from "#shared/domain/health.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./health.module.css";
import { ModelLife } from "./model-life.tsx";
import { RegimeFacts } from "./regime-facts.tsx";
import { SettingsTried } from "./settings-tried.tsx";

interface Props {
  readonly model: HealthModel;
  readonly episodes: readonly Episode[];
  readonly opened: boolean;
  readonly onClose: () => void;
  readonly onRemoved: () => void;
}

/** The card of a model: what it was made from, what its limit costs, how it did on data it had not seen. */
export function ModelDrawer({ model, episodes, opened, onClose, onRemoved }: Props) {
  const say = useSay();
  const name = wordsOr(say, `family.${model.familyId}`, model.familyId);
  const remove = useTell("health", "remove", { onDone: onRemoved });
  const imports = useAsk("importing", "list", {}, { enabled: opened });
  const long = (ms: number): string => formatDuration(ms, say.language);
  const { limit, features } = model;
  return (
    <Drawer
      opened={opened}
      onClose={onClose}
      position="right"
      size={520}
      title={`${say("health.model.about")}: ${name}`}
      closeButtonProps={{ "aria-label": say("ui.close") }}
    >
      <ModelLife key={model.id} model={model} name={name} />
      <dl className={classes.facts}>
        {model.version !== undefined && (
          <Fact name={say("model-life.version")}>
            {model.origin
              ? say("model-life.version.arrived", { version: model.version })
              : model.before
                ? say("model-life.version.after", { version: model.version, before: model.before.version })
                : say("model-life.version.first", { version: model.version })}
          </Fact>
        )}
        {model.origin && <Origin origin={model.origin} />}
        <Fact name={say("health.model.created")}>
          {localTime(model.createdAt)}, {say("health.model.trained", { length: long(model.trainedMs) })}
        </Fact>
        <Fact name={say("health.model.tags")}>{model.tags.join(", ")}</Fact>
        <Fact name={say("health.model.reference")}>
          {model.reference.map((stretch) => (
            <div key={stretch.from}>
              {formatTime(stretch.from)} – {formatTime(stretch.to)} ({long(stretch.to - stretch.from)})
            </div>
          ))}
          {say("health.model.rows", { count: model.rows })}
        </Fact>
        {model.parents.length > 0 && (
          <Fact name={say("model-life.data")}>
            {model.parents.map(({ importId }) => {
              const record = imports.data?.find(({ id }) => id === importId);
              return (
                <div key={importId}>
                  {record
                    ? `${record.files.map((file) => file.name).join(", ")} (${formatTime(record.report.from)} – ${formatTime(record.report.to)})`
                    : say("model-life.data.gone")}
                </div>
              );
            })}
          </Fact>
        )}
        <Fact name={say("health.model.limit")}>
          <div>
            {say("health.model.limit.value", { value: formatNumber(limit.value, { significant: 3 }) })} (
            {say(`health.limit.method.${limit.method}`)})
          </div>
          <div>{say("health.model.limit.cost", { count: formatNumber(limit.expectedAlertsPerWeek, { significant: 2 }) })}</div>
          <div>
            {limit.onDelayMs > 0 || limit.offDelayMs > 0
              ? say("health.model.limit.delays", { on: long(limit.onDelayMs), off: long(limit.offDelayMs) })
              : say("health.model.limit.no-delays")}
          </div>
        </Fact>
        <Fact name={say("health.model.features")}>
          <div>{say("health.features.interval", { length: long(features.intervalMs) })}</div>
          <div>{say("health.features.gap", { length: long(features.gapMs) })}</div>
          <div>
            {features.smoothingMs > 0
              ? say("health.features.smoothing", { length: long(features.smoothingMs) })
              : say("health.features.no-smoothing")}
          </div>
          {features.operating.length > 0 && (
            <div>
              {say("health.features.operating", {
                tags: features.operating
                  .map(({ tag, unit, offBelow }) => `${tag} < ${formatQuantity(offBelow, unit, { significant: 3 })}`)
                  .join(say.language === "zh" ? "、" : ", "),
              })}
            </div>
          )}
          {features.settlingMs > 0 && <div>{say("health.features.settling", { length: long(features.settlingMs) })}</div>}
          {features.leftOut.length > 0 && (
            <div>{say("health.features.left-out", { tags: features.leftOut.map(({ tag }) => tag).join(", ") })}</div>
          )}
        </Fact>
        {features.regimes && features.regimes.fitted.length > 1 && (
          <Fact name={say("regimes.title")}>
            <RegimeFacts card={features.regimes} />
          </Fact>
        )}
        <Fact name={say("health.model.params")}>
          {Object.entries(model.params).map(([param, value]) => (
            <div key={param}>
              {wordsOr(say, `family.${model.familyId}.${param}`, param)}: {typeof value === "number" ? formatNumber(value) : String(value)}
            </div>
          ))}
        </Fact>
        <Fact name={say("health.model.facts")}>
          {Object.entries(model.facts).map(([fact, value]) => (
            <div key={fact}>
              {wordsOr(say, `family.fact.${fact}`, fact)}: {typeof value === "number" ? formatNumber(value, { significant: 3 }) : value}
            </div>
          ))}
        </Fact>
        {model.tensors && (
          <Fact name={say("report.tensors")}>
            {say(`report.tensors.${model.tensors.backend}`, {
              version: model.tensors.version,
              gflops: formatNumber(model.tensors.gflops, { significant: 2 }),
            })}
          </Fact>
        )}
      </dl>
      <h3 className={classes.small} title={say("health.model.statistics.help")}>
        {say("health.model.statistics")}
      </h3>
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say("health.model.statistic")}</Table.Th>
            {(["median", "q95", "q99", "max"] as const).map((column) => (
              <Table.Th key={column} ta="right">
                {say(`health.model.${column}`)}
              </Table.Th>
            ))}
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {Object.entries(model.statistics).map(([statistic, summary]) => (
            <Table.Tr key={statistic}>
              <Table.Td>
                {statistic === "score" ? say("health.statistic.score") : wordsOr(say, `family.statistic.${statistic}`, statistic)}
              </Table.Td>
              {([summary.median, summary.q95, summary.q99, summary.max] as const).map((value, at) => (
                <Table.Td key={at} ta="right">
                  {formatNumber(value, { significant: 3 })}
                </Table.Td>
              ))}
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className={classes.help}>{say("health.model.statistics.help")}</p>
      {model.settingsTried && <SettingsTried familyId={model.familyId} tried={model.settingsTried} />}
      {model.findings.length > 0 && <FindingList findings={model.findings} />}
      <div className={classes.drawerFoot}>
        <span className={classes.soft} data-selectable>
          {say("health.model.id")}: {model.id} · {say("health.model.parents", { count: model.parents.length })}
        </span>
        <ConfirmButton
          question={`${say("health.model.remove.title")} ${say("health.model.remove.text", {
            name,
            episodes: episodes.length,
            verdicts: episodes.filter((episode) => episode.verdict).length,
          })}`}
          confirm={say("health.model.remove")}
          onConfirm={() => remove.mutate({ modelId: model.id })}
          loading={remove.isPending}
        >
          {say("health.model.remove")}
        </ConfirmButton>
      </div>
      <ProblemNotice problem={remove.error} />
    </Drawer>
  );
}

function Origin({ origin }: { readonly origin: ModelOrigin }) {
  const say = useSay();
  const { asset, project, exportedAt, mapping } = origin;
  const other = mapping.filter(({ tag, as, unit, asUnit }) => tag !== as || unit !== asUnit);
  return (
    <>
      <Fact name={say("model-life.origin")}>{say("model-life.origin.text", { asset, project, time: localTime(exportedAt) })}</Fact>
      {other.length > 0 && (
        <Fact name={say("model-life.origin.tags")}>
          {other.map(({ tag, unit, as, asUnit }) => (
            <div key={as}>
              {tag} [{printUnit(unit)}] → {as} [{printUnit(asUnit)}]
            </div>
          ))}
        </Fact>
      )}
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  return (
    <>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </>
  );
}
