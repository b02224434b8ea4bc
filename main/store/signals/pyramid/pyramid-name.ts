/** The pyramid of a part stands beside it. */
export const pyramidName = (part: string): string => part.replace(/\.parquet$/, ".pyramid");
