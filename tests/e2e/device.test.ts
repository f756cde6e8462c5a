/**
 * A device in use: locked by hand and by time, two windows, a full disk, a network that lies, a new version
 * while somebody types, passphrases tried, and storage cleared. What was typed is there after each.
 */
import { appendFileSync, cpSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { LOCK_TIMES } from "../../src/app/locking.ts";
import { MAX_ATTEMPTS } from "../../src/app/identityStore.ts";
import { PASSPHRASE, setUp, unlock } from "./support/enrol.ts";
import { definition, startReferral } from "./support/referral.ts";
import { LEAD, makeStoryteller } from "./support/story.ts";
import { DIST, makeWorld, pause, type Person, type World } from "./support/world.ts";

const risks = definition.sections.find(({ key }) => key === "risks");
const LABEL = "What are the risks now?";
/** Longer than the app takes to notice that a while has passed. */
const CHECK_MS = 6_000;

/** Everything in the page that could be read: what it shows, its markup, and what its boxes hold. */
const inPage = (page: Page) =>
  page.evaluate(() => {
    const boxes = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
    return [document.title, document.documentElement.outerHTML, ...boxes.map(({ value }) => value)].join(
      "\n",
    );
  });

describe("a device in use", () => {
  let world: World;
  let lead: Person;
  let page: Page;
  let code = "";
  let typed = "";
  const distDir = mkdtempSync(join(tmpdir(), "confer-dist-"));

  const failing = () => onTestFailed(({ task }) => world.picture(`device-${task.name}`));
  const box = (of = page) => of.getByLabel(LABEL).and(of.locator("textarea"));
  const locked = (of = page) => of.getByRole("heading", { level: 1, name: "Unlock" }).waitFor();
  const lock = () => page.getByRole("button", { name: "Lock", exact: true }).click();
  const type = async (text: string) => {
    typed += text;
    await box().press("Control+End");
    await box().pressSequentially(text);
  };
  const openRisks = async (of = page) => {
    await of.getByRole("link", { name: "Home" }).first().click();
    await of.locator("#drafts a").first().click();
    await of.getByRole("link", { name: risks?.title ?? "", exact: true }).click();
    await box(of).waitFor();
  };

  beforeAll(async () => {
    cpSync(DIST, distDir, { recursive: true });
    world = await makeWorld({ distDir });
    lead = await world.makePerson(LEAD);
    page = lead.page;
    code = await setUp(world, lead);
    await page.getByRole("link", { name: "Home" }).first().click();
    await startReferral(page, makeStoryteller());
    await page.getByRole("link", { name: risks?.title ?? "", exact: true }).click();
    await box().waitFor();
  });

  afterAll(async () => {
    await world.close();
    rmSync(distDir, { recursive: true, force: true });
  });

  it("locking takes everything off the screen and out of the page at once; unlocking leads back to the caret", async () => {
    failing();
    await type("Zorvqexl candles in the hall.");
    const where = page.url();
    await box().evaluate((element: HTMLTextAreaElement) => element.setSelectionRange(4, 9));
    const after = await page.evaluate(() => {
      [...document.querySelectorAll("button")].find(({ textContent }) => textContent === "Lock")?.click();
      const boxes = [...document.querySelectorAll<HTMLInputElement | HTMLTextAreaElement>("input, textarea")];
      return [document.documentElement.outerHTML, ...boxes.map(({ value }) => value)].join("\n");
    });
    expect(after).toContain("Unlock");
    for (const told of ["Zorvqexl", "candles", "Testshire partnership", "Risks", LEAD]) {
      expect(after).not.toContain(told);
    }
    await unlock(lead);
    await box().waitFor();
    expect(page.url()).toBe(where);
    await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("TEXTAREA");
    const caret = await box().evaluate((element: HTMLTextAreaElement) => [
      element.value,
      element.selectionStart,
      element.selectionEnd,
    ]);
    expect(caret).toEqual([typed, 4, 9]);
  });

  it("the Back button after locking shows the lock and nothing else, as does a reload", async () => {
    failing();
    await lock();
    await locked();
    await page.goBack();
    await pause(500);
    await locked();
    expect(await inPage(page)).not.toContain("Zorvqexl");
    await page.reload();
    await locked();
    expect(await inPage(page)).not.toContain("Zorvqexl");
    await unlock(lead);
    await openRisks();
    expect(await box().inputValue()).toBe(typed);
  });

  it("locks itself after five minutes without a touch, and not before; a touch starts the time anew", async () => {
    failing();
    await type(" More.");
    await page.clock.install();
    await page.clock.fastForward(LOCK_TIMES.idleMs - 30_000);
    await pause(CHECK_MS);
    expect(await box().isVisible()).toBe(true);
    await page.mouse.move(300, 300);
    await page.mouse.move(310, 310);
    await page.clock.fastForward(LOCK_TIMES.idleMs - 30_000);
    await pause(CHECK_MS);
    expect(await box().isVisible()).toBe(true);
    await page.clock.fastForward(40_000);
    await page.getByText("nobody had used it for a while").waitFor({ timeout: 15_000 });
    expect(await inPage(page)).not.toContain("Zorvqexl");
    await page.reload();
    await unlock(lead);
    await openRisks();
    expect(await box().inputValue()).toBe(typed);
  });

  it("two windows: what is typed in one is read in the other, one of them speaks to the server, one lock locks both", async () => {
    failing();
    const second = await lead.context.newPage();
    const asking = { first: 0, second: 0 };
    const isSync = (url: string) => /\/sync\/(stream|pull|push)/.test(url);
    page.on("request", (request) => void (isSync(request.url()) && asking.first++));
    second.on("request", (request) => void (isSync(request.url()) && asking.second++));
    await second.goto("/");
    await second.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
    await second.getByRole("button", { name: "Unlock" }).click();
    await second.getByRole("button", { name: "Lock", exact: true }).waitFor({ timeout: 60_000 });
    await openRisks(second);
    await page.bringToFront();
    await type(" Seen in the other window.");
    await page.getByRole("button", { name: "Save and come back later" }).click();
    await expect.poll(() => box(second).inputValue(), { timeout: 20_000 }).toBe(typed);
    await page.getByText(/Everything is on the server/).waitFor({ timeout: 30_000 });
    expect(Math.min(asking.first, asking.second)).toBe(0);
    expect(Math.max(asking.first, asking.second)).toBeGreaterThan(0);
    await second.getByRole("button", { name: "Lock", exact: true }).click();
    await locked();
    await page.getByText("in another window").waitFor();
    await second.close();
    await unlock(lead);
    await openRisks();
  });

  it("no connection is said at once; a page in place of the server is said plainly; both go by themselves", async () => {
    failing();
    const line = page.getByRole("region", { name: "Safety of your work" });
    await lead.offline(true);
    await line.getByText(/No connection since/).waitFor({ timeout: 2_000 });
    await type(" Typed offline.");
    await lead.offline(false);
    await line.getByText(/Everything is on the server/).waitFor({ timeout: 30_000 });
    const portal = { status: 200, contentType: "text/html", body: "<h1>Welcome to our guest network</h1>" };
    for (const path of ["sync", "session"])
      await page.route(`**/${path}/**`, (route) => route.fulfill(portal));
    await page.route("**/session", (route) => route.fulfill(portal));
    await type(" Typed in a hotel.");
    await page.getByRole("button", { name: "Save and come back later" }).click();
    await line.getByText(/this network may want you to sign in/).waitFor({ timeout: 30_000 });
    expect(await page.locator("body").innerText()).not.toContain("guest network");
    await page.unrouteAll();
    await line.getByText(/Everything is on the server/).waitFor({ timeout: 60_000 });
    await openRisks();
    expect(await box().inputValue()).toBe(typed);
  });

  it("a full disk is said beside the box, nothing typed is lost, and one more letter saves it", async () => {
    failing();
    const cdp = await lead.context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await cdp.send("Storage.overrideQuotaForOrigin", { origin, quotaSize: 1024 });
    await type(" Typed on a full disk.");
    // Chromium asks for the quota anew only every half minute.
    const notSaved = page.getByRole("alert").getByText("Not saved");
    for (let i = 0; i < 12 && !(await notSaved.isVisible()); i++) {
      await pause(5_000);
      await type(".");
      await notSaved.waitFor({ timeout: 2_000 }).catch(() => undefined);
    }
    expect(await notSaved.isVisible()).toBe(true);
    expect(await box().inputValue()).toBe(typed);
    await cdp.send("Storage.overrideQuotaForOrigin", { origin });
    await type(" Room again.");
    await page.getByText(/Saved on this device/).waitFor({ timeout: 30_000 });
    await page.reload();
    await unlock(lead);
    await openRisks();
    expect(await box().inputValue()).toBe(typed);
  });

  it("a new version waits while somebody types, loses nothing, and comes when it is asked for", async () => {
    failing();
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await type(" Typed before the update.");
    appendFileSync(join(distDir, "sw.js"), "\n// A later version.\n");
    await page.evaluate(() => {
      Object.assign(globalThis, { sameVisit: true });
      return navigator.serviceWorker.getRegistration().then((registration) => registration?.update());
    });
    await page.getByText("A new version of Confer is ready").waitFor({ timeout: 30_000 });
    await type(" And while it waits.");
    expect(await page.evaluate(() => "sameVisit" in globalThis)).toBe(true);
    expect(await box().inputValue()).toBe(typed);
    await page.getByRole("button", { name: "Update now" }).click();
    await locked();
    expect(await page.evaluate(() => "sameVisit" in globalThis)).toBe(false);
    await unlock(lead);
    await openRisks();
    expect(await box().inputValue()).toBe(typed);
  });

  it("ten wrong passphrases shut that door, each counted in words; the recovery code opens with all the work there", async () => {
    failing();
    await lock();
    for (let left = MAX_ATTEMPTS - 1; left > 0; left--) {
      await page.getByLabel("Passphrase", { exact: true }).fill(`wrong for the ${left}th time`);
      await page.getByRole("button", { name: "Unlock" }).click();
      await page
        .getByText(`You have ${left === 1 ? "1 try" : `${left} tries`} left`)
        .waitFor({ timeout: 60_000 });
    }
    await page.getByLabel("Passphrase", { exact: true }).fill("wrong for the last time");
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByText("The passphrase no longer opens this device").waitFor({ timeout: 60_000 });
    await page.getByLabel("Passphrase", { exact: true }).fill(PASSPHRASE);
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByText(/no longer opens this device/).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: "Use your recovery code" }).click();
    await page.getByLabel("Recovery code").fill(code.toLowerCase().replaceAll("-", " "));
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByText("You opened Confer with the recovery code").waitFor({ timeout: 60_000 });
    await openRisks();
    expect(await box().inputValue()).toBe(typed);
    await page
      .getByRole("region", { name: "Before you go on" })
      .getByRole("link", { name: "Settings" })
      .click();
    await page.getByLabel("New passphrase").fill("an entirely other set of words");
    await page.getByRole("button", { name: "Change passphrase" }).click();
    await page.getByText("Your passphrase is changed").waitFor({ timeout: 60_000 });
    await lock();
    await unlock(lead, "an entirely other set of words");
  });

  it("storage cleared by the browser is told at the next start, with what is lost and what to do", async () => {
    failing();
    await page.getByText(/Everything is on the server/).waitFor({ timeout: 30_000 });
    const cdp = await lead.context.newCDPSession(page);
    const { origin } = new URL(page.url());
    await page.goto("about:blank");
    await cdp.send("Storage.clearDataForOrigin", { origin, storageTypes: "indexeddb" });
    await page.goto("/");
    await page.getByText("This browser has lost what Confer kept on it").waitFor();
    await page
      .getByText(/ask your co-ordinator for a new invite link/)
      .first()
      .waitFor();
  });

  it("breaks no rule of the page", () => {
    expect(lead.watched.faults).toEqual([]);
  });
});
