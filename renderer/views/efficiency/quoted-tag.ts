const plain = /^[\p{L}_][\p{L}\p{N}_]*(?:\.[\p{L}\p{N}_]+)*$/u;
const words = new Set(["and", "or", "not"]);

/** A tag as it stands in a formula: in quotes where its name would read as something else. */
export const quotedTag = (tag: string): string => (plain.test(tag) && !words.has(tag.toLowerCase()) ? tag : `"${tag}"`);
