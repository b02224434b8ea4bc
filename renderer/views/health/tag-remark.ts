import type { Tag } from "#shared/domain/asset.ts";

/** Why a tag may not belong into a model; what is `off` is left out of the first proposal. */
export type TagRemark =
  | { readonly kind: "empty"; readonly off: true }
  | { readonly kind: "constant"; readonly off: true; readonly value: number }
  | { readonly kind: "label"; readonly off: true }
  | { readonly kind: "sparse"; readonly off: false; readonly share: number };

// Columns that data sets and historians add to say what a row is; they hold 0 and 1.
const labelName = /(^|[._\s-])(anomal\w*|change_?point|labels?|is_?fault|fault_?flag|outlier|ground_?truth)$|异常|标签|标记/i;
// A tag with fewer values costs the model the rows in which it is missing.
const sparseBelow = 0.9;

/** What to say of a tag before it goes into a model; null where there is nothing. `most`: values of the fullest tag. */
export function tagRemark(tag: Tag, most: number): TagRemark | null {
  if (tag.valid === 0 || tag.min === null || tag.max === null) return { kind: "empty", off: true };
  if (tag.min === tag.max) return { kind: "constant", off: true, value: tag.min };
  if (labelName.test(tag.name) && tag.min >= 0 && tag.max <= 1) return { kind: "label", off: true };
  if (tag.valid < most * sparseBelow) return { kind: "sparse", off: false, share: tag.valid / most };
  return null;
}
