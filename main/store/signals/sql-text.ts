/** A column's name as SQL takes it. */
export const sqlName = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** A text as SQL takes it. */
export const sqlText = (text: string): string => `'${text.replaceAll("'", "''")}'`;
