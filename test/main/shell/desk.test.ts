import { mkdirSync, mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { answerDesk } from "../../../main/shell/desk.ts";

const home = mkdtempSync(join(tmpdir(), "onepercent-desk-"));
const folder = join(home, "renderer");
mkdirSync(join(folder, "assets"), { recursive: true });
mkdirSync(join(home, "renderer-secrets"));
writeFileSync(join(folder, "index.html"), '<meta property="csp-nonce" nonce="__STYLE_NONCE__" />');
writeFileSync(join(folder, "assets", "main.js"), "1;");
writeFileSync(join(home, "secret.txt"), "secret");
writeFileSync(join(home, "renderer-secrets", "secret.txt"), "secret");

const desk = {
  folder,
  report: async (id: string) => {
    if (id !== "r 1") throw new Error("none");
    return "<h1>Report</h1>";
  },
};
const answer = (path: string) => answerDesk(`app://desk${path}`, desk);
const policyOf = (response: Response) => response.headers.get("content-security-policy") ?? "";

describe("the desk", () => {
  it("serves a page under a policy whose nonce is the page's own, another with each load", async () => {
    const nonces = await Promise.all(
      [1, 2].map(async () => {
        const response = await answer("/index.html");
        const nonce = /nonce="([^"]+)"/.exec(await response.text())?.[1] ?? "";
        expect(policyOf(response)).toContain(`style-src 'self' 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).toMatch(/^[\w+/]{24}$/);
    expect(nonces[0]).not.toBe(nonces[1]);
  });

  it("lets no page run foreign or inline script, and none be framed by another", async () => {
    const policy = policyOf(await answer("/"));
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
  });

  it("serves scripts as scripts", async () => {
    const response = await answer("/assets/main.js?v=1");
    expect(response.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
    expect(response.headers.get("x-content-type-options")).toBe("nosniff");
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%2fsecret.txt",
    "/..%5csecret.txt",
    "/%2e%2e%2frenderer-secrets%2fsecret.txt",
    "/..%2frenderer-secrets/secret.txt",
    `/${encodeURIComponent(join(home, "secret.txt"))}`,
    "/assets",
    "/%00",
    "/%E0%A4%A",
    "/missing.html",
  ])("answers %s with nothing", async (path) => {
    const response = await answer(path);
    expect(response.status).toBe(404);
    expect(await response.text()).not.toContain("secret");
  });

  it("answers no other host", async () => {
    expect((await answerDesk("app://elsewhere/index.html", desk)).status).toBe(404);
  });

  it("serves a report under a policy that lets it be looked at only", async () => {
    const response = await answer("/report/r%201.html");
    expect(await response.text()).toBe("<h1>Report</h1>");
    expect(policyOf(response)).not.toContain("script-src");
    expect(policyOf(response)).toContain("default-src 'none'; style-src 'unsafe-inline'; img-src data:");
    expect(policyOf(response)).toContain("frame-ancestors 'self'");
  });

  it("answers a report that is not there with nothing", async () => {
    expect((await answer("/report/other.html")).status).toBe(404);
  });
});
