/** The two long walks of a referral, stopping at every page: the sections, and consent in all its answers. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { Filler } from "./answers.ts";
import type { Watcher } from "./looks.ts";
import { definition } from "./referral.ts";
import { readHere } from "./readHere.ts";
import { PERSON } from "./story.ts";

const go = (page: Page, name: string) => page.getByRole("button", { name, exact: true }).click();
const heading = (page: Page, name: string) => page.getByRole("heading", { level: 1, name }).waitFor();

/** Each page: pressed on with nothing answered, then filled. Rows of repeated questions are seen open. */
export async function lookAtSections(page: Page, watcher: Watcher, filler: Filler): Promise<void> {
  for (const section of definition.sections.filter(({ kind }) => kind === "questions")) {
    await page.getByRole("link", { name: section.title, exact: true }).click();
    for (const formPage of section.pages) {
      await heading(page, formPage.title);
      const called = `section ${section.key} ${formPage.key}`;
      for (const question of formPage.questions) {
        const add = page.getByRole("button", {
          name: question.type === "repeat" ? (question.addLabel ?? /^Add a/) : "-",
        });
        if (question.type !== "repeat" || !(await add.isVisible())) continue;
        await add.click();
        await watcher.look(page, `${called} with a row open`);
        await page.getByRole("button", { name: /^Done/ }).first().click();
      }
      const isFirst = section === definition.sections[0] && formPage === section.pages[0];
      if (isFirst) await go(page, "Continue");
      await watcher.look(page, `${called}, nothing answered`, isFirst ? 820 : undefined);
      await filler.fillPage(page, formPage);
      await watcher.look(page, called);
      await go(page, "Continue");
    }
    await heading(page, "Referral");
  }
}

/** No, with a ground; could not ask; yes in each of the four ways; withdrawn; yes again by typed name. */
export async function lookAtConsent(page: Page, watcher: Watcher): Promise<void> {
  const see = (name: string, documented?: 390 | 820 | 1280) =>
    watcher.look(page, `consent, ${name}`, documented);
  const decide = async (answer: string) => {
    await heading(page, "Who decides?");
    await page.getByRole("radio").first().check();
    await go(page, "Continue");
    await page.getByRole("radio").first().check();
    await page.getByRole("group", { name: "Did you read it aloud?" }).getByLabel("Yes").check();
    await go(page, "Continue");
    await heading(page, "What did they decide?");
    await page.getByRole("radio", { name: answer, exact: true }).check();
  };
  await page.getByRole("link", { name: "Consent", exact: true }).click();
  await see("nothing recorded");
  await go(page, "Start");
  await see("does the person know");
  await go(page, "Record and continue");
  await see("does the person know, with an error");
  await page.getByLabel("Yes", { exact: true }).check();
  await go(page, "Record and continue");
  await heading(page, "Who decides?");
  await page.getByRole("radio").nth(1).check();
  await go(page, "Continue");
  await see("who decides, with errors");
  await page.getByRole("radio").first().check();
  await go(page, "Continue");
  await heading(page, "What the person reads or hears");
  await page.getByRole("radio").first().check();
  await go(page, "Show the wording");
  await see("the wording turned to the person", 390);
  await go(page, "Done");
  await see("what the person reads or hears");
  await page.getByRole("link", { name: "What is recorded" }).click();
  await go(page, "Carry on");
  await decide("No");
  await see("what did they decide");
  await go(page, "Continue");
  await heading(page, "They said no");
  await see("they said no");
  await go(page, "Record their answer");
  await heading(page, "Consent");
  await see("refused");
  await go(page, "Record a ground for sharing");
  await go(page, "Continue");
  await see("ground, with errors");
  await lookAtGround(page, see);
  await go(page, "Record another answer");
  await go(page, "I could not ask");
  await see("could not ask");
  await page.getByRole("link", { name: "What is recorded" }).click();
  await go(page, "Record another answer");
  await decide("Yes, with limits");
  await page.getByLabel(definition.consent.record.limits.label).fill("Not to his brother.");
  await see("yes, with limits");
  await go(page, "Continue");
  await heading(page, "How they gave consent");
  for (const [index, { way }] of definition.consent.ways.entries()) {
    await page.getByRole("group", { name: "How did they give it?" }).getByRole("radio").nth(index).check();
    await see(`signing, ${way}`, way === "drawn" ? 820 : undefined);
    await go(page, "Record consent");
    if (way === "drawn" || way === "typed") await see(`signing, ${way}, with an error`);
    if (way === "verbal") break;
  }
  await heading(page, "Consent");
  await go(page, "Record that it was withdrawn");
  await see("withdraw");
  await go(page, "Record the withdrawal");
  await heading(page, "Consent");
  await see("withdrawn");
  await go(page, "Record who has been told");
  await go(page, "Record it");
  await see("who has been told, with errors");
  await page.getByRole("link", { name: "What is recorded" }).click();
  await go(page, "End a ground for sharing");
  await see("end a ground");
  await page.getByRole("link", { name: "What is recorded" }).click();
  await go(page, "Mark a record as a mistake");
  await see("a mistake");
  await page.getByRole("link", { name: "What is recorded" }).click();
  await go(page, "Record another answer");
  await decide("Yes");
  await go(page, "Continue");
  await heading(page, "How they gave consent");
  await page.getByRole("group", { name: "How did they give it?" }).getByRole("radio").nth(1).check();
  await page.getByLabel("Their name, typed by them").fill(PERSON);
  await page.getByRole("group", { name: "The person ticks this" }).getByRole("checkbox").check();
  await go(page, "Record consent");
  await heading(page, "Consent");
  await see("given", 820);
  await go(page, "What they can be given");
  await see("receipt", 820);
  await page.getByRole("link", { name: "What is recorded" }).click();
  await heading(page, "Consent");
  await go(page, "Record another person’s view beside it");
  await see("another view");
  await page.getByRole("link", { name: "What is recorded" }).click();
  await page.getByRole("link", { name: "Back to the referral" }).click();
}

