import { expect, test } from "vitest";
import { missingLibraries } from "../../../build/system/missing-libraries.ts";

test("a library that ldd does not find is missing, once, and the others are not", () => {
  const ldd = `	linux-vdso.so.1 (0x00007ffd)
	libgtk-3.so.0 => not found
	libm.so.6 => /lib/x86_64-linux-gnu/libm.so.6 (0x00007f)
	libnss3.so => not found
	libgtk-3.so.0 => not found
	/lib64/ld-linux-x86-64.so.2 (0x00007f)`;
  expect(missingLibraries(ldd)).toEqual(["libgtk-3.so.0", "libnss3.so"]);
});
