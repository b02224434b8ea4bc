import { Button, Group, Table, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { useState } from "react";
import type { ImportProfile } from "#shared/domain/import-profile.ts";
import { isRecording } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { localTime } from "../../app/local-time.ts";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { FindingList } from "../../ui/finding-list.tsx";
import { Panel } from "../../ui/panel.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";
import { formatName } from "./format-name.ts";
import classes from "./import-view.module.css";

/** The settings kept under a name: renamed, deleted, sent elsewhere, taken in. */
export function SavedProfiles() {
  const say = useSay();
  const { profiles = [], damaged = [] } = useAsk("importing", "profiles", {}).data ?? {};
  const take = useTell("importing", "importProfile");
  const chooseFile = async () => {
    const [path] = await window.shell.chooseFiles();
    if (path !== undefined) take.mutate({ path });
  };
  return (
    <Panel
      title={say("profile.title")}
      note={say("profile.hint")}
      flush={profiles.length > 0}
      actions={
        <Button variant="subtle" onClick={chooseFile}>
          {say("profile.import")}
        </Button>
      }
    >
      <ProblemNotice problem={take.error} onClose={take.reset} />
      {damaged.length > 0 && <FindingList findings={damaged} />}
      {profiles.length > 0 && (
        <Table>
          <Table.Tbody>
            {profiles.map((profile) => (
              <ProfileRow key={profile.name} profile={profile} />
            ))}
          </Table.Tbody>
        </Table>
      )}
    </Panel>
  );
}

function ProfileRow({ profile }: { readonly profile: ImportProfile }) {
  const say = useSay();
  const { name, guess, plan, savedAt } = profile;
  const [typed, setTyped] = useState<string | null>(null);
  const rename = useTell("importing", "renameProfile", { onDone: () => setTyped(null) });
  const remove = useTell("importing", "removeProfile");
  const send = useTell("importing", "exportProfile", {
    changes: [],
    onDone: ({ path }) => notifications.show({ message: say("profile.exported", { path }) }),
  });
  const exportIt = async () => {
    const folder = await window.shell.chooseFolder(say("profile.export.folder"));
    if (folder !== null) send.mutate({ name, folder });
  };
  const numbers = plan.columns.filter(({ kind }) => kind === "number").length;
  return (
    <Table.Tr data-profile={name}>
      <Table.Td>
        {typed === null ? (
          name
        ) : (
          <form
            onSubmit={(event) => {
              event.preventDefault();
              if (typed.trim() !== "") rename.mutate({ name, to: typed.trim() });
            }}
          >
            <Group gap={6} wrap="nowrap">
              <TextInput
                size="xs"
                autoFocus
                aria-label={say("profile.rename.label", { name })}
                value={typed}
                maxLength={120}
                onChange={(event) => setTyped(event.currentTarget.value)}
                onKeyDown={(event) => event.key === "Escape" && setTyped(null)}
              />
              <Button type="submit" size="compact-sm" loading={rename.isPending}>
                {say("profile.rename")}
              </Button>
            </Group>
          </form>
        )}
        <ProblemNotice problem={rename.error ?? remove.error ?? send.error} />
      </Table.Td>
      <Table.Td className={classes.soft ?? ""}>
        {isRecording(guess) ? formatName(guess.format) : say("import-view.format.text")} · {say("profile.columns", { count: numbers })}
        {profile.asset !== null && ` · ${profile.asset}`}
      </Table.Td>
      <Table.Td className={classes.soft ?? ""}>{localTime(savedAt)}</Table.Td>
      <Table.Td>
        <Group gap={2} wrap="nowrap" justify="flex-end">
          <Button variant="subtle" size="compact-sm" onClick={() => setTyped(typed === null ? name : null)}>
            {say(typed === null ? "profile.rename" : "ui.cancel")}
          </Button>
          <Button variant="subtle" size="compact-sm" aria-label={say("profile.export.label", { name })} onClick={exportIt}>
            {say("profile.export")}
          </Button>
          <ConfirmButton
            size="compact-sm"
            aria-label={say("profile.delete.label", { name })}
            question={say("profile.delete.question", { name })}
            confirm={say("profile.delete")}
            onConfirm={() => remove.mutate({ name })}
          >
            {say("profile.delete")}
          </ConfirmButton>
        </Group>
      </Table.Td>
    </Table.Tr>
  );
}
