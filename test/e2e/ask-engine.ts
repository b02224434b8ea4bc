import type { Page } from "@playwright/test";
import type { EngineClient } from "#shared/contract/contract.ts";

type Answer<A extends keyof EngineClient, M extends keyof EngineClient[A]> = EngineClient[A][M] extends (input: never) => Promise<infer R>
  ? R
  : never;
type Input<A extends keyof EngineClient, M extends keyof EngineClient[A]> = EngineClient[A][M] extends (input: infer I) => unknown
  ? I
  : never;

/**
 * Asks the engine as the window does, over a port of its own, to set a scene or to look behind it; what a person does is done with the
 * mouse. A problem is thrown with its code in front.
 */
export async function askEngine<A extends keyof EngineClient, M extends keyof EngineClient[A] & string>(
  page: Page,
  area: A,
  method: M,
  input: Input<A, M>,
): Promise<Answer<A, M>> {
  const answer = await page.evaluate(
    async ([area, method, input]) => {
      const port = await new Promise<MessagePort>((resolve) => {
        addEventListener("message", function take(event) {
          if (event.data !== "engine-port" || !event.ports[0]) return;
          removeEventListener("message", take);
          resolve(event.ports[0]);
        });
        window.shell.connectEngine();
      });
      const id = 1e9 + Math.floor(performance.now() * 1000); // far from the window's own questions, which may share the port
      return new Promise<{ ok: boolean; value?: unknown; problem?: { code: string; message: string } }>((resolve) => {
        port.addEventListener("message", ({ data }) => {
          if (data.t === "answer" && data.id === id) resolve(data);
        });
        port.start();
        port.postMessage({ t: "ask", id, area, method, input });
      });
    },
    [area, method, input] as const,
  );
  if (!answer.ok) throw new Error(`${answer.problem?.code}: ${answer.problem?.message}`);
  return answer.value as Answer<A, M>;
}
