import { Button, Select } from "@mantine/core";
import { useEffect, useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { QualityOfImport } from "./quality-of-import.tsx";

/** What the samples of an asset are worth, import by import, the newest first. */
export function QualityView({ asset }: { readonly asset: Asset }) {
  const say = useSay();
  const { go, focus, screen } = useNavigation();
  const { data, error, refetch } = useAsk("importing", "list", {});
  const [chosen, setChosen] = useState<string | null>(null);
  const focusedAt = screen === "quality" ? (focus?.at ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is followed once, when it comes
  useEffect(() => {
    if (focus?.importId) setChosen(focus.importId);
  }, [focusedAt]);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return null;
  const imports = data.filter((record) => record.assetId === asset.id);
  const shown = imports.find(({ id }) => id === chosen) ?? imports[0];
  if (!shown)
    return (
      <EmptyState
        title={say("quality-view.none.title")}
        text={say("quality-view.none.text", { asset: asset.name })}
        action={<Button onClick={() => go("import")}>{say("app.need.data.do")}</Button>}
      />
    );
  const choice = imports.length > 1 && (
    <Select
      aria-label={say("quality-view.log")}
      w={320}
      size="xs"
      allowDeselect={false}
      data={imports.map((record) => ({ value: record.id, label: `${nameOf(record)} · ${localTime(record.importedAt)}` }))}
      value={shown.id}
      onChange={setChosen}
    />
  );
  return <QualityOfImport key={shown.id} record={shown} choice={choice} />;
}

const nameOf = ({ files }: ImportRecord): string => (files.length > 1 ? `${files[0]!.name} +${files.length - 1}` : (files[0]?.name ?? ""));
