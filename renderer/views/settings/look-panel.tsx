import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { Settings } from "#shared/domain/settings.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

export function LookPanel() {
  const say = useSay();
  const settings = useAsk("system", "settings", {}).data ?? Settings.parse({});
  const change = useTell("system", "change");
  return (
    <Panel title={say("settings.look")}>
      <Stack gap="sm">
        <Group justify="space-between" wrap="nowrap">
          <Text id="settings-language">{say("settings.language")}</Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="settings-language"
            data={(["system", "en", "zh"] as const).map((value) => ({ value, label: say(`settings.language.${value}`) }))}
            value={settings.language}
            onChange={(language) => change.mutate({ language })}
          />
        </Group>
        <Group justify="space-between" wrap="nowrap">
          <Text id="settings-theme">{say("settings.theme")}</Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="settings-theme"
            data={(["system", "light", "dark"] as const).map((value) => ({ value, label: say(`settings.theme.${value}`) }))}
            value={settings.theme}
            onChange={(theme) => change.mutate({ theme })}
          />
        </Group>
        <ProblemNotice problem={change.error} />
      </Stack>
    </Panel>
  );
}
