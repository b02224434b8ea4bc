import { Button, Group, Modal, Stack, Textarea, TextInput } from "@mantine/core";
import { IconSearch } from "@tabler/icons-react";
import { useState } from "react";
import type { ColumnSummary, LogPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { type PlanTag, planTags, withTags } from "./plan-tags.ts";
import { clashing, commonBeginning, pastedOver, replacedIn, withoutBeginning } from "./tag-names.ts";
import classes from "./tags-dialog.module.css";

/** More rows than this are shown once they are searched for: each has two fields. */
const shownRows = 200;

interface Props {
  readonly plan: LogPlan;
  /** The tags found in a long table. */
  readonly series: readonly ColumnSummary[];
  readonly onPlan: (plan: LogPlan) => void;
  readonly onClose: () => void;
}

/** All tags at once: searched, named by pattern or from a spreadsheet. */
export function TagsDialog({ plan, series, onPlan, onClose }: Props) {
  const say = useSay();
  const [before] = useState(() => planTags(plan, series));
  const [tags, setTags] = useState<readonly PlanTag[]>(before);
  const [search, setSearch] = useState("");
  const [find, setFind] = useState("");
  const [put, setPut] = useState("");
  const [told, setTold] = useState("");
  const wanted = search.trim().toLowerCase();
  const fits = ({ header, tag }: PlanTag) => `${header}\n${tag}`.toLowerCase().includes(wanted);
  const found = tags.flatMap((tag, k) => (fits(tag) ? [{ tag, k }] : []));
  const beginning = commonBeginning(tags.map(({ tag }) => tag));
  const twice = clashing(tags);
  const edit = (at: number, change: Partial<PlanTag>) => setTags(tags.map((tag, k) => (k === at ? { ...tag, ...change } : tag)));
  const isChanged = tags.some((tag, k) => tag !== before[k]);
  return (
    <Modal
      opened
      onClose={onClose}
      size={860}
      title={say("tags.title", { count: tags.length })}
      closeButtonProps={{ "aria-label": say("ui.close") }}
    >
      <Stack gap="sm">
        <Group gap={8} align="end">
          <TextInput
            flex={1}
            size="xs"
            leftSection={<IconSearch size={14} />}
            aria-label={say("tags.search")}
            placeholder={say("tags.search")}
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
          />
          {beginning !== "" && (
            <Button size="xs" variant="light" onClick={() => setTags(withoutBeginning(tags, beginning))}>
              {say("tags.strip", { beginning })}
            </Button>
          )}
        </Group>
        <Group gap={8} align="end" wrap="nowrap">
          <TextInput flex={1} size="xs" label={say("tags.find")} value={find} onChange={(event) => setFind(event.currentTarget.value)} />
          <TextInput flex={1} size="xs" label={say("tags.put")} value={put} onChange={(event) => setPut(event.currentTarget.value)} />
          <Button size="xs" variant="light" disabled={find === ""} onClick={() => setTags(replacedIn(tags, find, put))}>
            {say("tags.replace")}
          </Button>
        </Group>
        <Textarea
          size="xs"
          label={say("tags.paste")}
          placeholder={say("tags.paste.hint")}
          value=""
          autosize
          minRows={1}
          maxRows={2}
          {...(told === "" ? {} : { description: told, inputWrapperOrder: ["label", "input", "description"] as const })}
          onChange={(event) => {
            const pasted = pastedOver(tags, event.currentTarget.value);
            if (pasted.rows === 0) return;
            setTags(pasted.tags);
            setTold(say("tags.pasted", { fitted: pasted.fitted, rows: pasted.rows }));
          }}
        />
        <div className={classes.scroll}>
          <table className={classes.table}>
            <thead>
              <tr>
                <th>{say("tags.header")}</th>
                <th>{say("import-view.report.tag")}</th>
                <th>{say("import-view.column.unit.none")}</th>
              </tr>
            </thead>
            <tbody>
              {found.slice(0, shownRows).map(({ tag, k }) => (
                <tr key={k}>
                  <td className={classes.header} title={tag.header}>
                    {tag.header || say("tags.column", { number: (tag.column ?? 0) + 1 })}
                  </td>
                  <td>
                    <input
                      aria-label={say("tags.name", { name: tag.header })}
                      value={tag.tag}
                      data-bad={twice.has(tag.tag) || undefined}
                      onChange={(event) => edit(k, { tag: event.currentTarget.value })}
                    />
                  </td>
                  <td>
                    <input
                      aria-label={say("import-view.column.unit", { tag: tag.tag })}
                      value={tag.unit}
                      onChange={(event) => edit(k, { unit: event.currentTarget.value })}
                    />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
          {found.length > shownRows && <p className={classes.soft}>{say("tags.more", { count: found.length - shownRows })}</p>}
          {found.length === 0 && <p className={classes.soft}>{say("tags.none")}</p>}
        </div>
        <Group justify="space-between" wrap="nowrap">
          <span className={classes.warn}>{twice.size > 0 && say("tags.clash", { tag: [...twice][0] || "–" })}</span>
          <Group gap={8} wrap="nowrap">
            <Button variant="default" onClick={onClose}>
              {say("ui.cancel")}
            </Button>
            <Button
              disabled={twice.size > 0 || !isChanged}
              onClick={() => {
                onPlan(withTags(plan, before, tags));
                onClose();
              }}
            >
              {say("tags.apply")}
            </Button>
          </Group>
        </Group>
      </Stack>
    </Modal>
  );
}
