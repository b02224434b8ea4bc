import { NativeSelect, NumberInput, SimpleGrid } from "@mantine/core";
import { Encoding, type TextPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { encodingNames } from "./encoding-names.ts";
import { FormPart } from "./form-part.tsx";
import { recut } from "./plan-edits.ts";

const delimiters = { comma: ",", semicolon: ";", tab: "\t", pipe: "|", blank: " " } as const;
interface Props {
  readonly plan: TextPlan;
  readonly onPlan: (plan: TextPlan) => void;
}

/** How the file is cut into cells. */
export function TextForm({ plan, onPlan }: Props) {
  const say = useSay();
  const names = Object.keys(delimiters) as (keyof typeof delimiters)[];
  const known = names.some((name) => delimiters[name] === plan.delimiter);
  return (
    <FormPart title={say("import-view.text")}>
      <SimpleGrid cols={2} spacing={8} verticalSpacing={6}>
        <NativeSelect
          label={say("import-view.delimiter")}
          data={[
            ...names.map((name) => ({ value: delimiters[name] as string, label: say(`import-view.delimiter.${name}`) })),
            ...(known ? [] : [{ value: plan.delimiter, label: plan.delimiter }]),
          ]}
          value={plan.delimiter}
          onChange={(event) => onPlan(recut(plan, { delimiter: event.currentTarget.value }))}
        />
        <NativeSelect
          label={say("import-view.decimal")}
          data={[
            { value: ".", label: say("import-view.decimal.point") },
            { value: ",", label: say("import-view.decimal.comma") },
          ]}
          value={plan.decimal}
          onChange={(event) => onPlan(recut(plan, { decimal: event.currentTarget.value as TextPlan["decimal"] }))}
        />
      </SimpleGrid>
      <NativeSelect
        label={say("import-view.encoding")}
        data={Encoding.options.map((value) => ({ value, label: encodingNames[value] }))}
        value={plan.encoding}
        onChange={(event) => onPlan(recut(plan, { encoding: event.currentTarget.value as Encoding }))}
      />
      <SimpleGrid cols={3} spacing={8}>
        <LineInput
          label={say("import-view.header-line")}
          none={say("import-view.none")}
          value={plan.headerLine}
          onLine={(headerLine) => onPlan(recut(plan, { headerLine }))}
        />
        <LineInput
          label={say("import-view.units-line")}
          none={say("import-view.none")}
          value={plan.unitsLine}
          onLine={(unitsLine) => onPlan(recut(plan, { unitsLine }))}
        />
        <LineInput
          label={say("import-view.data-line")}
          value={plan.dataLine}
          onLine={(dataLine) => onPlan({ ...plan, dataLine: dataLine ?? 1 })}
        />
      </SimpleGrid>
    </FormPart>
  );
}

interface LineProps {
  readonly label: string;
  /** What stands in the field without a line; a line is needed when left out. */
  readonly none?: string;
  readonly value: number | null;
  readonly onLine: (line: number | null) => void;
}

function LineInput({ label, none, value, onLine }: LineProps) {
  return (
    <NumberInput
      label={label}
      min={1}
      max={100_000}
      allowDecimal={false}
      allowNegative={false}
      {...(none ? { placeholder: none } : {})}
      value={value ?? ""}
      onChange={(line) => {
        if (typeof line === "number" && line >= 1) onLine(line);
        else if (none) onLine(null);
      }}
    />
  );
}
