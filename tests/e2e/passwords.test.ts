/**
 * The password register on real screens: made, shown, told, replaced; and documents that open with the password in
 * use and with no other. [ASH-06, ASH-69, ASH-76, ASH-77]
 */
import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { monthAfter, monthName, monthOf } from "../../src/domain/passwords.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import { Filler, fillSections, makeCanaries } from "./support/answers.ts";
import { takeDownApprovals } from "./support/approvals.ts";
import { recordDrawnConsent } from "./support/consent.ts";
import { enrol, setUp } from "./support/enrol.ts";
import { makeWatcher } from "./support/looks.ts";
import { definition, openCase, startReferral, subjectOf, submit } from "./support/referral.ts";
import { makeWorld, type Person, STORE, type World } from "./support/world.ts";

const today = londonDateOf(Date.now());
const NOW = monthName(monthOf(today));
const NEXT = monthName(monthAfter(today));
const LEAD = "Lee Lead";

const opens = (file: string, password: string): boolean =>
  spawnSync("qpdf", [`--password=${password}`, "--check", file]).status === 0;

describe(`the password register, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let second: Person;
  let first = "";
  let replaced = "";
  const desk = makeWatcher("mouse", () => [LEAD, first, replaced].filter((word) => word !== ""));
  const card = (name: string) => lead.page.getByRole("region", { name: new RegExp(`^${name}( In use)?$`) });

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson(LEAD);
    await setUp(world, lead);
    second = await world.makePerson("Sam Second");
    await enrol(lead, second, ["Co-ordinator"]);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`passwords-${task.name}`));
  });

  afterAll(async () => {
    await world.close();
  });

  it("[ASH-06] makes this month’s password, and shows it to be copied", async () => {
    const { page } = lead;
    await page.getByRole("link", { name: "Panels" }).first().click();
    await page.getByRole("link", { name: "Passwords" }).click();
    await page.getByText("No password is made yet.").waitFor();
    await page.getByRole("button", { name: `Make the password for ${NOW}` }).click();
    const words = card(NOW).locator("code");
    first = await words.innerText();
    expect(first).toMatch(/^([a-z]+ ){7}[a-z]+$/);
    await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
    await card(NOW).getByRole("button", { name: "Copy the password" }).click();
    await card(NOW).getByText("Copied.").waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(first);
    await desk.look(page, "passwords just made", 1280);
    await card(NOW).getByRole("button", { name: "Hide the password" }).click();
    expect(await page.locator("main").innerText()).not.toContain(first);
  });

  it("[ASH-77] keeps who was told, when and how", async () => {
    const { page } = lead;
    await card(NOW).getByRole("button", { name: "Note who was told" }).click();
    await page.getByRole("button", { name: "Save who was told" }).click();
    await page.getByRole("link", { name: "Choose or enter who was told" }).waitFor();
    await page.getByRole("link", { name: "Choose how they were told" }).waitFor();
    await desk.look(page, "passwords telling with errors");
    await page.getByLabel("Sam Second").check();
    await page.getByLabel("By telephone").check();
    await page.getByRole("button", { name: "Save who was told" }).click();
    await card(NOW).getByText("Sam Second: by telephone").waitFor();
    // Another leader finds it.
    await second.page.goto("/panels/passwords");
    await second.page.getByLabel("Passphrase", { exact: true }).fill("seven wet otters dance slowly");
    await second.page.getByRole("button", { name: "Unlock" }).click();
    await second.page.getByText("Sam Second: by telephone").waitFor({ timeout: 60_000 });
    await second.close();
  });

  it("[ASH-06] makes next month’s ahead, and replaces this month’s, and keeps every one", async () => {
    const { page } = lead;
    await page.getByRole("button", { name: `Make next month’s, for ${NEXT}` }).click();
    await card(NEXT).waitFor();
    await page.getByRole("button", { name: "Replace this month’s" }).click();
    replaced = await card(`${NOW}, number 2`).locator("code").innerText();
    expect(replaced).not.toBe(first);
    await card(`${NOW}, number 2`).getByText("In use").waitFor();
    await card(NOW).getByRole("button", { name: "Show the password" }).click();
    expect(await card(NOW).locator("code").innerText()).toBe(first);
    await desk.look(page, "passwords three of them");
  });

  it("[ASH-69] [ASH-76] makes a PDF that opens with the one in use and with no other, and never shows it beside", async () => {
    const { page } = lead;
    const filler = new Filler(makeCanaries(200));
    await startReferral(page, filler);
    await fillSections(page, definition, filler);
    await recordDrawnConsent(page, filler);
    await page.getByRole("link", { name: "Back to the referral" }).click();
    await takeDownApprovals(page, definition, filler);
    await page.getByRole("link", { name: "Check and submit" }).click();
    await submit(page, LEAD);
    await openCase(page, subjectOf(filler));
    const choice = page.getByRole("group", { name: "Which password opens it?" });
    await choice.getByLabel(`The panel’s password for ${NOW}, number 2`).waitFor();
    await page.getByRole("button", { name: "Make a protected PDF" }).click();
    await page
      .getByText(`It opens with the panel’s password for ${NOW}, number 2`)
      .waitFor({ timeout: 60_000 });
    expect(await page.locator("main").innerText()).not.toContain(replaced);
    await desk.look(page, "a PDF with the password of the register");
    const file = await download("register.pdf");
    expect(opens(file, replaced)).toBe(true);
    expect(opens(file, first)).toBe(false);
    expect(opens(file, "")).toBe(false);
    expect(execFileSync("qpdf", [`--password=${replaced}`, "--show-encryption", file]).toString()).toContain(
      "R = 6",
    );
    await page.getByRole("button", { name: "Done with this PDF" }).click();

    await choice.getByLabel("A new password, for one recipient only").check();
    await page.getByRole("button", { name: "Make a protected PDF" }).click();
    const own = await page.locator("code").innerText({ timeout: 60_000 });
    const oneOff = await download("one-off.pdf");
    expect(opens(oneOff, own)).toBe(true);
    expect(opens(oneOff, replaced)).toBe(false);
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByText(`with the panel’s password for ${NOW}, number 2`).first().waitFor();
  });

  it("finds nothing wrong with the pages", () => {
    expect(desk.faults).toEqual([]);
    expect(lead.watched.faults).toEqual([]);
  });

  async function download(name: string): Promise<string> {
    const downloading = lead.page.waitForEvent("download");
    await lead.page.getByRole("button", { name: "Download the PDF" }).click();
    const file = join(mkdtempSync(join(tmpdir(), "confer-pdf-")), name);
    const got = await downloading;
    expect(got.suggestedFilename().includes(`-password-${monthOf(today)}.pdf`)).toBe(name === "register.pdf");
    await got.saveAs(file);
    return file;
  }
});
