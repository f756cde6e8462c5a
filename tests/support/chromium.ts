/**
 * Starts the machine's own Chromium for a test. Nothing is downloaded: the browser is CHROME_PATH, or one of the
 * usual places, or the test stops with a sentence that says what to do.
 */
import { existsSync } from "node:fs";
import { chromium } from "playwright-core";
import type { Browser, BrowserContext, Page } from "playwright-core";

const PLACES = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "C:/Program Files/Google/Chrome/Application/chrome.exe",
];

/** Quiet: no first-run pages, no updates, no traffic of the browser's own. */
const ARGS = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Twice as long as a device takes to ask the server by itself, should a poke be lost. */
const PATIENCE_MS = 60_000;

/** The browser's path. Throws, with what to do, when there is none. */
export function chromiumPath(
  environment: Readonly<Record<string, string | undefined>> = process.env,
  exists: (path: string) => boolean = existsSync,
): string {
  const chosen = environment["CHROME_PATH"];
  if (chosen !== undefined && chosen !== "") {
    if (exists(chosen)) return chosen;
    throw new Error(`CHROME_PATH is ${chosen}, and there is no such file. Set it to Chromium or Chrome.`);
  }
  const found = PLACES.find((place) => exists(place));
  if (found !== undefined) return found;
  throw new Error(
    "No Chromium was found. Install it (apt-get install chromium) or set CHROME_PATH to Chromium or Chrome.",
  );
}

export interface ChromiumOptions {
  /** Keeps storage and service workers between launches; without it every launch is a new person. */
  profileDir?: string | undefined;
  /** True unless said otherwise. */
  headless?: boolean | undefined;
  viewport?: { width: number; height: number } | undefined;
  colorScheme?: "light" | "dark" | undefined;
  reducedMotion?: "reduce" | "no-preference" | undefined;
  forcedColors?: "active" | "none" | undefined;
  /** A finger rather than a mouse: `(pointer: coarse)` and 44 px targets. */
  touch?: boolean | undefined;
  /** For `page.goto("/")`. */
  baseURL?: string | undefined;
  /** Certificates that nobody signed, for a test server with TLS. */
  ignoreHTTPSErrors?: boolean | undefined;
  /** More of Chromium's switches. */
  args?: readonly string[] | undefined;
}

export interface Chromium {
  /** Null when a profile directory is used: then the context is the browser. */
  browser: Browser | null;
  context: BrowserContext;
  page: Page;
  /** Closes everything. Call it in `afterAll`, or a browser stays behind. */
  close: () => Promise<void>;
}

export async function launchChromium(options: ChromiumOptions = {}): Promise<Chromium> {
  const launch = {
    executablePath: chromiumPath(),
    headless: options.headless ?? true,
    args: [...ARGS, ...(options.args ?? [])],
  };
  const context = {
    viewport: options.viewport ?? { width: 1280, height: 800 },
    locale: "en-GB",
    timezoneId: "Europe/London",
    colorScheme: options.colorScheme ?? "light",
    reducedMotion: options.reducedMotion ?? "reduce",
    forcedColors: options.forcedColors ?? "none",
    hasTouch: options.touch ?? false,
    isMobile: options.touch ?? false,
    ignoreHTTPSErrors: options.ignoreHTTPSErrors ?? false,
    ...(options.baseURL === undefined ? {} : { baseURL: options.baseURL }),
  } as const;

  if (options.profileDir !== undefined) {
    const kept = await chromium.launchPersistentContext(options.profileDir, { ...launch, ...context });
    kept.setDefaultTimeout(PATIENCE_MS);
    const page = kept.pages()[0] ?? (await kept.newPage());
    return { browser: null, context: kept, page, close: () => kept.close() };
  }
  const browser = await chromium.launch(launch);
  const fresh = await browser.newContext(context);
  fresh.setDefaultTimeout(PATIENCE_MS);
  return { browser, context: fresh, page: await fresh.newPage(), close: () => browser.close() };
}
