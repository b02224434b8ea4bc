import { describe, expect, test } from "vitest";
import type { Encoding } from "#shared/domain/importing.ts";
import type { ByteSource } from "../../../../main/importing/reader.ts";
import { firstLines, lastLines, type TextWindow } from "../../../../main/importing/text/text-window.ts";
import { memorySource } from "../memory-source.ts";

const encoded = (text: string, encoding: Encoding): Uint8Array => {
  if (encoding === "utf-16le") return Buffer.from(text, "utf16le");
  if (encoding === "utf-16be") return Buffer.from(text, "utf16le").swap16();
  return Buffer.from(text);
};
const source = (text: string, encoding: Encoding = "utf-8"): ByteSource => memorySource(encoded(text, encoding));
async function textOf({ source: of }: TextWindow, encoding: Encoding = "utf-8"): Promise<string> {
  const bytes = new Uint8Array(of.size);
  let at = 0;
  // In small helpings, as a reader may ask.
  for (let got = -1; got !== 0; at += got) got = await of.read(at, bytes.subarray(at, at + 7));
  return new TextDecoder(encoding, { ignoreBOM: true }).decode(bytes.subarray(0, at));
}
const lines = (count: number, end = "\n"): string => Array.from({ length: count }, (_, k) => `row ${k}${end}`).join("");

describe("some lines of a file", () => {
  for (const encoding of ["utf-8", "utf-16le", "utf-16be"] as const) {
    test(`the first and the last ones are whole lines, in ${encoding}`, async () => {
      const file = source(lines(100, "\r\n"), encoding);
      const first = await firstLines(file, encoding, 3);
      expect(await textOf(first, encoding)).toBe("row 0\r\nrow 1\r\nrow 2\r\n");
      expect(first.whole).toBe(false);
      const last = await lastLines(file, encoding, 2, 14);
      expect(await textOf(last, encoding)).toBe("row 98\r\nrow 99\r\n");
      expect(last.whole).toBe(false);
    });
  }

  test("a letter that holds the byte of an end of line in UTF-16 ends no line", async () => {
    const file = source("ਊĊ\nb\nc\n", "utf-16le"); // U+0A0A, U+010A
    expect(await textOf(await firstLines(file, "utf-16le", 1), "utf-16le")).toBe("ਊĊ\n");
  });

  test("a file that ends in the middle of a line keeps its half line at the end", async () => {
    const file = source(`${lines(50)}half`);
    expect(await textOf(await lastLines(file, "utf-8", 2, 7))).toBe("row 49\nhalf");
  });

  test("a file with fewer lines than asked for is itself", async () => {
    const file = source(lines(3));
    for (const window of [await firstLines(file, "utf-8", 10), await lastLines(file, "utf-8", 10, 6)]) {
      expect(window.whole).toBe(true);
      expect(await textOf(window)).toBe(lines(3));
    }
  });

  test("lines that end with CR alone are lines", async () => {
    const file = source(lines(20, "\r"));
    expect(await textOf(await firstLines(file, "utf-8", 1))).toBe("row 0\r");
    expect(await textOf(await lastLines(file, "utf-8", 1, 7))).toBe("row 19\r");
  });

  test("a line without an end is cut, so that memory stays bounded", async () => {
    const endless: ByteSource = {
      name: "x",
      size: 2 ** 40,
      read: async (_offset, into) => {
        into.fill(65);
        return into.length;
      },
    };
    expect((await firstLines(endless, "utf-8", 10)).source.size).toBeLessThan(20e6);
    expect((await lastLines(endless, "utf-8", 10, 1e9)).source.size).toBe(0);
  });
});
