import { defineConfig } from "@playwright/test";

/** `npm run pictures`: pictures of the screens to be looked at, not held against anything. */
export default defineConfig({
  testDir: ".",
  testMatch: "*.spec.ts",
  outputDir: "../../test-results",
  workers: 1,
  timeout: 600_000,
  reporter: "list",
});
