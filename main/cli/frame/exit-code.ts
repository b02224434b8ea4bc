/** How a command ends. */
export const exitCode = {
  ok: 0,
  /** Something is wrong with the data or the work; the sentence on standard error says what. */
  problem: 1,
  /** The command was not understood. */
  usage: 2,
  /** A person stopped it (128 + SIGINT, as shells count). */
  cancelled: 130,
} as const;
export type ExitCode = (typeof exitCode)[keyof typeof exitCode];
