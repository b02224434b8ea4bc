import { Group, SegmentedControl, Stack, Text } from "@mantine/core";
import { useSay } from "../../app/language.tsx";
import { useChangeSettings } from "../../data/use-change-settings.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

export function LookPanel() {
  const say = useSay();
  const { settings, change, error } = useChangeSettings();
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
            onChange={(language) => change({ language })}
          />
        </Group>
        <Group justify="space-between" wrap="nowrap">
          <Text id="settings-theme">{say("settings.theme")}</Text>
          <SegmentedControl
            size="xs"
            aria-labelledby="settings-theme"
            data={(["system", "light", "dark"] as const).map((value) => ({ value, label: say(`settings.theme.${value}`) }))}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
          />
        </Group>
        <ProblemNotice problem={error} />
      </Stack>
    </Panel>
  );
}
