import { Button, Loader } from "@mantine/core";
import { IconArrowsShuffle, IconPlus } from "@tabler/icons-react";
import { useEffect, useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { useSay } from "../../app/language.tsx";
import { type Focus, useNavigation } from "../../app/navigation.tsx";
import { WithData } from "../../app/with-data.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { measureLine, trialLine } from "./ledger-line.ts";
import { LedgerTable } from "./ledger-table.tsx";
import { LockForm } from "./lock-form.tsx";
import { MeasureOf } from "./measure-of.tsx";
import classes from "./proof.module.css";
import { TrialForm } from "./trial-form.tsx";
import { TrialOf } from "./trial-of.tsx";

/** Whether a measure has saved what it promised. */
export function ProofView({ asset }: { readonly asset: Asset }) {
  return (
    <WithData asset={asset} title="proof-view.no-tags.title" text="proof-view.no-tags.way">
      {(tags) => <ProofOf asset={asset} tags={tags} />}
    </WithData>
  );
}

/** What is being begun; null while the ledger is looked at. */
type Beginning = { readonly kind: "measure" } | { readonly kind: "trial"; readonly advice: Focus["trial"] } | null;

function ProofOf({ asset, tags }: { readonly asset: Asset; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const { focus, screen } = useNavigation();
  const measures = useAsk("proof", "measures", { assetId: asset.id });
  const trials = useAsk("trial", "list", { assetId: asset.id });
  const [beginning, begin] = useState<Beginning>(null);
  const [chosenId, setChosen] = useState<string | null>(null);
  const focusedAt = screen === "proof" ? (focus?.at ?? null) : null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: a focus is followed once, when it comes
  useEffect(() => {
    if (focusedAt !== null && focus?.trial) begin({ kind: "trial", advice: focus.trial });
  }, [focusedAt]);
  const error = measures.error ?? trials.error;
  if (error)
    return (
      <ProblemNotice
        problem={error}
        onRetry={() => {
          void measures.refetch();
          void trials.refetch();
        }}
      />
    );
  if (!measures.data || !trials.data) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  const locked = (id: string): void => {
    setChosen(id);
    begin(null);
  };
  if (beginning?.kind === "measure") return <LockForm asset={asset} tags={tags} onBack={() => begin(null)} onLocked={locked} />;
  if (beginning?.kind === "trial")
    return <TrialForm asset={asset} tags={tags} advice={beginning.advice} onBack={() => begin(null)} onLocked={locked} />;
  const now = Date.now();
  const lines = [...measures.data.map((each) => measureLine(say, each)), ...trials.data.map((each) => trialLine(say, each, now))].sort(
    (a, b) => b.at - a.at,
  );
  const actions = (
    <div className={classes.begin}>
      <Button
        size="xs"
        variant="default"
        leftSection={<IconArrowsShuffle size={14} />}
        onClick={() => begin({ kind: "trial", advice: undefined })}
      >
        {say("trial-view.plan")}
      </Button>
      <Button size="xs" leftSection={<IconPlus size={14} />} onClick={() => begin({ kind: "measure" })}>
        {say("proof-view.new")}
      </Button>
    </div>
  );
  const chosen = lines.find(({ id }) => id === chosenId) ?? lines[0];
  if (!chosen) return <EmptyState title={say("proof-view.empty.title")} text={say("proof-view.empty.text")} action={actions} />;
  const measure = measures.data.find(({ id }) => id === chosen.id);
  const trial = trials.data.find(({ id }) => id === chosen.id);
  return (
    <div className={classes.screen}>
      <Panel title={say("proof-view.ledger")} note={say("proof-view.ledger.keys")} flush actions={actions}>
        <LedgerTable lines={lines} chosenId={chosen.id} onChoose={setChosen} />
      </Panel>
      {measure && <MeasureOf key={measure.id} measure={measure} tags={tags} onRemoved={() => setChosen(null)} />}
      {trial && <TrialOf key={trial.id} trial={trial} onRemoved={() => setChosen(null)} />}
    </div>
  );
}
