import { expect, test } from "vitest";
import { folderIn, folderOf, nameOf, stemOf, titleOf } from "../../../renderer/app/paths.ts";

test("folder, name and stem of a path, on Linux and on Windows", () => {
  expect(folderOf("/data/pump/log.csv")).toBe("/data/pump");
  expect(folderOf("C:\\logs\\pump.csv")).toBe("C:\\logs");
  expect(folderOf("/log.csv")).toBe("/");
  expect(nameOf("C:\\logs\\pump.csv")).toBe("pump.csv");
  expect(stemOf("/data/pump.2024.csv")).toBe("pump.2024");
  expect(stemOf("/data/.hidden")).toBe(".hidden");
});

test("a folder is named after what was typed, without signs a file system refuses", () => {
  expect(folderIn("/home/anna", "Pump station: north / 2")).toBe("/home/anna/Pump station- north - 2");
  expect(folderIn("C:\\projects", "水泵站")).toBe("C:\\projects\\水泵站");
  expect(folderIn("/", "a. ")).toBe("/a");
});

test("a file with a bare number for a name is titled by its folder too", () => {
  expect(titleOf("/skab/valve1/0.csv")).toBe("valve1 0");
  expect(titleOf("/logs/pump-7.csv")).toBe("pump-7");
  expect(titleOf("/日志/泵房.csv")).toBe("泵房");
});
