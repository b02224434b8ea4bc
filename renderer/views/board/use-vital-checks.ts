import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useRef } from "react";
import type { Board } from "#shared/domain/board.ts";
import { askOnce } from "../../data/use-ask.ts";

const toldEvery = 25; // assets: with each answer the whole board would be asked again

/** Has the sensors of assets looked at that nobody has looked at since their last import, one asset after the other. */
export function useVitalChecks(board: Board | undefined): void {
  const client = useQueryClient();
  const busy = useRef(false);
  const failed = useRef(new Set<string>());
  useEffect(() => {
    const due = board?.rows.filter(({ checked, assetId }) => !checked && !failed.current.has(assetId)) ?? [];
    if (busy.current || due.length === 0) return;
    busy.current = true;
    void (async () => {
      for (const [k, { assetId }] of due.entries()) {
        // An asset whose samples cannot be read says so where they are looked at; the others are looked at all the same.
        await askOnce("cases", "check", { assetId }).catch(() => failed.current.add(assetId));
        if (k % toldEvery === toldEvery - 1) void client.invalidateQueries({ queryKey: ["cases", "board"] });
      }
      busy.current = false;
      await client.invalidateQueries({ queryKey: ["cases", "board"] });
    })();
  }, [board, client]);
}
