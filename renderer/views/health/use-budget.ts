import { useDebouncedValue } from "@mantine/hooks";
import { useEffect, useState } from "react";
import type { HealthModel } from "#shared/domain/health.ts";
import { useTell } from "../../data/use-tell.ts";

export interface Budget {
  /** What the hand is at, else what the model has. */
  readonly alertsPerWeek: number;
  readonly busy: boolean;
  readonly error: unknown;
  move(alertsPerWeek: number): void;
  /** The hand has let go, or a key was pressed. */
  choose(alertsPerWeek: number): void;
  dismiss(): void;
}

// Several keys in a row are one wish.
const settledMs = 300;

/** The alert budget of a model that is there: another one finds limit and episodes again, verdicts stay. */
export function useBudget(model: HealthModel): Budget {
  const [moving, setMoving] = useState<number | null>(null);
  const [chosen, setChosen] = useState<number | null>(null);
  const [settled] = useDebouncedValue(chosen, settledMs);
  const { mutate, reset, isPending, error } = useTell("health", "setBudget");
  const has = model.limit.alertsPerWeek;
  useEffect(() => {
    if (settled === null || isPending || error || settled === has) return;
    mutate({ modelId: model.id, budget: { alertsPerWeek: settled } });
  }, [settled, has, isPending, error, model.id, mutate]);
  useEffect(() => {
    // What was wished for has come true.
    if (chosen === has) {
      setMoving(null);
      setChosen(null);
    }
  }, [chosen, has]);
  return {
    alertsPerWeek: moving ?? has,
    busy: isPending,
    error,
    move: setMoving,
    choose(alertsPerWeek) {
      setMoving(alertsPerWeek);
      setChosen(alertsPerWeek);
    },
    dismiss() {
      reset();
      setMoving(null);
      setChosen(null);
    },
  };
}
