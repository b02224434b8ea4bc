import { SegmentedControl, Stack, TagsInput, Text } from "@mantine/core";
import type { LogPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { FormPart } from "./form-part.tsx";
import classes from "./import-view.module.css";

interface Props {
  readonly plan: LogPlan;
  readonly onPlan: (plan: LogPlan) => void;
}

/** What means "no sample", and which of several rows at one time counts. */
export function ValuesForm({ plan, onPlan }: Props) {
  const say = useSay();
  return (
    <FormPart title={say("import-view.values")}>
      <TagsInput
        size="xs"
        label={say("import-view.missing")}
        placeholder={say("import-view.missing.hint")}
        value={plan.missing}
        onChange={(missing) => onPlan({ ...plan, missing })}
        splitChars={[]}
        classNames={{ input: classes.words ?? "" }}
      />
      <Stack gap={3}>
        <Text id="import-duplicates">{say("import-view.duplicates")}</Text>
        <SegmentedControl
          size="xs"
          fullWidth
          aria-labelledby="import-duplicates"
          data={(["first", "last", "mean"] as const).map((value) => ({ value, label: say(`import-view.duplicates.${value}`) }))}
          value={plan.duplicates}
          onChange={(duplicates) => onPlan({ ...plan, duplicates })}
        />
      </Stack>
    </FormPart>
  );
}
