import { Button, Checkbox, Collapse, NumberInput, Select, Switch } from "@mantine/core";
import { IconChevronDown, IconChevronRight } from "@tabler/icons-react";
import { useState } from "react";
import type { FamilyInfo, FamilyParam } from "#shared/domain/family-info.ts";
import { useSay } from "../../app/language.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./health.module.css";

export type ParamValues = Readonly<Record<string, string | number | boolean>>;

interface Props {
  readonly family: FamilyInfo;
  readonly chosen: boolean;
  /** What differs from the defaults. */
  readonly params: ParamValues;
  readonly onChosen: (chosen: boolean) => void;
  readonly onParams: (params: ParamValues) => void;
}

/** A kind of model to train, with the form of its parameters drawn from what the family says of itself. */
export function FamilyForm({ family, chosen, params, onChosen, onParams }: Props) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const changed = Object.keys(params).length;
  const name = wordsOr(say, `family.${family.id}`, family.id);
  const set = (param: FamilyParam, value: string | number | boolean): void => {
    const { [param.name]: _, ...rest } = params;
    onParams(value === param.default ? rest : { ...rest, [param.name]: value });
  };
  const help = wordsOr(say, `family.${family.id}.help`, "");
  return (
    <div className={classes.family}>
      <Checkbox
        size="xs"
        checked={chosen}
        onChange={(event) => onChosen(event.currentTarget.checked)}
        label={<strong>{name}</strong>}
        {...(help ? { description: help } : {})}
      />
      {family.params.length > 0 && (
        <div className={classes.familySettings}>
          <Button
            size="compact-xs"
            variant="subtle"
            color="gray"
            aria-expanded={open}
            leftSection={open ? <IconChevronDown size={13} /> : <IconChevronRight size={13} />}
            onClick={() => setOpen(!open)}
          >
            {say("health.families.settings")}:{" "}
            {changed === 0 ? say("health.families.defaults") : say("health.families.changed", { count: changed })}
          </Button>
          <Collapse expanded={open}>
            <div className={classes.params}>
              {family.params.map((param) => (
                <ParamField
                  key={param.name}
                  label={wordsOr(say, `family.${family.id}.${param.name}`, param.name)}
                  help={wordsOr(say, `family.${family.id}.${param.name}.help`, "")}
                  choiceLabel={(choice) => wordsOr(say, `family.${family.id}.${param.name}.${choice}`, choice)}
                  param={param}
                  value={params[param.name] ?? param.default}
                  onChange={(value) => set(param, value)}
                />
              ))}
              {changed > 0 && (
                <Button size="compact-xs" variant="subtle" onClick={() => onParams({})}>
                  {say("health.families.reset")}
                </Button>
              )}
            </div>
          </Collapse>
        </div>
      )}
    </div>
  );
}

interface FieldProps {
  readonly param: FamilyParam;
  readonly label: string;
  readonly help: string;
  readonly choiceLabel: (choice: string) => string;
  readonly value: string | number | boolean;
  readonly onChange: (value: string | number | boolean) => void;
}

function ParamField({ param, label, help, choiceLabel, value, onChange }: FieldProps) {
  const common = { label, ...(help ? { description: help } : {}) };
  switch (param.type) {
    case "boolean":
      return <Switch size="xs" {...common} checked={value === true} onChange={(event) => onChange(event.currentTarget.checked)} />;
    case "choice":
      return (
        <Select
          {...common}
          data={(param.choices ?? []).map((choice) => ({ value: choice, label: choiceLabel(choice) }))}
          value={String(value)}
          onChange={(choice) => choice !== null && onChange(choice)}
        />
      );
    default:
      return (
        <NumberInput
          {...common}
          value={Number(value)}
          {...(param.min === undefined ? {} : { min: param.min })}
          {...(param.max === undefined ? {} : { max: param.max })}
          step={param.step ?? 1}
          allowDecimal={param.type === "number"}
          clampBehavior="blur"
          onChange={(next) => typeof next === "number" && onChange(next)}
        />
      );
  }
}
