import { Alert, Button, Group } from "@mantine/core";
import { IconAlertTriangle } from "@tabler/icons-react";
import { type Problem, toProblem } from "#shared/domain/problem.ts";
import { useSay } from "../app/language.tsx";

interface Props {
  /** A `Problem`, or whatever was thrown; nothing is drawn for null. */
  readonly problem: unknown;
  readonly title?: string;
  readonly onRetry?: () => void;
  readonly onClose?: () => void;
}

const isProblem = (value: unknown): value is Problem =>
  typeof value === "object" && value !== null && "code" in value && "message" in value && "data" in value;

/** What went wrong, as a sentence in the person's language. */
export function ProblemNotice({ problem, title, onRetry, onClose }: Props) {
  const say = useSay();
  if (problem === null || problem === undefined) return null;
  const known = isProblem(problem) ? problem : toProblem(problem);
  return (
    <Alert
      color="red"
      role="alert"
      icon={<IconAlertTriangle size={18} />}
      data-code={known.code}
      py={8}
      {...(title ? { title } : {})}
      {...(onClose ? { withCloseButton: true, onClose, closeButtonLabel: say("ui.close") } : {})}
    >
      <Group justify="space-between" gap="sm" wrap="nowrap">
        <span data-selectable>{say.coded(known)}</span>
        {onRetry && (
          <Button variant="light" color="red" onClick={onRetry} style={{ flexShrink: 0 }}>
            {say("ui.retry")}
          </Button>
        )}
      </Group>
    </Alert>
  );
}
