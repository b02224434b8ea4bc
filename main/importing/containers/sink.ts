/** Where the bytes of a member go. */
export interface Sink {
  /** Resolves once the bytes may be overwritten. Throws what stops the taking out: a full disk, a limit, enough seen. */
  write(bytes: Uint8Array): Promise<void>;
}
