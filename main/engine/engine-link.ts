import type { Link } from "#shared/rpc/wire.ts";

/** A link that can end: its window was closed or loaded anew. */
export interface EngineLink extends Link {
  onGone(hear: () => void): void;
}

export interface LinkHearers {
  /** A window, or the shell itself, wants to ask. What it has sent so far waits until the link is listened to. */
  opened(link: EngineLink): void;
  /** The engine is to finish. */
  close(): void;
}
