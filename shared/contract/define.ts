import type { z } from "zod";

/** A question the window may ask the engine: both sides of it are schemas. */
export interface Call<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> {
  readonly input: I;
  readonly output: O;
}
export const call = <I extends z.ZodType, O extends z.ZodType>(input: I, output: O): Call<I, O> => ({ input, output });

/** The questions of one area, by name. */
export type Area = Readonly<Record<string, Call>>;

/** The asking side of an area. */
export type Client<A extends Area> = { [M in keyof A]: (input: z.input<A[M]["input"]>) => Promise<z.output<A[M]["output"]>> };

/** The answering side of an area. Input has been parsed; output is parsed on its way out. */
export type Handlers<A extends Area> = {
  [M in keyof A]: (input: z.output<A[M]["input"]>) => Promise<z.input<A[M]["output"]>> | z.input<A[M]["output"]>;
};

/** All areas, by name. */
export type Contract = Readonly<Record<string, Area>>;
export type ContractClient<C extends Contract> = { [A in keyof C]: Client<C[A]> };
export type ContractHandlers<C extends Contract> = { [A in keyof C]: Handlers<C[A]> };
