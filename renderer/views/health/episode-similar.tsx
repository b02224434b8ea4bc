import type { Episode } from "#shared/domain/health.ts";
import { similarityText } from "#shared/language/recall-sentence.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { wordsOr } from "../../ui/words-or.ts";
import classes from "./health.module.css";

/** The episodes that look most like one, of all models of the asset; each leads there. */
export function EpisodeSimilar({ episode }: { readonly episode: Episode }) {
  const say = useSay();
  const { go } = useNavigation();
  const similar = useAsk("health", "similar", { episodeId: episode.id });
  const print = episode.fingerprint;
  const found = similar.data ?? [];
  return (
    <section aria-label={say("similar.title")}>
      <h3 className={classes.small} title={print && say("similar.help", { alike: formatNumber(print.alikeFrom, { decimals: 2 }) })}>
        {say("similar.title")}
      </h3>
      <ProblemNotice problem={similar.error} />
      {!print || print.off.length === 0 ? (
        <p className={classes.help}>{say("similar.unknown")}</p>
      ) : similar.isSuccess && found.length === 0 ? (
        <p className={classes.help}>{say("similar.none")}</p>
      ) : (
        <ul className={classes.similar}>
          {found.map(({ episodeId, modelId, familyId, from, verdict, cause, similarity, alike }) => {
            const when = formatTime(from);
            return (
              <li key={`${episodeId} ${from}`}>
                {episodeId && modelId ? (
                  <button
                    type="button"
                    className={classes.similarLink}
                    title={say("similar.open", { from: when })}
                    onClick={() => go("health", { modelId, episodeId })}
                  >
                    {when}
                  </button>
                ) : (
                  <span>{when}</span>
                )}
                <span className={classes.similarWords}>
                  {verdict ? [say(`health.verdict.${verdict}`), cause].filter(Boolean).join(": ") : say("health.verdict.open")}
                  <span className={classes.soft}> · {familyId ? wordsOr(say, `family.${familyId}`, familyId) : say("similar.gone")}</span>
                </span>
                <span className={classes.similarNumber} data-alike={alike || undefined}>
                  {say(alike ? "similar.alike" : "similar.near")} {similarityText(similarity)}
                </span>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
