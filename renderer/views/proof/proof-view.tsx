import type { Asset } from "#shared/domain/asset.ts";
import { WithData } from "../../app/with-data.tsx";

/** Whether a measure has saved what it promised. */
export function ProofView({ asset }: { readonly asset: Asset }) {
  return (
    <WithData asset={asset} title="proof-view.no-tags.title" text="proof-view.no-tags.way">
      {() => null}
    </WithData>
  );
}
