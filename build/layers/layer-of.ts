import type { Layer } from "./layer.ts";

/** A row of the table as it applies to one file: `place` has its `*` filled in. */
export function layerOf(file: string, table: readonly Layer[]): Layer | undefined {
  const fitting = table.flatMap((layer) => {
    const place = placeIn(file, layer.place);
    return place === undefined ? [] : [{ ...layer, place }];
  });
  return fitting.sort((a, b) => b.place.length - a.place.length)[0];
}

/** `renderer/views/health/chart.tsx` under the row of all views is in `renderer/views/health/`. */
function placeIn(file: string, place: string): string | undefined {
  if (!place.endsWith("/")) return file === place ? place : undefined;
  const pattern = place.replaceAll(/[.+^$()[\]{}|]/g, "\\$&").replaceAll("*", "[^/]+");
  return new RegExp(`^${pattern}`).exec(file)?.[0];
}
