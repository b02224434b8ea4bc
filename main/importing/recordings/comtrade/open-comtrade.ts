import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import { offsetOf } from "../../clock/wall-clock.ts";
import { finding, type ImportCode, sentence } from "../../sentence.ts";
import type { Channel, OpenRecording, RecordedTable } from "../recording.ts";
import { SampleMemory } from "../sample-memory.ts";
import { asciiData } from "./ascii-data.ts";
import { type BinaryType, binaryData } from "./binary-data.ts";
import { secondsAt } from "./comtrade-clock.ts";
import { type ComtradeConfig, comtradeConfig } from "./comtrade-config.ts";
import type { ComtradeData } from "./comtrade-data.ts";
import { comtradeFiles } from "./comtrade-files.ts";

const binaryTypes: readonly string[] = ["BINARY", "BINARY32", "FLOAT32"];

/**
 * Opens a COMTRADE recording by its .cfg, its .dat or as one .cff. Throws `import.comtrade-no-config`, `import.comtrade-config` with the line
 * that is wrong, and `import.comtrade-type`.
 */
export const openComtrade: OpenRecording = async (source) => {
  const files = await comtradeFiles(source);
  const refuse = (code: ImportCode, data: Record<string, string | number>) => problem(code, sentence(code, data), data);
  const config = comtradeConfig(files.config);
  if ("badLine" in config) throw refuse("import.comtrade-config", { file: files.configFile, line: config.badLine });
  const { analog, status, type } = config;
  if (type !== "ASCII" && !binaryTypes.includes(type)) throw refuse("import.comtrade-type", { file: files.configFile, type });
  const declared = config.rates.at(-1)?.end ?? 0;
  const facts = factsOf(config, declared);
  const findings: Finding[] = [];
  const skewed = analog.filter(({ skew }) => skew !== 0);
  if (skewed.length > 0) {
    const longest = Math.max(...skewed.map(({ skew }) => Math.abs(skew)));
    findings.push(finding("import.comtrade-skew", "note", { channels: skewed.length, longest: `${longest} µs` }));
  }
  const inside = `${analog.length} analog, ${status.length} digital`;
  if (!files.data) {
    findings.push(finding("import.comtrade-no-data", "blocking", { file: files.configFile }));
    return { tables: [], facts, findings, inside };
  }
  const placed = { source: files.data, analog: analog.length, status: status.length };
  const data = type === "ASCII" ? await asciiData(placed) : binaryData({ ...placed, type: type as BinaryType });
  const rows = declared > 0 ? Math.min(declared, data.rows) : data.rows;
  if (data.rows < declared) findings.push(finding("import.recording-cut", "warning", { file: files.data.name, rows, expected: declared }));
  if (data.rows > rows)
    findings.push(finding("import.comtrade-more-rows", "warning", { file: files.data.name, rows: data.rows - rows, expected: declared }));
  if (rows === 0 || analog.length + status.length === 0) return { tables: [], facts, findings, inside };
  const wall = config.start?.wall;
  const start = wall === undefined ? null : wall - offsetOf(config.zone ?? "UTC", wall);
  const table = await tableOf(config, data, rows, start);
  return { tables: [table], facts: { ...facts, ...(await ends(table)) }, findings, zone: config.zone };
};

/** Seconds of the first and the last sample behind the start. */
async function ends({ clock, rows, channels, read }: RecordedTable): Promise<{ t_first: number; t_last: number }> {
  if (clock.source === "rate") return { t_first: 0, t_last: ((rows - 1) * clock.stepMs) / 1000 };
  const time = channels.map((_, k) => k === clock.channel);
  const at = async (row: number): Promise<number> => (await read(row, 1, time))[clock.channel]![0]!;
  return { t_first: await at(0), t_last: await at(rows - 1) };
}

function factsOf(config: ComtradeConfig, samples: number) {
  const { analog, start, trigger } = config;
  return {
    station: config.station,
    device: config.device,
    rev: config.revision,
    analog: analog.length,
    status: config.status.length,
    samples,
    freq: config.frequency,
    start: start?.text ?? null,
    trigger: trigger?.text ?? null,
    type: config.type,
    analog_ids: analog.map(({ id }) => id),
    status_ids: config.status,
    rates: config.rates.map(({ rate, end }) => [rate, end]),
    ...(config.timeCode ? { time_code: config.timeCode, local_code: config.localCode } : {}),
    /** Of which side of its transformer the values are, and the ratio. */
    transformers: Object.fromEntries(
      analog.flatMap(({ id, primary, secondary, side }) => (side ? [[id, [primary, secondary, side]]] : [])),
    ),
    skew_us: Object.fromEntries(analog.flatMap(({ id, skew }) => (skew === 0 ? [] : [[id, skew]]))),
  };
}

const NUMBER = 0;
const STAMP = 1;
const FIRST = 2;

async function tableOf(config: ComtradeConfig, data: ComtradeData, rows: number, start: number | null): Promise<RecordedTable> {
  const { analog, status, rates, timed, stampMs } = config;
  const signals: Channel[] = [...analog.map(({ id, unit }) => ({ name: id, unit })), ...status.map((name) => ({ name, unit: "" }))];
  const firstNumber = timed ? 1 : await lostSamples(data, rows);
  const plain = !timed && firstNumber === undefined && rates.length === 1;
  const memory = new SampleMemory();
  const readSignals = async (from: number, count: number, wanted: readonly boolean[], clock: readonly [boolean, boolean]) => {
    const into = memory.arrays([...clock, ...wanted], count);
    await data.read(from, count, into);
    analog.forEach(({ scale, offset }, k) => {
      const values = into[FIRST + k];
      if (values) for (let i = 0; i < count; i++) values[i] = values[i]! * scale + offset;
    });
    return into;
  };
  if (plain) {
    const read: RecordedTable["read"] = async (from, count, wanted) =>
      (await readSignals(from, count, wanted, [false, false])).slice(FIRST);
    return { name: "", rows, clock: { source: "rate", start, stepMs: 1000 / rates[0]!.rate }, channels: signals, read };
  }
  const seconds = secondsAt(config);
  return {
    name: "",
    rows,
    clock: { source: "channel", channel: 0, format: "elapsed-s", start },
    channels: [{ name: "time", unit: "s" }, ...signals],
    async read(from, count, [wantsTime = false, ...wanted]) {
      const byNumber = !timed && firstNumber !== undefined;
      const into = await readSignals(from, count, wanted, [wantsTime && byNumber, wantsTime && timed]);
      const time = wantsTime ? (into[timed ? STAMP : NUMBER] ?? new Float64Array(count)) : null;
      if (time && timed) for (let i = 0; i < count; i++) time[i] = (time[i]! * stampMs) / 1000;
      else if (time) for (let i = 0; i < count; i++) time[i] = seconds(byNumber ? time[i]! - firstNumber + 1 : from + i + 1);
      return [time, ...into.slice(FIRST)];
    },
  };
}

const mostLost = 10; // times as many samples as there are: more is a counter that means something else

/** The number of the first sample where numbers show that samples between the first and the last were lost: then each row's own number tells its time. */
async function lostSamples(data: ComtradeData, rows: number): Promise<number | undefined> {
  const ends = new Float64Array(2);
  await data.read(0, 1, [ends.subarray(0, 1)]);
  await data.read(rows - 1, 1, [ends.subarray(1)]);
  const spanned = ends[1]! - ends[0]! + 1;
  return spanned > rows && spanned <= rows * mostLost ? ends[0] : undefined;
}
