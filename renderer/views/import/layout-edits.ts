import type { ColumnKind, ColumnPlan, Layout, SampleColumns, TextPlan } from "#shared/domain/importing.ts";

type Shape = Layout["shape"];

/** How the rows of a plan name their tags; a plan that does not say has a column per tag. */
export const shapeOfRows = (plan: TextPlan): Shape => plan.layout?.shape ?? "wide";

/** The plan with rows of another shape. What the file was taken for comes back as it was; else columns stand in that a person may change. */
export function withShape(plan: TextPlan, guess: TextPlan | undefined, shape: Shape): TextPlan {
  if (shape === shapeOfRows(plan)) return plan;
  if (guess && shapeOfRows(guess) === shape) {
    const kinds = guess.columns.length === plan.columns.length ? guess.columns.map(({ kind }) => kind) : undefined;
    const columns = plan.columns.map((column, k) => ({ ...column, kind: kinds?.[k] ?? column.kind }));
    return { ...plan, columns, clock: guess.clock, layout: guess.layout ?? { shape: "wide" } };
  }
  if (shape !== "long") return { ...plan, layout: { shape: "wide" } };
  const first = (kind: ColumnKind) => plan.columns.findIndex((column) => column.kind === kind);
  const tag = Math.max(0, first("text"));
  const value = Math.max(0, first("number"));
  return withSample(
    { ...plan, layout: { shape: "long", samples: [], good: [], series: [] } },
    { tag: [tag], value, unit: null, quality: null },
  );
}

/** The long table's plan with its sample in other columns: its value is read as numbers, the words of its tag, unit and quality as text. */
export function withSample(plan: TextPlan, sample: SampleColumns): TextPlan {
  if (plan.layout?.shape !== "long") return plan;
  const words = new Set<number | null>([...sample.tag, sample.unit, sample.quality]);
  const columns = plan.columns.map((column, k): ColumnPlan => {
    if (k === sample.value) return { ...column, kind: "number" };
    return words.has(k) && column.kind !== "time" ? { ...column, kind: "text" } : column;
  });
  return { ...plan, columns, layout: { ...plan.layout, samples: [sample] } };
}
