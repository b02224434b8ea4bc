import { contract, type EngineClient, type EngineHandlers } from "#shared/contract/contract.ts";

/** Asks the workbench in this very process the questions the window asks, parsed by the same schemas. */
export function localClient(handlers: EngineHandlers): EngineClient {
  return Object.fromEntries(
    Object.entries(contract).map(([area, calls]) => [
      area,
      Object.fromEntries(
        Object.entries(calls).map(([method, { input, output }]) => [
          method,
          async (said: unknown) => {
            const handle = (handlers as unknown as Record<string, Record<string, (input: unknown) => unknown>>)[area]![method]!;
            return output.parse(await handle(input.parse(said)));
          },
        ]),
      ),
    ]),
  ) as unknown as EngineClient;
}
