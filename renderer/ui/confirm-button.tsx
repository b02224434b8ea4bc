import { Button, type ButtonProps, Group, Popover, Text } from "@mantine/core";
import { type ReactNode, useState } from "react";
import { useSay } from "../app/language.tsx";

interface Props extends ButtonProps {
  readonly children: ReactNode;
  /** What happens if the person goes on, as a sentence. */
  readonly question: string;
  /** The label of the button that does it. */
  readonly confirm: string;
  readonly onConfirm: () => void;
}

/** A button whose deed cannot be taken back lightly: it asks once, beside itself. */
export function ConfirmButton({ children, question, confirm, onConfirm, ...button }: Props) {
  const say = useSay();
  const [asking, setAsking] = useState(false);
  return (
    <Popover opened={asking} onChange={setAsking} width={300} position="bottom-end" withArrow shadow="md" trapFocus returnFocus>
      <Popover.Target>
        <Button variant="subtle" color="red" {...button} onClick={() => setAsking(!asking)}>
          {children}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <Text mb="sm">{question}</Text>
        <Group justify="flex-end" gap="xs">
          <Button variant="default" onClick={() => setAsking(false)}>
            {say("ui.cancel")}
          </Button>
          <Button
            color="red"
            onClick={() => {
              setAsking(false);
              onConfirm();
            }}
          >
            {confirm}
          </Button>
        </Group>
      </Popover.Dropdown>
    </Popover>
  );
}
