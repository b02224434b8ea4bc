import { Kbd } from "@mantine/core";
import type { ReactNode } from "react";
import { useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./settings-view.module.css";

export function KeysPanel() {
  const say = useSay();
  const control = window.shell.platform === "darwin" ? "⌘" : "Ctrl";
  const keys = (...names: string[]): ReactNode => (
    <span className={classes.keys}>
      {names.map((name) => (
        <Kbd key={name} size="xs">
          {name}
        </Kbd>
      ))}
    </span>
  );
  return (
    <Panel title={say("settings.keys")}>
      <dl className={classes.facts}>
        <dt>{keys(`${control}+1`, "…", `${control}+9`)}</dt>
        <dd>{say("settings.keys.screens")}</dd>
        <dt>{keys(`${control}+,`)}</dt>
        <dd>{say("settings.keys.settings")}</dd>
        <dt>{keys(`${control}+I`)}</dt>
        <dd>{say("settings.keys.import")}</dd>
        <dt>{keys("←", "→", "+", "−", "Home", "⌫")}</dt>
        <dd>{say("settings.keys.chart")}</dd>
      </dl>
    </Panel>
  );
}
