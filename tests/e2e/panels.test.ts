/**
 * The children's panels, as a worker walks them on a tablet with no signal: every question, what each panel makes
 * of consent, the papers and the agreement it asks for, the browser killed half-way, sent, read by the
 * co-ordinator, printed.
 */
import { execFileSync } from "node:child_process";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import type { PanelDefinition } from "../../src/forms/definition.ts";
import { SHIPPED_PANELS } from "../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { Filler, fillSections, type Given, makeCanaries } from "./support/answers.ts";
import { takeDownApprovals } from "./support/approvals.ts";
import { recordDrawnConsent } from "./support/consent.ts";
import { addPanel, enrol, setUp, unlock } from "./support/enrol.ts";
import { pdfFile } from "./support/files.ts";
import { addSecondLeader } from "./support/meetingWorld.ts";
import { answerPapers } from "./support/papers.ts";
import { openCase, startReferral, submit } from "./support/referral.ts";
import { makeWorld, pause, type Person, STORE, type World } from "./support/world.ts";

const CHILDREN = SHIPPED_PANELS.filter(({ id }) => id !== "ashfield");
const BORN = { day: "3", month: "2", year: "2009", text: "3 February 2009" };

async function definitionOf(panel: (typeof SHIPPED_PANELS)[number]): Promise<PanelDefinition> {
  const parsed = parseDefinition(await panel.load());
  if (!parsed.ok) throw new Error(`${panel.name} does not parse`);
  return parsed.definition;
}

const flat = (text: string): string => text.replaceAll(/\s+/g, " ");

/** Answers that the page does not show, once it has had time to be drawn. */
async function missingFrom(page: Page, given: readonly Given[]): Promise<readonly Given[]> {
  for (let tries = 0; ; tries++) {
    const shown = flat(await page.locator("main").innerText());
    const missing = given.filter(({ text }) => !shown.includes(flat(text)));
    if (missing.length === 0 || tries === 50) return missing;
    await pause(200);
  }
}

describe(`a referral to each children’s panel, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let worker: Person;

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson("Lee Lead");
    await setUp(world, lead);
    for (const { name } of CHILDREN) await addPanel(lead.page, name);
    await addSecondLeader(world, lead);
    worker = await world.makePerson("Wyn Worker", { viewport: { width: 820, height: 1180 }, touch: true });
    await enrol(lead, worker, ["Referrer"]);
    await worker.page.getByRole("link", { name: "Start a referral" }).first().waitFor();
    await worker.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await pause(2_000);
  });

  afterAll(async () => {
    await world.close();
  });

  it.each(CHILDREN)(
    "$name: offline from the first question to Submit, and read by the co-ordinator",
    async (panel) => {
      onTestFailed(() => world.picture(`panel-${panel.id}`));
      const definition = await definitionOf(panel);
      const filler = new Filler(makeCanaries(200), undefined, BORN);
      await worker.offline(true);
      await startReferral(worker.page, filler, definition);
      await fillSections(worker.page, definition, filler);

      await worker.kill();
      await worker.open();
      await worker.offline(true);
      await worker.page.goto("/");
      await unlock(worker);
      const subject = filler.given.find(({ key }) => key === "name")?.text ?? "";
      await openCase(worker.page, subject);
      const consent = definition.sections.find(({ kind }) => kind === "consent")?.title;
      const { giver } = await recordDrawnConsent(worker.page, filler, consent);
      await worker.page.getByRole("link", { name: "Back to the referral" }).click();
      await answerPapers(worker.page, definition, filler, await pdfFile("Chronology.pdf", 2));
      await takeDownApprovals(worker.page, definition, filler);
      await worker.page.getByRole("link", { name: "Check and submit" }).click();
      expect(await missingFrom(worker.page, filler.given)).toEqual([]);
      await submit(worker.page, "Wyn Worker");

      await worker.offline(false);
      await openCase(lead.page, subject);
      expect(await missingFrom(lead.page, filler.given)).toEqual([]);
      const text = await printed(lead.page);
      const lost = filler.given.filter(({ label, text: answer }) => {
        const asked = text.indexOf(flat(label));
        return asked < 0 || !text.includes(flat(answer), asked);
      });
      expect(lost).toEqual([]);
      expect(text).toContain(giver);
    },
  );

  it("breaks no rule of the page", () => {
    expect([...lead.watched.faults, ...worker.watched.faults]).toEqual([]);
  });
});

/** The protected PDF as Poppler reads it, once the password has opened it. */
async function printed(page: Page): Promise<string> {
  await page.getByRole("button", { name: /protected PDF/i }).click();
  const password = await page.locator("code").innerText({ timeout: 60_000 });
  const downloading = page.waitForEvent("download");
  await page.getByRole("button", { name: /Download/ }).click();
  const folder = mkdtempSync(join(tmpdir(), "confer-pdf-"));
  const [file, open] = [join(folder, "sealed.pdf"), join(folder, "open.pdf")];
  await (await downloading).saveAs(file);
  execFileSync("qpdf", [`--password=${password.trim()}`, "--decrypt", file, open]);
  return flat(execFileSync("pdftotext", [open, "-"], { stdio: "pipe" }).toString());
}
