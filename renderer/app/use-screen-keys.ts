import { useEffect } from "react";
import { screens, useNavigation } from "./navigation.tsx";

/** Ctrl+1 … Ctrl+9 (Cmd on a Mac) go to the screens in the order of the list, Ctrl+comma to the settings. */
export function useScreenKeys(): void {
  const { go } = useNavigation();
  useEffect(() => {
    const hear = (event: KeyboardEvent): void => {
      if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
      const screen = event.key === "," ? "settings" : /^[1-9]$/.test(event.key) ? screens[Number(event.key) - 1] : undefined;
      if (!screen) return;
      event.preventDefault();
      go(screen);
    };
    window.addEventListener("keydown", hear);
    return () => window.removeEventListener("keydown", hear);
  }, [go]);
}
