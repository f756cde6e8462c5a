/**
 * The demonstration as somebody first meets it: made by its own command on its own copy of the build, entered through
 * its own page. It holds a panel half-way through its year, so what follows a meeting is looked at here.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { cpSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { SIGN_INS_PATH } from "../../demo/signIns.ts";
import { DEMO_PASSPHRASE } from "../../demo/story.ts";
import { decrypted, leaks, textOf } from "../documents/tools.ts";
import { type Chromium, launchChromium } from "../support/chromium.ts";
import { typeDate } from "./support/badInput.ts";
import { makeWatcher } from "./support/looks.ts";
import { DIST, pause, pictureOf } from "./support/world.ts";

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
    cpSync(DIST, join(folder, "dist"), { recursive: true });
    const environment = { ...process.env, CONFER_PORT: PORT, CONFER_DIST_DIR: "dist" };
    demo = spawn(process.execPath, [MAIN], { cwd: folder, env: environment });
    for (const stream of [demo.stdout, demo.stderr]) stream?.on("data", (text) => (said += String(text)));
    for (let i = 0; i < 1_200 && !said.includes(SIGN_INS_PATH) && demo.exitCode === null; i++)
      await pause(100);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(async () => {
      for (const [n, { page }] of browsers.entries())
        await pictureOf(page, `demonstration-${task.name}-${n}`);
    });
  });

  afterAll(async () => {
    for (const browser of browsers) await browser.close();
    demo.kill();
    rmSync(folder, { recursive: true, force: true });
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
    // Put right, with what it said before beside it.
    await button(page, "Change this line of Entered on ECINS").click();
    await page.getByLabel("Reference there").fill("EC-1043");
    await button(page, "Save").click();
    await shows(page, "EC-1043");
    await page.getByText("What it said before").first().click();
    await shows(page, "EC-1042");
    await button(page, "Close the case").click();
    await page.getByLabel("Why is the panel done with it?").fill("Invented: the plan holds.");
    await button(page, "Close the case").click();
    await shows(page, "The panel is done with this case");
    await watcher.look(page, "demonstration, a closed case");
  });

  it("[ASH-100] says by when a request to see personal data has to be answered, on Home too", async () => {
    const { page } = browsers[1] as Chromium;
    await button(page, /^Add Requests to see personal data/).click();
    const received = page.getByRole("group", { name: "Received on" });
    await typeDate(received, "3", "11", "2026");
    await page.getByLabel("Who asks, and for whom").fill("Invented: the person themselves");
    await button(page, "Save").click();
    await shows(page, "Answer by 3 December 2026.");
    await watcher.look(page, "demonstration, a request to see personal data");
    await page.getByRole("link", { name: "Your list" }).click();
    await shows(page, /answer by 3 December 2026/);
    await watcher.look(page, "demonstration, home with a request to answer");
  });

  it("[ASH-100] makes a copy for the person in which what was marked is nowhere", async () => {
    const { page } = browsers[1] as Chromium;
    await page.getByRole("link", { name: CASE }).first().click();
    await page.getByRole("tab", { name: "Access" }).click();
    await page.getByRole("link", { name: "Prepare a copy for the person" }).click();
    await shows(page, "Nothing is withheld.");
    await button(page, "Withhold these words").click();
    await shows(page, "Enter the words to withhold");
    await page.getByLabel("Words, for example another person’s name").fill("Rowan");
    await button(page, "Withhold these words").click();
    await shows(page, /Rowan: about somebody else, in \d+ places?|Rowan: about somebody else, found nowhere/);
    const actions = page.locator("details").filter({ hasText: /^Actions/ });
    await actions.locator("summary").click();
    const withhold = actions.getByLabel(/^Withhold/).first();
    await withhold.selectOption({ label: "Likely to cause serious harm" });
    await actions.getByText("[withheld: likely to cause serious harm]").first().waitFor();
    // Words selected in a text are one press away from being withheld.
    const person = page.locator("details").filter({ hasText: /^The referral: The person/ });
    await person.locator("summary").click();
    const name = person.getByText("Damson", { exact: false }).first();
    await name.selectText();
    await button(page, /^Withhold ‘.*’ wherever it stands/).click();
    await shows(page, /Withheld: 1 text and words in \d+ places\./);
    await watcher.look(page, "demonstration, marking a copy for the person");
    await button(page, "Make a protected PDF").click();
    const words = await page.locator("code").innerText({ timeout: 60_000 });
    const downloading = page.waitForEvent("download");
    await button(page, "Download the PDF").click();
    const path = await (await downloading).path();
    const open = decrypted(new Uint8Array(readFileSync(path)), words);
    const text = textOf(open);
    expect(text).toContain("Copy of your personal data");
    expect(text).toContain("[withheld: likely to cause serious harm]");
    expect(text).toContain("Data Protection Act 2018, schedule 3");
    expect(text).not.toContain("Damson");
    expect(leaks(open, ["Damson"])).toEqual([]);
    // Marked once, it is marked when the page is opened again.
    await page.getByRole("link", { name: "Access" }).first().click();
    await page.getByRole("link", { name: "Prepare a copy for the person" }).click();
    await shows(page, /Withheld: 1 text and words in \d+ places\./);
  });

  it("[ASH-48] [ASH-88] has what to enter on ECINS box by box, to be copied, and as files", async () => {
    const { page } = browsers[1] as Chromium;
    await page.getByRole("link", { name: "Access" }).first().click();
    await page.getByRole("tab", { name: "Follow-up" }).click();
    await page.getByRole("link", { name: "What to enter on ECINS" }).click();
    await shows(page, "Reason for referral");
    await watcher.look(page, "demonstration, for another system");
    const downloading = page.waitForEvent("download");
    await button(page, "Download as a table (CSV)").click();
    const csv = readFileSync(await (await downloading).path(), "utf8");
    expect(csv).toMatch(/"Full name"[^]*Damson/);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await button(page, /^Copy/).click();
    await page.getByRole("link", { name: "Follow-up" }).click();
    await page.getByRole("tab", { name: "History" }).click();
    await shows(page, /downloaded what another system takes over/);
    await shows(page, /copied from what another system takes over/);
    await shows(page, /marked what is withheld from a copy for the person/);
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
    const downloading = page.waitForEvent("download");
    await button(page, "Download as a table (CSV)").click();
    const table = await downloading;
    expect(table.suggestedFilename()).toMatch(/^report-\d{4}-\d\d-\d\d\.csv$/);
    expect(readFileSync(await table.path(), "utf8")).toMatch(
      /"Actions by agency","Larkshire Council[^"]*","Agreed","2"\r\n/,
    );
    await shows(page, /took out the report on 1 April .* as a table/);
    await button(page, "Make a protected PDF").click();
    const words = await page.locator("code").innerText({ timeout: 60_000 });
    const handing = page.waitForEvent("download");
    await button(page, "Download the PDF").click();
    const open = decrypted(new Uint8Array(readFileSync(await (await handing).path())), words);
    expect(textOf(open)).toMatch(/Yearly report Panel .* Actions by agency/);
    expect(leaks(open, ["Damson"])).toEqual([]);
    expect(textOf(open)).not.toContain("Damson");
    await shows(page, /took out the report on 1 April .* as a protected PDF/);
    await watcher.look(page, "demonstration, the yearly report taken out");
  });

  it("[HER-38] [HER-40] [OXT-04] [OXT-06] keeps the records that panels’ papers want about the panel itself", async () => {
    const { page } = browsers[1] as Chromium;
    await page.getByRole("link", { name: "Panels" }).first().click();
    await page.getByRole("link", { name: "Records of the panel" }).click();
    await page.getByRole("heading", { level: 1, name: "Records of the panel" }).waitFor();
    await button(page, /^Add Turns of the chair/).click();
    await page
      .getByRole("textbox", { name: "Chair", exact: true })
      .fill("Invented: Children’s Services first");
    await watcher.look(page, "demonstration, records of the panel");
    await button(page, "Save").click();
    await shows(page, "Invented: Children’s Services first");
  });

  it("[HER-86] has what a person owes on their home page: two presses and a sentence say that it is done", async () => {
    const page = await enter("Riley Referrer", 390);
    await page.getByRole("heading", { name: "Your actions" }).waitFor();
    await watcher.look(page, "demonstration, home with actions", 390);
    const context = (browsers.at(-1) as Chromium).context;
    await context.setOffline(true);
    const card = page.getByRole("listitem").filter({ hasText: "ask for a review of the care plan" });
    await card.getByRole("button", { name: /^Done/ }).click();
    await card.getByLabel("What happened").fill("Invented: the review is on the tenth.");
    await card.getByRole("button", { name: "Save" }).click();
    await card.getByText("Saved. Will send when you are online.").waitFor();
    await card.getByText("Done", { exact: true }).first().waitFor();
    // A slip is taken back within the hour, and both stay on record.
    await card.getByRole("button", { name: /^Undo/ }).click();
    await card.getByText("To do", { exact: true }).waitFor();
    await card.getByText(/What was said about it \(2\)/).click();
    await card.getByText(/took back what they said/).waitFor();
    await context.setOffline(false);
    // Another day is asked for, and decided by a co-ordinator.
    await card.getByRole("button", { name: /^Ask for another day/ }).click();
    await card.getByRole("button", { name: "Ask for it" }).click();
    await card.getByText("Enter the day you could do it by").first().waitFor();
    await typeDate(card.getByRole("group", { name: "By when could you do it?" }), "14", "1", "2099");
    await card.getByRole("textbox", { name: "Why" }).fill("Invented: the reviewer is away.");
    await card.getByRole("button", { name: "Ask for it" }).click();
    await card.getByText("You asked for 14 January 2099 instead: Invented: the reviewer is away.").waitFor();
    await watcher.look(page, "demonstration, an action with a question");
    const { page: desk } = browsers[1] as Chromium;
    await desk.getByRole("link", { name: /^Actions( \(|$)/ }).click();
    await desk.getByLabel(/^Mine/).check();
    const asked = desk.getByRole("region", { name: "For you to answer" });
    await asked.getByRole("button", { name: /^Agree to that day/ }).click({ timeout: 60_000 });
    await card
      .getByText(/14 January 2099/)
      .first()
      .waitFor();
    await expect.poll(() => card.getByText("You asked for").count(), { timeout: 60_000 }).toBe(0);
    await page.getByRole("link", { name: /^Actions( \(|$)/ }).click();
    await page.getByRole("heading", { level: 1, name: "Actions" }).waitFor();
    await page.getByLabel(/^Everybody’s/).check();
    await page.getByText("Find and filter").click();
    await page.getByLabel("Those that are over").selectOption({ label: "Shown last" });
    await page.getByRole("region", { name: "Done or not possible" }).waitFor();
    await watcher.look(page, "demonstration, actions of every case", 390);
  });

  it("breaks no rule of the page", () => {
    expect(watcher.faults).toEqual([]);
  });
});
