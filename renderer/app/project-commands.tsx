import { useQueryClient } from "@tanstack/react-query";
import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import { askOnce } from "../data/use-ask.ts";
import { useSay } from "./language.tsx";
import { useNavigation } from "./navigation.tsx";

/** What can be done with projects from anywhere: the start screen, the menu, a file dropped on the window. */
export interface ProjectCommands {
  /** Asks for name and place; `files` are opened in the project once it is there. */
  newProject(files?: readonly string[]): void;
  /** Lets a person choose the folder of a project and opens it. */
  openFolder(): Promise<void>;
  open(folder: string): Promise<void>;
  openSample(): Promise<void>;
  close(): Promise<void>;
  /** The files of the project being made, null when none is. */
  readonly creating: readonly string[] | null;
  stopCreating(): void;
  readonly busy: boolean;
  readonly problem: unknown;
  clearProblem(): void;
}

const CommandsContext = createContext<ProjectCommands | null>(null);

export function ProjectCommandsProvider({ children }: { readonly children: ReactNode }) {
  const say = useSay();
  const client = useQueryClient();
  const { go } = useNavigation();
  const [creating, setCreating] = useState<readonly string[] | null>(null);
  const [busy, setBusy] = useState(false);
  const [problem, setProblem] = useState<unknown>(null);
  const commands = useMemo<ProjectCommands>(() => {
    const tried = async (work: () => Promise<unknown>): Promise<void> => {
      setBusy(true);
      setProblem(null);
      try {
        await work();
        go("project");
      } catch (thrown) {
        setProblem(thrown);
        go("project");
      } finally {
        setBusy(false);
        void client.invalidateQueries({ queryKey: ["project"] });
      }
    };
    const open = (folder: string) => tried(() => askOnce("project", "open", { folder }));
    return {
      newProject: (files = []) => setCreating(files),
      async openFolder() {
        const folder = await window.shell.chooseFolder(say("project.open.choose.title"));
        if (folder) await open(folder);
      },
      open,
      openSample: () => tried(() => askOnce("project", "sample", {})),
      close: () => tried(() => askOnce("project", "close", {})),
      creating,
      stopCreating: () => setCreating(null),
      busy,
      problem,
      clearProblem: () => setProblem(null),
    };
  }, [say, client, go, creating, busy, problem]);
  return <CommandsContext.Provider value={commands}>{children}</CommandsContext.Provider>;
}

export function useProjectCommands(): ProjectCommands {
  const commands = useContext(CommandsContext);
  if (!commands) throw new Error("useProjectCommands needs a ProjectCommandsProvider above it.");
  return commands;
}