/** The five pages about a ground, each filled; recorded at the end. */
async function lookAtGround(
  page: Page,
  see: (name: string, documented?: 390 | 820 | 1280) => Promise<void>,
): Promise<void> {
  const choose = (question: string, at = 0) =>
    page.getByRole("group", { name: question }).getByRole("radio").nth(at).check();
  await choose("Why do you not rely on consent?", 3);
  await choose("What was decided?");
  await page.getByRole("group", { name: "Which grounds apply?" }).getByRole("checkbox").first().check();
  await page
    .getByLabel("What shows that this applies?")
    .fill("Candles in the front room, papers in the hall.");
  await go(page, "Continue");
  await heading(page, "What the law says");
  await choose("Is the body that decides a public authority?", 1);
  await page.getByText("What cannot be chosen, and why").click();
  await go(page, "Continue");
  await see("the law, with errors", 820);
  await choose("Which lawful basis does sharing rest on?", 4);
  await page.getByRole("group", { name: "Which condition" }).getByRole("checkbox").first().check();
  await go(page, "Continue");
  await heading(page, "What was weighed");
  await see("what was weighed");
  await page.getByLabel("What harm is feared, and to whom?").fill("A fire, to him and to the flats above.");
  await choose("How urgent is it?", 1);
  await page.getByLabel("Why is it necessary to share").fill("Nobody else can act on it.");
  await page.getByLabel("What is the least that does the job?").fill("The fire risk and the address.");
  await go(page, "Continue");
  await heading(page, "The person");
  await choose("Have you told the person", 1);
  await see("the person, not told");
  await page.getByLabel("Why not?").fill("His neighbour reads his letters.");
  await go(page, "Continue");
  await heading(page, "Who decided");
  await see("who decided");
  await go(page, "Record the decision");
  await heading(page, "Consent");
  await see("a ground in force");
}

/** The protected PDF: stopped at once, and then made. */
export async function lookAtProtectedPdf(page: Page, watcher: Watcher): Promise<void> {
  // Stopped as soon as it is started: nothing comes after.
  await page.evaluate(() => {
    const press = (text: string) =>
      [...document.querySelectorAll("button")].find((each) => each.textContent.includes(text))?.click();
    press("Make a protected PDF");
    press("Cancel");
  });
  await page.getByText("Cancelled. No PDF was made.").waitFor();
  await watcher.look(page, "PDF cancelled");
  expect(await page.locator("code").count()).toBe(0);
  await page.getByRole("button", { name: /protected PDF/i }).click();
  await page.locator("code").waitFor({ timeout: 60_000 });
  await watcher.look(page, "protected PDF");
}

/** The referral as a page: the same words, on paper without the screen around them, and the history says so. */
export async function lookAtReferralPage(page: Page, watcher: Watcher): Promise<void> {
  const { words, paper } = await readHere(page, watcher, "the referral as a page");
  for (const part of ["Reference", "Submitted"]) {
    expect(words).toContain(part);
    expect(paper).toContain(part);
  }
  expect(paper).toMatch(/Page 1 of \d/);
  expect(paper).not.toContain("Which password opens it?");
  await page.getByRole("tab", { name: "History" }).click();
  await page.getByText("printed the referral").first().waitFor();
}
