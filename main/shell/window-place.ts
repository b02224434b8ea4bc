import { readFileSync } from "node:fs";
import { z } from "zod";
import { writeWhole } from "../store/write-whole.ts";

/** How large the window was when it was last closed. */
export const WindowPlace = z.object({ width: z.number().int(), height: z.number().int(), maximized: z.boolean() });
export type WindowPlace = z.infer<typeof WindowPlace>;

export const smallest = { width: 1024, height: 680 } as const;
const first: WindowPlace = { width: 1280, height: 800, maximized: false };

/** The first size where nothing, or nothing usable, was kept. */
export function readWindowPlace(file: string): WindowPlace {
  try {
    const place = WindowPlace.parse(JSON.parse(readFileSync(file, "utf8")));
    return { ...place, width: Math.max(place.width, smallest.width), height: Math.max(place.height, smallest.height) };
  } catch {
    return first;
  }
}

export const keepWindowPlace = (file: string, place: WindowPlace): void => writeWhole(file, `${JSON.stringify(place)}\n`);
