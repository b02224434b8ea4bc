import type { Layer } from "./layer.ts";

const network = ["fetch", "WebSocket", "EventSource", "XMLHttpRequest", "RTCPeerConnection", "node:http", "node:https", "node:http2"];
const sockets = ["node:net", "node:tls", "node:dgram", "node:dns"];
/** What ties code to one kind of process. */
const platform = [
  "document",
  "window",
  "navigator",
  "localStorage",
  "process",
  "Buffer",
  "globalThis",
  "__dirname",
  "setTimeout",
  "setInterval",
];
/** What makes two runs differ. */
const chance = ["Math.random", "Date.now", "new Date()", "performance", "crypto"];

const offline = [...network, ...sockets];
const pure = [...offline, ...platform, ...chance];
const analysis = { without: pure };
const main = { without: offline };
const renderer = { without: offline };
const parts = ["main/jobs/", "main/store/", "main/importing/", "main/sample/", "main/compute/", "main/analysis/"];
const react = ["react", "@mantine/core", "@mantine/hooks", "@tabler/icons-react"];

/**
 * Who may import whom. Imports run one way: renderer → shared ← main, and in main from the composition roots through the workbench to the
 * parts, which do not know each other. A file that no row fits is a violation; there are no exceptions beside the rows.
 */
export const table: readonly Layer[] = [
  { place: "shared/domain/", imports: ["shared/document/block.ts"], packages: ["zod"], without: pure },
  { place: "shared/units/", imports: ["shared/domain/", "shared/language/sentence.ts"], packages: [], without: pure },
  { place: "shared/language/", imports: ["shared/domain/", "shared/units/"], packages: [], without: pure },
  { place: "shared/language/sentence.ts", imports: [], packages: [], without: pure },
  { place: "shared/document/", imports: ["shared/domain/", "shared/units/", "shared/language/"], packages: ["zod"], without: pure },
  { place: "shared/document/block.ts", imports: ["shared/domain/"], packages: ["zod"], without: pure },
  // What a formula over tags means: for the KPIs, for tags made by formula, and for the fields they are typed into.
  { place: "shared/formula/", imports: ["shared/domain/", "shared/units/", "shared/language/"], packages: [], without: pure },
  { place: "shared/contract/", imports: ["shared/domain/", "shared/document/"], packages: ["zod"], without: pure },
  { place: "shared/rpc/", imports: ["shared/contract/", "shared/domain/"], packages: [], without: pure },

  { place: "main/shell.ts", imports: ["main/shell/", "shared/"], packages: ["electron", "node:"], ...main },
  { place: "main/engine.ts", imports: ["main/engine/", "main/workbench/", "shared/"], packages: ["node:"], types: ["electron"], ...main },
  { place: "main/worker.ts", imports: ["main/jobs/", "main/workbench/"], packages: ["node:"], ...main },
  { place: "main/cli.ts", imports: ["main/cli/", "main/workbench/", "shared/"], packages: ["node:"], ...main },

  {
    place: "main/shell/",
    imports: ["main/engine/host-message.ts", "main/store/write-whole.ts", "shared/"],
    packages: ["electron", "node:", "zod"],
    ...main,
  },
  { place: "main/shell/channels.ts", imports: [], packages: [], without: pure },
  { place: "main/shell/bridge-answer.ts", imports: ["shared/domain/"], packages: ["zod"], without: pure },
  {
    place: "main/preload/",
    imports: ["main/shell/channels.ts", "main/shell/bridge-answer.ts", "shared/"],
    packages: ["electron"],
    ...main,
  },
  { place: "main/engine/", imports: ["shared/"], packages: ["node:", "zod"], types: ["electron"], ...main },
  { place: "main/engine/host-message.ts", imports: ["shared/rpc/"], packages: [], without: pure },

  { place: "main/cli/", imports: ["main/workbench/", ...parts, "shared/"], packages: ["node:", "zod"], ...main },
  {
    place: "main/workbench/",
    imports: [...parts, "shared/"],
    packages: ["node:", "zod", "write-excel-file"],
    ...main,
  },
  { place: "main/jobs/", imports: ["shared/"], packages: ["node:", "zod"], ...main },
  { place: "main/store/", imports: ["shared/"], packages: ["node:", "zod", "better-sqlite3", "@duckdb/node-api"], ...main },
  { place: "main/store/write-whole.ts", imports: [], packages: ["node:"], ...main },
  { place: "main/importing/", imports: ["shared/"], packages: ["node:", "zod"], ...main },
  {
    place: "main/importing/containers/",
    imports: ["main/importing/", "shared/"],
    packages: ["node:", "zod", "better-sqlite3", "@duckdb/node-api", "saxes"],
    ...main,
  },
  { place: "main/importing/recordings/", imports: ["main/importing/", "shared/"], packages: ["node:", "zod", "h5wasm"], ...main },
  { place: "main/sample/", imports: ["shared/"], packages: ["node:", "zod"], ...main },
  {
    place: "main/compute/",
    imports: ["shared/"],
    packages: ["node:", "@tensorflow/*", "@mapbox/node-pre-gyp"],
    computedImports: true,
    ...main,
  },

  { place: "main/analysis/signal/", imports: ["shared/domain/"], packages: [], ...analysis },
  { place: "main/analysis/features/", imports: ["main/analysis/signal/", "shared/domain/"], packages: ["zod"], ...analysis },
  {
    place: "main/analysis/models/",
    imports: ["main/analysis/signal/", "shared/domain/"],
    packages: ["zod", "@tensorflow/tfjs"],
    ...analysis,
  },
  {
    place: "main/analysis/episodes/",
    imports: ["main/analysis/models/", "main/analysis/signal/", "shared/domain/"],
    packages: ["zod"],
    ...analysis,
  },
  {
    place: "main/analysis/efficiency/",
    imports: ["main/analysis/models/", "main/analysis/signal/", "shared/"],
    packages: ["zod"],
    ...analysis,
  },
  // Where reference, features, model, limit and episodes come together: the one part of the analysis that knows the others.
  {
    place: "main/analysis/health/",
    imports: [
      "main/analysis/episodes/",
      "main/analysis/features/",
      "main/analysis/models/",
      "main/analysis/signal/",
      "shared/domain/",
      "shared/units/",
    ],
    packages: ["zod"],
    ...analysis,
  },
  {
    place: "main/analysis/quality/",
    imports: ["main/analysis/signal/", "shared/domain/", "shared/units/", "shared/language/"],
    packages: [],
    ...analysis,
  },
  { place: "main/analysis/report/", imports: ["shared/"], packages: ["zod"], ...analysis },

  {
    place: "renderer/main.tsx",
    imports: ["renderer/app/"],
    packages: ["react", "react-dom", "@mantine/core", "@mantine/notifications"],
    ...renderer,
  },
  { place: "renderer/env.d.ts", imports: ["shared/domain/"], packages: [], ...renderer },
  { place: "renderer/assets.d.ts", imports: [], packages: [], ...renderer },
  {
    place: "renderer/app/",
    imports: ["renderer/views/", "renderer/ui/", "renderer/data/", "renderer/charts/", "renderer/document/", "shared/"],
    packages: [...react, "@mantine/notifications", "@tanstack/react-query", "zod"],
    ...renderer,
  },
  { place: "renderer/app/language.tsx", imports: ["renderer/data/", "shared/"], packages: ["react", "@tanstack/react-query"], ...renderer },
  {
    place: "renderer/views/*/",
    imports: ["renderer/app/", "renderer/ui/", "renderer/data/", "renderer/charts/", "renderer/document/", "shared/"],
    packages: [...react, "@mantine/notifications", "@tanstack/react-query", "zod"],
    ...renderer,
  },
  {
    place: "renderer/ui/",
    imports: ["renderer/app/language.tsx", "renderer/data/", "renderer/charts/", "shared/"],
    packages: react,
    ...renderer,
  },
  { place: "renderer/document/", imports: ["renderer/charts/", "shared/"], packages: ["react", "@mantine/core"], ...renderer },
  { place: "renderer/charts/", imports: ["shared/"], packages: ["react", "recharts", "@mantine/hooks"], ...renderer },
  { place: "renderer/data/", imports: ["shared/"], packages: ["react", "@mantine/hooks", "@tanstack/react-query", "zod"], ...renderer },

  {
    place: "build/",
    imports: ["shared/"],
    packages: ["node:", "electron", "electron-builder", "@electron/fuses", "vite"],
    computedImports: true,
  },
  {
    place: "test/",
    imports: ["main/", "renderer/", "shared/", "build/"],
    packages: ["node:", "vitest", "@playwright/test", "zod"],
    computedImports: true,
    mirrors: true,
  },
  // Wraps what the catalog is written with, so that a process can be killed between any two steps.
  { place: "test/faults/", imports: ["main/", "shared/", "test/"], packages: ["node:", "vitest", "better-sqlite3"] },
  {
    place: "test/bench/",
    imports: ["main/", "shared/", "test/", "build/"],
    packages: ["node:", "zod", "@duckdb/node-api"],
    computedImports: true,
  },
];
