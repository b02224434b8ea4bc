import type { Asset } from "#shared/domain/asset.ts";

/** What the samples of an asset are worth. */
export function QualityView({ asset }: { readonly asset: Asset }) {
  return <p>{asset.name}</p>;
}
