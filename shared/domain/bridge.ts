/** What the preload script gives the window beside the engine's port: things only the shell can do. */
export interface ShellBridge {
  /** Asks for a fresh port to the engine; it arrives as window message `engine-port`, again after each restart. */
  connectEngine(): void;
  /** Hears how the engine fares: `lost` when it has died (it is being restarted), `back` when a new port is there. */
  onEngine(hear: (state: "lost" | "back") => void): () => void;
  /** Files to open, under the title for logs where none is given; empty when the person changed their mind. */
  chooseFiles(title?: string): Promise<string[]>;
  /** A folder to open, null when the person changed their mind. */
  chooseFolder(title: string): Promise<string | null>;
  /** A file name to write to. */
  chooseTarget(defaultName: string, extension: "html" | "xlsx" | "pdf" | "csv" | "ics" | "opmodel"): Promise<string | null>;
  /** Path of a file that was dropped on the window. */
  pathOf(file: File): string;
  /** Prints a report of the open project to a PDF file. */
  printReport(reportId: string, path: string): Promise<{ path: string; bytes: number }>;
  /** Shows a file in the system's file manager. */
  reveal(path: string): Promise<void>;
  /** The system's language, for `Settings.language = "system"`. */
  readonly systemLanguage: string;
  readonly platform: string;
  /** Hears menu commands such as `project.open`, `import.files`. */
  onCommand(hear: (command: string) => void): () => void;
  /** Says that the window can be used: start-up is measured by it. */
  usable(): void;
}
