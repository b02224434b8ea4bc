import { z } from "zod";

/** What went wrong in the software; "fault" is kept for machines (ISO 13372). */
export const Problem = z.object({
  /** `area.what`, for example `project.locked`; the window looks its sentence up by it. */
  code: z.string(),
  /** One clear English sentence: what happened, where, and the way on. */
  message: z.string(),
  /** The values the sentence is made of. */
  data: z.record(z.string(), z.union([z.string(), z.number()])).default({}),
});
export type Problem = z.infer<typeof Problem>;

/** A `Problem` on its way up. Thrown only where the program cannot go on; what a person can mend is a `Finding`. */
export class ProblemError extends Error {
  readonly problem: Problem;
  constructor(problem: Problem, options?: ErrorOptions) {
    super(problem.message, options);
    this.name = "ProblemError";
    this.problem = problem;
  }
}

/** Makes the error to throw: `throw problem("project.locked", "…", { folder })`. */
export function problem(code: string, message: string, data: Problem["data"] = {}, options?: ErrorOptions): ProblemError {
  return new ProblemError({ code, message, data }, options);
}

/** A person asked to stop. Not a problem: nothing went wrong. */
export class Cancelled extends Error {
  constructor() {
    super("Cancelled.");
    this.name = "Cancelled";
  }
}

/** Any thrown value as a `Problem`; an unforeseen error keeps its message under `unexpected`. */
export function toProblem(error: unknown): Problem {
  if (error instanceof ProblemError) return error.problem;
  if (error instanceof Cancelled) return { code: "cancelled", message: error.message, data: {} };
  const message = error instanceof Error ? error.message : String(error);
  return { code: "unexpected", message, data: { message } };
}
