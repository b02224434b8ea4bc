import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { existsSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, type Page, test } from "@playwright/test";
import { root } from "../../build/root.ts";
import { sandboxArguments } from "../../build/sandbox-arguments.ts";
import { askEngine } from "./ask-engine.ts";
import { type Launched, launch } from "./launch.ts";

const folder = () => mkdtempSync(join(tmpdir(), "onepercent-house-"));
const open: Launched[] = [];
async function start(...given: Parameters<typeof launch>): Promise<Launched> {
  const launched = await launch(...given);
  open.push(launched);
  return launched;
}
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

const ready = (page: Page) => expect(page.getByText("Engine: ready")).toBeVisible();

/** The process below the program that runs the engine; development runs it in a Node of its own. */
function enginePid({ app }: Launched): number {
  const parent = app.process().pid!;
  const lines = execFileSync("ps", ["-A", "-o", "pid=,ppid=,args="], { encoding: "utf8" }).split("\n");
  const own = lines
    .map((line) => /^\s*(\d+)\s+(\d+)\s+(.*)$/.exec(line))
    .find((row) => row && isBelow(Number(row[2]), parent, lines) && row[3]!.includes("engine.js"));
  return Number(own?.[1]);
}
function isBelow(pid: number, ancestor: number, lines: readonly string[]): boolean {
  if (pid === ancestor) return true;
  const row = lines.map((line) => /^\s*(\d+)\s+(\d+)\s/.exec(line)).find((each) => Number(each?.[1]) === pid);
  return row ? isBelow(Number(row[2]), ancestor, lines) : false;
}

/** A log of a pump: two tags, a row a minute. */
function pumpLog(rows: number): string {
  const start = Date.UTC(2025, 0, 1);
  const lines = Array.from({ length: rows }, (_, row) => {
    const time = new Date(start + row * 60_000).toISOString();
    return `${time},${(12 + Math.sin(row / 40)).toFixed(3)},${(48 + Math.cos(row / 55)).toFixed(3)}`;
  });
  const file = join(folder(), "pump.csv");
  writeFileSync(file, `time,motor_power [kW],flow [m3/h]\n${lines.join("\n")}\n`);
  return file;
}

