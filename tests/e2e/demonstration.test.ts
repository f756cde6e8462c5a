/**
 * The demonstration as somebody first meets it: made by its own command, entered through its own page. It holds a
 * panel half-way through its year, so what follows a meeting is looked at here.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { SIGN_INS_PATH } from "../../demo/signIns.ts";
import { DEMO_PASSPHRASE } from "../../demo/story.ts";
import { type Chromium, launchChromium } from "../support/chromium.ts";
import { makeWatcher } from "./support/looks.ts";
import { DIST, pause } from "./support/world.ts";

const MAIN = resolve(import.meta.dirname, "../../demo/main.ts");
const PORT = "18471";
const CASE = /^Person Damson/;

const button = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).first();
const shows = (page: Page, text: string | RegExp) =>
  page.locator("main").getByText(text).first().waitFor({ timeout: 30_000 });

describe("the demonstration", () => {
  const folder = mkdtempSync(join(tmpdir(), "confer-demo-"));
  const browsers: Chromium[] = [];
  const watcher = makeWatcher("finger", () => ["Damson", "Casey"]);
  let demo: ChildProcess;
  let said = "";

  beforeAll(async () => {
    const environment = { ...process.env, CONFER_PORT: PORT, CONFER_DIST_DIR: DIST };
    demo = spawn(process.execPath, [MAIN], { cwd: folder, env: environment });
    for (const stream of [demo.stdout, demo.stderr]) stream?.on("data", (text) => (said += String(text)));
    for (let i = 0; i < 1_200 && !said.includes(SIGN_INS_PATH) && demo.exitCode === null; i++)
      await pause(100);
  });

  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    demo.kill();
    rmSync(folder, { recursive: true, force: true });
    rmSync(join(DIST, "demonstration"), { recursive: true, force: true });
  });

  /** Somebody of the page that lists them, unlocked, on Home. */
  const enter = async (name: string, width: number): Promise<Page> => {
    const browser = await launchChromium({ viewport: { width, height: 1000 }, touch: true });
    browsers.push(browser);
    const { page } = browser;
    await page.goto(`http://localhost:${PORT}${SIGN_INS_PATH}`);
    await page.getByRole("link", { name }).click();
    await page.getByLabel("Passphrase", { exact: true }).fill(DEMO_PASSPHRASE);
    await button(page, "Unlock").click();
    await page.getByRole("heading", { level: 1, name: "Home" }).waitFor({ timeout: 60_000 });
    return page;
  };
  const openCase = async (page: Page) => {
    await page.getByRole("link", { name: CASE }).first().click({ timeout: 60_000 });
    await page.getByRole("tab", { name: "Actions" }).click();
  };

  it("is made by one command, and says that everybody is invented", async () => {
    expect(said).toContain(`http://localhost:${PORT}${SIGN_INS_PATH}`);
    const page = await enter("Morgan Member", 390);
    await page.getByText("Demonstration. Everyone in it is invented.").waitFor();
    await watcher.look(page, "demonstration, home of a member");
  });

  it("[ASH-85] [HER-87] shows a member what was agreed, and takes their word on how it stands with no signal", async () => {
    const [browser] = browsers;
    if (!browser) throw new Error("nobody is in");
    const { page } = browser;
    await openCase(page);
    await shows(page, /Overdue by \d working days?/);
    await watcher.look(page, "demonstration, actions of a case");
    await browser.context.setOffline(true);
    await button(page, /^Update/).click();
    await button(page, "Save").click();
    await shows(page, "Choose how it stands");
    await page.getByLabel("Not possible").check();
    await button(page, "Save").click();
    await shows(page, "Say why it is not possible");
    await page.getByLabel("What happened").fill("Invented: the landlord has refused.");
    await watcher.look(page, "demonstration, updating an action");
    await button(page, "Save").click();
    await shows(page, "Not possible");
    await browser.context.setOffline(false);
  });

  it("[ASH-48] lets the co-ordinator keep the panel’s own records of a case, and close it", async () => {
    const page = await enter("Casey Co-ordinator", 1280);
    await openCase(page);
    await shows(page, "Not possible");
    const mended = page.getByRole("listitem").filter({ hasText: "have the broken door mended" }).first();
    await mended.getByText("What was said about it").click();
    await shows(page, /the landlord has refused/);
    await page.getByRole("tab", { name: "Follow-up" }).click();
    await button(page, /^Add Entered on ECINS|^Add.*ECINS/).click();
    await button(page, "Save").click();
    await shows(page, "Fill in at least one box");
    await page.getByLabel("Reference there").fill("EC-1042");
    await watcher.look(page, "demonstration, a record of the panel");
    await button(page, "Save").click();
    await shows(page, "EC-1042");
    await button(page, "Close the case").click();
    await page.getByLabel("Why is the panel done with it?").fill("Invented: the plan holds.");
    await button(page, "Close the case").click();
    await shows(page, "The panel is done with this case");
    await watcher.look(page, "demonstration, a closed case");
  });

  it("[OXT-04] counts a panel’s year, and names nobody", async () => {
    const { page } = browsers[1] as Chromium;
    await page.getByRole("link", { name: "Panels" }).first().click();
    await page.getByRole("link", { name: "Yearly report" }).click();
    await page.getByRole("heading", { level: 3, name: "Actions by agency" }).waitFor();
    const row = page.getByRole("row", { name: /Larkshire Council/ });
    expect(await row.getByRole("cell").allInnerTexts()).toEqual(["2", "1", "1", "0", "0"]);
    expect(await page.locator("main").innerText()).not.toContain("invented)");
    await watcher.look(page, "demonstration, the yearly report");
  });

  it("breaks no rule of the page", () => {
    expect(watcher.faults).toEqual([]);
  });
});
