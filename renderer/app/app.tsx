import { MantineProvider } from "@mantine/core";
import { Notifications } from "@mantine/notifications";
import { QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect } from "react";
import { engine } from "../data/engine.ts";
import { followEvents } from "../data/follow-events.ts";
import { queryClient } from "../data/query-client.ts";
import { useAsk } from "../data/use-ask.ts";
import { AppFrame } from "./app-frame.tsx";
import { LanguageProvider } from "./language.tsx";
import { NavigationProvider } from "./navigation.tsx";
import { ProjectCommandsProvider } from "./project-commands.tsx";
import { styleNonce } from "./style-nonce.ts";
import { schemeVariables, theme } from "./theme.ts";

engine.connect();
followEvents(queryClient);

export function App() {
  return (
    <QueryClientProvider client={queryClient}>
      <Themed>
        <LanguageProvider>
          <NavigationProvider>
            <ProjectCommandsProvider>
              <AppFrame />
            </ProjectCommandsProvider>
          </NavigationProvider>
        </LanguageProvider>
      </Themed>
    </QueryClientProvider>
  );
}

function Themed({ children }: { readonly children: ReactNode }) {
  const chosen = useAsk("system", "settings", {}).data?.theme ?? "system";
  const settled = useAsk("system", "settings", {}).isSuccess;
  useEffect(() => {
    if (settled) window.shell.usable();
  }, [settled]);
  return (
    <MantineProvider
      theme={theme}
      cssVariablesResolver={schemeVariables}
      getStyleNonce={styleNonce}
      defaultColorScheme="auto"
      {...(chosen === "system" ? {} : { forceColorScheme: chosen })}
    >
      <Notifications position="bottom-right" limit={4} />
      {children}
    </MantineProvider>
  );
}
