import { Button, TextInput } from "@mantine/core";
import { IconLock } from "@tabler/icons-react";
import { useState } from "react";
import { useSay } from "../../app/language.tsx";
import classes from "./proof.module.css";

interface Props {
  readonly action: string;
  /** What nobody can change any more. */
  readonly help: string;
  readonly busy: boolean;
  readonly onLock: (lockedBy: string) => void;
}

/** Who locks, and the lock. */
export function LockBy({ action, help, busy, onLock }: Props) {
  const say = useSay();
  const [who, setWho] = useState("");
  return (
    <>
      <form
        className={classes.lock}
        onSubmit={(event) => {
          event.preventDefault();
          if (who.trim() !== "") onLock(who.trim());
        }}
      >
        <TextInput size="xs" label={say("proof-view.lock.who")} value={who} onChange={(event) => setWho(event.currentTarget.value)} />
        <Button type="submit" leftSection={<IconLock size={14} />} disabled={who.trim() === ""} loading={busy}>
          {action}
        </Button>
      </form>
      <p className={classes.help}>{help}</p>
    </>
  );
}
