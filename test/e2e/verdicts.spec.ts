import { expect, type Page, test } from "@playwright/test";
import type { Episode } from "#shared/domain/health.ts";
import { askEngine } from "./ask-engine.ts";
import { freshFolder } from "./desk.ts";
import { type Launched, launch } from "./launch.ts";
import { writeReturningLogs } from "./returning-log.ts";

const open: Launched[] = [];
test.afterEach(async () => {
  for (const { app } of open.splice(0)) await app.close();
});

async function finished(page: Page, jobId: string): Promise<void> {
  const state = async () => (await askEngine(page, "jobs", "list", {})).find(({ id }) => id === jobId)?.status.state;
  await expect.poll(state, { timeout: 90_000 }).toBe("done");
}

async function importLog(page: Page, file: string, asset: { id: string } | { name: string }): Promise<void> {
  const { plan } = await askEngine(page, "importing", "preview", { files: [file] });
  const { jobId } = await askEngine(page, "importing", "start", { files: [file], plan, asset });
  await finished(page, jobId);
}

type Event = { readonly kind: string; readonly from: number; readonly to: number };
const during =
  (events: readonly Event[], kind: string) =>
  ({ from, to }: Pick<Episode, "from" | "to">): boolean =>
    events.some((event) => event.kind === kind && from < event.to && to >= event.from);

test("one fault that was named is named when it returns, and what was called normal is quiet in the next run", async () => {
  const { first, later, until, truth } = await writeReturningLogs();
  const launched = await launch();
  open.push(launched);
  const { window: page } = launched;
  await expect(page.getByText("Engine: ready")).toBeVisible();
  await askEngine(page, "project", "create", { folder: `${freshFolder()}/plant`, name: "Plant" });
  await importLog(page, first, { name: "P-101" });
  const [asset] = await askEngine(page, "project", "assets", {});
  const assetId = asset!.id;
  const tags = (await askEngine(page, "project", "tags", { assetId })).map(({ name }) => name);
  const { jobId } = await askEngine(page, "health", "train", {
    assetId,
    tags,
    reference: [truth.reference],
    families: [{ id: "pca" }],
    budget: { alertsPerWeek: 1 },
  });
  await finished(page, jobId);
  await page.reload();
  await page.getByRole("navigation", { name: "Screens" }).getByRole("button", { name: "Health" }).click();

  const [model] = await askEngine(page, "health", "models", { assetId });
  const modelId = model!.id;
  const episodes = () => askEngine(page, "health", "episodes", { modelId });
  const leak = during(truth.faults, "seal-leak");
  const rinse = during(truth.benign, "seal-rinse");
  const longest = (some: Episode[]) => some.sort((a, b) => b.to - b.from - (a.to - a.from))[0]!;
  const found = await episodes();
  const row = (id: string) => page.locator(`tr[data-episode="${id}"]`);

  const leaked = row(longest(found.filter(leak)).id);
  await leaked.click();
  await expect(page.getByTestId("episode-sentence")).toContainText(/P101\.seal_leak was on average .* l\/h above what .+ should give/);
  await page.keyboard.press("c");
  await page.keyboard.type("seal wear");
  await page.keyboard.press("Enter");
  await page.keyboard.press("f");
  await expect(leaked).toContainText("fault");
  const rinsed = row(longest(found.filter(rinse)).id);
  await rinsed.click();
  await page.keyboard.press("n");
  await expect(rinsed).toContainText("normal");

  await importLog(page, later, { id: assetId });
  const before = (await episodes()).length;
  const scored = await askEngine(page, "health", "score", { modelId });
  await finished(page, scored.jobId);
  const known = (await episodes()).filter(({ from }) => from >= until);
  expect(known.length).toBeGreaterThan(before > 0 ? 3 : 0);
  for (const episode of known.filter(rinse)) if (episode.recall) expect(episode.recall).toMatchObject({ verdict: "normal", quiet: true });
  expect(known.filter((episode) => episode.recall?.quiet).every(rinse), "nothing else is quiet").toBe(true);
  const again = known.filter(leak).filter((episode) => episode.recall?.cause === "seal wear");
  expect(again.length, "the leak is named from one example").toBeGreaterThan(0);

  const strip = page.getByTestId("verdict-changes");
  await expect(strip).toContainText(/\d episodes are quiet, because you called the one of 2025-03-30 normal/, { timeout: 20_000 });
  await expect(strip).toContainText(/named “seal wear”/);
  await expect(row(again[0]!.id)).toContainText(/seal wear/i);
  await row(again[0]!.id).click();
  await expect(page.getByTestId("episode-recall")).toContainText(
    /Looks like “seal wear”: the episode of 2025-04-\d\d that you called a fault/,
  );
  await expect(page.getByRole("region", { name: "Most similar episodes" })).toContainText("fault: seal wear");

  const quiet = known.find((episode) => episode.recall?.quiet)!;
  await row(quiet.id).click();
  await expect(row(quiet.id)).toContainText("quiet");
  await page.keyboard.press("x");
  await expect(row(quiet.id), "a person can have it told all the same").toContainText("not judged");
  await page.keyboard.press("x");
  await expect(row(quiet.id)).toContainText("quiet");
});
