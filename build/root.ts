import { resolve } from "node:path";

/** The folder that holds package.json. */
export const root: string = resolve(import.meta.dirname, "..");
