import { existsSync, readdirSync } from "node:fs";
import { basename } from "node:path";
import type { EngineClient } from "#shared/contract/contract.ts";
import type { Asset } from "#shared/domain/asset.ts";
import type { Job } from "#shared/domain/job.ts";
import { Cancelled, ProblemError, problem } from "#shared/domain/problem.ts";
import type { Project } from "#shared/domain/project.ts";
import { isSentence, say } from "#shared/language/index.ts";
import { formatDuration } from "#shared/units/format-duration.ts";
import type { Workbench } from "../../workbench/workbench.ts";
import { localClient } from "./local-client.ts";
import type { Output } from "./output.ts";

/** What a command works with: the workbench as the window knows it, and a way to speak. */
export class Session {
  readonly out: Output;
  readonly #createWorkbench: () => Promise<Workbench>;
  #workbench: Workbench | undefined;
  #ask: EngineClient | undefined;
  #running: string | undefined;
  #cancelled = false;

  constructor(createWorkbench: () => Promise<Workbench>, out: Output) {
    this.#createWorkbench = createWorkbench;
    this.out = out;
  }

  /** The questions the window asks too; a project must have been opened. */
  get ask(): EngineClient {
    if (!this.#ask) throw new Error("No project was opened before something was asked.");
    return this.#ask;
  }

  /** Opens the project of a folder; makes one where the folder is empty or not there and `create` allows it. */
  async open(folder: string, { create = false } = {}): Promise<Project> {
    this.#workbench ??= await this.#createWorkbench();
    this.#workbench.onEvent((topic, value) => {
      if (topic === "job") this.#show(value as Job);
    });
    this.#ask = localClient(this.#workbench.handlers);
    const empty = !existsSync(folder) || readdirSync(folder).length === 0;
    return empty && create ? this.ask.project.create({ folder, name: basename(folder) }) : this.ask.project.open({ folder });
  }

  /** The asset of that name or id; the only one where none is named. */
  async asset(name: string | undefined): Promise<Asset> {
    const assets = await this.ask.project.assets({});
    const names = assets.map((asset) => asset.name).join(", ");
    if (assets.length === 0) throw problem("cli.no-asset", this.out.say("cli.no-asset"));
    const found =
      name === undefined ? (assets.length === 1 ? assets[0] : undefined) : assets.find((asset) => asset.name === name || asset.id === name);
    if (found) return found;
    const data = { name: name ?? "", names };
    throw name === undefined
      ? problem("cli.which-asset", this.out.say("cli.which-asset", data), data)
      : problem("cli.unknown-asset", this.out.say("cli.unknown-asset", data), data);
  }

  /** Waits for a job while its progress is shown; throws its problem, or `Cancelled`. */
  async finish({ jobId }: { jobId: string }): Promise<unknown> {
    this.#running = jobId;
    if (this.#cancelled) await this.ask.jobs.cancel({ jobId });
    const { status } = await this.#workbench!.jobEnded(jobId);
    this.#running = undefined;
    this.out.endProgress();
    if (status.state === "done") return status.result;
    if (status.state === "failed") throw new ProblemError(status.problem);
    throw new Cancelled();
  }

  /** Throws once a person has asked to stop: called between steps. */
  check(): void {
    if (this.#cancelled) throw new Cancelled();
  }

  /** A person asks to stop: the running job hears of it now, everything else at its next `check`. */
  cancel(): void {
    this.#cancelled = true;
    if (this.#running !== undefined) void this.ask.jobs.cancel({ jobId: this.#running });
  }

  async close(): Promise<void> {
    await this.#workbench?.close();
  }

  #show({ kind, subject, status }: Job): void {
    if (status.state !== "running") return;
    const { language } = this.out;
    const key = `job.${kind}`;
    const title = isSentence(key) ? say(language, key, { subject }) : subject;
    const percent = status.total > 0 ? `${Math.floor((100 * status.done) / status.total)} %` : "";
    const left = status.leftMs === undefined ? "" : this.out.say("cli.progress.left", { time: formatDuration(status.leftMs, language) });
    this.out.progress(title, [percent, left].filter((part) => part !== "").join(", "));
  }
}
