import type { KpiDefinition } from "#shared/domain/kpi.ts";
import type { Say } from "../../app/language.tsx";
import { wordsOr } from "../../ui/words-or.ts";

/** Name of a proposed KPI in the person's language; its id ends with the machine and the kind of KPI, as in `asset:P101.specific-energy`. */
export function proposalName({ id, name }: KpiDefinition, say: Say): string {
  if (say.language === "en") return name;
  const own = id.slice(id.lastIndexOf(":") + 1);
  const dot = own.lastIndexOf(".");
  const words = wordsOr(say, `kpi.${own.slice(dot + 1)}`, "");
  return words === "" ? name : [own.slice(0, Math.max(0, dot)), words].filter(Boolean).join(" ");
}
