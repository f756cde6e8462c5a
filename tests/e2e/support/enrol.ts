/** The screens that make somebody a member: set-up, invite, join, the six words. */
import type { Page } from "playwright-core";
import type { Person, World } from "./world.ts";

export const PASSPHRASE = "seven wet otters dance slowly";

/** What is typed about somebody who joins; a test that looks for words gives its own. */
export type Typed = {
  readonly passphrase: string;
  readonly partnership: string;
  readonly agency: string;
  readonly position: string;
};

export const USUAL: Typed = {
  passphrase: PASSPHRASE,
  partnership: "Testshire partnership",
  agency: "Testshire Council",
  position: "Worker",
};

/** Somebody who wants to look at a screen on the way is called while it is shown. */
export type Stops = Partial<
  Record<
    "atSetUp" | "atCode" | "atHome" | "atInvite" | "atLink" | "atJoin" | "atWaiting" | "atWords",
    () => Promise<void>
  >
>;

export async function takeRecoveryCode(page: Page, stops: Stops = {}): Promise<string> {
  await page.getByRole("heading", { level: 1, name: "Your recovery code" }).waitFor({ timeout: 60_000 });
  await stops.atCode?.();
  const groups = (await page.locator("main ol li").allInnerTexts()).map((text) =>
    text.replace(/^\d+\s+/, "").trim(),
  );
  await page.getByLabel("Type the last group from your paper").fill(groups.at(-1) ?? "");
  await page.getByRole("button", { name: "I have written it down" }).click();
  return groups.join("-");
}

/** The first co-ordinator, through the set-up link, with Ashfield in force at the end. */
export async function setUp(world: World, person: Person, typed = USUAL, stops: Stops = {}): Promise<string> {
  const { page } = person;
  await page.goto(world.setupLink);
  await page.getByRole("heading", { level: 1, name: "Set up Confer" }).waitFor();
  await stops.atSetUp?.();
  await page.getByLabel("Name of the partnership").fill(typed.partnership);
  await page.getByLabel("A demonstration, with invented people").check();
  await fillProfile(page, "Your", person.name, typed);
  await page.getByLabel("Choose a passphrase").fill(typed.passphrase);
  await page.getByRole("button", { name: "Set up" }).click();
  const code = await takeRecoveryCode(page, stops);
  await page.getByRole("link", { name: "Add a panel" }).waitFor({ timeout: 60_000 });
  await stops.atHome?.();
  await page.getByRole("link", { name: "Add a panel" }).click();
  await addPanel(page, "Ashfield Complex Case Panel");
  return code;
}

/** On Panels: one of those that come with Confer. */
export async function addPanel(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "Panels" }).first().click();
  await page.getByRole("button", { name: `Add ${name}` }).click();
  await page.getByRole("heading", { level: 2, name }).waitFor();
}

async function fillProfile(page: Page, whose: "Your" | "Their", name: string, typed: Typed): Promise<void> {
  await page.getByLabel(`${whose} name`).fill(name);
  await page.getByLabel(`${whose} agency`).fill(typed.agency);
  await page.getByLabel(`${whose} position`).fill(typed.position);
}

/** Invited by one, joined by the other, the six words compared as by telephone, confirmed and let in. */
export async function enrol(
  lead: Person,
  newcomer: Person,
  roles: readonly string[],
  typed = USUAL,
  stops: Stops = {},
): Promise<string> {
  const link = await invite(lead, newcomer.name, roles, typed);
  await newcomer.page.goto(link);
  await newcomer.page.getByRole("heading", { level: 1, name: "Join on this device" }).waitFor();
  await stops.atJoin?.();
  await newcomer.page.getByLabel("Choose a passphrase").fill(typed.passphrase);
  await newcomer.page.getByRole("button", { name: "Join" }).click();
  const code = await takeRecoveryCode(newcomer.page, stops);
  await confirm(lead, newcomer, stops);
  return code;
}

/** The link that is shown once. */
export async function invite(
  { page }: Person,
  name: string,
  roles: readonly string[],
  typed = USUAL,
  stops: Stops = {},
): Promise<string> {
  await page.getByRole("link", { name: "People" }).first().click();
  await page.getByRole("link", { name: "Invite somebody" }).click();
  await stops.atInvite?.();
  await fillProfile(page, "Their", name, typed);
  for (const role of roles) await page.getByLabel(role, { exact: true }).check();
  await page.getByRole("button", { name: "Make the link" }).click();
  const link = await page.getByLabel("Link, shown only now").inputValue();
  await stops.atLink?.();
  await page.getByRole("link", { name: "I have sent it" }).click();
  return link;
}

/** The co-ordinator is on People, the newcomer waits: the words are compared and the newcomer let in. */
export async function confirm({ page }: Person, newcomer: Person, stops: Stops = {}): Promise<void> {
  const theirs = await sixWords(newcomer.page);
  await stops.atWaiting?.();
  await page
    .getByRole("link", { name: new RegExp(`Confirm.*${newcomer.name}|${newcomer.name}.*Confirm|Compare`) })
    .click();
  const ours = await sixWords(page);
  await stops.atWords?.();
  if (ours.join() !== theirs.join()) throw new Error(`six words differ: ${ours.join()} / ${theirs.join()}`);
  await page
    .getByRole("button", { name: /match|same/i })
    .first()
    .click();
  await newcomer.page
    .getByRole("link", { name: /Start a referral|Home/ })
    .first()
    .waitFor({ timeout: 60_000 });
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
