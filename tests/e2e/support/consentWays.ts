/** Every path through the consent screens, with a word in every box. Ends with consent given by typed name. */
import type { Page } from "playwright-core";
import type { Filler } from "./answers.ts";

const pick = (page: Page, question: string | RegExp, answer: string | RegExp) =>
  page.getByRole("group", { name: question }).getByRole("radio", { name: answer }).first().check();
const go = (page: Page, name: string | RegExp) => page.getByRole("button", { name }).click();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

/** A word in every text box that is shown. Dates keep what they hold. */
export async function fillBoxes(page: Page, filler: Filler): Promise<void> {
  const boxes = page.locator("main :is(input[type=text], textarea):not(.govuk-date-input *)");
  for (const box of await boxes.all()) {
    if (await box.isVisible()) await box.fill(`Said ${filler.canary()}`);
  }
}

/** Who decides, the wording, up to the question what they decided. */
async function ask(page: Page, filler: Filler): Promise<void> {
  await heading(page, "Who decides?");
  // Somebody else decides: there is evidence to give.
  await page.getByRole("radio").nth(1).check();
  await fillBoxes(page, filler);
  await go(page, "Continue");
  await pick(page, "Which wording suits the person?", /./);
  await pick(page, "Did you read it aloud?", "Yes");
  await fillBoxes(page, filler);
  await go(page, "Continue");
  await heading(page, "What did they decide?");
}

async function sign(page: Page, filler: Filler, way: number): Promise<void> {
  await heading(page, "How they gave consent");
  await page.getByRole("group", { name: "How did they give it?" }).getByRole("radio").nth(way).check();
  await fillBoxes(page, filler);
  const agreed = page.getByRole("group", { name: "The person ticks this" }).getByRole("checkbox");
  if (await agreed.isVisible()) await agreed.check();
  await go(page, "Record consent");
  await heading(page, "Consent");
}

async function ground(page: Page, filler: Filler): Promise<void> {
  await heading(page, "Sharing without consent");
  await page.getByRole("group", { name: "Why do you not rely" }).getByRole("radio").first().check();
  await pick(page, "What was decided?", "Share information");
  await page.getByRole("group", { name: "Which grounds" }).getByRole("checkbox").first().check();
  await fillBoxes(page, filler);
  await go(page, "Continue");
  await heading(page, "What the law says");
  await pick(page, "Is the body that decides a public authority?", "Yes");
  await pick(page, "Which lawful basis", /./);
  await page.getByRole("group", { name: "Which condition" }).getByRole("checkbox").first().check();
  await go(page, "Continue");
  await heading(page, "What was weighed");
  await pick(page, "How urgent is it?", /^Now/);
  await fillBoxes(page, filler);
  await go(page, "Continue");
  await heading(page, "The person");
  await pick(page, "Have you told the person", /^No$/);
  await fillBoxes(page, filler);
  await go(page, "Continue");
  await heading(page, "Who decided");
  await fillBoxes(page, filler);
  await go(page, "Record the decision");
  await heading(page, "Consent");
}

/** The task list is shown, at its start and at its end. */
export async function everyWayOfConsent(page: Page, filler: Filler): Promise<void> {
  await page.getByRole("link", { name: "Consent", exact: true }).click();
  await go(page, "Start");
  await page.getByLabel("Not sure").check();
  await fillBoxes(page, filler);
  await go(page, "Record and continue");
  // No, and then a ground for sharing all the same.
  await ask(page, filler);
  await page.getByRole("radio", { name: "No", exact: true }).check();
  await go(page, "Continue");
  await heading(page, "They said no");
  await fillBoxes(page, filler);
  await go(page, "Record their answer");
  await heading(page, "Consent");
  await go(page, "Record a ground for sharing");
  await ground(page, filler);
  // Could not ask.
  await go(page, "Record another answer");
  await heading(page, "Who decides?");
  await go(page, "I could not ask");
  await page.getByRole("radio").first().check();
  await fillBoxes(page, filler);
  await go(page, "Record and continue");
  await ground(page, filler);
  // Yes, within limits, spoken before a witness; then on paper; then typed.
  for (const way of [2, 3, 1]) {
    await go(page, "Record another answer");
    await ask(page, filler);
    await page.getByRole("radio", { name: "Yes, with limits" }).check();
    await fillBoxes(page, filler);
    await go(page, "Continue");
    await sign(page, filler, way);
  }
  await page.getByRole("link", { name: "Back to the referral" }).click();
}

/** Everybody who is still to be told has been. */
export async function tellEverybody(page: Page, filler: Filler): Promise<void> {
  await go(page, "Record who has been told");
  await heading(page, "Who knows of the withdrawal");
  for (const box of await page.getByRole("group", { name: "Who is this about?" }).getByRole("checkbox").all())
    await box.check();
  await pick(page, "What is known?", /They have been told/);
  await fillBoxes(page, filler);
  await go(page, "Record it");
  await heading(page, "Consent");
}

/** Takes consent back, with a word, and says yes again by typed name. */
export async function withdrawConsent(page: Page, filler: Filler): Promise<void> {
  await page.getByRole("link", { name: "Consent", exact: true }).click();
  await go(page, "Record that it was withdrawn");
  await heading(page, "Withdraw consent");
  await fillBoxes(page, filler);
  await go(page, "Record the withdrawal");
  await heading(page, "Consent");
  await tellEverybody(page, filler);
  await go(page, "Record another answer");
  await ask(page, filler);
  await page.getByRole("radio", { name: "Yes", exact: true }).check();
  await go(page, "Continue");
  await sign(page, filler, 1);
  await page.getByRole("link", { name: "Back to the referral" }).click();
}
