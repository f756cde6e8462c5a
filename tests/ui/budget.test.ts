/** What the built app weighs and carries before anybody unlocks it, and that it opens without a connection. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { launchChromium } from "../support/chromium.ts";
import type { Chromium } from "../support/chromium.ts";
import { openWatched } from "./inPage.ts";
import { buildAndServe } from "./serveBuilt.ts";
import type { Served } from "./serveBuilt.ts";

/** All script and style of the first paint, gzip, in bytes: about two seconds on a poor connection. */
const FIRST_PAINT_BYTES = 60 * 1024;

/** The server's own: their answers may be about people. */
const SERVER_PATHS = ["/sync/pull", "/session", "/join/abc", "/setup", "/blobs/1/0", "/health"];

let served: Served;
let chromium: Chromium;
let html: string;

beforeAll(async () => {
  served = await buildAndServe("vite.config.ts");
  chromium = await launchChromium();
  html = readFileSync(join(served.dir, "index.html"), "utf8");
});
afterAll(async () => {
  await chromium?.close();
  await served?.close();
});

const read = (path: string): string => readFileSync(join(served.dir, path), "utf8");

/** The files index.html names, and what they import statically, and so on: what must arrive before the paint. */
function firstPaintFiles(): Set<string> {
  const files = new Set(
    [...html.matchAll(/(?:src|href)="(\/assets\/[^"]+\.(?:js|css))"/g)].map((m) => m[1] ?? ""),
  );
  for (const file of files) {
    if (!file.endsWith(".js")) continue;
    for (const found of read(file).matchAll(
      /(?:^|[;}\s])(?:import|export)\b[^;()'"`]*?["'`]\.\/([^"'`]+)["'`]/g,
    )) {
      files.add(`/assets/${found[1] ?? ""}`);
    }
  }
  return files;
}

describe("the first paint", () => {
  test("needs at most 60 KB of script and style", () => {
    const files = [...firstPaintFiles()];
    expect(files.some((file) => file.endsWith(".js"))).toBe(true);
    expect(files.some((file) => file.endsWith(".css"))).toBe(true);
    const bytes = files.reduce((sum, file) => sum + gzipSync(readFileSync(join(served.dir, file))).length, 0);
    expect(bytes).toBeLessThanOrEqual(FIRST_PAINT_BYTES);
  });

  test("has nothing inline in index.html", () => {
    expect(html).not.toMatch(/<style/);
    expect(html).not.toMatch(/\sstyle=/);
    expect(html).not.toMatch(/\son[a-z]+=/);
    expect([...html.matchAll(/<script\b[^>]*>([^<]*)<\/script>/g)].map((m) => m[1])).toEqual([""]);
  });
});

describe("the build", () => {
  test("carries none of GOV.UK's fonts, crests or images", () => {
    const files = readdirSync(served.dir, { recursive: true, encoding: "utf8" });
    expect(files.length).toBeGreaterThan(8);
    expect(
      files.filter((file) => /\.woff2?$|crest|crown|govuk/i.test(file) && !/noto|vazirmatn/i.test(file)),
    ).toEqual([]);
    for (const file of files.filter((one) => one.endsWith(".css"))) {
      expect(read(file)).not.toMatch(/GDS Transport|url\(["']?https?:/);
    }
  });

  test("names only files that exist in the manifest of the installed app", () => {
    const manifest: unknown = JSON.parse(read("manifest.webmanifest"));
    const { icons } = manifest as { icons: { src: string }[] };
    expect(icons.length).toBeGreaterThan(2);
    for (const icon of icons) expect(() => read(icon.src)).not.toThrow();
  });
});

describe("the installed app", () => {
  test("starts under the strict policy and asks nobody but its own server", async () => {
    const asked: string[] = [];
    chromium.page.on("request", (request) => asked.push(request.url()));
    const wrong = await openWatched(chromium.page, `${served.origin}/`);
    await chromium.page.evaluate(async () => {
      await navigator.serviceWorker.ready;
    });
    expect(await wrong()).toEqual([]);
    expect(asked.length).toBeGreaterThan(2);
    // blob: and data: are made on the device; anything else must be our own origin.
    expect(asked.filter((url) => !url.startsWith(served.origin) && !/^(?:blob|data):/.test(url))).toEqual([]);
  });

  test("stores nothing but its own files, whatever the server answers", async () => {
    await chromium.page.reload();
    const stored = await chromium.page.evaluate(async (paths) => {
      await Promise.all(paths.map(async (path) => (await fetch(path)).text()));
      const caches = await Promise.all(
        (await globalThis.caches.keys()).map((key) => globalThis.caches.open(key)),
      );
      const requests = await Promise.all(caches.map((cache) => cache.keys()));
      return requests.flat().map((request) => new URL(request.url).pathname);
    }, SERVER_PATHS);
    expect(stored).toContain("/index.html");
    expect(stored.filter((path) => !existsSync(join(served.dir, path)))).toEqual([]);
  });

  test("lets a new version wait until it is told, and never reloads the page by itself", async () => {
    writeFileSync(join(served.dir, "sw.js"), `${read("sw.js")}\n// A newer version.`);
    const said = await chromium.page.evaluate(async () => {
      Object.assign(globalThis, { stillHere: true });
      const { serviceWorker } = navigator;
      const registration = await serviceWorker.ready;
      const before = serviceWorker.controller;
      await registration.update();
      for (let tries = 0; registration.waiting === null && tries < 100; tries += 1) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      const waited = registration.waiting !== null && serviceWorker.controller === before;
      const changed = new Promise((resolve) => {
        serviceWorker.addEventListener("controllerchange", resolve, { once: true });
      });
      registration.waiting?.postMessage({ type: "SKIP_WAITING" });
      await changed;
      return { waited, took: serviceWorker.controller !== before };
    });
    expect(said).toEqual({ waited: true, took: true });
    expect(await chromium.page.evaluate(() => "stillHere" in globalThis)).toBe(true);
  });

  test("opens at any of its pages when the server has gone", async () => {
    await served.stop();
    await chromium.page.goto(`${served.origin}/anywhere`);
    await chromium.page.locator("h1").first().waitFor();
  });
});
