import { createContext, type ReactNode, useContext, useMemo, useState } from "react";
import type { Asset } from "#shared/domain/asset.ts";
import type { TimeRange } from "#shared/domain/time-range.ts";
import { useAssets } from "../data/use-project.ts";

export const screens = ["project", "import", "explore", "quality", "board", "health", "efficiency", "proof", "report", "settings"] as const;
export type Screen = (typeof screens)[number];

/** What a screen is asked to show when another one sends the person there. */
export interface Focus {
  readonly range?: TimeRange;
  readonly tags?: readonly string[];
  /** Files that were dropped or chosen outside the import screen. */
  readonly files?: readonly string[];
  /** A model, and one of its episodes, to be looked at. */
  readonly modelId?: string;
  readonly episodeId?: string;
  /** An import whose report is asked for. */
  readonly importId?: string;
  /** Settings that are to be tried, by the efficiency model that speaks for them; without settings those it advises now. */
  readonly trial?: { readonly modelId: string; readonly settings?: Readonly<Record<string, number>> };
  /** Tells two equal requests apart. */
  readonly at: number;
}

export interface Navigation {
  readonly screen: Screen;
  readonly focus: Focus | null;
  go(screen: Screen, focus?: Omit<Focus, "at">): void;
  /** The asset every screen speaks of; null while the project has none. */
  readonly asset: Asset | null;
  chooseAsset(assetId: string): void;
}

const NavigationContext = createContext<Navigation | null>(null);

export function NavigationProvider({ children }: { readonly children: ReactNode }) {
  const [{ screen, focus }, setPlace] = useState<{ screen: Screen; focus: Focus | null }>({ screen: "project", focus: null });
  const [assetId, chooseAsset] = useState<string | null>(null);
  const assets = useAssets();
  const asset = assets.find((known) => known.id === assetId) ?? assets[0] ?? null;
  const navigation = useMemo<Navigation>(
    () => ({
      screen,
      focus,
      go: (next, wanted) => setPlace({ screen: next, focus: wanted ? { ...wanted, at: performance.now() } : null }),
      asset,
      chooseAsset,
    }),
    [screen, focus, asset],
  );
  return <NavigationContext.Provider value={navigation}>{children}</NavigationContext.Provider>;
}

/** Where the person is, and how to send them elsewhere: `go("explore", { range, tags })`. */
export function useNavigation(): Navigation {
  const navigation = useContext(NavigationContext);
  if (!navigation) throw new Error("useNavigation needs a NavigationProvider above it.");
  return navigation;
}
