import { quantile } from "./quantile.ts";

/** The middle of the numbers; NaN are left out, NaN where there is no number. */
export const median = (values: Float64Array): number => quantile(values, 0.5);
