import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { useSay } from "../../app/language.tsx";
import { WithData } from "../../app/with-data.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ComposeForm } from "./compose-form.tsx";
import classes from "./report.module.css";
import { ReportList } from "./report-list.tsx";
import { SaveBar } from "./save-bar.tsx";

/** Reports: chosen, composed, looked at as they will be printed, saved. */
export function ReportView({ asset }: { readonly asset: Asset }) {
  return (
    <WithData asset={asset} title="app.need.data.title" text="app.need.data.text">
      {(tags) => <ReportsOf asset={asset} tags={tags} />}
    </WithData>
  );
}

function ReportsOf({ asset, tags }: { readonly asset: Asset; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const reports = useAsk("report", "list", { assetId: asset.id });
  const [shownId, setShown] = useState<string | null>(null);
  const known = reports.data ?? [];
  const shown = known.find((report) => report.id === shownId) ?? known[0] ?? null;
  return (
    <div className={classes.screen}>
      <div className={classes.side}>
        <ComposeForm asset={asset} tags={tags} onComposed={setShown} />
        <ReportList reports={known} shownId={shown?.id ?? null} onShow={setShown} />
      </div>
      <div className={classes.main}>
        <ProblemNotice problem={reports.error} onRetry={() => void reports.refetch()} />
        {shown ? (
          <>
            <SaveBar key={shown.id} report={shown} onRemoved={() => setShown(null)} />
            <iframe
              key={shown.id}
              className={classes.paper}
              title={say("report-view.preview", { title: shown.request.title })}
              src={`app://desk/report/${encodeURIComponent(shown.id)}.html`}
              sandbox=""
            />
          </>
        ) : (
          reports.isSuccess && <EmptyState title={say("report-view.empty.title")} text={say("report-view.empty.way")} />
        )}
      </div>
    </div>
  );
}
