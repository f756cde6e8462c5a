/** From Home to a submitted referral, with the panel that comes with Confer. */
import type { Page } from "playwright-core";
import ashfield from "../../../src/forms/panels/ashfield.json" with { type: "json" };
import { parseDefinition } from "../../../src/forms/parseDefinition.ts";
import type { Filler } from "./answers.ts";

const parsed = parseDefinition(ashfield);
if (!parsed.ok) throw new Error("Ashfield does not parse");
export const { definition } = parsed;

/** Home, the panel, and its first questions, up to the task list; where the panel does not fit, all the same. */
export async function startReferral(page: Page, filler: Filler, panel = definition): Promise<void> {
  await page.getByRole("link", { name: "Home" }).first().click();
  await page.getByRole("link", { name: "Start a referral" }).first().click();
  await passInstallFirst(page);
  await page.getByRole("link", { name: `Start with ${panel.name}` }).click();
  await passBeforeYouStart(page);
  for (const formPage of panel.eligibility.section.pages) {
    await page.getByRole("heading", { level: 1, name: formPage.title }).waitFor();
    await filler.fillPage(page, formPage);
    await page.getByRole("button", { name: "Continue" }).click();
  }
  const list = page.getByRole("heading", { level: 1, name: "Referral" });
  const notThis = page.getByRole("heading", { level: 1, name: "This may not be the right panel" });
  await list.or(notThis).first().waitFor();
  if (await notThis.isVisible()) {
    await page.getByLabel(panel.eligibility.exception.label).fill(`Heard all the same ${filler.canary()}`);
    await page.getByRole("button", { name: "Carry on with this referral" }).click();
  }
  await list.waitFor();
}

/** On a tablet, before anything has been written on it. */
export async function passInstallFirst(page: Page): Promise<void> {
  const panels = page.getByRole("heading", { level: 1, name: "Which panel is this for?" });
  const carryOn = page.getByRole("button", { name: "Carry on without" });
  await panels.or(carryOn).first().waitFor();
  if (await carryOn.isVisible()) await carryOn.click();
}

/** Somebody's first referral begins with what to expect. */
export async function passBeforeYouStart(page: Page): Promise<void> {
  const start = page.getByRole("link", { name: "Start", exact: true });
  const question = page.getByRole("button", { name: "Continue" });
  await start.or(question).first().waitFor();
  if (await start.isVisible()) await start.click();
}

/** On Check your answers: the declaration, and off it goes. */
export async function submit(page: Page, declaredBy: string, note?: string): Promise<void> {
  if (note !== undefined) await page.getByLabel("What did you do about what was missing?").fill(note);
  await page.getByRole("group", { name: "Declaration" }).getByRole("checkbox").check();
  await page.getByLabel("Your name", { exact: true }).fill(declaredBy);
  await page.getByRole("button", { name: /Submit/ }).click();
  await page.getByRole("heading", { level: 1, name: /submitted|sent|ready/i }).waitFor();
}

/** What a case is called on screens: the person it is about. */
export const subjectOf = (filler: Filler): string =>
  filler.given.find(({ label }) => label === "Full name")?.text ?? "";

/** From anywhere, to the case of that name, once Home says that it is in that state. */
export async function openCase(page: Page, subject: string, state?: string): Promise<void> {
  await page.getByRole("link", { name: "Home" }).first().click();
  if (state !== undefined) await page.getByText(state).first().waitFor({ timeout: 60_000 });
  const link = page.getByRole("link", { name: subject }).first();
  await link.waitFor({ timeout: 60_000 });
  await link.click();
}
