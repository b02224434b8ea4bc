import { Badge } from "@mantine/core";
import type { Finding } from "#shared/domain/finding.ts";

const colors = { blocking: "red", warning: "orange", note: "gray" } as const;

/** How many findings there are, in the colour of the gravest. */
export function FindingCount({ findings }: { readonly findings: readonly Finding[] }) {
  if (findings.length === 0) return <>0</>;
  const worst = (["blocking", "warning", "note"] as const).find((severity) => findings.some((finding) => finding.severity === severity))!;
  return (
    <Badge color={colors[worst]} miw={26} px={7}>
      {findings.length}
    </Badge>
  );
}
