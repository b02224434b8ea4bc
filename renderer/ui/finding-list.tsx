import { Button } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle, IconOctagon } from "@tabler/icons-react";
import { useState } from "react";
import type { Finding, Severity } from "#shared/domain/finding.ts";
import { useSay } from "../app/language.tsx";
import classes from "./finding-list.module.css";

const icons: Record<Severity, typeof IconInfoCircle> = { note: IconInfoCircle, warning: IconAlertTriangle, blocking: IconOctagon };
const order: readonly Severity[] = ["blocking", "warning", "note"];

/** What a person is told about data or a model, the gravest first. `shown` findings stand open, the rest folds away. */
export function FindingList({ findings, shown = 6 }: { readonly findings: readonly Finding[]; readonly shown?: number }) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const sorted = [...findings].sort((a, b) => order.indexOf(a.severity) - order.indexOf(b.severity));
  const visible = open ? sorted : sorted.slice(0, shown);
  const hidden = sorted.length - shown;
  if (sorted.length === 0) return <p className={classes.none}>{say("ui.findings.none")}</p>;
  return (
    <div>
      <ul className={classes.list}>
        {visible.map((finding, at) => {
          const Icon = icons[finding.severity];
          return (
            <li key={`${finding.code}-${at}`} className={classes.item} data-severity={finding.severity} data-code={finding.code}>
              <Icon size={16} stroke={1.8} aria-label={say(`ui.severity.${finding.severity}`)} />
              <span className={classes.text}>{say.coded(finding)}</span>
            </li>
          );
        })}
      </ul>
      {hidden > 0 && (
        <Button variant="subtle" mt={4} onClick={() => setOpen(!open)}>
          {open ? say("ui.findings.fewer") : say("ui.findings.more", { count: hidden })}
        </Button>
      )}
    </div>
  );
}
