import type { Finding } from "#shared/domain/finding.ts";
import { problem } from "#shared/domain/problem.ts";
import type { ByteSource } from "../../reader.ts";
import { finding, type ImportCode, sentence } from "../../sentence.ts";
import { readUpTo } from "../byte-window.ts";
import type { OpenRecording, RecordedTable } from "../recording.ts";
import { SampleMemory } from "../sample-memory.ts";
import { riffChunks } from "./riff-chunks.ts";
import { type WavFormat, wavFormat } from "./wav-format.ts";
import { type WavSamples, wavSamples } from "./wav-samples.ts";
import { wavStart } from "./wav-start.ts";

const longestFormat = 64; // bytes of a fmt chunk that say anything
/** What compressed formats are called; from Microsoft's mmreg.h. */
const codecs: Readonly<Record<number, string>> = {
  2: "Microsoft ADPCM",
  17: "IMA ADPCM",
  49: "GSM 6.10",
  80: "MPEG",
  85: "MP3",
  255: "AAC",
};

/**
 * Opens a WAV file: RIFF, RIFX, RF64 or BW64. Throws `import.wav-no-format` where nothing says what the samples are and
 * `import.wav-compressed` for samples that are no plain numbers.
 */
export const openWav: OpenRecording = async (source) => {
  const refuse = (code: ImportCode, data: Readonly<Record<string, string>> = {}) =>
    problem(code, sentence(code, { file: source.name, ...data }), { file: source.name, ...data });
  const riff = await riffChunks(source);
  const { chunks, littleEndian } = riff;
  const head = chunks.find(({ id }) => id === "fmt ");
  const format =
    head && wavFormat(await readUpTo(source, head.at, Math.min(head.size, longestFormat, source.size - head.at)), littleEndian);
  if (!format) throw refuse("import.wav-no-format");
  const samples = wavSamples(format, littleEndian);
  if (!samples) throw refuse("import.wav-compressed", { codec: codecs[format.tag] ?? `0x${format.tag.toString(16)}, ${format.bits} bits` });
  const findings: Finding[] = [];
  if (format.contradictory) findings.push(finding("import.wav-contradictory", "warning", { file: source.name, bytes: format.rowBytes }));
  const data = chunks.find(({ id }) => id === "data");
  const bytes = data ? Math.min(data.size, source.size - data.at) : 0;
  const rows = Math.floor(bytes / format.rowBytes);
  if (data && data.size > bytes) {
    findings.push(
      finding("import.recording-cut", "warning", { file: source.name, rows, expected: Math.floor(data.size / format.rowBytes) }),
    );
  }
  const { rate, bits, channels } = format;
  const facts = { rate, bits, channels, shape: channels === 1 ? [rows] : [rows, channels], dtype: samples.dtype };
  const inside = chunks.map(({ id }) => id.trim()).join(", ");
  if (!data || rows === 0) return { tables: [], facts, findings, inside };
  const start = await wavStart(source, riff, rate);
  return { tables: [tableOf({ source, at: data.at, rows, format, samples, start })], facts, findings, zone: null };
};

interface Placed {
  readonly source: ByteSource;
  /** The first sample, bytes. */
  readonly at: number;
  readonly rows: number;
  readonly format: WavFormat;
  readonly samples: WavSamples;
  readonly start: number | null;
}

const slabBytes = 4 << 20;

function tableOf({ source, at, rows, format, samples, start }: Placed): RecordedTable {
  const { channels, rowBytes, sampleBytes, rate } = format;
  const slabRows = Math.max(1, Math.floor(slabBytes / rowBytes));
  let slab = new Uint8Array(0);
  const memory = new SampleMemory();
  return {
    name: "",
    rows,
    clock: { source: "rate", start, stepMs: rate > 0 ? 1000 / rate : 0 },
    channels: Array.from({ length: channels }, () => ({ name: "", unit: "" })),
    async read(from, count, wanted) {
      if (slab.length < Math.min(slabRows, count) * rowBytes) slab = new Uint8Array(Math.min(slabRows, count) * rowBytes);
      const into = memory.arrays(wanted, count);
      for (let done = 0; done < count; ) {
        const now = Math.min(slabRows, count - done);
        const read = await source.read(at + (from + done) * rowBytes, slab.subarray(0, now * rowBytes));
        const whole = Math.floor(read / rowBytes);
        into.forEach((values, k) => {
          if (!values) return;
          samples.decode(slab, k * sampleBytes, rowBytes, whole, values, done);
          values.fill(Number.NaN, done + whole, done + now); // the file was cut while it was read
        });
        done += now;
      }
      return into;
    },
  };
}
