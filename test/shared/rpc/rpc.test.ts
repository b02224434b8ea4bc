import { describe, expect, it } from "vitest";
import { z } from "zod";
import type { Contract, ContractHandlers } from "#shared/contract/define.ts";
import { call } from "#shared/contract/define.ts";
import { type ProblemError, problem } from "#shared/domain/problem.ts";
import { createAsker } from "#shared/rpc/ask.ts";
import { serve } from "#shared/rpc/serve.ts";
import type { Link, Wire } from "#shared/rpc/wire.ts";

const contract = {
  pump: {
    start: call(z.object({ speed_rpm: z.number().positive(), ramp_s: z.number().default(10) }), z.object({ running: z.boolean() })),
    trip: call(z.object({}), z.null()),
    curve: call(z.object({ rows: z.number() }), z.object({ head: z.instanceof(Float64Array) })),
  },
} satisfies Contract;

/** Two ends of one wire; what crosses is cloned, as between processes. */
function wire(): [Link, Link] {
  const hear: ((message: Wire) => void)[] = [];
  const end = (own: 0 | 1): Link => ({
    post: (message) => {
      const clone = structuredClone(message);
      queueMicrotask(() => hear[1 - own]?.(clone));
    },
    listen: (hearer) => {
      hear[own] = hearer;
    },
  });
  return [end(0), end(1)];
}

const asked: unknown[] = [];
const handlers: ContractHandlers<typeof contract> = {
  pump: {
    start: (input) => {
      asked.push(input);
      return { running: true };
    },
    trip: () => {
      throw problem("pump.tripped", "P-101 tripped at 3 600 rpm.", { asset: "P-101", speed: 3600 });
    },
    curve: ({ rows }) => ({ head: Float64Array.from({ length: rows }, (_, row) => (row === 1 ? Number.NaN : row)) }),
  },
};

function connected() {
  const [window, engine] = wire();
  serve(engine, contract, handlers);
  return { asker: createAsker(window, contract), window, engine };
}

const problemOf = (answer: Promise<unknown>) =>
  answer.then(
    () => undefined,
    (error: ProblemError) => error.problem,
  );

describe("a question between window and engine", () => {
  it("is answered with what is so before an event tells that it is no longer so", async () => {
    const posted: string[] = [];
    let hear: (message: Wire) => void = () => {};
    const link: Link = {
      post: (message) => posted.push(message.t === "answer" ? `answer ${message.id}` : message.t),
      listen: (hearer) => {
        hear = hearer;
      },
    };
    const start = async () => {
      await null;
      link.post({ t: "event", topic: "running", value: true });
      return { running: true };
    };
    serve(link, contract, { pump: { ...handlers.pump, start } });
    // Two questions that arrive in one piece are heard one right after the other.
    hear({ t: "ask", id: 1, area: "pump", method: "start", input: { speed_rpm: 1480 } });
    hear({ t: "ask", id: 2, area: "pump", method: "curve", input: { rows: 1 } });
    await expect.poll(() => posted.length).toBe(3);
    expect(posted).toEqual(["answer 2", "event", "answer 1"]);
  });

  it("reaches its handler parsed, with defaults filled in", async () => {
    const { asker } = connected();
    expect(await asker.ask.pump.start({ speed_rpm: 1450 })).toEqual({ running: true });
    expect(asked.at(-1)).toEqual({ speed_rpm: 1450, ramp_s: 10 });
  });

  it("that does not fit its schema never reaches the handler and names the field", async () => {
    const { asker } = connected();
    const before = asked.length;
    const why = await problemOf(asker.ask.pump.start({ speed_rpm: -1 }));
    expect(why).toMatchObject({ code: "contract.input", data: { area: "pump", method: "start", where: "speed_rpm" } });
    expect(asked.length).toBe(before);
  });

  it.each([
    ["pump", "melt"],
    ["turbine", "start"],
    ["pump", "constructor"],
    ["__proto__", "toString"],
  ])("that nobody knows (%s.%s) is answered with a problem", async (area, method) => {
    const { window } = connected();
    const answer = new Promise<Wire>((resolve) => window.listen(resolve));
    window.post({ t: "ask", id: 7, area, method, input: {} });
    expect(await answer).toMatchObject({ t: "answer", id: 7, ok: false, problem: { code: "contract.unknown" } });
  });

  it("carries a problem back with its code and numbers", async () => {
    const { asker } = connected();
    expect(await problemOf(asker.ask.pump.trip({}))).toEqual({
      code: "pump.tripped",
      message: "P-101 tripped at 3 600 rpm.",
      data: { asset: "P-101", speed: 3600 },
    });
  });

  it("brings a column of numbers across unchanged, NaN included", async () => {
    const { asker } = connected();
    expect((await asker.ask.pump.curve({ rows: 3 })).head).toEqual(new Float64Array([0, Number.NaN, 2]));
  });

  it("gets its own answer, whatever the order of the answers", async () => {
    const [window, engine] = wire();
    const asker = createAsker(window, contract);
    const questions: Wire[] = [];
    engine.listen((message) => questions.push(message));
    const answers = Promise.all([asker.ask.pump.curve({ rows: 1 }), asker.ask.pump.curve({ rows: 2 })]);
    await Promise.resolve();
    for (const question of questions.toReversed()) {
      if (question.t !== "ask") continue;
      const { rows } = question.input as { rows: number };
      engine.post({ t: "answer", id: question.id, ok: true, value: { head: new Float64Array(rows) } });
    }
    expect((await answers).map(({ head }) => head.length)).toEqual([1, 2]);
  });

  it("open when the engine dies fails with the reason; one asked later can still be answered", async () => {
    const { asker, engine } = connected();
    engine.listen(() => {}); // the engine hears nothing more
    const open = problemOf(asker.ask.pump.start({ speed_rpm: 1450 }));
    asker.fail({ code: "engine.lost", message: "The engine stopped.", data: {} });
    expect((await open)?.code).toBe("engine.lost");
    serve(engine, contract, handlers);
    expect(await asker.ask.pump.start({ speed_rpm: 900 })).toEqual({ running: true });
  });

  it("an event is heard by topic until the hearer stops", async () => {
    const { asker, engine } = connected();
    const heard: unknown[] = [];
    const stop = asker.on("job", (value) => heard.push(value));
    engine.post({ t: "event", topic: "job", value: 1 });
    engine.post({ t: "event", topic: "weather", value: 2 });
    await Promise.resolve();
    stop();
    engine.post({ t: "event", topic: "job", value: 3 });
    await Promise.resolve();
    expect(heard).toEqual([1]);
  });
});
