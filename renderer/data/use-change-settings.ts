import { type Settings, standardSettings } from "#shared/domain/settings.ts";
import { useAsk } from "./use-ask.ts";
import { useTell } from "./use-tell.ts";

/** The settings as they are, and how to change some of them; the rest stays. */
export function useChangeSettings() {
  const settings = useAsk("system", "settings", {}).data ?? standardSettings;
  const { mutate, error } = useTell("system", "change");
  return { settings, error, change: (wanted: Partial<Settings>) => mutate(wanted) };
}
