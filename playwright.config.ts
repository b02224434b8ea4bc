import { defineConfig } from "@playwright/test";

export default defineConfig({
  testDir: "test/e2e",
  testMatch: "**/*.spec.ts",
  outputDir: "test-results",
  workers: 1, // one window at a time: tests share the screen and two cores
  retries: 1,
  timeout: 120_000,
  reporter: "list",
});
