import { Table } from "@mantine/core";
import { useSay } from "../../app/language.tsx";
import { Panel } from "../../ui/panel.tsx";

/** What is shipped and under which licence, as the packages themselves say. */
const shipped = [
  ["Electron", "MIT"],
  ["React", "MIT"],
  ["Recharts", "MIT"],
  ["Mantine", "MIT"],
  ["Tabler Icons", "MIT"],
  ["TanStack Query", "MIT"],
  ["Zod", "MIT"],
  ["better-sqlite3", "MIT"],
  ["SQLite", "public domain"],
  ["DuckDB", "MIT"],
  ["TensorFlow.js", "Apache-2.0"],
  ["write-excel-file", "MIT"],
  ["h5wasm", "NIST"],
  ["HDF5", "BSD-3-Clause"],
  ["saxes", "ISC"],
] as const;

export function LicencesPanel() {
  const say = useSay();
  return (
    <Panel title={say("settings.licences")}>
      <p style={{ margin: "0 0 8px" }}>{say("settings.licences.own")}</p>
      <Table withRowBorders={false} verticalSpacing={1} w="auto">
        <Table.Tbody>
          {shipped.map(([name, licence]) => (
            <Table.Tr key={name}>
              <Table.Td pl={0}>{name}</Table.Td>
              <Table.Td c="dimmed">{licence}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
    </Panel>
  );
}
