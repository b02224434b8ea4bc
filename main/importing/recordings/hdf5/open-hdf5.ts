import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "../../reader.ts";
import { finding, sentence } from "../../sentence.ts";
import { readUpTo } from "../byte-window.ts";
import { matRecording } from "../mat/mat-recording.ts";
import type { OpenRecording, Recording } from "../recording.ts";
import { pathOf, withHdf5 } from "./hdf5-library.ts";
import { readHdf5 } from "./read-hdf5.ts";

/** Attributes by which loggers say when they began. */
const startName =
  /^(start(_?time)?|t0|t_?start|begin(_?time)?|start_?date(_?time)?|recorded_?at|acquisition_?(start|date|time)|date_?time|timestamp|created(_?at)?)$/i;
const mostTold = 100;

/** The data sets of an HDF5 file. */
export const openHdf5: OpenRecording = (source) => openTree(source, false);

/** The variables of a MAT-file of version 7.3. */
export const openMatHdf5: OpenRecording = (source) => openTree(source, true);

async function openTree(source: ByteSource, matlab: boolean): Promise<Recording> {
  const path = await pathOf(source);
  const tree = await withHdf5(path, (file) => readHdf5(file, { path, fileBytes: source.size, matlab })).catch((cause: unknown) => {
    throw problem(
      "import.recording-damaged",
      sentence("import.recording-damaged", { file: source.name }),
      { file: source.name },
      { cause },
    );
  });
  const damage = tree.damaged.slice(0, mostTold).map((name) => finding("import.damaged-dataset", "warning", { file: source.name, name }));
  const header = matlab ? new TextDecoder("latin1").decode(await readUpTo(source, 0, 116)).replace(/[\0\s]+$/, "") : "";
  const begun = matlab ? undefined : startOf(tree.attributes);
  const recording = await matRecording(
    {
      variables: tree.variables,
      version: matlab ? "7.3" : "HDF5",
      header,
      ...(matlab ? {} : { separator: "/" }),
      ...(begun ? { start: begun.start, ...(begun.zone === undefined ? {} : { zone: begun.zone }) } : {}),
    },
    damage,
  );
  if (matlab) return recording;
  const attributes = Object.fromEntries(Object.entries(tree.attributes).slice(0, mostTold));
  return { ...recording, facts: { ...recording.facts, ...(Object.keys(attributes).length > 0 ? { attributes } : {}) } };
}

/** The instant an attribute of the file names: ISO 8601 or seconds since 1970. */
function startOf(attributes: Readonly<Record<string, string | number>>): { start: number; zone: string | null | undefined } | undefined {
  for (const [name, value] of Object.entries(attributes)) {
    if (!startName.test(name)) continue;
    if (typeof value === "number") {
      // Seconds of the years 1990 to 2100.
      if (value >= 631_152_000 && value <= 4_102_444_800) return { start: value * 1000, zone: undefined };
      continue;
    }
    const iso = /^(\d{4}-\d\d-\d\d)[T ](\d\d:\d\d(?::\d\d(?:\.\d+)?)?)\s*(Z|[+-]\d\d:?\d\d)?$/.exec(value.trim());
    if (!iso) continue;
    const [, day, time, zone] = iso;
    const start = Date.parse(`${day}T${time}${zone ?? "Z"}`);
    if (!Number.isNaN(start)) return { start, zone: zone === undefined ? null : zone === "Z" ? undefined : zone };
  }
  return undefined;
}
