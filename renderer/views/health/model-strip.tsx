import { Button } from "@mantine/core";
import { IconInfoCircle, IconPlus } from "@tabler/icons-react";
import { type ReactNode, useState } from "react";
import type { HealthModel } from "#shared/domain/health.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { FindingCount } from "../../ui/finding-count.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./health.module.css";

interface Props {
  readonly models: readonly HealthModel[];
  readonly shownId: string;
  readonly onShow: (id: string) => void;
  readonly onNew: () => void;
  /** Opens the card of the model shown. */
  readonly onAbout: () => void;
  readonly children?: ReactNode;
}

/** The models of the asset, the newest first; one of them is shown below. */
export function ModelStrip({ models, shownId, onShow, onNew, onAbout, children }: Props) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const retired = models.filter((model) => model.retiredAt);
  const listed = all
    ? [...models.filter((model) => !model.retiredAt), ...retired]
    : models.filter((model) => !model.retiredAt || model.id === shownId);
  const grave = models.find((model) => model.id === shownId)?.findings.filter((finding) => finding.severity !== "note") ?? [];
  return (
    <div className={classes.stripRow}>
      <nav className={classes.strip} aria-label={say("health.models.title")}>
        {listed.map((model) => {
          const name = wordsOr(say, `family.${model.familyId}`, model.familyId);
          return (
            <button
              key={model.id}
              type="button"
              className={classes.card}
              aria-pressed={model.id === shownId}
              aria-label={say("health.model.select", { name })}
              data-model={model.id}
              data-retired={model.retiredAt ? true : undefined}
              onClick={() => onShow(model.id)}
            >
              <strong>
                {name}
                {model.version !== undefined && model.version > 1 && <span className={classes.soft}> · {model.version}</span>}
                {model.retiredAt && <span className={classes.soft}> · {say("model-life.retired")}</span>}
              </strong>
              <span className={classes.soft}>
                {model.limit.alertsPerWeek === 1
                  ? say("health.budget.value-one")
                  : say("health.budget.value", { count: formatNumber(model.limit.alertsPerWeek) })}{" "}
                · {localTime(model.createdAt)}
              </span>
            </button>
          );
        })}
        {retired.length > 0 && (
          <button type="button" className={classes.card} data-new aria-pressed={all} onClick={() => setAll(!all)}>
            {say("model-life.show-retired", { count: retired.length })}
          </button>
        )}
        <button type="button" className={classes.card} data-new onClick={onNew}>
          <IconPlus size={15} aria-hidden /> {say("health.train.new")}
        </button>
      </nav>
      {children}
      <Button
        className={classes.about ?? ""}
        variant="default"
        leftSection={<IconInfoCircle size={14} />}
        {...(grave.length > 0 ? { rightSection: <FindingCount findings={grave} /> } : {})}
        onClick={onAbout}
      >
        {say("health.model.about")}
      </Button>
    </div>
  );
}
