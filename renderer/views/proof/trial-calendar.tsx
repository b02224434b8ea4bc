import type { TrialPlan } from "#shared/domain/proof.ts";
import type { TrialDeviation } from "#shared/domain/trial.ts";
import { formatTime } from "#shared/units/format-time.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./trial.module.css";

const hour = 3_600_000;
const day = 24 * hour;

interface Props {
  readonly plan: TrialPlan;
  /** Local standard time minus UTC. */
  readonly clockOffsetMs: number;
  readonly deviations?: readonly TrialDeviation[];
  /** A block was clicked, its number from 0. */
  readonly onBlock?: (block: number) => void;
}

/** The blocks of a trial, a line per local day: what is on when, read as one reads a rota. */
export function TrialCalendar({ plan, clockOffsetMs, deviations = [], onBlock }: Props) {
  const say = useSay();
  const local = (at: number): number => at + clockOffsetMs;
  const first = Math.floor(local(plan.blocks[0]!.range.from) / day);
  const last = Math.floor((local(plan.blocks.at(-1)!.range.to) - 1) / day);
  const noted = new Set(deviations.map(({ block }) => block));
  const days = Array.from({ length: last - first + 1 }, (_, k) => (first + k) * day);
  const pieces = plan.blocks.flatMap(({ range, state }, number) => {
    const [from, to] = [local(range.from), local(range.to)];
    const parts = [];
    for (let start = Math.floor(from / day) * day; start < to; start += day)
      parts.push({ day: start, number, state, from: Math.max(from, start) - start, to: Math.min(to, start + day) - start });
    return parts;
  });
  const weekday = new Intl.DateTimeFormat(say.language === "zh" ? "zh-CN" : "en-GB", { weekday: "short", timeZone: "UTC" });
  const named = (number: number): string => {
    const { range, state } = plan.blocks[number]!;
    return say("trial-view.calendar.block", {
      block: number + 1,
      state: say(`trial-view.state.${state}`),
      from: formatTime(local(range.from)),
      to: formatTime(local(range.to)),
    });
  };
  return (
    <section className={classes.calendar} aria-label={say("trial-view.calendar")}>
      <div className={classes.hours} aria-hidden>
        {[0, 6, 12, 18, 24].map((at) => (
          <span key={at} style={{ left: `${(100 * at) / 24}%` }}>
            {String(at).padStart(2, "0")}
          </span>
        ))}
      </div>
      {days.map((start) => (
        <div key={start} className={classes.day}>
          <span className={classes.date}>
            {weekday.format(start)} {formatTime(start, { precision: "day" })}
          </span>
          <div className={classes.lane}>
            {pieces
              .filter((piece) => piece.day === start)
              .map(({ number, state, from, to }) => (
                <button
                  key={`${number}-${from}`}
                  type="button"
                  className={classes.block}
                  data-state={state}
                  data-noted={noted.has(number) || undefined}
                  style={{ left: `${(100 * from) / day}%`, width: `${(100 * (to - from)) / day}%` }}
                  title={named(number)}
                  aria-label={named(number)}
                  disabled={!onBlock}
                  onClick={() => onBlock?.(number)}
                >
                  {to - from >= 3 * hour ? say(`trial-view.state.${state}`) : ""}
                </button>
              ))}
          </div>
        </div>
      ))}
    </section>
  );
}
