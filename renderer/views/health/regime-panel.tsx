import { ActionIcon, Button, Checkbox, Loader, MultiSelect, NumberInput, SegmentedControl, Switch, Table, TextInput } from "@mantine/core";
import { IconArrowMerge } from "@tabler/icons-react";
import { useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import { bandsOf, type Regime, RegimeFit, type RegimePlan } from "#shared/domain/regime.ts";
import { edgesOf, includeRegime, mergeRegimes, moveEdge, renameRegime } from "#shared/domain/regime-edit.ts";
import { bandWords } from "#shared/units/band-words.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { bandColor } from "../../charts/palette.ts";
import { regimeTone } from "../../charts/regime-bands.ts";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { regimeWords } from "../../ui/regime-words.ts";
import classes from "./regimes.module.css";
import type { RegimeDraft } from "./use-regime-draft.ts";

/** The regimes of the machine: found, and open to change. */
export function RegimePanel({ draft, tags }: { readonly draft: RegimeDraft; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const { plan, proposal } = draft;
  return (
    <Panel
      title={say("regimes.title")}
      note={say("regimes.optional")}
      actions={
        <>
          {draft.busy && draft.inUse && <Loader size={14} aria-label={say("regimes.finding")} />}
          {draft.inUse && draft.changed && (
            <Button
              size="compact-xs"
              variant="light"
              onClick={() => {
                draft.setCommands(null);
                draft.setPlan(null);
              }}
            >
              {say("regimes.again")}
            </Button>
          )}
          <Switch
            size="xs"
            label={say("regimes.use")}
            checked={draft.inUse}
            onChange={(event) => draft.setInUse(event.currentTarget.checked)}
          />
        </>
      }
    >
      <p className={classes.help}>{say("regimes.help")}</p>
      <ProblemNotice problem={draft.inUse ? draft.error : null} onRetry={draft.again} />
      {draft.inUse && !plan && draft.busy && <p className={classes.help}>{say("regimes.finding")}</p>}
      {draft.inUse && plan && proposal && (
        <>
          {bandsOf(plan).length < 2 && <p className={classes.help}>{say("regimes.none")}</p>}
          <div className={classes.bar}>
            <MultiSelect
              label={say("regimes.tags")}
              className={classes.tags ?? ""}
              searchable
              data={tags.map(({ name }) => name)}
              value={plan.tags}
              onChange={(next) => draft.setCommands(next)}
              title={proposal.commands
                .map(({ tag, explains }) => say("regimes.tags.explains", { tag, percent: Math.round(100 * explains) }))
                .join("\n")}
            />
            {plan.tags.map((tag) => (
              <Edges key={tag} plan={plan} tag={tag} onChange={draft.setPlan} />
            ))}
          </div>
          <RegimeTable plan={plan} cover={proposal.cover} onChange={draft.setPlan} />
          {proposal.findings.length > 0 && <FindingList findings={proposal.findings} shown={3} />}
          {bandsOf(plan).length > 1 && (
            <div className={classes.fit} title={say("regimes.fit.help")}>
              <span className={classes.label}>{say("regimes.fit")}</span>
              <SegmentedControl
                size="xs"
                aria-label={say("regimes.fit")}
                data={RegimeFit.options.map((value) => ({ value, label: say(`regimes.fit.${value}`) }))}
                value={draft.fit}
                onChange={draft.setFit}
              />
            </div>
          )}
        </>
      )}
    </Panel>
  );
}

interface EdgesProps {
  readonly plan: RegimePlan;
  readonly tag: string;
  readonly onChange: (plan: RegimePlan) => void;
}

/** The values at which a tag's bands part, each in a field of its own. */
function Edges({ plan, tag, onChange }: EdgesProps) {
  const say = useSay();
  const edges = edgesOf(plan, tag);
  const unit = plan.regimes.flatMap(({ cells }) => cells.flat()).find((band) => band.tag === tag)?.unit ?? "";
  if (edges.length === 0) return null;
  return (
    <fieldset className={classes.edges}>
      <legend>{say("regimes.edges", { tag })}</legend>
      {edges.map((edge, at) => (
        <NumberInput
          // A boundary that was moved is another field.
          key={edge}
          size="xs"
          w={104}
          hideControls
          aria-label={say("regimes.edge", { number: at + 1, tag })}
          defaultValue={edge}
          suffix={unit === "" ? "" : ` ${printUnit(unit)}`}
          onBlur={(event) => {
            const typed = Number.parseFloat(event.currentTarget.value.replaceAll(",", ""));
            if (typed !== edge) onChange(moveEdge(plan, tag, edge, typed));
          }}
          onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
        />
      ))}
    </fieldset>
  );
}

interface TableProps {
  readonly plan: RegimePlan;
  readonly cover: readonly { readonly id: string; readonly hours: number; readonly referenceHours: number }[];
  readonly onChange: (plan: RegimePlan) => void;
}

function RegimeTable({ plan, cover, onChange }: TableProps) {
  const say = useSay();
  const hours = (value: number | undefined) => (value === undefined ? "–" : `${formatNumber(value, { significant: 3 })} h`);
  const bands = bandsOf(plan);
  return (
    <Table className={classes.table ?? ""} aria-label={say("regimes.title")}>
      <Table.Thead>
        <Table.Tr>
          <Table.Th>{say("regimes.name")}</Table.Th>
          <Table.Th>{say("regimes.values")}</Table.Th>
          <Table.Th ta="right">{say("regimes.log")}</Table.Th>
          <Table.Th ta="right">{say("regimes.reference")}</Table.Th>
          <Table.Th>{say("regimes.included")}</Table.Th>
          <Table.Th />
        </Table.Tr>
      </Table.Thead>
      <Table.Tbody>
        {plan.regimes.map((regime) => {
          const own = cover.find(({ id }) => id === regime.id);
          const next = bands[bands.indexOf(regime) + 1];
          const fixed = regime.kind === "off" || regime.kind === "start";
          return (
            <Table.Tr key={regime.id}>
              <Table.Td>
                <span className={classes.named}>
                  <span className={classes.swatch} style={{ background: bandColor(regimeTone(plan, regime.id)) }} />
                  {regime.kind === "band" ? <NameField plan={plan} regime={regime} onChange={onChange} /> : regimeWords(say, regime, plan)}
                </span>
              </Table.Td>
              <Table.Td className={classes.soft ?? ""}>
                {regime.kind === "band" ? bandWords(regime, plan) || "–" : say(`regimes.kind.${regime.kind}.help`)}
              </Table.Td>
              <Table.Td ta="right">{hours(own?.hours)}</Table.Td>
              <Table.Td ta="right">{hours(own?.referenceHours)}</Table.Td>
              <Table.Td>
                <Checkbox
                  size="xs"
                  aria-label={say("regimes.included.of", { regime: regimeWords(say, regime, plan) })}
                  checked={regime.included}
                  disabled={fixed}
                  onChange={(event) => onChange(includeRegime(plan, regime.id, event.currentTarget.checked))}
                />
              </Table.Td>
              <Table.Td>
                {regime.kind === "band" && next && (
                  <ActionIcon
                    size="sm"
                    variant="subtle"
                    color="gray"
                    aria-label={say("regimes.join")}
                    title={say("regimes.join")}
                    onClick={() => onChange(mergeRegimes(plan, regime.id, next.id))}
                  >
                    <IconArrowMerge size={15} />
                  </ActionIcon>
                )}
              </Table.Td>
            </Table.Tr>
          );
        })}
      </Table.Tbody>
    </Table>
  );
}

/** A name is kept when the field is left, so that typing asks nothing. */
function NameField({
  plan,
  regime,
  onChange,
}: {
  readonly plan: RegimePlan;
  readonly regime: Regime;
  readonly onChange: (p: RegimePlan) => void;
}) {
  const say = useSay();
  const [typed, setTyped] = useState(regime.name);
  const words = bandWords(regime, plan) || say("regimes.kind.band");
  return (
    <TextInput
      size="xs"
      className={classes.name ?? ""}
      aria-label={say("regimes.name.of", { regime: words })}
      placeholder={words}
      maxLength={40}
      value={typed}
      onChange={(event) => setTyped(event.currentTarget.value)}
      onBlur={() => typed.trim() !== regime.name && onChange(renameRegime(plan, regime.id, typed))}
      onKeyDown={(event) => event.key === "Enter" && event.currentTarget.blur()}
    />
  );
}
