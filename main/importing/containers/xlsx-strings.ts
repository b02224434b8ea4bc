import { problem } from "#shared/domain/problem.ts";
import type { Run } from "#shared/domain/run.ts";
import { finding, sentence } from "../sentence.ts";
import type { Tell } from "./container.ts";
import { XlsxText } from "./xlsx-text.ts";
import { XmlBroken, XmlSink } from "./xml-sink.ts";
import type { ZipArchive } from "./zip-archive.ts";
import type { ZipEntry } from "./zip-entry.ts";

/** All texts of a workbook stand in one list that every sheet may ask anywhere, so it is held in memory: 256 MiB of characters at most. */
const mostCharacters = 128 << 20;
const mostStrings = 8 << 20;

/** The texts that cells name by number. Of a damaged list, those before the damage. Throws `import.workbook-strings`. */
export async function xlsxStrings(archive: ZipArchive, entry: ZipEntry | undefined, run: Run, tell: Tell): Promise<readonly string[]> {
  const strings: string[] = [];
  if (!entry) return strings;
  const text = new XlsxText();
  let characters = 0;
  const xml = new XmlSink({
    open(name) {
      if (name === "si") text.begin();
      else text.open(name);
    },
    text: (part) => text.text(part),
    close(name) {
      if (name !== "si") {
        text.close(name);
        return;
      }
      const whole = text.end();
      characters += whole.length;
      if (characters > mostCharacters || strings.length === mostStrings) {
        throw problem("import.workbook-strings", sentence("import.workbook-strings", { file: archive.name }), { file: archive.name });
      }
      strings.push(whole);
    },
  });
  try {
    await archive.pour(entry, xml, run, tell);
    xml.end();
  } catch (error) {
    if (!(error instanceof XmlBroken)) throw error;
    tell(finding("import.workbook-texts-lost", "warning", { file: archive.name, count: strings.length }));
  }
  return strings;
}
