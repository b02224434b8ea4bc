import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Project } from "#shared/domain/project.ts";
import type { Wire } from "#shared/rpc/wire.ts";
import { EngineHost } from "../../../main/shell/engine-host.ts";
import type { EngineProcess } from "../../../main/shell/engine-process.ts";

/** An engine that can be told to answer, to speak and to die. */
class StubEngine implements EngineProcess {
  readonly pid = 1;
  readonly project: string | null;
  readonly asked: Wire[] = [];
  closed = false;
  killed = false;
  #hear: (message: Wire) => void = () => {};
  readonly #exits: (() => void)[] = [];

  constructor(project: string | null) {
    this.project = project;
  }
  link() {
    return {
      post: (message: Wire) => void this.asked.push(message),
      listen: (hear: (message: Wire) => void) => {
        this.#hear = hear;
      },
    };
  }
  port(): never {
    throw new Error("no window asks here");
  }
  onExit(hear: () => void) {
    this.#exits.push(hear);
  }
  close() {
    this.closed = true;
  }
  kill() {
    this.killed = true;
    this.die();
  }
  die() {
    for (const hear of this.#exits) hear();
  }
  opens(project: Project | null) {
    this.#hear({ t: "event", topic: "project", value: project });
  }
  answers() {
    for (const message of this.asked.splice(0)) if (message.t === "ask") this.#hear({ t: "answer", id: message.id, ok: true, value: null });
  }
}

const pumps: Project = { id: "p", name: "Pumps", folder: "/plant/pumps", createdAt: 0, version: 1 };

describe("the engine's host", () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  function hosted() {
    const engines: StubEngine[] = [];
    const told: string[] = [];
    const host = new EngineHost({
      start(project) {
        const engine = new StubEngine(project);
        engines.push(engine);
        return engine;
      },
      lost: () => told.push("lost"),
      back: () => told.push("back"),
      givenUp: () => told.push("givenUp"),
      event: () => {},
    });
    return { host, engines, told };
  }

  it("starts a dead engine again with the project that was open, and says so when it answers", async () => {
    const { engines, told } = hosted();
    engines[0]!.opens(pumps);
    engines[0]!.die();
    expect(told).toEqual(["lost"]);
    await vi.advanceTimersByTimeAsync(100);
    expect(engines[1]?.project).toBe("/plant/pumps");
    expect(told).toEqual(["lost"]);
    engines[1]!.answers();
    await vi.advanceTimersByTimeAsync(0);
    expect(told).toEqual(["lost", "back"]);
  });

  it("opens nothing again when the project had been closed", async () => {
    const { engines } = hosted();
    engines[0]!.opens(pumps);
    engines[0]!.opens(null);
    engines[0]!.die();
    await vi.advanceTimersByTimeAsync(100);
    expect(engines[1]?.project).toBeNull();
  });

  it("fails the questions that were open", async () => {
    const { host, engines } = hosted();
    const answer = host.ask!.project.current({}).catch((error: Error & { problem: { code: string } }) => error.problem.code);
    engines[0]!.die();
    expect(await answer).toBe("engine.lost");
    expect(host.ask).toBeUndefined();
  });

  it("gives up after the fifth death within a minute, and starts once more when told to", async () => {
    const { host, engines, told } = hosted();
    for (let death = 0; death < 5; death++) {
      engines[death]!.die();
      await vi.advanceTimersByTimeAsync(2000);
    }
    expect(told).toEqual(["lost", "lost", "lost", "lost", "lost", "givenUp"]);
    expect(engines.length).toBe(5);
    host.restart();
    engines[5]!.answers();
    await vi.advanceTimersByTimeAsync(0);
    expect(told.at(-1)).toBe("back");
  });

  it("asks the engine to finish with the program, and ends one that does not", async () => {
    const { host, engines, told } = hosted();
    const closed = host.close();
    expect(engines[0]!.closed).toBe(true);
    await vi.advanceTimersByTimeAsync(10_000);
    await closed;
    expect(engines[0]!.killed).toBe(true);
    expect(engines.length).toBe(1);
    expect(told).toEqual([]);
  });
});
