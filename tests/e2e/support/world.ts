/** A real server process on the store under test, and the people who use it, each in a browser profile of their own. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { launchChromium, type Chromium, type ChromiumOptions } from "../../support/chromium.ts";
import { startPostgres, type TestPostgres } from "../../support/postgres.ts";
import { makeDataDir, removeDataDir, spawnServer, type SpawnedServer } from "../../support/server.ts";
import { watchPage, type Watched } from "./watch.ts";

export const DIST = resolve(import.meta.dirname, "../../../dist");
const RESULTS = resolve(import.meta.dirname, "../../../test-results");
export const STORE = process.env["CONFER_E2E_STORE"] === "postgres" ? "postgres" : "sqlite";

export type World = {
  readonly server: SpawnedServer;
  readonly dataDir: string;
  /** Where PostgreSQL is, when it is the store. */
  readonly database: string | undefined;
  readonly setupLink: string;
  makePerson(name: string, options?: ChromiumOptions): Promise<Person>;
  /**
   * What everybody sees, as pictures in test-results and as words beside the failure, which may be all that a run
   * elsewhere leaves: for whoever has to mend a failed test.
   */
  picture(name: string): Promise<void>;
  close(): Promise<void>;
};

/** A whole page in test-results, and what it says beside what failed; nothing where it is closed. */
export async function pictureOf(page: Page, name: string): Promise<void> {
  mkdirSync(RESULTS, { recursive: true });
  const path = join(RESULTS, `${name}.png`.replaceAll(/[^a-z0-9.-]+/gi, "-"));
  await page.screenshot({ path, fullPage: true }).catch(() => undefined);
  process.stderr.write(`${name} sees:\n${await wordsOn(page)}\n`);
}

/** Somebody at a browser whose profile outlives closing it. */
export class Person {
  readonly name: string;
  readonly profileDir: string;
  readonly #baseURL: string;
  readonly #options: ChromiumOptions;
  #browser: Chromium | undefined;
  readonly watched: Watched = { faults: [], hosts: new Set() };

  constructor(name: string, baseURL: string, options: ChromiumOptions) {
    this.name = name;
    this.profileDir = mkdtempSync(join(tmpdir(), "confer-profile-"));
    this.#baseURL = baseURL;
    this.#options = options;
  }

  async open(): Promise<void> {
    const { profileDir } = this;
    this.#browser = await launchChromium({ ...this.#options, profileDir, baseURL: this.#baseURL });
    watchPage(this.page, this.watched);
  }

  get page() {
    if (!this.#browser) throw new Error(`${this.name} has no browser open`);
    return this.#browser.page;
  }

  get isOpen(): boolean {
    return this.#browser !== undefined;
  }

  get context() {
    if (!this.#browser) throw new Error(`${this.name} has no browser open`);
    return this.#browser.context;
  }

  async close(): Promise<void> {
    await this.#browser?.close();
    this.#browser = undefined;
  }

  /** Ends the browser as a dead battery would: no page hears of it. */
  async kill(): Promise<void> {
    const browser = this.#browser;
    this.#browser = undefined;
    spawnSync("pkill", ["-9", "-f", this.profileDir]);
    await Promise.race([browser?.close().catch(() => undefined), pause(3_000)]);
    // The dead browser's lock would keep the next one out.
    for (const name of ["SingletonLock", "SingletonCookie", "SingletonSocket"]) {
      rmSync(join(this.profileDir, name), { force: true });
    }
  }

  /**
   * Pulls the plug on the network, for the page and its service worker, and puts it back. Nobody goes out in the first
   * seconds: what they take with them is whole by then.
   */
  async offline(offline: boolean): Promise<void> {
    if (offline) await Promise.race([this.page.evaluate(wholeOnDevice), pause(15_000)]);
    await this.context.setOffline(offline);
  }

  discard(): void {
    rmSync(this.profileDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

async function wholeOnDevice(): Promise<void> {
  if (!location.protocol.startsWith("http")) return;
  if ((await navigator.serviceWorker.getRegistration()) !== undefined) await navigator.serviceWorker.ready;
}

/** What the screen says, as far as its fortieth line. */
async function wordsOn(page: Page): Promise<string> {
  const words = await page.evaluate(() => document.body.innerText).catch((error: unknown) => String(error));
  const lines = words.split("\n").filter((line) => line.trim() !== "");
  return lines.slice(0, 40).join("\n");
}

export const pause = (ms: number) => new Promise<void>((done) => setTimeout(done, ms));

/**
 * `distDir`: a build of one's own, for a test that changes it under the app. `demonstration`: somebody whose device
 * is in this process can go on in a browser, by the link that a demonstration hands out.
 */
export async function makeWorld({
  distDir = DIST,
  demonstration = false,
}: { distDir?: string; demonstration?: boolean } = {}): Promise<World> {
  let postgres: TestPostgres | undefined;
  let database: string | undefined;
  const dataDir = makeDataDir();
  const environment: Record<string, string> = {
    CONFER_DATA_DIR: dataDir,
    CONFER_DIST_DIR: distDir,
    CONFER_DEMONSTRATION: String(demonstration),
  };
  if (STORE === "postgres") {
    postgres = await startPostgres();
    database = await postgres.makeDatabase();
    environment["CONFER_STORE"] = database;
  }
  const server = await spawnServer(environment);
  for (let i = 0; i < 50 && server.setupLink === undefined; i++) await pause(100);
  const { setupLink } = server;
  if (setupLink === undefined) throw new Error(`no set-up link: ${server.output()}`);
  const people: Person[] = [];
  return {
    server,
    dataDir,
    database,
    setupLink,
    async makePerson(name, options = {}) {
      const person = new Person(name, server.url, options);
      people.push(person);
      await person.open();
      return person;
    },
    async picture(name) {
      for (const person of people.filter((each) => each.isOpen))
        await pictureOf(person.page, `${name}-${person.name}`);
    },
    async close() {
      for (const person of people) await person.close().catch(() => undefined);
      await server.stop();
      await postgres?.stop();
      for (const person of people) person.discard();
      removeDataDir(dataDir);
    },
  };
}
