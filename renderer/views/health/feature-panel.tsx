import { NumberInput, SegmentedControl } from "@mantine/core";
import { FeatureWish } from "#shared/domain/feature-wish.ts";
import { useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./regimes.module.css";

interface Props {
  readonly features: FeatureWish;
  readonly onChange: (features: FeatureWish) => void;
}

/** How samples are smoothed before a model sees them. */
export function FeaturePanel({ features, onChange }: Props) {
  const say = useSay();
  return (
    <Panel title={say("features.title")} note={say("regimes.optional")}>
      <p className={classes.help}>{say("features.help")}</p>
      <div className={classes.bar}>
        <NumberInput
          label={say("features.rows")}
          w={150}
          min={1}
          max={120}
          allowDecimal={false}
          clampBehavior="strict"
          value={features.rows}
          onChange={(rows) => typeof rows === "number" && rows >= 1 && onChange({ ...features, rows })}
        />
        <SegmentedControl
          size="xs"
          aria-label={say("features.weights")}
          data={FeatureWish.shape.weights.options.map((value) => ({ value, label: say(`features.weights.${value}`) }))}
          value={features.weights}
          onChange={(weights) => onChange({ ...features, weights })}
        />
      </div>
    </Panel>
  );
}
