import { readManifest, type SignalColumn } from "./manifest.ts";

/** What each tag of a folder holds, as counted when it was written. Throws `signals.damaged`. */
export const tagStatistics = (folder: string): SignalColumn[] => readManifest(folder).columns;
