/** Single steps of a consent record, for tests that take one path through it at a time. */
import { literal } from "./literal.ts";
import type { Page } from "playwright-core";
import { expect } from "vitest";

export const press = (page: Page, name: string | RegExp) =>
  page.getByRole("button", { name, exact: typeof name === "string" }).click();
export const headed = (page: Page, name: string) =>
  page.getByRole("heading", { level: 1, name: new RegExp(`(^|\\s)${literal(name)}$`) }).waitFor();
export const pick = (page: Page, question: string | RegExp, answer: string | RegExp) =>
  page
    .getByRole("group", { name: question })
    .getByRole("radio", { name: answer, exact: typeof answer === "string" })
    .check();
export const tick = (page: Page, question: string | RegExp, answer: string | RegExp) =>
  page.getByRole("group", { name: question }).getByRole("checkbox", { name: answer });

/** From who decides to the question what they decided; the wording is shown and read aloud. */
export async function askWith(page: Page, decider: RegExp, name: string): Promise<void> {
  await pick(page, /Who (decides about sharing|has a view)/, decider);
  await page.getByLabel(/^(Name of the person who decides|Their name)/).fill(name);
  await press(page, "Continue");
  await readAloud(page);
}

export async function readAloud(page: Page): Promise<void> {
  await headed(page, "What the person reads or hears");
  await page.getByRole("group", { name: "Which wording suits" }).getByRole("radio").first().check();
  await pick(page, "Did you read it aloud?", "Yes");
  await press(page, "Continue");
}

/** Yes, and by the way that comes at that place in the list. */
export async function yesBy(page: Page, way: RegExp): Promise<void> {
  await pick(page, /./, "Yes");
  await press(page, "Continue");
  await headed(page, "How they gave consent");
  await pick(page, "How did they give it?", way);
}

/** What is recorded, newest first. */
export const recorded = (page: Page) =>
  page
    .getByRole("list", { name: /recorded about consent/ })
    .getByRole("listitem")
    .allInnerTexts();

/** A finger drags across the pad. */
export async function drawWithFinger(page: Page): Promise<void> {
  const pad = page.locator("canvas");
  await pad.scrollIntoViewIfNeeded();
  const box = await pad.boundingBox();
  if (!box) throw new Error("no signature pad");
  await page.mouse.move(box.x + 30, box.y + 60);
  await page.mouse.down();
  for (let i = 1; i <= 10; i++) await page.mouse.move(box.x + 30 + i * 15, box.y + 60 + (i % 2) * 30);
  await page.mouse.up();
}

/** The five pages about a ground, from the first to the record, with what law may be chosen; `clean` looks at each. */
export async function recordGround(page: Page, clean: () => Promise<void>): Promise<void> {
  await headed(page, "Sharing without consent");
  await clean();
  await pick(page, "Why do you not rely on consent?", /Asking would make/);
  await pick(page, "What was decided?", /^Share information/);
  await tick(page, "Which grounds apply?", /safeguarding/).check();
  await page.getByLabel("What shows that this applies?").fill("Candles since the meter was cut off.");
  await press(page, "Continue");
  await headed(page, "What the law says");
  await pick(page, "Is the body that decides a public authority?", /^Yes/);
  expect(await page.getByText("A public authority cannot use it for its own tasks.").count()).toBeGreaterThan(
    0,
  );
  expect(await page.getByRole("radio", { name: /safeguard a child/ }).count()).toBe(0);
  await pick(page, "Is the body that decides a public authority?", /^No/);
  await pick(page, "Which lawful basis", /To safeguard a child/);
  await press(page, "Continue");
  await page.getByText("Choose a condition, or that none is needed").first().waitFor();
  await clean();
  await tick(page, "Which condition", /To safeguard a child/).check();
  await press(page, "Continue");
  await headed(page, "What was weighed");
  await page.getByLabel("What harm is feared, and to whom?").fill("Fire, to him and those above.");
  await pick(page, "How urgent is it?", /^Soon/);
  await page.getByLabel(/^Why is it necessary/).fill("Nobody else can act.");
  await page.getByLabel("What is the least that does the job?").fill("The fire risk and the address.");
  await clean();
  await press(page, "Continue");
  await headed(page, "The person");
  await pick(page, "Have you told the person that you are sharing?", "Yes");
  await clean();
  await press(page, "Continue");
  await headed(page, "Who decided");
  await clean();
  await press(page, "Record the decision");
  await headed(page, "Consent");
}
