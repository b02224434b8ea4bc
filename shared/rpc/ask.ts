import type { Contract, ContractClient } from "../contract/define.ts";
import { type Problem, ProblemError } from "../domain/problem.ts";
import type { Link } from "./wire.ts";

export interface Asker<C extends Contract> {
  readonly ask: ContractClient<C>;
  /** Hears the engine's events; returns how to stop hearing. */
  on(topic: string, hear: (value: unknown) => void): () => void;
  /** Fails every open question: the engine has died. */
  fail(why: Problem): void;
}

/** The asking side of a link: `asker.ask.project.open({ folder })`. A problem comes back as a thrown `ProblemError`. */
export function createAsker<C extends Contract>(link: Link, contract: C): Asker<C> {
  let next = 1;
  const open = new Map<number, { ok: (value: unknown) => void; bad: (error: Error) => void }>();
  const hearers = new Map<string, Set<(value: unknown) => void>>();
  link.listen((message) => {
    if (message.t === "event") for (const hear of hearers.get(message.topic) ?? []) hear(message.value);
    if (message.t !== "answer") return;
    const waiting = open.get(message.id);
    open.delete(message.id);
    if (message.ok) waiting?.ok(message.value);
    else waiting?.bad(new ProblemError(message.problem));
  });
  const question = (area: string, method: string) => (input: unknown) =>
    new Promise<unknown>((ok, bad) => {
      const id = next++;
      open.set(id, { ok, bad });
      link.post({ t: "ask", id, area, method, input });
    });
  const ask = Object.fromEntries(
    Object.entries(contract).map(([area, calls]) => [
      area,
      Object.fromEntries(Object.keys(calls).map((method) => [method, question(area, method)])),
    ]),
  ) as ContractClient<C>;
  return {
    ask,
    on(topic, hear) {
      const set = hearers.get(topic) ?? new Set();
      hearers.set(topic, set.add(hear));
      return () => void set.delete(hear);
    },
    fail(why) {
      for (const waiting of open.values()) waiting.bad(new ProblemError(why));
      open.clear();
    },
  };
}
