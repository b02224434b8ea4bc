import { caughtShare, drillPointAt, type FamilyDrills } from "#shared/domain/fault-drill.ts";
import { budgetSteps } from "./budget-steps.ts";

/** Share of the planted faults caught at each step of the budget, 0 … 1. */
export const curvePoints = (drills: FamilyDrills): number[] => budgetSteps.map((step) => caughtShare(drillPointAt(drills, step)));
