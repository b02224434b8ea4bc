import type { ParamsTried } from "#shared/domain/fault-drill.ts";
import type { Finding } from "#shared/domain/finding.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import type { FitRun } from "../models/family.ts";
import { median } from "../signal/median.ts";
import { normalQuantile } from "../signal/normal-quantile.ts";
import { clearlyBetter } from "./clearly-better.ts";
import { clearlySooner } from "./clearly-sooner.ts";
import { drillDelay } from "./drill-outcomes.ts";
import { partOfRun } from "./part-of-run.ts";
import { type ProvenFamily, proveFamily } from "./prove-family.ts";

type ProofWish = Parameters<typeof proveFamily>[0];

// Values of the reference: of more, each setting would take the better part of a minute.
const mostValues = 2_000_000;
const chance = 0.025; // one-sided, of taking another setting by luck; two standard deviations where there is one other

/**
 * Settings of a family found by the fault drills: each of its alternatives is proven as the family itself was, on the same drills. Another setting is taken only where
 * it catches clearly more, or as many clearly sooner, the more of them are tried the more clearly (Bonferroni). Nothing is tried where the limit is not proven, where there
 * are no drills, or on a reference so long that it would take minutes.
 * @param wish what the family was proven by; `params` are all its settings. @param proof of these.
 * @returns `tried` is empty where nothing was tried, else the settings asked for first.
 */
export function searchParams(
  { wish, proof }: { wish: ProofWish; proof: ProvenFamily },
  run: FitRun,
): { params: unknown; proof: ProvenFamily; tried: ParamsTried[]; findings: Finding[] } {
  const usual = wish.params as ParamsTried["params"];
  const others = (wish.family.alternatives ?? []).map((other) => ({ ...usual, ...other })).filter((params) => !equal(params, usual));
  const values = wish.rows.length * wish.prepared.columns.length;
  if (others.length === 0 || proof.traces.length === 0 || proof.limit.method === "bounded" || values > mostValues)
    return { params: usual, proof, tried: [], findings: [] };
  const beyond = normalQuantile(1 - chance / others.length);
  const { known: _, ...anew } = wish;
  const tried = [
    { params: usual, proof },
    ...others.map((params, k) => ({
      params,
      proof: proveFamily({ ...anew, params }, partOfRun(run, { from: k / others.length, to: (k + 1) / others.length, note: "settings" })),
    })),
  ];
  const comparable = tried.filter((one) => one.proof.traces.length === proof.traces.length && one.proof.limit.method !== "bounded");
  const isBetter = (one: ProvenFamily, other: ProvenFamily) => clearlyBetter(one, other, beyond) || clearlySooner(one, other, beyond);
  const best = comparable.reduce((found, one) => (isBetter(one.proof, found.proof) ? one : found));
  const rows = tried.map((one) => summary(one, one === best));
  return { params: best.params, proof: best.proof, tried: rows, findings: settingsFindings(rows) };
}

const equal = (a: ParamsTried["params"], b: ParamsTried["params"]): boolean => Object.keys(a).every((name) => a[name] === b[name]);

function summary({ params, proof }: { params: ParamsTried["params"]; proof: ProvenFamily }, chosen: boolean): ParamsTried {
  const delays = proof.traces.map((trace) => ({ drift: trace.drill.fault === "drift", delay: drillDelay(trace, proof.limit.value) }));
  const drifts = delays.flatMap(({ drift, delay }) => (drift && delay !== null ? [delay] : []));
  return {
    params,
    tried: delays.length,
    caught: delays.filter(({ delay }) => delay !== null).length,
    driftDelayMs: drifts.length > 0 ? median(Float64Array.from(drifts)) : null,
    chosen,
  };
}

/** What became of the search, in words. @param tried the usual settings first; at least one other. */
export function settingsFindings(tried: readonly ParamsTried[]): Finding[] {
  const usual = tried[0]!;
  const chosen = tried.find((one) => one.chosen)!;
  const percent = ({ caught, tried: of }: ParamsTried) => Math.round((100 * caught) / of);
  const data = { others: tried.length - 1, drills: usual.tried, before: percent(usual), caught: percent(chosen) };
  if (chosen === usual)
    return [
      {
        code: "health.settings-kept",
        severity: "note",
        message: `${data.others} other settings were tried by the same ${data.drills} drills; none caught clearly more than the ${data.before} % of the usual ones, or as many clearly sooner; these stay.`,
        data,
      },
    ];
  const delays =
    usual.driftDelayMs === null || chosen.driftDelayMs === null
      ? null
      : { delay: formatDuration(chosen.driftDelayMs), delayBefore: formatDuration(usual.driftDelayMs) };
  const found = `Settings were found by the drills: they catch ${data.caught} % of ${data.drills} planted faults where the usual ones catch ${data.before} %`;
  return [
    delays
      ? {
          code: "health.settings-found",
          severity: "note",
          message: `${found}; half of the drifts caught are told within ${delays.delay} (usual settings: ${delays.delayBefore}).`,
          data: { ...data, ...delays },
        }
      : { code: "health.settings-found-undated", severity: "note", message: `${found}.`, data },
  ];
}
