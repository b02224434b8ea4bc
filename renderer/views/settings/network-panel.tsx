import { IconCheck } from "@tabler/icons-react";
import { useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";
import classes from "./settings-view.module.css";

/** How it is made sure that nothing leaves the computer, and how anybody can check it. */
export function NetworkPanel() {
  const say = useSay();
  return (
    <Panel title={say("settings.network")}>
      <ul className={classes.list}>
        {(["page", "names", "engine", "prove"] as const).map((key) => (
          <li key={key}>
            <IconCheck size={14} stroke={2.4} aria-hidden />
            <span>{say(`settings.network.${key}`)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}
