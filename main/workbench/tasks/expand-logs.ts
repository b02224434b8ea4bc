import type { Run } from "#shared/domain/run.ts";
import { type Expansion, expand } from "../../importing/containers/expand.ts";

/** The logs in what was dropped. */
export const expandLogsTask = ({ paths }: { paths: string[] }, run: Run): Promise<Expansion> => expand(paths, run);
