import type { Container } from "./container.ts";

/** Every file that holds logs: one line each. */
export const containers: readonly Container[] = [];
