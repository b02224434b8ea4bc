import type { Block } from "#shared/document/block.ts";
import { caughtShare, drillFaults, drillPointAt } from "#shared/domain/fault-drill.ts";
import type { HealthModel } from "#shared/domain/health.ts";
import type { Words } from "../words.ts";

/** Findings that tell what drills showed; they stand with them. */
export const tellsOfDrills = /^health\.(drill|recommended)/;

/** What the model would have caught, as examples in a sentence each and by kind of fault beside the families it was compared with. */
export function healthDrills({ drills, limit, findings }: HealthModel, words: Words): Block[] {
  const own = drills?.[0];
  if (!own) return [];
  const families = drills.map((family) => ({ familyId: family.familyId, point: drillPointAt(family, limit.alertsPerWeek) }));
  const [{ point }] = families as [(typeof families)[number], ...typeof families];
  const tried = point.outcomes.reduce((sum, outcome) => sum + outcome.tried, 0);
  if (tried === 0) return [];
  const cell = (outcomes: typeof point.outcomes, fault: (typeof drillFaults)[number]): string => {
    const outcome = outcomes.find((one) => one.fault === fault);
    if (!outcome || outcome.tried === 0) return "–";
    const { caught, tried: of, delayMs } = outcome;
    return delayMs === null
      ? words.say("report.drills.caught", { caught, tried: of })
      : words.say("report.drills.caught-after", { caught, tried: of, delay: words.duration(delayMs) });
  };
  return [
    { kind: "heading", level: 3, text: words.say("report.drills") },
    {
      kind: "paragraph",
      text: words.say("report.drills.lead", {
        budget: limit.alertsPerWeek,
        share: words.number(100 * caughtShare(point), { decimals: 0 }).text,
        count: tried,
        false: words.number(point.falseAlertsPerWeek, { significant: 2 }).text,
      }),
    },
    ...findings.filter(({ code }) => tellsOfDrills.test(code)).map((finding) => words.finding(finding)),
    {
      kind: "table",
      caption: words.say("report.drills.caption"),
      columns: [
        { label: words.say("report.drills.fault"), unit: "", align: "left" },
        ...families.map(({ familyId }) => ({ label: words.name(`family.${familyId}`), unit: "", align: "right" as const })),
      ],
      rows: drillFaults
        .filter((fault) => point.outcomes.some((outcome) => outcome.fault === fault && outcome.tried > 0))
        .map((fault) => [words.say(`health.drills.fault.${fault}`), ...families.map(({ point: at }) => cell(at.outcomes, fault))]),
    },
  ];
}
