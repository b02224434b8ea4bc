import { type DuckDBStructType, type DuckDBType, DuckDBTypeId } from "@duckdb/node-api";

export interface TextColumn {
  readonly name: string;
  /** An expression that gives the column's text. */
  readonly sql: string;
}

/**
 * How each column becomes text: times as ISO 8601, with `Z` where the file says that they are UTC; single precision as the doubles they
 * stand for; truth as 1 and 0; bytes as the text they spell, or as their number; the fields of a struct as columns of their own, named
 * `struct.field`; anything nested deeper as JSON.
 */
export function parquetColumns(names: readonly string[], types: readonly DuckDBType[]): TextColumn[] {
  return names.flatMap((name, k) => {
    const type = types[k]!;
    if (type.typeId !== DuckDBTypeId.STRUCT) return [{ name: oneLine(name), sql: textOf(quoted(name), type) }];
    const { entryNames, entryTypes } = type as DuckDBStructType;
    return entryNames.map((field, j) => ({
      name: oneLine(`${name}.${field}`),
      sql: textOf(`struct_extract(${quoted(name)}, '${field.replaceAll("'", "''")}')`, entryTypes[j]!),
    }));
  });
}

function textOf(value: string, type: DuckDBType): string {
  switch (type.typeId) {
    case DuckDBTypeId.BOOLEAN:
      return `CAST(${value} AS TINYINT)`;
    case DuckDBTypeId.FLOAT:
      return `CAST(${value} AS DOUBLE)`;
    case DuckDBTypeId.TIMESTAMP_TZ:
      return `${iso(`make_timestamp(epoch_us(${value}))`)} || 'Z'`;
    case DuckDBTypeId.TIMESTAMP:
    case DuckDBTypeId.TIMESTAMP_S:
    case DuckDBTypeId.TIMESTAMP_MS:
    case DuckDBTypeId.TIMESTAMP_NS:
      return iso(value);
    case DuckDBTypeId.BLOB:
      return plain(`coalesce(TRY(decode(${value})), 'blob ' || octet_length(${value}) || ' bytes')`);
    case DuckDBTypeId.VARCHAR:
    case DuckDBTypeId.ENUM:
      return plain(`CAST(${value} AS VARCHAR)`);
    case DuckDBTypeId.STRUCT:
    case DuckDBTypeId.LIST:
    case DuckDBTypeId.ARRAY:
    case DuckDBTypeId.MAP:
    case DuckDBTypeId.UNION:
      return plain(`CAST(to_json(${value}) AS VARCHAR)`);
    default:
      return `CAST(${value} AS VARCHAR)`;
  }
}

const iso = (value: string): string => `replace(CAST(${value} AS VARCHAR), ' ', 'T')`;
// A tab sets cells apart and a line end lines, even inside quotes for whoever counts lines.
const plain = (text: string): string => `regexp_replace(${text}, '[\\t\\n\\v\\f\\r]+', ' ', 'g')`;
const oneLine = (name: string): string => name.replace(/[\t\n\v\f\r]+/g, " ");
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;
