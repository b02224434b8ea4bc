import { globSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { contract } from "#shared/contract/contract.ts";
import type { Contract, ContractHandlers } from "#shared/contract/define.ts";
import type { ProblemError } from "#shared/domain/problem.ts";
import { sentences } from "#shared/language/index.ts";
import { languages } from "#shared/language/sentence.ts";
import { createAsker } from "#shared/rpc/ask.ts";
import { serve } from "#shared/rpc/serve.ts";
import type { Link, Wire } from "#shared/rpc/wire.ts";
import { root } from "../../build/root.ts";
import { createWorkbench } from "../../main/workbench/create.ts";

const userData = mkdtempSync(join(tmpdir(), "contract-"));
const workbench = createWorkbench({ userData, workerEntry: join(root, "main/worker.ts"), host: "cli", version: "0.0.0", electron: null });
afterAll(async () => {
  await workbench.close();
  rmSync(userData, { recursive: true });
});

const questions = Object.entries(contract).flatMap(([area, calls]) => Object.keys(calls).map((method) => [area, method] as const));

describe("the contract", () => {
  test("every question has a handler, and every handler answers a question", () => {
    const handled = Object.entries(workbench.handlers).flatMap(([area, handlers]) => Object.keys(handlers).map((method) => [area, method]));
    expect(handled.sort()).toEqual([...questions].sort());
  });

  test.each(questions)("%s.%s refuses what does not fit before its handler hears of it", async (area, method) => {
    let heard = 0;
    const deaf = Object.fromEntries(
      Object.entries(contract).map(([name, calls]) => [
        name,
        Object.fromEntries(
          Object.keys(calls).map((each) => [
            each,
            () => {
              heard++;
              return null;
            },
          ]),
        ),
      ]),
    ) as unknown as ContractHandlers<typeof contract>;
    const [window, engine] = wire();
    serve(engine, contract, deaf);
    const asker = createAsker(window, contract);
    const ask = (asker.ask as unknown as Record<string, Record<string, (input: unknown) => Promise<unknown>>>)[area]![method]!;
    const refused = (input: unknown) =>
      ask(input).then(
        () => "answered",
        (error: ProblemError) => error.problem.code,
      );
    for (const input of [undefined, null, 42, "text", [], true]) expect(await refused(input)).toBe("contract.input");
    expect(heard).toBe(0);
    // Each named part filled with what nobody can want there; a question without parts has none.
    const { input: schema } = (contract as Contract)[area]![method]!;
    const { shape } = schema as { shape?: object };
    for (const part of Object.keys(shape ?? {})) expect(await refused({ [part]: { nobody: Number.NaN } })).toBe("contract.input");
    expect(heard).toBe(0);
  });
});

/** Two ends of one wire. */
function wire(): [Link, Link] {
  const hear: ((message: Wire) => void)[] = [];
  const end = (own: 0 | 1): Link => ({
    post: (message) => queueMicrotask(() => hear[1 - own]?.(structuredClone(message))),
    listen: (hearer) => {
      hear[own] = hearer;
    },
  });
  return [end(0), end(1)];
}

/** Codes that the catalog makes up from the kinds of its nouns, and those of the links and of errors nobody foresaw. */
function codesOfTheHouse(): string[] {
  const kinds = readFileSync(join(root, "main/store/catalog.ts"), "utf8").matchAll(/new Collection\(db, "([a-z]+)"/g);
  const written = globSync(["shared/rpc/*.ts", "shared/domain/problem.ts"], { cwd: root }).flatMap((file) => [
    ...readFileSync(join(root, file), "utf8").matchAll(/(?:problem\(|\bcode: )"([a-z.-]+)"/g),
  ]);
  return [...[...kinds].map(([, kind]) => `${kind}.unknown`), ...written.map(([, code]) => code!)];
}

describe("the language", () => {
  test("what the catalog, the links and unforeseen errors say has its sentences", () => {
    const codes = codesOfTheHouse();
    expect(codes).toContain("asset.unknown");
    expect(codes).toContain("contract.input");
    expect(codes).toContain("unexpected");
    expect(codes.filter((code) => !Object.hasOwn(sentences, code))).toEqual([]);
  });

  const all = Object.entries(sentences);
  const places = (text: string) => [...new Set([...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name))].sort();
  /** What is left of a sentence when its values are taken out. */
  const bare = (text: string) => text.replaceAll(/\{\w+\}/g, " ");

  test("no sentence is empty in any language", () => {
    for (const [key, sentence] of all) for (const language of languages) expect(sentence[language].trim(), key).not.toBe("");
  });

  test("a sentence has the same values in its places in every language", () => {
    for (const [key, { en, zh }] of all) expect(places(zh), key).toEqual(places(en));
  });

  test("a Chinese sentence is Chinese, but for names, units and what is typed as it stands", () => {
    const foreign = all.flatMap(([key, { en, zh }]) =>
      [...bare(zh).matchAll(/[A-Za-z][A-Za-z0-9]*/g)]
        .map(([word]) => word)
        // Abbreviations, symbols of one or two letters, words to type: the command line's and the formula language's.
        .filter((word) => !/^[A-Z0-9]+$/.test(word) && word.length > 2 && !names.has(word) && !(typed.test(key) && bare(en).includes(word)))
        .map((word) => `${key}: ${word}`),
    );
    expect(foreign).toEqual([]);
    const chinese = /\p{Script=Han}/u;
    const untranslated = all.filter(([, { zh }]) => /[a-z]{3}/i.test(bare(zh)) && !chinese.test(zh) && !names.has(bare(zh).trim()));
    expect(untranslated.map(([key]) => key)).toEqual([
      "import-view.format.iso",
      "settings.tensor.wasm",
      "report-view.save.html",
      "report-view.save.pdf",
      "report.model.parent",
    ]);
  });
});

/** Sentences about what is typed into a terminal or a formula. */
const typed = /^cli\.|^formula\./;
const names = new Set(
  (
    "OnePercent Parquet Excel Electron Node DuckDB SQLite TensorFlow WebAssembly Chromium Linux Shift Enter Home English Xvfb " +
    "strace trace connect kWh bar mbar rpm degC SSS m2K " +
    // Endings of files, and classes of MATLAB, as they are written there.
    "zip cfg dat ics xlsx xlsb tdms Office table timetable " +
    // Who published a figure.
    "Business Wire"
  ).split(" "),
);
