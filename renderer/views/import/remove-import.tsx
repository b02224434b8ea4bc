import { Button, Group, Modal, Stack, Text } from "@mantine/core";
import { useState } from "react";
import type { ImportRecord } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { useTell } from "../../data/use-tell.ts";
import { ConfirmButton } from "../../ui/confirm-button.tsx";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface Props {
  readonly record: ImportRecord;
  readonly onRemoved?: () => void;
}

/** Takes an import back whole; asks again where models rest on it. */
export function RemoveImport({ record, onRemoved }: Props) {
  const say = useSay();
  const remove = useTell("importing", "remove", {
    changes: ["importing", "project", "explore", "health", "efficiency", "quality", "proof"],
    ...(onRemoved ? { onDone: onRemoved } : {}),
  });
  const [refused, setRefused] = useState<unknown>(null);
  const name = record.files[0]?.name ?? "";
  const take = (force: boolean) => {
    setRefused(null);
    remove.mutate({ importId: record.id, force }, { onError: setRefused });
  };
  return (
    <>
      <ConfirmButton
        aria-label={say("project.imports.remove.label", { name })}
        question={say("project.imports.remove.question", { name })}
        confirm={say("project.imports.remove")}
        loading={remove.isPending}
        onConfirm={() => take(false)}
      >
        {say("project.imports.remove")}
      </ConfirmButton>
      <Modal
        opened={refused !== null}
        onClose={() => setRefused(null)}
        title={say("project.imports.remove.label", { name })}
        closeButtonProps={{ "aria-label": say("ui.close") }}
      >
        <Stack gap="sm">
          <ProblemNotice problem={refused} />
          <Text c="dimmed">{say("project.imports.remove.models")}</Text>
          <Group justify="flex-end" gap="xs">
            <Button variant="default" onClick={() => setRefused(null)}>
              {say("ui.cancel")}
            </Button>
            <Button color="red" onClick={() => take(true)}>
              {say("project.imports.remove.force")}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}
