/** The screens that make somebody a member: set-up, invite, join, the six words. */
import type { Page } from "playwright-core";
import type { Person, World } from "./world.ts";

export const PASSPHRASE = "seven wet otters dance slowly";

async function takeRecoveryCode(page: Page): Promise<string> {
  await page.getByRole("heading", { level: 1, name: "Your recovery code" }).waitFor({ timeout: 60_000 });
  const groups = (await page.locator("main ol li").allInnerTexts()).map((text) =>
    text.replace(/^\d+\s+/, "").trim(),
  );
  await page.getByLabel("Type the last group from your paper").fill(groups.at(-1) ?? "");
  await page.getByRole("button", { name: "I have written it down" }).click();
  return groups.join("-");
}

/** The first co-ordinator, through the set-up link, with Ashfield in force at the end. */
export async function setUp(world: World, person: Person): Promise<string> {
  const { page } = person;
  await page.goto(world.setupLink);
  await page.getByLabel("Name of the partnership").fill("Testshire partnership");
  await page.getByLabel("A demonstration, with invented people").check();
  await fillProfile(page, "Your", person.name);
  await page.getByLabel("Choose a passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Set up" }).click();
  const code = await takeRecoveryCode(page);
  await page.getByRole("link", { name: "Add a panel" }).click();
  await page.getByRole("button", { name: /Add Ashfield/ }).click();
  await page.getByText("Ashfield Complex Case Panel").first().waitFor();
  return code;
}

async function fillProfile(page: Page, whose: "Your" | "Their", name: string): Promise<void> {
  await page.getByLabel(`${whose} name`).fill(name);
  await page.getByLabel(`${whose} agency`).fill("Testshire Council");
  await page.getByLabel(`${whose} position`).fill("Worker");
}

/** Invited by one, joined by the other, the six words compared as by telephone, confirmed and let in. */
export async function enrol(lead: Person, newcomer: Person, roles: readonly string[]): Promise<string> {
  const { page } = lead;
  await page.getByRole("link", { name: "People" }).first().click();
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await fillProfile(page, "Their", newcomer.name);
  for (const role of roles) await page.getByLabel(role, { exact: true }).check();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Link, shown only now").inputValue();
  await page.getByRole("link", { name: "I have sent it" }).click();

  await newcomer.page.goto(link);
  await newcomer.page.getByLabel("Choose a passphrase").fill(PASSPHRASE);
  await newcomer.page.getByRole("button", { name: "Join" }).click();
  const code = await takeRecoveryCode(newcomer.page);
  const theirs = await sixWords(newcomer.page);

  await page
    .getByRole("link", { name: new RegExp(`Confirm.*${newcomer.name}|${newcomer.name}.*Confirm|Compare`) })
    .click();
  const ours = await sixWords(page);
  if (ours.join() !== theirs.join()) throw new Error(`six words differ: ${ours.join()} / ${theirs.join()}`);
  await page
    .getByRole("button", { name: /match|same/i })
    .first()
    .click();
  await newcomer.page
    .getByRole("link", { name: /Start a referral|Home/ })
    .first()
    .waitFor({ timeout: 60_000 });
  return code;
}

async function sixWords(page: Page): Promise<string[]> {
  await page.locator("main ol li").nth(5).waitFor({ timeout: 60_000 });
  return (await page.locator("main ol li").allInnerTexts()).map((text) => text.replace(/^\d+\s+/, "").trim());
}

/** From the locked screen to where the person was. */
export async function unlock(person: Person, passphrase = PASSPHRASE): Promise<void> {
  await person.page.getByLabel("Passphrase", { exact: true }).fill(passphrase);
  await person.page.getByRole("button", { name: "Unlock" }).click();
  await person.page.getByRole("button", { name: "Lock", exact: true }).waitFor({ timeout: 60_000 });
}
