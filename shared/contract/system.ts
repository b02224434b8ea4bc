import { z } from "zod";
import { Settings, SystemInfo } from "../domain/settings.ts";
import { call } from "./define.ts";

const nothing = z.object({});

export const system = {
  info: call(nothing, SystemInfo),
  settings: call(nothing, Settings),
  /** Changes what is given and returns the whole. */
  change: call(Settings.partial(), Settings),
};
