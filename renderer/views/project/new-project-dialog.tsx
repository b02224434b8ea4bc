import { Button, Group, Modal, Stack, Text, TextInput } from "@mantine/core";
import { type FormEvent, useRef, useState } from "react";
import { useSay } from "../../app/language.tsx";
import { useNavigation } from "../../app/navigation.tsx";
import { folderIn, folderOf, titleOf } from "../../app/paths.ts";
import { useProjectCommands } from "../../app/project-commands.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

/** Asks for the name and the place of a new project; open while `creating` says so. */
export function NewProjectDialog() {
  const say = useSay();
  const { creating, stopCreating } = useProjectCommands();
  // The form stays while the dialog fades, so that it does not collapse on its way out.
  const files = useRef<readonly string[]>([]);
  if (creating) files.current = creating;
  return (
    <Modal
      opened={creating !== null}
      onClose={stopCreating}
      title={say("project.new.title")}
      size="lg"
      closeButtonProps={{ "aria-label": say("ui.close") }}
    >
      <Form files={files.current} />
    </Modal>
  );
}

function Form({ files }: { readonly files: readonly string[] }) {
  const say = useSay();
  const { go } = useNavigation();
  const { stopCreating } = useProjectCommands();
  const recent = useAsk("project", "recent", {}).data?.[0];
  const [name, setName] = useState(files[0] ? titleOf(files[0]) : "");
  const [chosen, setChosen] = useState<string | null>(null);
  const place = chosen ?? (files[0] ? folderOf(files[0]) : recent ? folderOf(recent.folder) : "");
  const create = useTell("project", "create", {
    onDone: () => {
      stopCreating();
      if (files.length > 0) go("import", { files });
      else go("project");
    },
  });
  const ready = name.trim() !== "" && place.trim() !== "";
  const folder = ready ? folderIn(place.trim(), name) : "";
  const choose = async () => {
    const picked = await window.shell.chooseFolder(say("project.new.choose.title"));
    if (picked) setChosen(picked);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (ready) create.mutate({ folder, name: name.trim() });
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <TextInput
          label={say("project.new.name")}
          placeholder={say("project.new.name.placeholder")}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          data-autofocus
        />
        <Group align="end" gap="xs" wrap="nowrap">
          <TextInput
            style={{ flex: 1 }}
            label={say("project.new.place")}
            value={place}
            onChange={(event) => setChosen(event.currentTarget.value)}
          />
          <Button variant="default" onClick={choose}>
            {say("project.new.choose")}
          </Button>
        </Group>
        <Text c="dimmed" mih={20} style={{ overflowWrap: "anywhere" }}>
          {folder && say("project.new.result", { folder })}
        </Text>
        {files.length > 0 && <Text c="dimmed">{say("project.new.log")}</Text>}
        <ProblemNotice problem={create.error} />
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={stopCreating}>
            {say("ui.cancel")}
          </Button>
          <Button type="submit" disabled={!ready} loading={create.isPending}>
            {say("project.new.create")}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
