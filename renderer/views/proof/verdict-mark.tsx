import { IconCircleCheck, IconCircleDashed, IconCircleMinus, IconHelpCircle } from "@tabler/icons-react";
import type { ProofVerdict } from "#shared/domain/proof.ts";
import { useSay } from "../../app/language.tsx";
import classes from "./proof.module.css";

const icons = {
  proven: IconCircleCheck,
  "not-proven": IconCircleMinus,
  "cannot-be-tested": IconHelpCircle,
  none: IconCircleDashed,
} as const;

/** A verdict as a sign and a word: colour alone says nothing. */
export function VerdictMark({ verdict }: { readonly verdict: ProofVerdict | undefined }) {
  const say = useSay();
  const known = verdict ?? "none";
  const Icon = icons[known];
  return (
    <span className={classes.verdict} data-verdict={known}>
      <Icon size={15} stroke={1.9} aria-hidden />
      {say(`proof-view.verdict.${known}`)}
    </span>
  );
}
