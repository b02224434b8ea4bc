import { formatNumber } from "#shared/units/format-number.ts";
import type { Output } from "../frame/output.ts";
import type { WrittenReport } from "../steps/report-step.ts";

export function tellReport(out: Output, { files }: WrittenReport): void {
  for (const { path, bytes } of files)
    out.line(out.say("cli.report.written", { path, size: formatNumber(bytes / 1000, { significant: 3 }) }));
}
