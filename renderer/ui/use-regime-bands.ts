import { useSessionStorage } from "@mantine/hooks";
import { useMemo } from "react";
import type { HealthModel } from "#shared/domain/health.ts";
import type { RegimePlan } from "#shared/domain/regime.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { regimeBands } from "../charts/regime-bands.ts";
import type { TrendBand } from "../charts/trend.ts";
import { useRegimeSpans } from "../data/use-regime-spans.ts";

/** Regimes as bands behind a chart. */
export interface RegimeBands {
  /** undefined where no model tells regimes. */
  readonly plan: RegimePlan | undefined;
  /** To lie below all other bands; empty while they are not wanted. */
  readonly bands: readonly TrendBand[];
  readonly shown: boolean;
  setShown(shown: boolean): void;
}

/** The regimes a model tells; whether they are shown holds for all charts until the window is closed. */
export function useRegimeBands(model: HealthModel | undefined, range: TimeRange, pixels: number): RegimeBands {
  const [shown, setShown] = useSessionStorage({ key: "regime-bands", defaultValue: true, getInitialValueInEffect: false });
  const plan = model?.features.regimes?.plan;
  const told = plan && plan.regimes.length > 1 ? plan : undefined;
  const spans = useRegimeSpans(told && shown && model ? model.id : null, range, pixels);
  const bands = useMemo(() => (told ? regimeBands(told, spans) : []), [told, spans]);
  return { plan: told, bands, shown, setShown };
}
