import { Slider } from "@mantine/core";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { budgetStep, budgetSteps } from "./budget-steps.ts";
import classes from "./health.module.css";

interface Props {
  readonly alertsPerWeek: number;
  readonly onChange: (alertsPerWeek: number) => void;
  /** The hand has let go, or a key was pressed: the value counts from now on. */
  readonly onChosen?: (alertsPerWeek: number) => void;
  readonly disabled?: boolean;
  readonly marks?: boolean;
}

/** "At most n alerts per week", on a slider. */
export function BudgetField({ alertsPerWeek, onChange, onChosen, disabled = false, marks = false }: Props) {
  const say = useSay();
  const words = (count: number): string =>
    count === 1 ? say("health.budget.value-one") : say("health.budget.value", { count: formatNumber(count) });
  return (
    <div className={classes.budget} data-marks={marks || undefined}>
      <Slider
        className={classes.budgetSlider ?? ""}
        size="sm"
        min={0}
        max={budgetSteps.length - 1}
        step={1}
        value={budgetStep(alertsPerWeek)}
        onChange={(at) => onChange(budgetSteps[at]!)}
        {...(onChosen ? { onChangeEnd: (at: number) => onChosen(budgetSteps[at]!) } : {})}
        label={null}
        disabled={disabled}
        thumbLabel={say("health.budget.field")}
        thumbProps={{ "aria-valuetext": words(alertsPerWeek) }}
        {...(marks
          ? {
              marks: [
                { value: budgetStep(0.25), label: say("health.budget.mark.month") },
                { value: budgetStep(1), label: say("health.budget.mark.week") },
                { value: budgetStep(7), label: say("health.budget.mark.day") },
              ],
            }
          : {})}
      />
      <output className={classes.budgetWords}>{words(alertsPerWeek)}</output>
    </div>
  );
}
