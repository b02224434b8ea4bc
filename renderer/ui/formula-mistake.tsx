import classes from "./formula-mistake.module.css";

/** A formula with the place of its mistake marked; `at` counts characters from 1 and may lie just behind the end. */
export function FormulaMistake({ formula, at }: { readonly formula: string; readonly at: number }) {
  const place = Math.min(Math.max(at - 1, 0), formula.length);
  return (
    <code className={classes.mistake} aria-hidden>
      {formula.slice(0, place)}
      <mark>{formula[place] ?? "\u00a0"}</mark>
      {formula.slice(place + 1)}
    </code>
  );
}
