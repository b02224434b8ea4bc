import { join } from "node:path";

/** The engine's file in a folder of built files; inside a packaged program it lies beside the archive, where a plain Node can read it. */
export const engineEntry = (folder: string): string => join(folder, "engine.js").replace(/app\.asar(?=[\\/])/, "app.asar.unpacked");
