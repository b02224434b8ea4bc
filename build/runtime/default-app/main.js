// Stands in for Electron's own default app in the tests-only runtime: `electron DIRECTORY` starts the app in that folder.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { app } from "electron";

// Playwright hands over a module that must run before the app (`-r loader.js`).
const preloaded = process.argv.indexOf("-r");
if (preloaded > 0) createRequire(import.meta.url)(resolve(process.argv[preloaded + 1]));

const directory = resolve(process.argv.slice(1).find((argument) => !argument.startsWith("-")) ?? ".");
const { name, productName, version, main } = JSON.parse(readFileSync(join(directory, "package.json"), "utf8"));
app.setAppPath(directory);
app.setName(productName ?? name);
app.setVersion(version);
app.setPath("userData", join(app.getPath("appData"), app.getName()));
// Awaited at the top level: this holds back "ready" until the app has asked for what must be asked before it.
await import(pathToFileURL(join(directory, main)).href);
