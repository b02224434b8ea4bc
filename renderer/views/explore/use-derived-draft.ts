import { useDebouncedValue } from "@mantine/hooks";
import { useMemo, useState } from "react";
import type { Tag } from "#shared/domain/asset.ts";
import type { DerivedTag } from "#shared/domain/derived-tag.ts";
import { type DerivedTemplate, derivedTemplates, filledTemplate, likelyTags } from "#shared/formula/derived-templates.ts";
import { useAsk } from "../../data/use-ask.ts";

// Between two key strokes of a person who goes on typing.
const settledMs = 250;

/** A derived tag while it is being typed. */
export function useDerivedDraft(assetId: string, tags: readonly Tag[], edited: DerivedTag | null) {
  const [template, setTemplate] = useState<DerivedTemplate | null>(null);
  const [chosen, setChosen] = useState<Readonly<Record<string, string>>>({});
  const [span, setSpan] = useState("");
  const [fields, setFields] = useState({
    name: edited?.name ?? "",
    formula: edited?.formula ?? "",
    unit: edited?.unit ?? "",
    note: edited?.note ?? "",
  });
  const set = (part: Partial<typeof fields>): void => setFields((now) => ({ ...now, ...part }));
  const follow = (next: DerivedTemplate, slots: Readonly<Record<string, string>>, length: string): void => {
    setTemplate(next);
    setChosen(slots);
    setSpan(length);
    const filled = filledTemplate(next, slots, length);
    if (filled) set({ ...filled, name: edited?.name ?? freeName(filled.name, tags) });
  };
  const definition = { assetId, name: fields.name.trim() || "…", formula: fields.formula, unit: fields.unit.trim() };
  const typed = JSON.stringify(definition);
  const [settledText] = useDebouncedValue(typed, settledMs);
  const settled = useMemo(() => JSON.parse(settledText) as typeof definition, [settledText]);
  const empty = settled.formula.trim() === "";
  const current = settledText === typed;
  const asked = useAsk("derived", "check", settled, { enabled: !empty });
  const check = current && !empty ? (asked.data ?? null) : null;
  const good = check !== null && check.unit !== null;
  return {
    fields,
    set,
    template,
    chosen,
    span,
    take: (id: string | null): void => {
      const next = derivedTemplates.find((each) => each.id === id) ?? null;
      if (next) follow(next, likelyTags(next, measurable(tags, edited)), next.span ?? "");
      else setTemplate(null);
    },
    choose: (slot: string, tag: string): void => void (template && follow(template, { ...chosen, [slot]: tag }, span)),
    stretch: (length: string): void => void (template && follow(template, chosen, length)),
    check,
    error: asked.error,
    /** It can be computed as it stands. */
    good,
    /** What to draw: the last definition that was checked. */
    settled,
  };
}
export type DerivedDraft = ReturnType<typeof useDerivedDraft>;

/** What a formula of this tag may read. */
export const measurable = (tags: readonly Tag[], edited: DerivedTag | null): Tag[] => tags.filter((tag) => tag.name !== edited?.name);

/** The name, with a number behind it where it is taken. */
function freeName(name: string, tags: readonly Tag[]): string {
  const taken = new Set(tags.map((tag) => tag.name));
  let free = name;
  for (let k = 2; taken.has(free); k++) free = `${name}_${k}`;
  return free;
}
