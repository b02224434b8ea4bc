import type { ProjectStore } from "../store/project-store.ts";

/** Where what a model learned is kept. */
export const stateFile = (store: ProjectStore, modelId: string): string => store.path("models", `${modelId}.model`);
