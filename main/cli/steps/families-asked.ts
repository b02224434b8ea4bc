import type { FamilyInfo } from "#shared/domain/family-info.ts";
import { recommendedFamily } from "#shared/domain/health.ts";
import type { Session } from "../frame/session.ts";
import { UsageError } from "../frame/usage-error.ts";
import type { TrainWish } from "./train-step.ts";

/** The anomaly families asked for with their parameters; where none is named those a parameter is given for, else the recommended one. Throws a usage error for names nobody knows. */
export async function familiesAsked(
  { ask }: Session,
  names: readonly string[] | undefined,
  settings: readonly string[],
): Promise<TrainWish["families"]> {
  const offered = await ask.health.families({});
  const known = offered.map(({ id }) => id).join(", ");
  for (const name of names ?? [])
    if (!offered.some(({ id }) => id === name)) throw new UsageError("cli.usage.family", { family: name, known });
  const values = settings.map((setting) => readSetting(setting, names ? offered.filter(({ id }) => names.includes(id)) : offered));
  const wanted = names ?? (values.length > 0 ? values.map(({ family }) => family) : [recommendedFamily]);
  const chosen = offered.filter(({ id }) => wanted.includes(id));
  return chosen.map(({ id }) => ({
    id,
    params: Object.fromEntries(values.filter(({ family }) => family === id).map(({ param, value }) => [param, value])),
  }));
}

function readSetting(
  setting: string,
  families: readonly FamilyInfo[],
): { family: string; param: string; value: string | number | boolean } {
  const [, family, name, text] = /^([^.=]+)\.([^=]+)=(.*)$/.exec(setting) ?? [];
  if (family === undefined || name === undefined || text === undefined) throw new UsageError("cli.usage.setting", { value: setting });
  const param = families.find(({ id }) => id === family)?.params.find((each) => each.name === name);
  const known = families.flatMap(({ id, params }) => params.map((each) => `${id}.${each.name}`)).join(", ");
  if (!param) throw new UsageError("cli.usage.setting-unknown", { name: `${family}.${name}`, known });
  const wrong = new UsageError("cli.usage.setting-value", { name: `${family}.${name}`, value: text });
  if (param.type === "choice") {
    if (!param.choices?.includes(text)) throw wrong;
    return { family, param: name, value: text };
  }
  if (param.type === "boolean") {
    if (text !== "true" && text !== "false") throw wrong;
    return { family, param: name, value: text === "true" };
  }
  const value = Number(text);
  const within = text.trim() !== "" && value >= (param.min ?? -Infinity) && value <= (param.max ?? Infinity);
  if (!within || (param.type === "integer" && !Number.isInteger(value))) throw wrong;
  return { family, param: name, value };
}
