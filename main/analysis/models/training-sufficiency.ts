import type { Finding } from "#shared/domain/finding.ts";
import type { Frame } from "#shared/domain/frame.ts";
import { completeRows } from "../signal/complete-rows.ts";
import { joined } from "./joined.ts";

const fewestRows = 50;
// A covariance of p tags wants several times p rows; ten is the usual advice (Osborne & Costello, PARE 9 (2004) 11).
const rowsPerTagAdvised = 10;
const rowsPerTagNeeded = 2;

/** Why these runs cannot train a model of how tags move together; empty when they can. */
export function trainingSufficiency(train: readonly Frame[]): Finding[] {
  const { tags, columns } = joined(train);
  const findings: Finding[] = [];
  if (tags.length === 0)
    findings.push({
      code: "health.no-tags",
      severity: "blocking",
      message: "None of the chosen tags has values that vary in the reference period.",
      data: {},
    });
  const rows = columns.length === 0 ? 0 : completeRows(columns).length;
  const needed = Math.max(fewestRows, rowsPerTagNeeded * tags.length);
  const advised = rowsPerTagAdvised * tags.length;
  if (rows < needed)
    findings.push({
      code: "health.too-few-rows",
      severity: "blocking",
      message: `The reference period holds ${rows} usable rows; ${needed} are needed for ${tags.length} tags.`,
      data: { rows, needed, tags: tags.length },
    });
  else if (rows < advised)
    findings.push({
      code: "health.few-rows",
      severity: "warning",
      message: `The reference period holds ${rows} usable rows; ${advised} or more are advised for ${tags.length} tags.`,
      data: { rows, advised, tags: tags.length },
    });
  for (const [j, tag] of tags.entries())
    if (rows > 0 && isConstant(columns[j]!))
      findings.push({
        code: "health.tag-constant",
        severity: "blocking",
        message: `${tag} never changes in the reference period; a model cannot learn what is normal for it.`,
        data: { tag },
      });
  return findings;
}

function isConstant(values: Float64Array): boolean {
  let first = Number.NaN;
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (Number.isNaN(first)) first = value;
    else if (value !== first) return false;
  }
  return true;
}
