import { notifications } from "@mantine/notifications";
import { useEffect, useRef } from "react";
import { useEngineState } from "../data/use-engine-state.ts";
import { useTrouble } from "../data/use-trouble.ts";
import { useSay } from "./language.tsx";

/** Says when a lost engine is there again, and what was in the way of the project it was to open. */
export function useEngineNotice(): void {
  const say = useSay();
  const state = useEngineState();
  const before = useRef(state);
  useEffect(() => {
    if (before.current === "lost" && state === "ready") notifications.show({ message: say("app.engine.back"), color: "green" });
    before.current = state;
  }, [state, say]);
  const trouble = useTrouble();
  useEffect(() => {
    if (trouble) notifications.show({ title: say("app.project.unopened"), message: say.coded(trouble), color: "red", autoClose: false });
  }, [trouble, say]);
}
