import { Button, Checkbox, Loader, Table } from "@mantine/core";
import { useEffect, useState } from "react";
import type { LogGroup } from "#shared/domain/log-group.ts";
import { useSay } from "../../app/language.tsx";
import { nameOf } from "../../app/paths.ts";
import { useAsk } from "../../data/use-ask.ts";
import { bytes } from "../../ui/bytes.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { formatName } from "./format-name.ts";
import classes from "./import-view.module.css";

interface Props {
  /** Files, folders, archives: what was dropped or chosen. */
  readonly paths: readonly string[];
  readonly onLogs: (logs: readonly LogGroup[]) => void;
  readonly onLeave: () => void;
}

/** The logs found in what was dropped, to choose from; a log alone needs no choice. */
export function ChooseLogs({ paths, onLogs, onLeave }: Props) {
  const say = useSay();
  const { data, error } = useAsk("importing", "expand", { paths: [...paths] }, { forgetAfterMs: 1000 });
  const [unwanted, setUnwanted] = useState<ReadonlySet<number>>(new Set());
  const alone = data?.groups.length === 1 && data.left.length === 0;
  // biome-ignore lint/correctness/useExhaustiveDependencies: told once, when it is known
  useEffect(() => {
    if (data && alone) onLogs(data.groups);
  }, [data]);
  const leave = (
    <Button variant="default" onClick={onLeave}>
      {say(error || data?.groups.length === 0 ? "import-view.other" : "import-view.cancel")}
    </Button>
  );
  const first = nameOf(paths[0] ?? "");
  const name = paths.length > 1 ? say("import-view.files.more", { name: first, count: paths.length - 1 }) : first;
  if (error) return <EmptyState title={say("import-view.unreadable")} text={say.coded(error.problem)} action={leave} />;
  if (!data || alone) return <EmptyState icon={<Loader size="sm" />} title={say("import-view.reading", { name })} action={leave} />;
  const { groups, left } = data;
  if (groups.length === 0 && left.length <= 1) {
    const why = left[0] ? say.coded(left[0].finding) : say("import-view.logs.none");
    return <EmptyState title={say("import-view.unreadable")} text={why} action={leave} />;
  }
  const wanted = groups.filter((_, k) => !unwanted.has(k));
  const want = (k: number, wish: boolean) => {
    const next = new Set(unwanted);
    if (wish) next.delete(k);
    else next.add(k);
    setUnwanted(next);
  };
  return (
    <div className={classes.start}>
      {groups.length > 0 && (
        <Panel
          title={say("import-view.logs", { count: groups.length, name })}
          flush
          actions={
            <>
              {leave}
              <Button disabled={wanted.length === 0} data-testid="choose-logs" onClick={() => onLogs(wanted)}>
                {say("import-view.logs.go", { count: wanted.length })}
              </Button>
            </>
          }
        >
          <Table>
            <Table.Thead>
              <Table.Tr>
                <Table.Th w={40}>
                  <Checkbox
                    size="xs"
                    aria-label={say("import-view.logs.every")}
                    checked={unwanted.size === 0}
                    indeterminate={unwanted.size > 0 && wanted.length > 0}
                    onChange={() => setUnwanted(unwanted.size === 0 ? new Set(groups.keys()) : new Set())}
                  />
                </Table.Th>
                <Table.Th>{say("import-view.logs.name")}</Table.Th>
                <Table.Th ta="right">{say("import-view.logs.files")}</Table.Th>
                <Table.Th ta="right">{say("import-view.report.size")}</Table.Th>
                <Table.Th>{say("import-view.format")}</Table.Th>
              </Table.Tr>
            </Table.Thead>
            <Table.Tbody>
              {groups.map((group, k) => (
                <Table.Tr key={group.files.join("\n")}>
                  <Table.Td>
                    <Checkbox
                      size="xs"
                      aria-label={group.name}
                      checked={!unwanted.has(k)}
                      onChange={(event) => want(k, event.currentTarget.checked)}
                    />
                  </Table.Td>
                  <Table.Td title={group.files.join("\n")}>{group.name}</Table.Td>
                  <Table.Td ta="right">{group.files.length}</Table.Td>
                  <Table.Td ta="right">{bytes(group.bytes)}</Table.Td>
                  <Table.Td>{formatName(group.format) || say("import-view.format.text")}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Panel>
      )}
      {left.length > 0 && (
        <Panel title={say("import-view.logs.left", { count: left.length })} flush {...(groups.length === 0 ? { actions: leave } : {})}>
          <Table>
            <Table.Tbody>
              {left.map(({ path, finding }) => (
                <Table.Tr key={path}>
                  <Table.Td title={path}>{nameOf(path)}</Table.Td>
                  <Table.Td className={classes.soft ?? ""}>{say.coded(finding)}</Table.Td>
                </Table.Tr>
              ))}
            </Table.Tbody>
          </Table>
        </Panel>
      )}
    </div>
  );
}