test.describe("the house", () => {
  test("starts, its engine answers, and no screen breaks the content policy", async () => {
    const { window: page } = await start();
    await page.addInitScript(() => {
      const broken: string[] = [];
      Object.assign(globalThis, { broken });
      document.addEventListener("securitypolicyviolation", (event) =>
        broken.push(`${event.effectiveDirective} ${event.blockedURI} ${event.sourceFile}`),
      );
    });
    await page.reload();
    await ready(page);
    const { folder: project } = await askEngine(page, "project", "create", { folder: join(folder(), "plant"), name: "Plant" });
    expect(existsSync(join(project, "catalog.sqlite"))).toBe(true);
    const screens = page.locator("nav button, nav a");
    const count = await screens.count();
    expect(count).toBeGreaterThan(2);
    for (let at = 0; at < count; at++) if (await screens.nth(at).isEnabled()) await screens.nth(at).click();
    expect(await page.evaluate(() => (globalThis as unknown as { broken: string[] }).broken)).toEqual([]);
  });

  test("an engine killed in the middle of a job comes back with the project open and the job interrupted", async () => {
    const launched = await start();
    const { window: page } = launched;
    await ready(page);
    const { jobId, project } = await askEngine(page, "project", "sample", { folder: join(folder(), "sample") });
    await expect.poll(async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state).toBe("running");
    const before = enginePid(launched);
    const said = page.getByText(/The engine stopped and is being restarted/).first();
    process.kill(before, "SIGKILL");
    await expect(said).toBeVisible();
    await ready(page);
    expect(enginePid(launched)).not.toBe(before);
    expect(await askEngine(page, "project", "current", {})).toEqual(project);
    const jobs = await askEngine(page, "jobs", "list", {});
    expect(jobs.find(({ id }) => id === jobId)?.status).toEqual({ state: "interrupted" });
    expect(await askEngine(page, "project", "assets", {})).toEqual([]); // nothing of the job was kept
    expect(readdirSync(join(project.folder, "temp"))).toEqual([]);
  });

  test("a project that an engine which came back cannot open again is told", async () => {
    const launched = await start();
    const { window: page } = launched;
    await ready(page);
    const project = await askEngine(page, "project", "create", { folder: join(folder(), "plant"), name: "Plant" });
    writeFileSync(join(project.folder, "catalog.sqlite"), Buffer.alloc(8192, "not a database at all "));
    process.kill(enginePid(launched), "SIGKILL");
    await expect(page.getByText("The project could not be opened")).toBeVisible({ timeout: 15_000 });
    await expect(page.getByRole("alert").filter({ hasText: project.folder })).toBeVisible();
    expect(await askEngine(page, "project", "current", {})).toBeNull();
  });

  test("a page that goes where it must not is refused", async () => {
    const { app, window: page } = await start();
    await ready(page);
    const address = page.url();
    const refused = await page.evaluate(async () => {
      const tried = async (what: () => unknown) => {
        try {
          return String(await what());
        } catch (error) {
          return `refused: ${(error as Error).message}`;
        }
      };
      const socket = () =>
        new Promise((resolve, reject) => {
          const ws = new WebSocket("ws://127.0.0.1:9/");
          ws.onopen = () => resolve("open");
          ws.onerror = () => reject(new Error("closed"));
        });
      return {
        require: typeof (globalThis as { require?: unknown }).require,
        process: typeof (globalThis as { process?: unknown }).process,
        fetch: await tried(() => fetch("http://127.0.0.1:9/")),
        file: await tried(() => fetch("file:///etc/passwd")),
        outside: await tried(async () => (await fetch("/..%2f..%2fpackage.json")).status),
        socket: await tried(socket),
        window: String(window.open("https://example.org/")),
        inline: await tried(() => {
          const script = document.createElement("script");
          script.textContent = "globalThis.inline = 'ran'";
          document.head.append(script);
          return (globalThis as { inline?: string }).inline;
        }),
        place: await tried(() => new Promise((resolve, reject) => navigator.geolocation.getCurrentPosition(resolve, reject))),
        relative: await tried(() => window.shell.reveal("../somewhere")),
      };
    });
    expect(refused).toMatchObject({ require: "undefined", process: "undefined", outside: "404", window: "null", inline: "undefined" });
    for (const name of ["fetch", "file", "socket", "place", "relative"] as const) expect(refused[name], name).toMatch(/^refused: /);
    await page.evaluate(() => {
      location.href = "https://example.org/";
    });
    await page.evaluate(() => {
      const frame = document.createElement("iframe");
      frame.src = "https://example.org/";
      document.body.append(frame);
    });
    await page.waitForTimeout(300);
    expect(page.url()).toBe(address);
    expect(app.windows().length).toBe(1);
    expect(
      page
        .frames()
        .map((frame) => frame.url())
        .filter((url) => url.startsWith("http")),
    ).toEqual([]);
  });

  test("a project that is open elsewhere is said to be, and stays as it is", async () => {
    const project = join(folder(), "plant");
    const first = await start();
    await ready(first.window);
    await askEngine(first.window, "project", "create", { folder: project, name: "Plant" });

    const second = await start();
    await ready(second.window);
    await expect(askEngine(second.window, "project", "open", { folder: project })).rejects.toThrow("project.locked");

    // Starting the program once more hands the folder to the window that is open, which says why it does not open it.
    await second.app.evaluate(({ dialog }) => {
      dialog.showMessageBox = (async (options: Electron.MessageBoxOptions) => {
        (globalThis as unknown as { said: string }).said = `${options.message} ${options.detail}`;
        return { response: 0, checkboxChecked: false };
      }) as typeof dialog.showMessageBox;
    });
    const { ELECTRON_RUN_AS_NODE: _, ...inherited } = process.env;
    const runtime = join(process.env.ELECTRON_OVERRIDE_DIST_PATH!, "electron");
    const again = spawn(runtime, [...sandboxArguments(), "--disable-gpu", root, project], {
      env: { ...inherited, ONEPERCENT_USER_DATA: second.userData },
      stdio: "ignore",
    });
    const [code] = await once(again, "exit");
    expect(code).toBe(0);
    await expect
      .poll(() => second.app.evaluate(() => (globalThis as unknown as { said?: string }).said))
      .toContain("is open in another window or command");
    expect((await askEngine(first.window, "project", "current", {}))?.folder).toBe(project);
  });

  test("a project and a log given at the start are opened", async () => {
    const project = join(folder(), "plant");
    const first = await start();
    await ready(first.window);
    await askEngine(first.window, "project", "create", { folder: project, name: "North plant" });
    await first.app.close();
    open.length = 0;
    const { window: page } = await start({ project, args: [pumpLog(50)] });
    await ready(page);
    // The engine answers before it has opened what it was given.
    await expect.poll(async () => (await askEngine(page, "project", "current", {}))?.name).toBe("North plant");
    await expect(page.getByText("pump.csv").first()).toBeVisible();
  });

  test("a report is looked at in a frame without script and printed to PDF", async () => {
    const { window: page } = await start();
    await ready(page);
    await askEngine(page, "project", "create", { folder: join(folder(), "plant"), name: "Plant" });
    const file = pumpLog(300);
    const { plan } = await askEngine(page, "importing", "preview", { files: [file] });
    const ended = async (jobId: string) => {
      await expect
        .poll(async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state, { timeout: 30_000 })
        .toBe("done");
    };
    await ended((await askEngine(page, "importing", "start", { files: [file], plan, asset: { name: "P-7" } })).jobId);
    const assetId = (await askEngine(page, "project", "assets", {}))[0]!.id;
    const request = { assetId, title: "泵站 report", language: "en" as const, healthModelIds: [], efficiencyModelIds: [] };
    await ended((await askEngine(page, "report", "compose", request)).jobId);
    const reportId = (await askEngine(page, "report", "list", { assetId }))[0]!.id;

    const framed = await page.evaluate(async (id) => {
      const frame = document.createElement("iframe");
      frame.src = `/report/${id}.html`;
      document.body.append(frame);
      await new Promise((resolve) => frame.addEventListener("load", resolve, { once: true }));
      const document_ = frame.contentDocument!;
      const script = document_.createElement("script");
      script.textContent = "document.title = 'changed by script'";
      document_.head.append(script);
      return { title: document_.title, font: getComputedStyle(document_.body).fontFamily };
    }, reportId);
    expect(framed.title).toBe("泵站 report");

    const target = join(folder(), "report.pdf");
    const { bytes } = await page.evaluate(([id, path]) => window.shell.printReport(id, path), [reportId, target] as const);
    const pdf = readFileSync(target);
    expect(pdf.length).toBe(bytes);
    expect(pdf.subarray(0, 5).toString("latin1")).toBe("%PDF-");
    expect(pdf.toString("latin1")).toMatch(/\/Type \/Page\b/);
    await expect(page.evaluate((path) => window.shell.printReport("no-such-report", path), `${target}.2.pdf`)).rejects.toThrow();
    expect(existsSync(`${target}.2.pdf`)).toBe(false);
  });

  test("the menu speaks the language of the window and follows it", async () => {
    const { app, window: page } = await start();
    await ready(page);
    const menus = () => app.evaluate(({ Menu }) => Menu.getApplicationMenu()?.items.map(({ label }) => label));
    expect(await menus()).toEqual(["File", "Edit", "View", "Help"]);
    await askEngine(page, "system", "change", { language: "zh", theme: "dark" });
    await expect.poll(menus).toEqual(["文件", "编辑", "视图", "帮助"]);
    expect(await app.evaluate(({ nativeTheme }) => nativeTheme.themeSource)).toBe("dark");
  });

  test("the window is as large as it was when it was closed", async () => {
    const first = await start({ env: { ONEPERCENT_WINDOW: "" } });
    await ready(first.window);
    await first.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.setSize(1100, 720));
    await first.app.close();
    open.length = 0;
    const second = await start({ env: { ONEPERCENT_WINDOW: "", ONEPERCENT_USER_DATA: first.userData } });
    expect(await second.app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows()[0]?.getSize())).toEqual([1100, 720]);
  });

  test("an engine that dies at every start is given up, said to be, and does not keep the program from ending", async () => {
    const { app, window: page } = await start({
      env: { ONEPERCENT_ENGINE_NODE: process.platform === "win32" ? "where.exe" : "/bin/false" },
    });
    await app.evaluate(({ dialog }) => {
      dialog.showMessageBox = ((...given: unknown[]) => {
        (globalThis as unknown as { said: string }).said = (given.at(-1) as Electron.MessageBoxOptions).message;
        return new Promise(() => {}); // nobody answers
      }) as typeof dialog.showMessageBox;
    });
    await page.reload(); // the page stays usable as a page whatever its engine does
    await expect
      .poll(() => app.evaluate(() => (globalThis as unknown as { said?: string }).said), { timeout: 30_000 })
      .toBe("The engine stopped five times within a minute and is not started again.");
    const gone = new Promise((resolve) => app.process().once("exit", resolve));
    await app.close();
    open.length = 0;
    expect(await gone).toBe(0);
  });

  test("the engine answers in Electron's own process too", async () => {
    const { app, window: page } = await start({ env: { ONEPERCENT_ENGINE_NODE: "" } });
    // The runtime for tests embeds a Node too old for the store, so that only what needs no project is asked here.
    await ready(page);
    expect((await askEngine(page, "system", "change", { theme: "light" })).theme).toBe("light");
    const services = await app.evaluate(({ app: electron }) => electron.getAppMetrics().map(({ name }) => name));
    expect(services).toContain("OnePercent engine");
  });
});
