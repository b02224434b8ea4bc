import { Button, Drawer, Textarea, TextInput } from "@mantine/core";
import type { Asset, Tag } from "#shared/domain/asset.ts";
import type { DerivedTag } from "#shared/domain/derived-tag.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { printUnit } from "#shared/units/print-unit.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import classes from "./derived.module.css";
import { DerivedFormula } from "./derived-formula.tsx";
import { DerivedPreview } from "./derived-preview.tsx";
import { DerivedRests } from "./derived-rests.tsx";
import { DerivedTemplateForm } from "./derived-template-form.tsx";
import { useDerivedDraft } from "./use-derived-draft.ts";

interface Props {
  readonly asset: Asset;
  readonly tags: readonly Tag[];
  /** The tag to change; null makes a new one. */
  readonly edited: DerivedTag | null;
  /** The time the preview is drawn over. */
  readonly range: TimeRange;
  readonly onClose: () => void;
  /** @param name null where the tag was removed. */
  readonly onChanged: (name: string | null) => void;
}

/** Makes a tag out of others, checked and drawn while it is typed. */
export function DerivedDrawer({ asset, tags, edited, range, onClose, onChanged }: Props) {
  const say = useSay();
  const draft = useDerivedDraft(asset.id, tags, edited);
  const { fields, set, check } = draft;
  const save = useTell("derived", "save", {
    changes: ["derived", "project", "explore", "efficiency", "health"],
    onDone: ({ name }) => onChanged(name),
  });
  const name = fields.name.trim();
  return (
    <Drawer
      opened
      onClose={onClose}
      position="right"
      size={600}
      title={edited ? say("derived.title.edit", { name: edited.name }) : say("derived.title.new")}
      closeButtonProps={{ "aria-label": say("ui.close") }}
    >
      <form
        className={classes.form}
        onSubmit={(event) => {
          event.preventDefault();
          save.mutate({ assetId: asset.id, ...fields, name, replaces: edited?.name ?? null });
        }}
      >
        <p className={classes.soft}>{say("derived.lead")}</p>
        {!edited && <DerivedTemplateForm draft={draft} tags={tags} />}
        <DerivedFormula draft={draft} tags={tags} edited={edited} />
        <div className={classes.pair}>
          <TextInput
            label={say("derived.name")}
            value={fields.name}
            onChange={(event) => set({ name: event.currentTarget.value })}
            spellCheck={false}
          />
          <TextInput
            label={say("derived.unit")}
            description={say("derived.unit.help")}
            inputWrapperOrder={["label", "input", "description"]}
            placeholder={check?.formulaUnit ? say("derived.unit.of-formula", { unit: printUnit(check.formulaUnit) }) : ""}
            value={fields.unit}
            onChange={(event) => set({ unit: event.currentTarget.value })}
            spellCheck={false}
          />
        </div>
        <DerivedPreview draft={draft} range={range} />
        <Textarea
          label={say("derived.note")}
          autosize
          minRows={1}
          maxRows={4}
          value={fields.note}
          onChange={(event) => set({ note: event.currentTarget.value })}
        />
        <ProblemNotice problem={save.error} />
        <Button type="submit" disabled={!draft.good || name === ""} loading={save.isPending}>
          {say(edited ? "derived.save.change" : "derived.save")}
        </Button>
      </form>
      {edited && <DerivedRests tag={edited} onRemoved={() => onChanged(null)} />}
    </Drawer>
  );
}
