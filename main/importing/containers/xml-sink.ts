import { SaxesParser } from "saxes";
import type { Sink } from "./sink.ts";

/** Thrown where XML is no XML, or asks for more memory than any sheet needs. */
export class XmlBroken extends Error {}

/** What is heard of an XML document; names come without their prefix. */
export interface XmlEvents {
  open(name: string, attributes: Readonly<Record<string, string>>): void;
  text(text: string): void;
  close(name: string): void;
}

/** A cell holds at most 32,767 characters, written as entities ten times as many bytes; text that goes on for so long is a trap. */
const longestText = 4 << 20;

/** Reads XML as it is unpacked. Entities a document defines itself are not known, so that none can grow. Throws `XmlBroken`. */
export class XmlSink implements Sink {
  readonly #parser = new SaxesParser<{ xmlns: false; position: false }>({ xmlns: false, position: false });
  #decoder: TextDecoder | undefined;
  #sinceTag = 0;

  constructor(events: XmlEvents) {
    this.#parser.on("error", (error) => {
      throw new XmlBroken(error.message);
    });
    this.#parser.on("opentag", ({ name, attributes }) => {
      this.#sinceTag = 0;
      events.open(local(name), attributes);
    });
    this.#parser.on("closetag", ({ name }) => {
      this.#sinceTag = 0;
      events.close(local(name));
    });
    this.#parser.on("text", (text) => events.text(text));
    this.#parser.on("cdata", (text) => events.text(text));
  }

  async write(bytes: Uint8Array): Promise<void> {
    this.feed(bytes);
  }

  feed(bytes: Uint8Array): void {
    this.#decoder ??= new TextDecoder(encodingOf(bytes));
    this.#sinceTag += bytes.length;
    this.#parser.write(this.#decoder.decode(bytes, { stream: true }));
    if (this.#sinceTag > longestText) throw new XmlBroken("a text without end");
  }

  /** The document has ended. Throws where it was cut off. */
  end(): void {
    this.#parser.close();
  }
}

const local = (name: string): string => {
  const colon = name.indexOf(":");
  return colon < 0 ? name : name.slice(colon + 1);
};

function encodingOf([a, b]: Uint8Array): string {
  if (a === 0xff && b === 0xfe) return "utf-16le";
  return a === 0xfe && b === 0xff ? "utf-16be" : "utf-8";
}
