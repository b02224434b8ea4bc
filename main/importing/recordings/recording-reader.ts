import type { RecordingPlan } from "#shared/domain/importing.ts";
import { Cancelled, ProblemError, problem } from "#shared/domain/problem.ts";
import type { FormatReader } from "../reader.ts";
import { sentence } from "../sentence.ts";
import { describeRecording } from "./describe-recording.ts";
import type { OpenRecording } from "./recording.ts";
import { RecordingReading } from "./recording-reading.ts";

/**
 * The reader of a format of recordings, made of what tells its files and what opens them. A file that opens but cannot be understood throws
 * `import.recording-damaged`; a file of a series without the plan's channels throws `import.channels-differ`.
 */
export function recordingReader(id: string, sniff: FormatReader["sniff"], open: OpenRecording): FormatReader<RecordingPlan> {
  const opened: OpenRecording = async (source) => {
    try {
      return await open(source);
    } catch (cause) {
      if (cause instanceof ProblemError || cause instanceof Cancelled) throw cause;
      const data = { file: source.name };
      throw problem("import.recording-damaged", sentence("import.recording-damaged", data), data, { cause });
    }
  };
  return {
    id,
    sniff,
    describe: async (source) => describeRecording({ format: id, file: source.name, recording: await opened(source) }),
    read: (sources, plan, run) => new RecordingReading(opened, sources, plan, run),
  };
}
