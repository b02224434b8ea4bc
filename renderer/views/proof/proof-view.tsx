import { Button, Loader } from "@mantine/core";
import { IconPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { useSay } from "../../app/language.tsx";
import { WithData } from "../../app/with-data.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { LedgerTable } from "./ledger-table.tsx";
import { LockForm } from "./lock-form.tsx";
import { MeasureOf } from "./measure-of.tsx";
import classes from "./proof.module.css";

/** Whether a measure has saved what it promised. */
export function ProofView({ asset }: { readonly asset: Asset }) {
  return (
    <WithData asset={asset} title="proof-view.no-tags.title" text="proof-view.no-tags.way">
      {(tags) => <ProofOf asset={asset} tags={tags} />}
    </WithData>
  );
}

function ProofOf({ asset, tags }: { readonly asset: Asset; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const { data, error, refetch } = useAsk("proof", "measures", { assetId: asset.id });
  const [isNew, setNew] = useState(false);
  const [chosenId, setChosen] = useState<string | null>(null);
  if (error) return <ProblemNotice problem={error} onRetry={() => void refetch()} />;
  if (!data) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  const chosen = data.find(({ id }) => id === chosenId) ?? data[0];
  if (isNew)
    return (
      <LockForm
        asset={asset}
        tags={tags}
        onBack={() => setNew(false)}
        onLocked={(measureId) => {
          setChosen(measureId);
          setNew(false);
        }}
      />
    );
  const begin = (
    <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => setNew(true)}>
      {say("proof-view.new")}
    </Button>
  );
  if (!chosen) return <EmptyState title={say("proof-view.empty.title")} text={say("proof-view.empty.text")} action={begin} />;
  return (
    <div className={classes.screen}>
      <Panel title={say("proof-view.ledger")} note={say("proof-view.ledger.keys")} flush actions={begin}>
        <LedgerTable measures={data} chosenId={chosen.id} onChoose={setChosen} />
      </Panel>
      <MeasureOf key={chosen.id} measure={chosen} tags={tags} onRemoved={() => setChosen(null)} />
    </div>
  );
}
