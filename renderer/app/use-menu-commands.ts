import { useEffect, useRef } from "react";
import { Settings } from "#shared/domain/settings.ts";
import { useChangeSettings } from "../data/use-change-settings.ts";
import { useProject } from "../data/use-project.ts";
import { useNavigation } from "./navigation.tsx";
import { useProjectCommands } from "./project-commands.tsx";

/** Does what the menu and the program's arguments ask for. A command may carry file names, one a line. */
export function useMenuCommands(): void {
  const { newProject, openFolder, openSample, close } = useProjectCommands();
  const receiveFiles = useReceiveFiles();
  const { change } = useChangeSettings();
  const obey = useRef<(command: string) => Promise<void>>(async () => {});
  obey.current = async (command) => {
    const [name, ...files] = command.split("\n");
    if (name === "project.new") newProject();
    else if (name === "project.open") await openFolder();
    else if (name === "project.sample") await openSample();
    else if (name === "project.close") await close();
    else if (name === "import.files") receiveFiles(files.length > 0 ? files : await window.shell.chooseFiles());
    else if (name?.startsWith("theme.")) change({ theme: Settings.shape.theme.parse(name.slice("theme.".length)) });
  };
  useEffect(() => window.shell.onCommand((command) => void obey.current(command)), []);
}

/** Sends files to the import, by way of a new project where none is open. */
export function useReceiveFiles(): (files: readonly string[]) => void {
  const { newProject } = useProjectCommands();
  const { go } = useNavigation();
  const open = Boolean(useProject());
  return (files) => {
    if (files.length === 0) return;
    if (open) go("import", { files });
    else newProject(files);
  };
}
