import { Button } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle } from "@tabler/icons-react";
import type { BoardRow } from "#shared/domain/board.ts";
import type { WatchFinding } from "#shared/domain/watch.ts";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import classes from "./board.module.css";

/** Stale data and dead sensors of an asset, each with the way to its place; apart from what models find. */
export function AlertList({ row }: { readonly row: BoardRow }) {
  const say = useSay();
  const { go } = useNavigation();
  const show = ({ at, tags }: WatchFinding): void => {
    if (!at || row.from === null || row.to === null) return;
    // As much of the time before as of the alert, to see how it lived.
    const length = Math.max(at.to - at.from, (row.to - row.from) / 100);
    go("explore", {
      range: { from: Math.max(row.from, at.from - length), to: Math.min(row.to, at.to) + 1 },
      ...(tags.length > 0 ? { tags: tags.slice(0, 4) } : {}),
    });
  };
  if (row.alerts.length === 0)
    return row.to === null ? null : <p className={classes.fine}>{row.checked ? say("board.alerts.fine") : say("board.checking")}</p>;
  return (
    <section aria-label={say("board.alerts.title")}>
      <h3 className={classes.small}>{say("board.alerts.title")}</h3>
      <ul className={classes.alerts}>
        {row.alerts.map((alert) => {
          const Icon = alert.severity === "note" ? IconInfoCircle : IconAlertTriangle;
          return (
            <li key={`${alert.code} ${alert.tags.join()}`} data-severity={alert.severity} data-code={alert.code}>
              <Icon size={16} stroke={1.8} aria-label={say(`ui.severity.${alert.severity}`)} />
              <span>{say.coded(alert)}</span>
              {alert.tags.length > 0 && (
                <Button className={classes.show ?? ""} size="compact-xs" variant="light" onClick={() => show(alert)}>
                  {say("board.alerts.show")}
                </Button>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
