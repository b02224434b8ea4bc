import { z } from "zod";
import type { FamilyInfo, FamilyParam } from "#shared/domain/family-info.ts";

interface Property {
  type?: string;
  default?: string | number | boolean;
  minimum?: number;
  maximum?: number;
  multipleOf?: number;
  enum?: string[];
}

/** The form of a family, drawn from its parameter schema; every parameter needs a default, so that no form starts empty. */
export function familyInfo(family: { id: string; kind: FamilyInfo["kind"]; params: z.ZodType }): FamilyInfo {
  const schema = z.toJSONSchema(family.params, { io: "input" }) as { properties?: Record<string, Property> };
  const params = Object.entries(schema.properties ?? {}).map(([name, property]) => param(family.id, name, property));
  return { id: family.id, kind: family.kind, params };
}

function param(id: string, name: string, property: Property): FamilyParam {
  if (property.default === undefined) throw new Error(`The parameter ${name} of the family ${id} has no default.`);
  const base = { name, default: property.default };
  if (property.enum) return { ...base, type: "choice", choices: property.enum };
  if (property.type === "boolean") return { ...base, type: "boolean" };
  if (property.type !== "number" && property.type !== "integer")
    throw new Error(`The parameter ${name} of the family ${id} is a ${property.type}: no form is drawn for that.`);
  return {
    ...base,
    type: property.type,
    ...(property.minimum === undefined ? {} : { min: property.minimum }),
    ...(property.maximum === undefined ? {} : { max: property.maximum }),
    ...(property.multipleOf === undefined ? {} : { step: property.multipleOf }),
  };
}
