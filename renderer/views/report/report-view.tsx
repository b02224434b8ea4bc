import { Button, Loader } from "@mantine/core";
import { useState } from "react";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTags } from "../../data/use-project.ts";
import { EmptyState } from "../../ui/empty-state.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { ComposeForm } from "./compose-form.tsx";
import classes from "./report.module.css";
import { ReportList } from "./report-list.tsx";
import { SaveBar } from "./save-bar.tsx";

/** Reports: chosen, composed, looked at as they will be printed, saved. */
export function ReportView({ asset }: { readonly asset: Asset }) {
  const say = useSay();
  const { go } = useNavigation();
  const tags = useTags(asset.id);
  if (!tags) return <Loader m="lg" size="sm" aria-label={say("ui.loading")} />;
  if (!tags.some((tag) => tag.valid > 0))
    return (
      <EmptyState
        title={say("app.need.data.title")}
        text={say("app.need.data.text")}
        action={<Button onClick={() => go("import")}>{say("app.need.data.do")}</Button>}
      />
    );
  return <ReportsOf asset={asset} tags={tags} />;
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
