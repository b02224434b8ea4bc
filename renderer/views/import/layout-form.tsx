import { MultiSelect, Select, SimpleGrid, TagsInput } from "@mantine/core";
import type { SampleColumns, TextPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { FormPart } from "./form-part.tsx";
import classes from "./import-view.module.css";
import { shapeOfRows, withSample, withShape } from "./layout-edits.ts";

interface Props {
  readonly plan: TextPlan;
  readonly guess: TextPlan | undefined;
  /** Tags found at both ends of the log; undefined until they are known. */
  readonly tags: number | undefined;
  readonly onPlan: (plan: TextPlan) => void;
}

/** What a row is: all tags at one time, or one tag at one time. */
export function LayoutForm({ plan, guess, tags, onPlan }: Props) {
  const say = useSay();
  const shape = shapeOfRows(plan);
  const shapes = (["wide", "long", "pairs"] as const).filter(
    (each) => each !== "pairs" || shape === "pairs" || (guess && shapeOfRows(guess) === "pairs"),
  );
  return (
    <FormPart title={say("layout.title")}>
      <Select
        aria-label={say("layout.title")}
        data={shapes.map((value) => ({ value, label: say(`layout.${value}`) }))}
        value={shape}
        allowDeselect={false}
        onChange={(next) => next && onPlan(withShape(plan, guess, next as typeof shape))}
      />
      {plan.layout?.shape === "pairs" && (
        <span className={classes.soft}>
          {say("layout.pairs.text", { count: plan.layout.clocks.filter((clock) => clock !== null).length })}
        </span>
      )}
      {plan.layout?.shape === "long" && <LongForm plan={plan} layout={plan.layout} tags={tags} onPlan={onPlan} />}
    </FormPart>
  );
}

interface LongProps extends Omit<Props, "guess"> {
  readonly layout: Extract<NonNullable<TextPlan["layout"]>, { shape: "long" }>;
}

function LongForm({ plan, layout, tags, onPlan }: LongProps) {
  const say = useSay();
  const { samples, good } = layout;
  const [sample] = samples;
  const columns = plan.columns.map((column, k) => ({ value: String(k), label: column.tag }));
  const choose = (change: Partial<SampleColumns>) => sample && onPlan(withSample(plan, { ...sample, ...change }));
  return (
    <>
      {tags !== undefined && (
        <span className={classes.soft}>
          {samples.length > 1
            ? say("layout.long.several", { samples: samples.length, count: tags })
            : say("layout.long.tags", { count: tags })}
        </span>
      )}
      {sample && samples.length === 1 && (
        <>
          <MultiSelect
            size="xs"
            label={say("layout.tag")}
            data={columns}
            value={sample.tag.map(String)}
            onChange={(chosen) => chosen.length > 0 && choose({ tag: chosen.map(Number) })}
          />
          <Select
            label={say("layout.value")}
            data={columns}
            value={String(sample.value)}
            allowDeselect={false}
            onChange={(chosen) => chosen && choose({ value: Number(chosen) })}
          />
          <SimpleGrid cols={2} spacing={8}>
            {(["unit", "quality"] as const).map((part) => (
              <Select
                key={part}
                label={say(`layout.${part}`)}
                data={columns}
                placeholder={say("layout.none")}
                clearable
                value={sample[part] === null ? null : String(sample[part])}
                onChange={(chosen) => choose({ [part]: chosen === null ? null : Number(chosen) })}
              />
            ))}
          </SimpleGrid>
          {sample.quality !== null && (
            <TagsInput
              size="xs"
              label={say("layout.good")}
              value={good.filter((word) => word !== "")}
              splitChars={[]}
              onChange={(words) => onPlan({ ...plan, layout: { ...layout, good: good.includes("") ? ["", ...words] : words } })}
            />
          )}
        </>
      )}
    </>
  );
}
