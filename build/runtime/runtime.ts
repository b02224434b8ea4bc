/** An Electron runtime on this disk. */
export interface Runtime {
  /** Absolute; what `ELECTRON_OVERRIDE_DIST_PATH` would name. */
  readonly directory: string;
  /** Absolute. */
  readonly executable: string;
  /**
   * Where it came from. Only `installed` and `downloaded` are the pinned official Electron that a shipped build may hold;
   * `override` is whatever the person named, `tests-only` the older runtime for machines that cannot reach the download.
   */
  readonly origin: "override" | "installed" | "downloaded" | "tests-only";
}
