/** What a browser offers, and what is guessed from it before anybody types. */
import { afterEach, expect, it, vi } from "vitest";
import { checkDevice } from "../../src/app/deviceCheck.ts";

const GIGABYTE = 1024 ** 3;

function browser(parts: { quota?: number; serviceWorker?: boolean; standalone?: boolean }): void {
  const navigator = {
    storage: {
      persisted: () => Promise.resolve(false),
      estimate: () => Promise.resolve({ usage: 1, quota: parts.quota }),
    },
    locks: {},
    ...(parts.serviceWorker === false ? {} : { serviceWorker: {} }),
    ...(parts.standalone === undefined ? {} : { standalone: parts.standalone }),
  };
  vi.stubGlobal("navigator", navigator);
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
}

afterEach(() => vi.unstubAllGlobals());

it.each([
  ["an ordinary window", { quota: 64 * GIGABYTE }, true],
  ["a browser that says nothing of its room", {}, true],
  ["a window with as little room as a private one", { quota: GIGABYTE }, false],
  ["a window that cannot keep the app itself", { quota: 64 * GIGABYTE, serviceWorker: false }, false],
])("%s is judged", async (_, parts, lasting) => {
  browser(parts);
  expect((await checkDevice()).lasting).toBe(lasting);
});

it("Safari’s own word for a home-screen app counts", async () => {
  browser({ standalone: true });
  expect((await checkDevice()).installed).toBe(true);
  browser({ standalone: false });
  expect((await checkDevice()).installed).toBe(false);
});
