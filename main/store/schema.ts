/**
 * The catalog's layout, one step per version. A step is never changed once shipped; a new one is added. Every noun is a
 * row of JSON checked by its schema when read, beside the few columns that are asked for.
 */
export const migrations: readonly string[] = [
  `
  CREATE TABLE project (id TEXT PRIMARY KEY, name TEXT NOT NULL, createdAt REAL NOT NULL) STRICT;
  CREATE TABLE noun (
    kind TEXT NOT NULL, id TEXT NOT NULL, parent TEXT NOT NULL, createdAt REAL NOT NULL, body TEXT NOT NULL,
    PRIMARY KEY (kind, id)
  ) STRICT;
  CREATE INDEX noun_parent ON noun (kind, parent, createdAt);
  CREATE TABLE audit (
    seq INTEGER PRIMARY KEY, at REAL NOT NULL, action TEXT NOT NULL, subject TEXT NOT NULL, detail TEXT NOT NULL, hash TEXT NOT NULL
  ) STRICT;
  `,
];

/** Marks the file as ours (SQLite's application_id): "1pct". */
export const applicationId = 0x31706374;
export const schemaVersion = migrations.length;
