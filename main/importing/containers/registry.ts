import type { Container } from "./container.ts";
import { gzip } from "./gzip.ts";
import { json } from "./json.ts";
import { lineProtocol } from "./line-protocol.ts";
import { parquet } from "./parquet.ts";
import { sqlite } from "./sqlite.ts";
import { xls } from "./xls.ts";
import { xlsx } from "./xlsx.ts";
import { zip } from "./zip.ts";

/** Every file that holds logs: one line each. */
export const containers: readonly Container[] = [gzip, zip, xlsx, xls, sqlite, parquet, lineProtocol, json];
