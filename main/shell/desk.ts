import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { extname, join, normalize, sep } from "node:path";
import { deskPolicy, reportPolicy } from "./policies.ts";

/** Where the window's pages live; no other address is ever loaded. */
export const deskOrigin = "app://desk";
export const deskPage = `${deskOrigin}/index.html`;
export const reportPage = (reportId: string): string => `${deskOrigin}/report/${encodeURIComponent(reportId)}.html`;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".woff2": "font/woff2",
  ".json": "application/json",
  ".wasm": "application/wasm",
};
const noncePlace = "__STYLE_NONCE__";

export interface Desk {
  /** Folder of the built pages. */
  folder: string;
  /** The whole document of a report; throws where there is none. */
  report(reportId: string): Promise<string>;
}

/** Answers a request of `app://`: the built pages and the reports of the open project, each under its policy; 404 for all else. */
export async function answerDesk(address: string, desk: Desk): Promise<Response> {
  const url = new URL(address);
  if (url.host !== "desk") return notFound();
  const reportId = /^\/report\/([^/]+)\.html$/.exec(url.pathname)?.[1];
  return reportId === undefined ? answerFile(url.pathname, desk.folder) : answerReport(reportId, desk);
}

async function answerReport(reportId: string, desk: Desk): Promise<Response> {
  try {
    return page(await desk.report(decodeURIComponent(reportId)), types[".html"]!, reportPolicy);
  } catch {
    return notFound();
  }
}

async function answerFile(pathname: string, folder: string): Promise<Response> {
  try {
    const file = normalize(join(folder, decodeURIComponent(pathname === "/" ? "/index.html" : pathname)));
    if (!file.startsWith(folder + sep)) return notFound();
    const bytes = await readFile(file);
    const type = types[extname(file)] ?? "application/octet-stream";
    // A fresh nonce with each load: styles that scripts add are allowed, styles that were smuggled in are not.
    const nonce = randomBytes(18).toString("base64");
    const body = extname(file) === ".html" ? bytes.toString("utf8").replaceAll(noncePlace, nonce) : new Uint8Array(bytes);
    return page(body, type, deskPolicy(nonce));
  } catch {
    return notFound();
  }
}

const page = (body: string | Uint8Array<ArrayBuffer>, type: string, policy: string): Response =>
  new Response(body, {
    headers: {
      "content-type": type,
      "content-security-policy": policy,
      "x-content-type-options": "nosniff",
      "cross-origin-opener-policy": "same-origin",
      "cache-control": "no-store",
    },
  });

const notFound = (): Response => new Response("Not found", { status: 404, headers: { "content-security-policy": reportPolicy } });
