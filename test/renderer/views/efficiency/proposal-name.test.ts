import { expect, test } from "vitest";
import type { KpiDefinition } from "#shared/domain/kpi.ts";
import type { Say } from "../../../../renderer/app/language.tsx";
import { proposalName } from "../../../../renderer/views/efficiency/proposal-name.ts";

const chinese = Object.assign((key: string) => (key === "kpi.specific-energy" ? "单位能耗" : key), { language: "zh" }) as unknown as Say;
const english = Object.assign((key: string) => key, { language: "en" }) as unknown as Say;
const kpi = (id: string, name: string) => ({ id, name }) as KpiDefinition;

test("a proposal is named in the person's language, with its machine; one of no known kind keeps its name", () => {
  expect(proposalName(kpi("a:specific-energy", "Specific energy"), chinese)).toBe("单位能耗");
  expect(proposalName(kpi("a:P101.specific-energy", "P101 specific energy"), chinese)).toBe("P101 单位能耗");
  expect(proposalName(kpi("a:other", "Other"), chinese)).toBe("Other");
  expect(proposalName(kpi("a:P101.specific-energy", "P101 specific energy"), english)).toBe("P101 specific energy");
});
