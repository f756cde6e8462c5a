/** Consent as it is recorded on the screens. */
import type { Page } from "playwright-core";
import type { Filler } from "./answers.ts";

/** The person knows, decides for themselves, is shown the wording, says yes and signs with a finger. */
export async function recordDrawnConsent(
  page: Page,
  filler: Filler,
  section = "Consent",
): Promise<{ giver: string }> {
  const giver = `Giver ${filler.canary()}`;
  await page.getByRole("link", { name: section, exact: true }).click();
  await page.getByRole("button", { name: "Start" }).click();
  await page.getByLabel("Yes", { exact: true }).check();
  await page.getByLabel("How were they told?").fill(`Told ${filler.canary()}`);
  await page.getByRole("button", { name: "Record and continue" }).click();
  await page.getByRole("heading", { level: 1, name: "Who decides?" }).waitFor();
  await page.getByRole("radio").first().check();
  await page.getByLabel("Name of the person who decides").fill(giver);
  await page.getByRole("button", { name: "Continue" }).click();
  await page
    .getByRole("group", { name: "Which wording suits the person?" })
    .getByRole("radio")
    .first()
    .check();
  await page.getByRole("button", { name: "Show the wording" }).click();
  await page.getByRole("button", { name: "Done" }).click();
  await page.getByRole("group", { name: "Did you read it aloud?" }).getByLabel("Yes").check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { level: 1, name: "What did they decide?" }).waitFor();
  await page.getByLabel("Yes", { exact: true }).check();
  await page.getByRole("button", { name: "Continue" }).click();
  await page.getByRole("heading", { level: 1, name: "How they gave consent" }).waitFor();
  await page.getByRole("group", { name: "How did they give it?" }).getByRole("radio").first().check();
  await drawSignature(page);
  await page.getByLabel("I have told them that they can change their mind, and how").check();
  await page.getByRole("button", { name: "Record consent" }).click();
  await page.getByRole("heading", { level: 1, name: "Consent" }).waitFor();
  return { giver };
}

/** A scrawl with a mouse. */
export async function drawSignature(page: Page): Promise<void> {
  const pad = page.locator("canvas");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("no signature pad");
  await page.mouse.move(box.x + 30, box.y + 80);
  await page.mouse.down();
  for (let i = 1; i <= 12; i++)
    await page.mouse.move(box.x + 30 + i * 15, box.y + 80 + (i % 2 === 0 ? 25 : -25));
  await page.mouse.up();
}
