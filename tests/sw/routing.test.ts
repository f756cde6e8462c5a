import { describe, expect, test } from "vitest";
import { answerFor, permissionsFor } from "../../src/sw/routing.ts";
import type { Answer } from "../../src/sw/routing.ts";

const origin = "https://confer.example";

function ask(path: string, more: { mode?: string; method?: string; precached?: boolean } = {}): Answer {
  const { mode = "cors", method = "GET", precached = false } = more;
  return answerFor({ method, mode, url: new URL(path, origin), precached, origin });
}

describe("the service worker", () => {
  test("answers a page with the app's own shell", () => {
    expect(ask("/", { mode: "navigate" })).toBe("shell");
    expect(ask("/referral/consent?x=1", { mode: "navigate" })).toBe("shell");
  });

  test("answers one of the app's own files from its store, and any other from the network", () => {
    expect(ask("/assets/app.js", { precached: true })).toBe("file");
    expect(ask("/assets/old.js")).toBe("network");
  });

  for (const path of [
    "/sync/stream",
    "/session",
    "/join/x",
    "/setup",
    "/blobs/a/0",
    "/public/ash",
    "/health",
  ]) {
    test(`leaves ${path} to the server, whatever asks for it`, () => {
      expect(ask(path, { precached: true })).toBe("network");
      expect(ask(path, { mode: "navigate" })).toBe("network");
    });
  }

  test("does not take a page whose name only begins like a server's path", () => {
    expect(ask("/healthy", { mode: "navigate" })).toBe("shell");
  });

  test("leaves other origins and everything but GET alone", () => {
    expect(ask("https://elsewhere.example/x", { precached: true })).toBe("network");
    expect(ask("/", { mode: "navigate", method: "POST" })).toBe("network");
  });
});

describe("the camera", () => {
  const stored = "camera=(), geolocation=(), microphone=()";
  const said = (path: string) => permissionsFor(new URL(path, origin), stored);

  test("is for the page that checks minutes, and for no other", () => {
    expect(said("/check")).toBe("camera=(self), geolocation=(), microphone=()");
    expect(said("/check?x=1")).toContain("camera=(self)");
    for (const path of ["/", "/check/", "/checks", "/referral/check"]) expect(said(path)).toBe(stored);
  });
});
