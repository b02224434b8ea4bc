import { Settings } from "#shared/domain/settings.ts";
import { useAsk } from "./use-ask.ts";
import { useTell } from "./use-tell.ts";

/** Changes some settings; the rest is said again as it is, because what is left out would fall back to its default. */
export function useChangeSettings() {
  const settings = useAsk("system", "settings", {}).data ?? Settings.parse({});
  const { mutate, error } = useTell("system", "change");
  return { settings, error, change: (wanted: Partial<Settings>) => mutate({ ...settings, ...wanted }) };
}
