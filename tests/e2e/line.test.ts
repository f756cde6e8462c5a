/**
 * The line, as people walk it, on the store named in the environment: typed with no signal, the browser killed,
 * reopened offline, submitted, sent, read on another machine, returned, answered, accepted, printed.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { Filler, fillSections, makeCanaries } from "./support/answers.ts";
import { recordDrawnConsent } from "./support/consent.ts";
import { enrol, setUp, unlock } from "./support/enrol.ts";
import { addSecondLeader } from "./support/meetingWorld.ts";
import { definition, startReferral } from "./support/referral.ts";
import { makeWorld, pause, type Person, STORE, type World } from "./support/world.ts";

describe(`the line, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let worker: Person;
  const filler = new Filler(makeCanaries(200));

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson("Lee Lead");
    await setUp(world, lead);
    await addSecondLeader(world, lead);
    worker = await world.makePerson("Wyn Worker", { viewport: { width: 820, height: 1180 }, touch: true });
    await enrol(lead, worker, ["Referrer"]);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(task.name));
  });

  /** The person referred is what a case is called on screens, and nowhere else. */
  const caseLink = ({ page }: Person) => {
    const subject = filler.given.find(({ label }) => label === "Full name")?.text ?? "";
    return page.getByRole("link", { name: subject }).first();
  };

  /** Answers that the page does not show, once it has had time to be drawn. */
  const missingFrom = async (page: Page) => {
    for (let tries = 0; ; tries++) {
      const shown = await page.locator("main").innerText();
      const missing = filler.given.filter(({ text }) => !shown.includes(text));
      if (missing.length === 0 || tries === 50) return missing;
      await pause(200);
    }
  };

  afterAll(async () => {
    await world.close();
  });

  it("takes a whole referral with no signal, and a dead battery loses none of it", async () => {
    const { page } = worker;
    await page.getByRole("link", { name: "Start a referral" }).first().waitFor();
    // The app stores itself for offline use in the background.
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await pause(2_000);
    await worker.offline(true);
    await startReferral(page, filler);
    await fillSections(page, definition, filler);
    await recordDrawnConsent(page, filler);

    await worker.kill();
    await worker.open();
    await worker.offline(true);
    await worker.page.goto("/");
    await unlock(worker);
    await caseLink(worker).click();
    await worker.page.getByRole("link", { name: "Check and submit" }).click();
    expect(await missingFrom(worker.page)).toEqual([]);
  });

  it("is submitted offline, and reaches the co-ordinator when signal returns", async () => {
    const { page } = worker;
    await page.getByRole("group", { name: "Declaration" }).getByRole("checkbox").check();
    await page.getByLabel("Your name", { exact: true }).fill("Wyn Worker");
    await page.getByRole("button", { name: /Submit/ }).click();
    await page.getByRole("heading", { level: 1, name: /submitted|sent|ready/i }).waitFor();
    expect(await lead.page.getByText(/ASH-/).count()).toBe(0);

    await worker.offline(false);
    await lead.page.getByRole("link", { name: "Home" }).first().click();
    await caseLink(lead).waitFor({ timeout: 60_000 });
    await caseLink(lead).click();
    await lead.page.getByRole("heading", { level: 1 }).waitFor();
    expect(await missingFrom(lead.page)).toEqual([]);
  });

  it("comes out as a PDF that only the password opens, tagged, with every answer under its question", async () => {
    const { page } = lead;
    await page.getByRole("button", { name: /protected PDF/i }).click();
    const password = await page.locator("code").innerText({ timeout: 60_000 });
    const downloading = page.waitForEvent("download");
    await page.getByRole("button", { name: /Download/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toMatch(/^[a-z0-9-]+\.pdf$/i);
    const folder = mkdtempSync(join(tmpdir(), "confer-pdf-"));
    const file = join(folder, "referral.pdf");
    await download.saveAs(file);

    const secret = password.trim();
    const qpdf = (...args: string[]) => execFileSync("qpdf", args, { stdio: "pipe" }).toString();
    expect(() => qpdf("--check", file)).toThrow();
    expect(() => qpdf("--password=wrong", "--check", file)).toThrow();
    expect(qpdf(`--password=${secret}`, "--show-encryption", file)).toContain("R = 6");
    qpdf(`--password=${secret}`, "--check", file);
    const open = join(folder, "open.pdf");
    qpdf(`--password=${secret}`, "--decrypt", file, open);
    expect(() => execFileSync("pdfinfo", ["-upw", "wrong", file], { stdio: "pipe" })).toThrow();
    const info = execFileSync("pdfinfo", [open], { stdio: "pipe" }).toString();
    expect(info).toMatch(/Tagged:\s+yes/);
    const text = flat(execFileSync("pdftotext", [open, "-"], { stdio: "pipe" }).toString());
    const lost = filler.given.filter(({ label, text: answer }) => {
      const asked = text.indexOf(flat(label));
      return asked < 0 || !text.includes(flat(answer), asked);
    });
    expect(lost).toEqual([]);
    // Its bytes hold none of it in the clear.
    const bytes = readFileSync(file);
    expect(filler.used.filter((word) => bytes.includes(Buffer.from(word)))).toEqual([]);
  });

  it("is returned with a gap, answered, sent again and accepted, and each hears of it", async () => {
    const { page } = lead;
    await page.getByRole("tab", { name: "Decide" }).click();
    const decision = page.getByRole("group", { name: "What happens to this referral?" });
    await decision.getByRole("radio", { name: /Send back/ }).check();
    await page.getByLabel("What do you need to know?").fill("Say which school the children go to");
    await page.getByRole("button", { name: /^Return/ }).click();
    await worker.page.getByRole("link", { name: "Home" }).first().click();
    await worker.page.getByText("Returned for information").first().waitFor({ timeout: 60_000 });
    await caseLink(worker).click();
    await worker.page.getByText("Say which school the children go to").first().waitFor();
    await worker.page.getByRole("link", { name: "Check and submit" }).click();
    await worker.page.getByLabel("What did you do about what was missing?").fill("Added the school");
    await worker.page.getByRole("group", { name: "Declaration" }).getByRole("checkbox").check();
    await worker.page.getByLabel("Your name", { exact: true }).fill("Wyn Worker");
    await worker.page.getByRole("button", { name: /Submit/ }).click();
    await page.getByRole("tab", { name: "Referral" }).click();
    await lead.page.getByText("Added the school").first().waitFor({ timeout: 60_000 });
    await page.getByRole("tab", { name: "Decide" }).click();
    await decision.getByRole("radio", { name: /Put on the agenda/ }).check();
    await page.getByRole("button", { name: /^Accept/ }).click();
    await worker.page.getByRole("link", { name: "Home" }).first().click();
    await worker.page.getByText("Accepted for panel").first().waitFor({ timeout: 60_000 });
  });

  it("breaks no rule of the page, and speaks to no third party", () => {
    expect([...lead.watched.faults, ...worker.watched.faults]).toEqual([]);
    const own = new URL(world.server.url).host;
    expect([...lead.watched.hosts, ...worker.watched.hosts].filter((host) => host !== own)).toEqual([]);
  });
});

const flat = (text: string): string => text.replaceAll(/\s+/g, " ");
