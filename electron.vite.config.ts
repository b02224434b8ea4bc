import { resolve } from "node:path";
import react from "@vitejs/plugin-react";
import { defineConfig } from "electron-vite";

const at = (path: string) => resolve(import.meta.dirname, path);

// Targets are named, because they would otherwise follow the pinned Electron: the runtime for tests is older (Electron 33: Node 20, Chromium 130).
const node = "node20";
const chrome = "chrome130";

export default defineConfig({
  main: {
    build: {
      outDir: at("out/main"),
      target: node,
      sourcemap: true,
      externalizeDeps: true,
      rolldownOptions: {
        input: { shell: at("main/shell.ts"), engine: at("main/engine.ts"), worker: at("main/worker.ts"), cli: at("main/cli.ts") },
        output: { format: "es", entryFileNames: "[name].js", chunkFileNames: "chunks/[name]-[hash].js" },
      },
    },
  },
  preload: {
    build: {
      outDir: at("out/preload"),
      target: node,
      externalizeDeps: false, // a sandboxed preload cannot load modules: everything in one file
      rolldownOptions: {
        input: { preload: at("main/preload/preload.ts") },
        output: { format: "cjs", entryFileNames: "[name].cjs" },
      },
    },
  },
  renderer: {
    root: at("renderer"),
    plugins: [react()],
    build: {
      outDir: at("out/renderer"),
      target: chrome,
      minify: true,
      chunkSizeWarningLimit: 2_000, // kB; read from the disk, not over a network
      rolldownOptions: { input: { index: at("renderer/index.html") } },
    },
  },
});
