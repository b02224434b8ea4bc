import { caughtShare, drillPointAt } from "#shared/domain/fault-drill.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { bandsOf, type FittedRegime, type RegimeCover, type RegimePlan, type SeenCondition } from "#shared/domain/regime.ts";
import { bandWords } from "#shared/units/band-words.ts";
import { formatNumber } from "#shared/units/format-number.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import type { ProvenRegimes } from "./prove-regimes.ts";

/** A reference with less in a regime rests on one or two shifts there. */
const thinHours = 12;
const leastShare = 0.01; // of the log: less is not worth a word

/** What the reference has of each regime: what is missing, what is thin. @param cover of every regime of the plan. */
export function coverFindings(plan: RegimePlan, cover: readonly RegimeCover[]): Finding[] {
  const total = cover.reduce((sum, { hours }) => sum + hours, 0);
  const bands = bandsOf(plan).filter((band) => band.included && band.cells.some((cell) => cell.length > 0));
  const known = bands.map((band) => ({
    band,
    cover: cover.find(({ id }) => id === band.id) ?? { id: band.id, hours: 0, referenceHours: 0 },
  }));
  const findings = known
    .filter(({ cover: own }) => own.hours >= leastShare * total && own.referenceHours < Math.min(thinHours, 0.5 * own.hours))
    .map(({ band, cover: own }): Finding => {
      const data = { regime: band.name || bandWords(band, plan, true), hours: short(own.referenceHours), log: short(own.hours) };
      return own.referenceHours < 1
        ? {
            code: "health.regime-missing",
            severity: "warning",
            message: `The reference period holds nothing of ${data.regime}, where the log spends ${data.log} h: what is normal there is not learned.`,
            data,
          }
        : {
            code: "health.regime-thin",
            severity: "note",
            message: `The reference period holds only ${data.hours} h of ${data.regime}, where the log spends ${data.log} h: limits there rest on little.`,
            data,
          };
    });
  const covered = known.filter(({ cover: own }) => own.referenceHours >= thinHours);
  if (covered.length > 1)
    findings.push({
      code: "health.regimes-covered",
      severity: "note",
      message: `The reference period covers ${covered.length} of ${bands.length} regimes: ${covered.map(({ band, cover: own }) => `${band.name || bandWords(band, plan, true)} ${short(own.referenceHours)} h`).join("; ")}.`,
      data: {
        count: covered.length,
        of: bands.length,
        list: covered
          .map(({ band, cover: own }) => `${band.name || bandWords(band, plan, true)} ${short(own.referenceHours)} h`)
          .join("; "),
      },
    });
  return findings;
}

/** Why there is one model for all, or why limits or models follow the regimes. @param asked whether the drills decided. */
export function fitFindings(
  { fit, tried }: ProvenRegimes,
  fitted: readonly FittedRegime[],
  alertsPerWeek: number,
  asked: boolean,
): Finding[] {
  if (tried.length < 3 || tried.some(({ drills }) => drills === null)) return [];
  const [common, limits, models] = tried.map(({ drills }) => Math.round(100 * caughtShare(drillPointAt(drills!, alertsPerWeek))));
  const data = { common: common!, limits: limits!, models: models!, budget: alertsPerWeek, own: fitted.filter(({ own }) => own).length };
  const figures = `at ${alertsPerWeek} ${alertsPerWeek === 1 ? "alert" : "alerts"} per week one model for all regimes caught ${common} % of the planted faults, limits per regime ${limits} %, models and limits per regime ${models} %`;
  if (!asked)
    return [{ code: "health.regimes-asked", severity: "note", message: `Models and limits per regime, as asked for: ${figures}.`, data }];
  if (fit === "common")
    return [{ code: "health.regimes-common", severity: "note", message: `One model for all regimes: ${figures}, not clearly more.`, data }];
  if (fit === "limits")
    return [{ code: "health.regimes-limits", severity: "note", message: `Limits follow the regimes: ${figures}.`, data }];
  return [{ code: "health.regimes-models", severity: "note", message: `Models and limits follow the regimes: ${figures}.`, data }];
}

/** Conditions that the log shows and the reference does not. @param outside hours of the log, and the furthest value. */
export function unseenFinding(condition: SeenCondition, outside: { hours: number; value: number }): Finding {
  const number = (value: number) => formatNumber(value, { significant: 4 });
  const data = {
    tag: condition.tag,
    unit: printUnit(condition.unit),
    low: number(condition.low),
    high: number(condition.high),
    value: number(outside.value),
    hours: short(outside.hours),
  };
  return {
    code: "health.conditions-unseen",
    severity: "note",
    message: `For ${data.hours} h of the log ${data.tag} lies outside the ${data.low} to ${data.high} ${data.unit} of the reference period, as far as ${data.value} ${data.unit}: episodes in such conditions are marked. A reference period that holds them would teach the model.`,
    data,
  };
}

const short = (x: number): number => Number(x.toPrecision(2));
