import { useSyncExternalStore } from "react";
import { type EngineState, engine } from "./engine.ts";

export const useEngineState = (): EngineState => useSyncExternalStore(engine.watch, engine.state);
