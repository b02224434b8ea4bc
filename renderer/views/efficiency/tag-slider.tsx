import { Slider } from "@mantine/core";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import classes from "./efficiency.module.css";

interface Props {
  readonly label: string;
  readonly unit: string;
  readonly value: number;
  readonly low: number;
  readonly high: number;
  readonly onChange: (value: number) => void;
}

const places = 200;

/** A value of a tag between the ends that were seen. */
export function TagSlider({ label, unit, value, low, high, onChange }: Props) {
  // A value outside of what was seen stays where it is until it is moved.
  const [min, max] = [Math.min(low, value), Math.max(high, value)];
  const shown = formatQuantity(value, unit, { significant: 3 });
  return (
    <div className={classes.slider}>
      <div className={classes.sliderHead}>
        <span className={classes.tagName}>{label}</span>
        <strong>{shown}</strong>
      </div>
      <Slider
        size="sm"
        label={null}
        min={min}
        max={max > min ? max : min + 1}
        step={(max - min) / places || 1}
        disabled={!(max > min)}
        value={value}
        onChange={onChange}
        thumbLabel={label}
        thumbProps={{ "aria-valuetext": shown }}
      />
    </div>
  );
}
