import { skipToken, useQuery } from "@tanstack/react-query";
import type { Problem } from "#shared/domain/problem.ts";
import { troubleKey } from "./follow-events.ts";

/** What was in the way of the project that the app was started with; undefined where nothing was. */
export const useTrouble = (): Problem | undefined => useQuery<Problem>({ queryKey: troubleKey, queryFn: skipToken }).data;
