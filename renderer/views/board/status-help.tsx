import { ActionIcon, Popover } from "@mantine/core";
import { IconHelpCircle } from "@tabler/icons-react";
import { assetStatuses } from "#shared/domain/board.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./board.module.css";
import { StatusMark } from "./status-mark.tsx";

/** What the status words mean and how they are found. */
export function StatusHelp() {
  const say = useSay();
  return (
    <Popover width={460} position="bottom-end" withArrow shadow="md">
      <Popover.Target>
        <ActionIcon variant="subtle" aria-label={say("board.help")} title={say("board.help")}>
          <IconHelpCircle size={17} stroke={1.7} />
        </ActionIcon>
      </Popover.Target>
      <Popover.Dropdown>
        <p className={classes.helpLead}>{say("board.help.lead")}</p>
        <dl className={classes.helpList}>
          {assetStatuses.map((status) => (
            <div key={status}>
              <dt>
                <StatusMark status={status} />
              </dt>
              <dd>{say(`board.help.${status}`)}</dd>
            </div>
          ))}
        </dl>
      </Popover.Dropdown>
    </Popover>
  );
}
