import type { Contract, ContractHandlers } from "../contract/define.ts";
import { problem, toProblem } from "../domain/problem.ts";
import type { Link } from "./wire.ts";

/**
 * Answers the contract's questions on one link: the only place where what comes in is parsed. An unknown question or
 * an input that does not fit is answered with a problem; nothing thrown by a handler goes further than its answer.
 */
export function serve<C extends Contract>(link: Link, contract: C, handlers: ContractHandlers<C>): void {
  link.listen(async (message) => {
    if (message.t !== "ask") return;
    const { id, area, method, input } = message;
    try {
      const call = Object.hasOwn(contract, area) && Object.hasOwn(contract[area]!, method) ? contract[area]![method] : undefined;
      if (!call) throw problem("contract.unknown", `There is no question "${area}.${method}".`, { area, method });
      const parsed = call.input.safeParse(input);
      if (!parsed.success) {
        const issue = parsed.error.issues[0];
        const where = issue?.path.join(".") ?? "";
        throw problem("contract.input", `"${area}.${method}" was asked with an unusable ${where || "input"}: ${issue?.message}.`, {
          area,
          method,
          where,
        });
      }
      const given = (handlers[area]![method] as (input: unknown) => unknown)(parsed.data);
      // What is known at once is told at once: an event that came between would be overtaken by an answer older than itself.
      const answer = given instanceof Promise ? await given : given;
      link.post({ t: "answer", id, ok: true, value: call.output.parse(answer) });
    } catch (error) {
      link.post({ t: "answer", id, ok: false, problem: toProblem(error) });
    }
  });
}
