import { Select } from "@mantine/core";
import type { Tag } from "#shared/domain/asset.ts";
import { derivedTemplates, likelyTags, tagsFor } from "#shared/formula/derived-templates.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./derived.module.css";
import type { DerivedDraft } from "./use-derived-draft.ts";

const spans = ["1 [min]", "5 [min]", "10 [min]", "30 [min]", "1 [h]", "8 [h]", "1 [d]", "7 [d]"];
const own = "own";

/** A physically meaningful formula to start from, and the tags that stand in its places. */
export function DerivedTemplateForm({ draft, tags }: { readonly draft: DerivedDraft; readonly tags: readonly Tag[] }) {
  const say = useSay();
  const { template } = draft;
  const fits = (each: (typeof derivedTemplates)[number]): boolean => Object.values(likelyTags(each, tags)).every((tag) => tag !== "");
  return (
    <fieldset className={classes.template}>
      <Select
        label={say("derived.template")}
        allowDeselect={false}
        data={[
          { value: own, label: say("derived.template.none") },
          ...derivedTemplates.map((each) => ({
            value: each.id,
            label: fits(each)
              ? say(`derived.template.${each.id}`)
              : `${say(`derived.template.${each.id}`)} (${say("derived.template.lacks")})`,
            disabled: !fits(each),
          })),
        ]}
        value={template?.id ?? own}
        onChange={draft.take}
        {...(template ? { description: say(`derived.template.${template.id}.help`) } : {})}
        inputWrapperOrder={["label", "input", "description"]}
        maxDropdownHeight={340}
      />
      {template && (
        <div className={classes.slots}>
          {template.slots.map((slot) => (
            <Select
              key={slot.id}
              label={say(`derived.slot.${slot.id}`)}
              searchable
              allowDeselect={false}
              data={tagsFor(slot, tags).map((tag) => ({
                value: tag.name,
                label: tag.unit === "" ? tag.name : `${tag.name} (${printUnit(tag.unit)})`,
              }))}
              value={draft.chosen[slot.id] || null}
              onChange={(tag) => tag !== null && draft.choose(slot.id, tag)}
            />
          ))}
          {template.span !== null && (
            <Select
              label={say("derived.slot.span")}
              allowDeselect={false}
              data={spans.map((value) => ({ value, label: value.replace(/[[\]]/g, "") }))}
              value={draft.span}
              onChange={(length) => length !== null && draft.stretch(length)}
            />
          )}
        </div>
      )}
    </fieldset>
  );
}
