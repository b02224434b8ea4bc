import { Table } from "@mantine/core";
import { IconLink, IconLinkOff } from "@tabler/icons-react";
import { isSentence } from "#shared/language/index.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useProject } from "../../data/use-project.ts";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { auditSubject } from "./audit-subject.ts";
import classes from "./settings-view.module.css";

/** What was done in the project, the latest first, and whether the chain of hashes still holds. */
export function AuditPanel() {
  const say = useSay();
  const open = Boolean(useProject());
  const { data, error } = useAsk("project", "audit", { limit: 200 }, { enabled: open });
  if (!open) return <Panel title={say("settings.audit")}>{say("settings.audit.none")}</Panel>;
  return (
    <Panel
      title={say("settings.audit")}
      flush
      {...(data ? { note: say("settings.audit.count", { count: data.entries.length }) } : {})}
      actions={
        data && (
          <span
            className={classes.mark}
            data-broken={!data.intact || undefined}
            title={say(data.intact ? "settings.audit.intact.why" : "settings.audit.broken.why")}
          >
            {data.intact ? <IconLink size={15} /> : <IconLinkOff size={15} />}
            {say(data.intact ? "settings.audit.intact" : "settings.audit.broken")}
          </span>
        )
      }
    >
      <ProblemNotice problem={error} />
      {data && (
        <div className={classes.scroll}>
          <Table stickyHeader className={classes.table ?? ""}>
            <Table.Thead>
              <Table.Tr>
                <Table.Th ta="right">#</Table.Th>
                <Table.Th>{say("settings.audit.at")}</Table.Th>
                <Table.Th>{say("settings.audit.action")}</Table.Th>
                <Table.Th>{say("settings.audit.subject")}</Table.Th>
                <Table.Th>{say("settings.audit.hash")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {[...data.entries]
                .sort((a, b) => b.seq - a.seq)
                .map((entry) => {
                  const key = `audit.${entry.action}`;
                  return (
                    <Table.Tr key={entry.seq}>
                      <Table.Td ta="right">{entry.seq}</Table.Td>
                      <Table.Td>{localTime(entry.at, "second")}</Table.Td>
                      <Table.Td title={entry.detail}>{isSentence(key) ? say(key) : entry.action}</Table.Td>
                      <Table.Td>
                        <span className={classes.subject} title={entry.subject}>
                          {auditSubject(entry)}
                        </span>
                      </Table.Td>
                      <Table.Td className={classes.hash ?? ""} title={entry.hash}>
                        {entry.hash.slice(0, 12)}
                      </Table.Td>
                    </Table.Tr>
                  );
                })}
            </Table.Tbody>
          </Table>
        </div>
      )}
    </Panel>
  );
}
