import type { z } from "zod";
import type { contract } from "#shared/contract/contract.ts";
import type { Call } from "#shared/contract/define.ts";

type Areas = typeof contract;
export type AreaName = keyof Areas;
export type MethodName<A extends AreaName> = keyof Areas[A] & string;
type CallOf<A extends AreaName, M extends MethodName<A>> = Areas[A][M] extends Call ? Areas[A][M] : never;

/** What a question is asked with. */
export type Input<A extends AreaName, M extends MethodName<A>> = z.input<CallOf<A, M>["input"]>;
/** What it is answered with. */
export type Answer<A extends AreaName, M extends MethodName<A>> = z.output<CallOf<A, M>["output"]>;
