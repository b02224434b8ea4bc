import { QueryClient } from "@tanstack/react-query";

/**
 * What the window has been told, kept until an event or a change of ours says otherwise. The engine is on this machine:
 * a laptop without a network must not make a question wait.
 */
export const queryClient = new QueryClient({
  defaultOptions: {
    queries: {
      networkMode: "always",
      staleTime: Number.POSITIVE_INFINITY,
      gcTime: 5 * 60_000,
      retry: false,
      refetchOnWindowFocus: false,
      refetchOnReconnect: false,
    },
    mutations: { networkMode: "always", retry: false },
  },
});
