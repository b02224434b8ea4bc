/** What the shell answers the preload script: an error thrown across would reach the window wrapped in Electron's own words. */
export type BridgeAnswer = { ok: true; value: unknown } | { ok: false; message: string };
