import { Button, Group, Modal, Table } from "@mantine/core";
import { useState } from "react";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { isSentence } from "#shared/language/index.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { NumberCell } from "../../ui/number-cell.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./import-view.module.css";

/** The lines that became no row, why, and the file that holds them all. */
export function RejectedLines({ record }: { readonly record: ImportRecord }) {
  const say = useSay();
  const { rejected, rejectedLines } = record.report;
  const [open, setOpen] = useState(false);
  return (
    <Panel
      title={say("import-view.report.rejected")}
      {...(rejected.length < rejectedLines
        ? { note: say("import-view.report.rejected.shown", { shown: rejected.length, count: rejectedLines }) }
        : {})}
      flush
      actions={
        record.quarantine && (
          <Button variant="light" onClick={() => setOpen(true)}>
            {say("import-view.report.quarantine")}
          </Button>
        )
      }
    >
      <Table>
        <Table.Thead>
          <Table.Tr>
            <Table.Th ta="right">{say("import-view.report.line")}</Table.Th>
            <Table.Th>{say("import-view.report.reason")}</Table.Th>
            <Table.Th>{say("import-view.report.text")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {rejected.map((line, k) => {
            const key = `import.rejected.${line.reason}`;
            return (
              <Table.Tr key={k}>
                <NumberCell value={line.line} format={{ decimals: 0 }} />
                <Table.Td>{isSentence(key) ? say(key) : line.reason}</Table.Td>
                <Table.Td>
                  <div className={classes.raw} title={line.text}>
                    {line.text}
                  </div>
                </Table.Td>
              </Table.Tr>
            );
          })}
        </Table.Tbody>
      </Table>
      <Modal
        opened={open}
        onClose={() => setOpen(false)}
        size="xl"
        title={say("import-view.report.quarantine.title")}
        closeButtonProps={{ "aria-label": say("ui.close") }}
      >
        {open && <Quarantine importId={record.id} />}
      </Modal>
    </Panel>
  );
}

function Quarantine({ importId }: { readonly importId: string }) {
  const say = useSay();
  const { data, error } = useAsk("importing", "quarantine", { importId });
  if (error) return <ProblemNotice problem={error} />;
  if (!data) return null;
  return (
    <>
      <pre className={classes.quarantine}>{data.text}</pre>
      <Group justify="space-between" mt="sm" wrap="nowrap">
        <span className={classes.soft}>{data.path}</span>
        <Button variant="default" onClick={() => void window.shell.reveal(data.path)}>
          {say("import-view.report.reveal")}
        </Button>
      </Group>
    </>
  );
}
