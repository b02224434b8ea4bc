import { useElementSize } from "@mantine/hooks";
import type { KeyboardEvent, PointerEvent } from "react";
import { useRef } from "react";
import type { FamilyDrills } from "#shared/domain/fault-drill.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { useSay } from "../../app/language.tsx";
import { seriesColor } from "../../charts/palette.ts";
import { wordsOr } from "../../ui/words-or.ts";
import { budgetStep, budgetSteps } from "./budget-steps.ts";
import { curvePoints } from "./curve-points.ts";
import classes from "./drills.module.css";

interface Props {
  /** The model's own first. */
  readonly drills: readonly FamilyDrills[];
  readonly alertsPerWeek: number;
  /** A hand is on the curve. */
  readonly onMove: (alertsPerWeek: number) => void;
  /** The hand has let go, or a key was pressed. */
  readonly onChosen: (alertsPerWeek: number) => void;
}

const height = 176;
const margin = { left: 40, right: 12, top: 8, bottom: 34 };
const shares = [0, 0.25, 0.5, 0.75, 1];
const labelled: readonly number[] = [0.1, 1, 3, 7, 21, 100];
const keys: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1, PageUp: 3, PageDown: -3 };

/** What a larger budget buys: share of the planted faults caught over the alerts allowed; the present budget can be dragged along. */
export function TradeOffCurve({ drills, alertsPerWeek, onMove, onChosen }: Props) {
  const say = useSay();
  const { ref, width } = useElementSize();
  const dragging = useRef(false);
  const last = budgetSteps.length - 1;
  const at = budgetStep(alertsPerWeek);
  const inner = { width: Math.max(1, width - margin.left - margin.right), height: height - margin.top - margin.bottom };
  const x = (step: number): number => margin.left + (inner.width * step) / last;
  const y = (share: number): number => margin.top + inner.height * (1 - share);
  const own = curvePoints(drills[0]!);
  const here = own[at]!;
  const shareWords = (share: number): string => `${formatNumber(100 * share, { decimals: 0 })} %`;
  const stepAt = (event: PointerEvent<HTMLDivElement>): number => {
    const box = event.currentTarget.getBoundingClientRect();
    const step = Math.round(((event.clientX - box.left - margin.left) / inner.width) * last);
    return budgetSteps[Math.min(last, Math.max(0, step))]!;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const to = event.key === "Home" ? 0 : event.key === "End" ? last : keys[event.key] === undefined ? undefined : at + keys[event.key]!;
    if (to === undefined) return;
    event.preventDefault();
    event.stopPropagation();
    onChosen(budgetSteps[Math.min(last, Math.max(0, to))]!);
  };
  return (
    <div
      ref={ref}
      className={classes.tradeOff}
      role="slider"
      tabIndex={0}
      aria-label={say("health.drills.curve")}
      aria-valuemin={budgetSteps[0]}
      aria-valuemax={budgetSteps[last]}
      aria-valuenow={budgetSteps[at]}
      aria-valuetext={say("health.drills.curve.value", { count: formatNumber(budgetSteps[at]!), share: shareWords(here) })}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => {
        event.currentTarget.setPointerCapture(event.pointerId);
        dragging.current = true;
        onMove(stepAt(event));
      }}
      onPointerMove={(event) => dragging.current && onMove(stepAt(event))}
      onPointerUp={(event) => {
        dragging.current = false;
        onChosen(stepAt(event));
      }}
    >
      {width > 0 && (
        <svg width={width} height={height} aria-hidden>
          {shares.map((share) => (
            <g key={share}>
              <line x1={margin.left} x2={width - margin.right} y1={y(share)} y2={y(share)} stroke="var(--chart-grid)" />
              <text x={margin.left - 6} y={y(share)} textAnchor="end" dominantBaseline="middle">
                {shareWords(share)}
              </text>
            </g>
          ))}
          {budgetSteps.map(
            (step, k) =>
              labelled.includes(step) && (
                <text key={step} x={x(k)} y={height - margin.bottom + 14} textAnchor="middle">
                  {formatNumber(step)}
                </text>
              ),
          )}
          <text x={margin.left + inner.width / 2} y={height - 4} textAnchor="middle">
            {say("health.drills.curve.axis")}
          </text>
          {drills.map((family, k) => (
            <polyline
              key={family.familyId}
              points={curvePoints(family)
                .map((share, step) => `${x(step)},${y(share)}`)
                .join(" ")}
              fill="none"
              stroke={seriesColor(undefined, k)}
              strokeWidth={k === 0 ? 2.5 : 1.25}
              strokeOpacity={k === 0 ? 1 : 0.75}
              {...(k === 0 ? {} : { strokeDasharray: "4 3" })}
            >
              <title>{wordsOr(say, `family.${family.familyId}`, family.familyId)}</title>
            </polyline>
          ))}
          <line x1={x(at)} x2={x(at)} y1={margin.top} y2={height - margin.bottom} stroke="var(--accent)" strokeDasharray="2 2" />
          <circle cx={x(at)} cy={y(here)} r={6} fill="var(--accent)" stroke="var(--panel)" strokeWidth={2} />
        </svg>
      )}
    </div>
  );
}
