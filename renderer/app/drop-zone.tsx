import { IconFileImport } from "@tabler/icons-react";
import { useEffect, useRef, useState } from "react";
import classes from "./drop-zone.module.css";
import { useSay } from "./language.tsx";
import { useReceiveFiles } from "./use-menu-commands.ts";

const bringsFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes("Files") ?? false;

/** Takes files dropped anywhere on the window. */
export function DropZone() {
  const say = useSay();
  const receive = useRef<(files: readonly string[]) => void>(() => {});
  receive.current = useReceiveFiles();
  const [over, setOver] = useState(false);
  useEffect(() => {
    // Entering a child leaves its parent: what counts is how many elements the pointer is inside of.
    let depth = 0;
    const enter = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      depth++;
      setOver(true);
    };
    const leave = (event: DragEvent): void => {
      if (!bringsFiles(event)) return;
      depth--;
      if (depth <= 0) setOver(false);
    };
    const hover = (event: DragEvent): void => event.preventDefault();
    const drop = (event: DragEvent): void => {
      event.preventDefault();
      depth = 0;
      setOver(false);
      receive.current([...(event.dataTransfer?.files ?? [])].map((file) => window.shell.pathOf(file)).filter((path) => path !== ""));
    };
    window.addEventListener("dragenter", enter);
    window.addEventListener("dragleave", leave);
    window.addEventListener("dragover", hover);
    window.addEventListener("drop", drop);
    return () => {
      window.removeEventListener("dragenter", enter);
      window.removeEventListener("dragleave", leave);
      window.removeEventListener("dragover", hover);
      window.removeEventListener("drop", drop);
    };
  }, []);
  if (!over) return null;
  return (
    <div className={classes.over}>
      <div className={classes.hint}>
        <IconFileImport size={34} stroke={1.5} aria-hidden />
        {say("app.drop")}
      </div>
    </div>
  );
}
