import type { MessagePortMain } from "electron";
import { contract } from "#shared/contract/contract.ts";
import type { Project } from "#shared/domain/project.ts";
import { type Asker, createAsker } from "#shared/rpc/ask.ts";
import type { EngineProcess } from "./engine-process.ts";
import { Restarts } from "./restarts.ts";

export interface EngineHostOptions {
  /** Starts a process; `project` is the folder to open again. */
  start(project: string | null): EngineProcess;
  /** The engine has died; another is on its way. */
  lost(): void;
  /** Another engine answers. */
  back(): void;
  /** It died too often: nothing more is tried until `restart()`. */
  givenUp(): void;
  /** Events the engine tells: `job`, `project`, `settings`. */
  event(topic: string, value: unknown): void;
}

const closeGraceMs = 6_000; // a little longer than the engine gives itself

/** Keeps one engine alive: starts it, starts it again with the project it had open, and ends it with the app. */
export class EngineHost {
  readonly #options: EngineHostOptions;
  readonly #restarts = new Restarts();
  #process: EngineProcess | undefined;
  #asker: Asker<typeof contract> | undefined;
  #project: string | null = null;
  #closing = false;

  constructor(options: EngineHostOptions) {
    this.#options = options;
    this.#start();
  }

  get pid(): number | undefined {
    return this.#process?.pid;
  }

  /** The shell's own questions; undefined while there is no engine. */
  get ask(): Asker<typeof contract>["ask"] | undefined {
    return this.#asker?.ask;
  }

  /** A port for a window; undefined while there is no engine. */
  port(): MessagePortMain | undefined {
    return this.#process?.port();
  }

  /** Tries once more after `givenUp`. */
  restart(): void {
    this.#restarts.forget();
    this.#start(true);
  }

  /** Resolves when the engine has finished, or was ended because it took too long. */
  close(): Promise<void> {
    this.#closing = true;
    const engine = this.#process;
    if (!engine) return Promise.resolve();
    return new Promise((done) => {
      const patience = setTimeout(() => engine.kill(), closeGraceMs);
      engine.onExit(() => {
        clearTimeout(patience);
        done();
      });
      engine.close();
    });
  }

  #start(again = false): void {
    if (this.#closing) return;
    const engine = this.#options.start(this.#project);
    this.#process = engine;
    engine.onExit(() => this.#died(engine));
    const asker = createAsker(engine.link(), contract);
    this.#asker = asker;
    for (const topic of ["job", "project", "settings"]) {
      asker.on(topic, (value) => {
        if (topic === "project") this.#project = (value as Project | null)?.folder ?? null;
        this.#options.event(topic, value);
      });
    }
    // It answers only when the project is open again. One that dies before fails the question, which nobody misses.
    if (again)
      asker.ask.project.current({}).then(
        () => this.#options.back(),
        () => {},
      );
  }

  #died(engine: EngineProcess): void {
    if (this.#process !== engine) return;
    this.#process = undefined;
    const asker = this.#asker;
    this.#asker = undefined;
    asker?.fail({ code: "engine.lost", message: "The engine stopped.", data: {} });
    if (this.#closing) return;
    this.#options.lost();
    const delay = this.#restarts.died(performance.now());
    if (delay === undefined) this.#options.givenUp();
    else setTimeout(() => this.#start(true), delay);
  }
}
