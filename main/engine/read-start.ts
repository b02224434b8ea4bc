import { z } from "zod";
import type { EngineStart } from "./host-message.ts";

const schema: z.ZodType<EngineStart> = z.object({
  userData: z.string(),
  version: z.string(),
  electron: z.string().nullable(),
  project: z.string().nullable(),
});

/** The engine's only argument; throws where it is missing or not ours. */
export const readStart = (argument: string | undefined): EngineStart => schema.parse(JSON.parse(argument ?? "null"));
