import { Button } from "@mantine/core";
import { useState } from "react";
import type { Fingerprint } from "#shared/domain/fingerprint.ts";
import type { EpisodeContribution } from "#shared/domain/health.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { formatQuantity } from "#shared/units/format-quantity.ts";
import { useSay } from "../../app/language.tsx";
import { differenceWords } from "./difference-words.ts";
import classes from "./health.module.css";

const shownAtFirst = 6;

const deviationWords = (deviation: number | undefined): string =>
  deviation === undefined ? "–" : `${formatNumber(deviation, { significant: 2, sign: true })} σ`;

/** What each tag had to do with an episode: its part as a bar, and what was measured against what was expected. */
export function ContributionTable({
  contributions,
  fingerprint,
}: {
  readonly contributions: readonly EpisodeContribution[];
  readonly fingerprint?: Fingerprint | undefined;
}) {
  const say = useSay();
  const [all, setAll] = useState(false);
  const expects = contributions.some((one) => one.expected !== null);
  const shown = all ? contributions : contributions.slice(0, shownAtFirst);
  const deviationOf = (tag: string) => fingerprint?.off.find((one) => one.tag === tag)?.deviation;
  const largest = contributions[0]?.share ?? 1;
  return (
    <>
      <table className={classes.contributions} aria-label={say("health.detail.contributions")}>
        <thead>
          <tr>
            <th>{say("health.detail.tag")}</th>
            <th title={say("health.detail.contributions.help")}>{say("health.detail.share")}</th>
            <th className={classes.number}>{say("health.detail.measured")}</th>
            {expects && <th className={classes.number}>{say("health.detail.expected")}</th>}
            {expects && <th className={classes.number}>{say("health.detail.difference")}</th>}
            {fingerprint && (
              <th className={classes.number} title={say("health.detail.deviation.help")}>
                {say("health.detail.deviation")}
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {shown.map(({ tag, unit, share, measured, expected }) => {
            const words = measured !== null && expected !== null ? differenceWords(measured, expected, unit) : null;
            return (
              <tr key={tag}>
                <td className={classes.contributionTag} title={tag}>
                  {tag}
                </td>
                <td>
                  <span className={classes.share}>
                    <span className={classes.shareTrack}>
                      <span className={classes.shareBar} style={{ width: `${largest > 0 ? (100 * share) / largest : 0}%` }} />
                    </span>
                    {formatNumber(share * 100, { decimals: 0 })} %
                  </span>
                </td>
                <td className={classes.number}>{words?.measured ?? formatQuantity(measured, unit)}</td>
                {expects && <td className={classes.number}>{words?.expected ?? "–"}</td>}
                {expects && <td className={classes.number}>{words?.signed ?? "–"}</td>}
                {fingerprint && <td className={classes.number}>{deviationWords(deviationOf(tag))}</td>}
              </tr>
            );
          })}
        </tbody>
      </table>
      {!expects && <p className={classes.help}>{say("health.detail.no-expectation")}</p>}
      {contributions.length > shownAtFirst && (
        <Button size="compact-xs" variant="subtle" color="gray" onClick={() => setAll(!all)}>
          {all ? say("ui.findings.fewer") : say("health.detail.rest", { count: contributions.length - shownAtFirst })}
        </Button>
      )}
    </>
  );
}
