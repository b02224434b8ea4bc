import { readFileSync } from "node:fs";
import { inflateSync } from "node:zlib";
import { expect, test } from "vitest";
import { pixels } from "../../../build/icon/pixels.ts";
import { png } from "../../../build/icon/png.ts";
import { svg } from "../../../build/icon/svg.ts";

const image = pixels(512);
const file = (name: string) => readFileSync(new URL(`../../../build/icon/${name}`, import.meta.url));

/** The compressed part of a PNG that has one IDAT chunk after its 13-byte header. */
function imageOf(bytes: Buffer): Buffer {
  const start = 8 + 25;
  return inflateSync(bytes.subarray(start + 8, start + 8 + bytes.readUInt32BE(start)));
}

test("the icon files are what the drawing makes", () => {
  expect(file("icon.svg").toString()).toBe(svg());
  expect(imageOf(file("icon.png")).equals(imageOf(png(512, image)))).toBe(true);
});

test("the icon is round at its corners, and its last tick is amber", () => {
  const at = (x: number, y: number) => [...image.subarray((y * 512 + x) * 4, (y * 512 + x) * 4 + 4)];
  expect(at(0, 0)[3]).toBe(0);
  expect(at(256, 20)).toEqual([0x12, 0x32, 0x4a, 255]);
  expect(at(406, 359)).toEqual([0xff, 0xb4, 0x3a, 255]);
});
