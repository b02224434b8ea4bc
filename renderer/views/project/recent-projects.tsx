import { ActionIcon, Table } from "@mantine/core";
import { IconX } from "@tabler/icons-react";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { Panel } from "../../ui/panel.tsx";
import classes from "./start-screen.module.css";

/** Projects opened before; those whose folder has gone are marked and can be taken off the list. */
export function RecentProjects({ busy, onOpen }: { readonly busy: boolean; readonly onOpen: (folder: string) => void }) {
  const say = useSay();
  const recent = useAsk("project", "recent", {}).data;
  const forget = useTell("project", "forget");
  if (!recent) return null;
  return (
    <Panel title={say("project.recent")} flush={recent.length > 0}>
      {recent.length === 0 ? (
        <span className={classes.cardText}>{say("project.recent.none")}</span>
      ) : (
        <Table highlightOnHover>
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{say("project.name")}</Table.Th>
              <Table.Th>{say("project.folder")}</Table.Th>
              <Table.Th>{say("project.recent.opened")}</Table.Th>
              <Table.Th w={40} />
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {recent.map((project) => (
              <Table.Tr key={project.folder} data-folder={project.folder}>
                <Table.Td>
                  <button type="button" className={classes.link} disabled={busy || !project.exists} onClick={() => onOpen(project.folder)}>
                    {project.name}
                  </button>
                </Table.Td>
                <Table.Td>
                  <div className={classes.path} title={project.folder}>
                    {project.exists ? (
                      project.folder
                    ) : (
                      <span className={classes.missing}>
                        {say("project.recent.missing")}: {project.folder}
                      </span>
                    )}
                  </div>
                </Table.Td>
                <Table.Td>{localTime(project.openedAt)}</Table.Td>
                <Table.Td>
                  <ActionIcon
                    size="sm"
                    aria-label={say("project.recent.forget", { name: project.name })}
                    title={say("project.recent.forget", { name: project.name })}
                    onClick={() => forget.mutate({ folder: project.folder })}
                  >
                    <IconX size={14} />
                  </ActionIcon>
                </Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}
