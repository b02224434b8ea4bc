import { Button, Checkbox, Modal, Stack, Text, TextInput } from "@mantine/core";
import { notifications } from "@mantine/notifications";
import { IconBookmarkPlus } from "@tabler/icons-react";
import { useState } from "react";
import type { LogPlan } from "#shared/domain/importing.ts";
import { useSay } from "../../app/language.tsx";
import { useAsk } from "../../data/use-ask.ts";
import { useTell } from "../../data/use-tell.ts";
import { ProblemNotice } from "../../ui/problem-notice.tsx";

interface Props {
  readonly guess: LogPlan;
  readonly plan: LogPlan;
  /** Whose settings stand in the plan, or what they might be called. */
  readonly proposed: string;
  /** Name of the asset chosen. */
  readonly asset: string;
}

/** Keeps what was agreed to under a name, for the next log of this shape. */
export function SaveProfile({ guess, plan, proposed, asset }: Props) {
  const say = useSay();
  const [open, setOpen] = useState(false);
  const [typed, setTyped] = useState<string | null>(null);
  const [withAsset, setWithAsset] = useState(false);
  const { profiles = [] } = useAsk("importing", "profiles", {}).data ?? {};
  const save = useTell("importing", "saveProfile", {
    onDone: ({ name }) => {
      setOpen(false);
      notifications.show({ message: say("profile.saved", { name }) });
    },
  });
  const name = (typed ?? proposed).trim();
  const replaces = profiles.some((profile) => profile.name === name);
  return (
    <>
      <Button
        variant="subtle"
        leftSection={<IconBookmarkPlus size={14} />}
        onClick={() => {
          setTyped(null);
          setOpen(true);
        }}
      >
        {say("profile.save")}
      </Button>
      <Modal opened={open} onClose={() => setOpen(false)} title={say("profile.save")} closeButtonProps={{ "aria-label": say("ui.close") }}>
        <form
          onSubmit={(event) => {
            event.preventDefault();
            if (name !== "") save.mutate({ name, guess, plan, asset: withAsset ? asset : null });
          }}
        >
          <Stack gap="sm">
            <TextInput
              data-autofocus
              label={say("profile.save.name")}
              value={typed ?? proposed}
              maxLength={120}
              onChange={(event) => setTyped(event.currentTarget.value)}
              {...(replaces
                ? { description: say("profile.save.replaces"), inputWrapperOrder: ["label", "input", "description"] as const }
                : {})}
            />
            {asset !== "" && (
              <Checkbox
                size="xs"
                label={say("profile.save.asset", { asset })}
                checked={withAsset}
                onChange={(event) => setWithAsset(event.currentTarget.checked)}
              />
            )}
            <Text c="dimmed">{say("profile.hint")}</Text>
            <ProblemNotice problem={save.error} />
            <Button type="submit" disabled={name === ""} loading={save.isPending}>
              {say("profile.save.do")}
            </Button>
          </Stack>
        </form>
      </Modal>
    </>
  );
}
