import type { Asset } from "#shared/domain/asset.ts";

export function ReportView({ asset }: { readonly asset: Asset }) {
  return <p>{asset.name}</p>;
}
