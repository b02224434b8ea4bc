import { Button } from "@mantine/core";
import { IconAlertTriangle, IconInfoCircle, IconOctagon } from "@tabler/icons-react";
import type { QualityFinding } from "#shared/domain/quality.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./quality.module.css";

const icons: Record<QualityFinding["severity"], typeof IconInfoCircle> = {
  note: IconInfoCircle,
  warning: IconAlertTriangle,
  blocking: IconOctagon,
};

interface Props {
  readonly findings: readonly QualityFinding[];
  readonly onPlace: (at: TimeRange) => void;
}

/** Findings, each with the way to the place that shows it. */
export function PlacedFindings({ findings, onPlace }: Props) {
  const say = useSay();
  return (
    <ul className={classes.findings}>
      {findings.map((finding, k) => {
        const { code, severity, at } = finding;
        const Icon = icons[severity];
        return (
          <li key={`${code}-${k}`} data-severity={severity} data-code={code}>
            <Icon size={16} stroke={1.8} aria-label={say(`ui.severity.${severity}`)} />
            <span className={classes.text}>{say.coded(finding)}</span>
            {at && (
              <Button size="compact-xs" variant="light" onClick={() => onPlace(at)}>
                {say("quality-view.place")}
              </Button>
            )}
          </li>
        );
      })}
    </ul>
  );
}
