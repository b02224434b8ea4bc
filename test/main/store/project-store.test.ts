import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import Database from "better-sqlite3";
import { expect, test } from "vitest";
import { ProblemError } from "#shared/domain/problem.ts";
import { ProjectStore } from "../../../main/store/project-store.ts";

const place = () => mkdtempSync(join(tmpdir(), "project-"));
const codeOf = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ProblemError) return error.problem.code;
    throw error;
  }
  return "no problem";
};
const asset = (id: string) => ({ id, name: `asset ${id}`, createdAt: 1 });

test("what was committed is there after closing and opening", () => {
  const folder = place();
  const first = ProjectStore.create(folder, "Pump station");
  first.catalog.commit(() => first.catalog.assets.put(asset("a")));
  first.close();
  const again = ProjectStore.open(folder);
  expect(again.project.name).toBe("Pump station");
  expect(again.catalog.assets.list()).toEqual([asset("a")]);
  again.close();
});

test("a commit that throws half-way keeps nothing of it", () => {
  const store = ProjectStore.create(place(), "p");
  expect(() =>
    store.catalog.commit(() => {
      store.catalog.assets.put(asset("a"));
      throw new Error("stop");
    }),
  ).toThrow("stop");
  expect(store.catalog.assets.list()).toEqual([]);
  store.close();
});

test("a project open in another process is locked, and is free again once that process is killed", async () => {
  const folder = place();
  ProjectStore.create(folder, "p").close();
  const module = join(import.meta.dirname, "../../../main/store/project-store.ts");
  const holder = spawn(process.execPath, [
    "--input-type=module",
    "-e",
    `import { ProjectStore } from ${JSON.stringify(module)};
     const store = ProjectStore.open(${JSON.stringify(folder)});
     store.catalog.commit(() => store.catalog.assets.put({ id: "kept", name: "kept", createdAt: 1 }));
     console.log("held"); setInterval(() => store, 1000);`,
  ]);
  await once(holder.stdout, "data");
  expect(codeOf(() => ProjectStore.open(folder))).toBe("project.locked");
  holder.kill("SIGKILL");
  await once(holder, "exit");
  const store = ProjectStore.open(folder);
  expect(store.catalog.assets.get("kept").name).toBe("kept");
  store.close();
});

test.each([
  ["an empty catalog", Buffer.alloc(0), "project.damaged"],
  ["a catalog that is text", Buffer.from("hello ".repeat(100)), "project.damaged"],
])("a folder with %s is refused and left as it was", (_what, bytes, code) => {
  const folder = place();
  writeFileSync(join(folder, "catalog.sqlite"), bytes);
  expect(codeOf(() => ProjectStore.open(folder))).toBe(code);
  expect(readFileSync(join(folder, "catalog.sqlite"))).toEqual(bytes);
  expect(readdirSync(folder)).toEqual(["catalog.sqlite"]);
});

test("a catalog damaged in the middle is refused and left as it was", () => {
  const folder = place();
  const store = ProjectStore.create(folder, "p");
  store.catalog.commit(() => {
    for (let k = 0; k < 300; k++) store.catalog.assets.put(asset(`asset-${k}`));
  });
  store.close();
  const file = join(folder, "catalog.sqlite");
  const bytes = readFileSync(file).fill(0xa5, 4096, 4096 * 6);
  writeFileSync(file, bytes);
  expect(codeOf(() => ProjectStore.open(folder))).toBe("project.damaged");
  expect(readFileSync(file).equals(bytes)).toBe(true);
});

test("a project of a newer version is refused and left as it was", () => {
  const folder = place();
  ProjectStore.create(folder, "p").close();
  const file = join(folder, "catalog.sqlite");
  const db = new Database(file);
  db.pragma("user_version = 99");
  db.close();
  const before = readFileSync(file);
  expect(codeOf(() => ProjectStore.open(folder))).toBe("project.newer");
  expect(readFileSync(file).equals(before)).toBe(true);
});

test("another program's SQLite file is no project", () => {
  const folder = place();
  const db = new Database(join(folder, "catalog.sqlite"));
  db.exec("CREATE TABLE t (x)");
  db.close();
  expect(codeOf(() => ProjectStore.open(folder))).toBe("project.none");
});

test("a project is not made in a folder that holds something", () => {
  const folder = place();
  writeFileSync(join(folder, "note.txt"), "mine");
  expect(codeOf(() => ProjectStore.create(folder, "p"))).toBe("project.folder-in-use");
  expect(readdirSync(folder)).toEqual(["note.txt"]);
});

test("files no row speaks of are swept, and only those", () => {
  const store = ProjectStore.create(place(), "p");
  mkdirSync(store.path("signals", "half-done"));
  writeFileSync(store.path("models", "lost.model"), "x");
  writeFileSync(store.path("temp", "part"), "x");
  store.sweep();
  expect(readdirSync(store.path("signals"))).toEqual([]);
  expect(readdirSync(store.path("models"))).toEqual([]);
  expect(readdirSync(store.path("temp"))).toEqual([]);
  store.close();
});

test("the audit chain notices a changed, a removed and a swapped entry", () => {
  const folder = place();
  const store = ProjectStore.create(folder, "p");
  for (const subject of ["a", "b", "c"]) store.catalog.audit.append("import.committed", subject, { rows: 3 });
  expect(store.catalog.audit.intact()).toBe(true);
  store.close();
  const bend = (sql: string) => {
    const db = new Database(join(folder, "catalog.sqlite"));
    db.exec("SAVEPOINT s");
    db.exec(sql);
    db.exec("RELEASE s");
    db.close();
    const bent = ProjectStore.open(folder);
    const intact = bent.catalog.audit.intact();
    bent.close();
    return intact;
  };
  expect(bend("UPDATE audit SET subject = 'x' WHERE seq = 3")).toBe(false);
  expect(bend("UPDATE audit SET subject = 'b' WHERE seq = 3")).toBe(true);
  expect(bend("DELETE FROM audit WHERE seq = 2")).toBe(false);
});

test("new scores take the place of the old ones with their row, and the old ones are swept", () => {
  const store = ProjectStore.create(place(), "p");
  const put = (folder: string) => {
    mkdirSync(store.path("scores", folder));
    writeFileSync(store.path("scores", folder, "scores"), folder);
  };
  const model = "INSERT INTO noun (kind, id, parent, createdAt, body) VALUES ('model', 'm', '', 0, '{}')";
  const folder = store.project.folder;
  store.close();
  const db = new Database(join(folder, "catalog.sqlite"));
  db.exec(model);
  db.close();
  const again = ProjectStore.open(folder);
  put("m");
  expect(again.scoresFolder("m")).toBe(again.path("scores", "m"));
  put("m.second");
  again.sweep();
  expect(readdirSync(again.path("scores"))).toEqual(["m"]);
  put("m.second");
  again.catalog.commit(() => again.catalog.scores.put({ id: "m", folder: "m.second" }));
  expect(again.scoresFolder("m")).toBe(again.path("scores", "m.second"));
  again.sweep();
  expect(readdirSync(again.path("scores"))).toEqual(["m.second"]);
  again.close();
});

test("files whose rows cannot be committed are taken away again", () => {
  const store = ProjectStore.create(place(), "p");
  const file = store.path("reports", "r.json");
  const rows = () => {
    throw new Error("stop");
  };
  expect(() => store.commitFiles([file], () => writeFileSync(file, "{}"), rows)).toThrow("stop");
  expect(readdirSync(store.path("reports"))).toEqual([]);
  store.close();
});
