import { Button } from "@mantine/core";
import { IconArrowsShuffle } from "@tabler/icons-react";
import type { Episode, HealthModel } from "#shared/domain/health.ts";
import { changeSentences } from "#shared/language/recall-sentence.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./health.module.css";

/** What verdicts changed in the latest run of a model and why; and those given since, with a way to use them at once. */
export function VerdictChanges({ model, episodes }: { readonly model: HealthModel; readonly episodes: readonly Episode[] }) {
  const say = useSay();
  const apply = useTell("health", "applyVerdicts", { changes: ["health", "cases"] });
  const run = model.lastRun;
  const since = run?.at ?? 0;
  const pending = episodes.filter(({ verdict }) => verdict?.lessonId && verdict.at > since).length;
  const sentences = run ? changeSentences(run) : [];
  const none = run?.why === "verdicts" && sentences.length === 0 && pending === 0;
  if (sentences.length === 0 && pending === 0 && !none) return null;
  return (
    <div className={classes.changes} role="status" data-testid="verdict-changes">
      {run && sentences.length > 0 && (
        <>
          <strong>
            <IconArrowsShuffle size={14} aria-hidden /> {say(`change.title.${run.why}`)}
          </strong>
          <ul>
            {sentences.map(({ key, data }) => (
              <li key={`${key} ${data.from ?? ""} ${data.cause ?? ""}`}>{say(key, data)}</li>
            ))}
          </ul>
        </>
      )}
      {none && <span>{say("change.none")}</span>}
      {pending > 0 && (
        <div className={classes.changesPending}>
          {say("change.pending", { count: pending })}
          <Button size="compact-xs" variant="light" loading={apply.isPending} onClick={() => apply.mutate({ modelId: model.id })}>
            {say("change.apply")}
          </Button>
        </div>
      )}
      <ProblemNotice problem={apply.error} />
    </div>
  );
}
