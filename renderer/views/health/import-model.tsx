import { Button, Modal, Select, Table } from "@mantine/core";
import { IconFileImport } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { isUsable, type ModelFileInfo, type TagMatch } from "#shared/domain/model-file.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useJobResult } from "../../data/use-job-result.ts";
import { useTell } from "../../data/use-tell.ts";
import { JobProgress } from "../../ui/job-progress.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./health.module.css";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  readonly onArrived: (modelId: string) => void;
}

/** Chooses a model file, shows how its tags are found on the asset, and brings it in. */
export function ImportModel({ asset, tags, onArrived }: Props) {
  const say = useSay();
  const [info, setInfo] = useState<ModelFileInfo | null>(null);
  const read = useTell("models", "read", { changes: [], onDone: setInfo });
  const choose = async (): Promise<void> => {
    const [path] = await window.shell.chooseFiles(say("model-life.import.choose"));
    if (path) read.mutate({ path });
  };
  return (
    <>
      <Button variant="default" leftSection={<IconFileImport size={14} />} loading={read.isPending} onClick={() => void choose()}>
        {say("model-life.import")}
      </Button>
      {read.error && <ProblemNotice problem={read.error} onClose={read.reset} />}
      <Modal
        opened={info !== null}
        onClose={() => setInfo(null)}
        size={720}
        title={say("model-life.import.title")}
        closeButtonProps={{ "aria-label": say("ui.close") }}
      >
        {info && (
          <Matching
            key={info.sha256}
            info={info}
            asset={asset}
            tags={tags}
            onArrived={(modelId) => {
              setInfo(null);
              onArrived(modelId);
            }}
          />
        )}
      </Modal>
    </>
  );
}

function Matching({ info, asset, tags, onArrived }: Props & { readonly info: ModelFileInfo }) {
  const say = useSay();
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [jobId, setJobId] = useState<string | null>(null);
  const [problem, setProblem] = useState<unknown>(null);
  const wish = { path: info.path, assetId: asset.id, chosen };
  const found = useAsk("models", "match", wish, { keepPrevious: true });
  const bring = useTell("models", "import", { changes: [], onDone: ({ jobId: id }) => setJobId(id) });
  const job = useJobResult(jobId, ({ status }) => {
    setJobId(null);
    if (status.state === "done") onArrived((status.result as { modelId: string }).modelId);
    else if (status.state === "failed") setProblem(status.problem);
  });
  const matches = found.data ?? [];
  const unsettled = matches.filter((match) => !isUsable(match)).length;
  const options = tags.map(({ name, unit }) => ({ value: name, label: unit ? `${name} [${printUnit(unit)}]` : name }));
  return (
    <>
      <p className={classes.help}>
        {say("model-life.import.lead", {
          name: wordsOr(say, `family.${info.card.familyId}`, info.card.familyId),
          asset: info.asset,
          project: info.project,
          rows: formatNumber(info.card.rows, { significant: 12 }),
          time: localTime(info.exportedAt),
          count: info.tags.length,
          target: asset.name,
        })}
      </p>
      <Table verticalSpacing={4}>
        <Table.Thead>
          <Table.Tr>
            <Table.Th>{say("model-life.import.as")}</Table.Th>
            <Table.Th>{say("model-life.import.tag", { asset: asset.name })}</Table.Th>
            <Table.Th>{say("model-life.import.how")}</Table.Th>
          </Table.Tr>
        </Table.Thead>
        <Table.Tbody>
          {matches.map((match) => (
            <Table.Tr key={match.as}>
              <Table.Td>
                {match.as} <span className={classes.soft}>{printUnit(match.asUnit)}</span>
              </Table.Td>
              <Table.Td>
                <Select
                  size="xs"
                  searchable
                  aria-label={match.as}
                  placeholder={say("model-life.import.none")}
                  data={options}
                  value={match.tag}
                  onChange={(value) => setChosen({ ...chosen, [match.as]: value ?? "" })}
                  comboboxProps={{ withinPortal: true }}
                />
              </Table.Td>
              <Table.Td className={isUsable(match) ? "" : (classes.remark ?? "")}>{howWords(say, match)}</Table.Td>
            </Table.Tr>
          ))}
        </Table.Tbody>
      </Table>
      <p className={classes.help}>{say("model-life.import.note")}</p>
      <ProblemNotice problem={found.error ?? bring.error ?? problem} />
      {job && <JobProgress job={job} />}
      <div className={classes.drawerFoot}>
        <span className={classes.remark}>{unsettled > 0 && say("model-life.import.blocked", { count: unsettled })}</span>
        <Button disabled={unsettled > 0 || !found.isSuccess} loading={bring.isPending || jobId !== null} onClick={() => bring.mutate(wish)}>
          {say("model-life.import.do")}
        </Button>
      </div>
    </>
  );
}

const howWords = (say: ReturnType<typeof useSay>, { state, unit, asUnit }: TagMatch): string =>
  say(`model-life.import.${state}`, { from: printUnit(unit ?? ""), to: printUnit(asUnit) });
