import { type ProblemError, problem } from "#shared/domain/problem.ts";

/** The folder of a project refuses to be written to: protected, or without room. */
export const notWritable = (folder: string, cause: unknown): ProblemError =>
  problem(
    "project.not-writable",
    `The folder ${folder} cannot be written to: it is protected, or its disk is full.`,
    { folder },
    { cause },
  );
