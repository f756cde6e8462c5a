/**
 * Agreement on real screens: an author asks a manager, who reads the draft on a phone, sends it back, and approves
 * it the second time with no signal; what somebody outside said is written down; nothing half made is lost.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enrol, setUp, unlock } from "./support/enrol.ts";
import { makeWatcher } from "./support/looks.ts";
import { passBeforeYouStart, passInstallFirst } from "./support/referral.ts";
import { makeWorld, pause, type Person, STORE, type World } from "./support/world.ts";

const APPROVAL = "Approval by the Head of Service or senior manager";
const CHILD = "Robin Example";
const MANAGER = "Mo Manager";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const goHome = (page: Page) => page.getByRole("link", { name: "Home", exact: true }).first().click();
const shows = (page: Page, text: string | RegExp) =>
  page.locator("main").getByText(text).first().waitFor({ timeout: 60_000 });

/** Through "Is this the right panel?" without answering: that can be finished later. */
async function startHertfordshire(page: Page): Promise<void> {
  await page.getByRole("link", { name: "Start a referral" }).first().click();
  await passInstallFirst(page);
  await page
    .getByRole("link", { name: /Hertfordshire/ })
    .first()
    .click();
  await passBeforeYouStart(page);
  const tasks = page.getByRole("heading", { level: 1, name: /Referral$/ });
  const later = page.getByText("Continue and finish this later");
  for (let tries = 0; tries < 20 && !(await tasks.isVisible()); tries++) {
    if (await later.isVisible()) await later.click();
    else if (await button(page, "Continue").isVisible()) await button(page, "Continue").click();
    await pause(300);
  }
  await page.getByRole("link", { name: "The child or young person", exact: true }).click();
  await page.getByLabel("Full name").fill(CHILD);
  await pause(1_000);
  await page.getByRole("link", { name: "Back" }).first().click();
  await tasks.waitFor();
}

describe(`agreement, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let worker: Person;
  let manager: Person;
  const watcher = makeWatcher("finger", () => [CHILD, MANAGER]);

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson("Lee Lead");
    await setUp(world, lead);
    await lead.page.getByRole("button", { name: /Add Hertfordshire/ }).click();
    await lead.page.getByText("Hertfordshire Complex Case Panel").first().waitFor();
    worker = await world.makePerson("Wyn Worker", { viewport: { width: 820, height: 1180 }, touch: true });
    await enrol(lead, worker, ["Referrer"]);
    manager = await world.makePerson(MANAGER, { viewport: { width: 390, height: 844 }, touch: true });
    await enrol(lead, manager, ["Panel member"]);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(task.name));
  });

  afterAll(() => world.close());

  const openApproval = () => worker.page.getByRole("link", { name: APPROVAL }).click();
  const ask = async (message: string) => {
    const { page } = worker;
    await openApproval();
    await page.getByLabel("Ask a colleague here").check();
    await page.getByRole("group", { name: "Whom do you ask?" }).getByLabel(MANAGER).check();
    await page.getByLabel("A message to them").fill(message);
  };
  const openAsk = async () => {
    await goHome(manager.page);
    await manager.page
      .getByRole("heading", { name: "Asked for your agreement" })
      .waitFor({ timeout: 60_000 });
    await manager.page.locator("#asked").getByRole("link").first().click();
    await shows(manager.page, /Do you approve this referral/);
  };

  it("[HER-51] asks a colleague by name, and keeps what is half made through a lock", async () => {
    const { page } = worker;
    await startHertfordshire(page);
    await page.getByRole("heading", { name: "Who has to agree first" }).waitFor();
    await watcher.look(page, "agreement, the task list");
    await openApproval();
    await button(page, "Continue").click();
    await shows(page, "Choose what you want to do");
    await watcher.look(page, "agreement, nothing chosen");
    await page.getByRole("link", { name: "Back" }).first().click();
    await ask("Please look before Friday");
    await watcher.look(page, "agreement, asking a colleague");
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await unlock(worker);
    await page.getByLabel("A message to them").waitFor();
    expect(await page.getByLabel("A message to them").inputValue()).toBe("Please look before Friday");
    await button(page, "Ask them").click();
    await shows(page, /^Asked\. They see it/);
    await watcher.look(page, "agreement, asked");
  });

  it("[HER-51] is read on a phone and sent back with words, which the author reads", async () => {
    const { page } = manager;
    await openAsk();
    await shows(page, CHILD);
    await shows(page, "Please look before Friday");
    await watcher.look(page, "agreement, what a manager is asked");
    await button(page, "Go to your answer").click();
    await page.getByLabel("Send it back").check();
    await button(page, "Send back").click();
    await shows(page, "Say what has to change");
    await watcher.look(page, "agreement, sending back without words");
    await page.getByLabel("What has to change?").fill("Say who visits at night");
    await button(page, "Send back").click();
    await shows(page, "Your answer is saved");
    await worker.page.getByRole("link", { name: "Go back to the referral" }).click();
    await shows(worker.page, /^Sent back by Mo Manager/);
    await openApproval();
    await shows(worker.page, "Say who visits at night");
    await watcher.look(worker.page, "agreement, sent back");
    await worker.page.getByRole("link", { name: "Back" }).first().click();
  });

  it("is approved with no signal, and reaches the author when signal returns", async () => {
    await ask("Added it");
    await button(worker.page, "Ask them").click();
    await shows(worker.page, /^Asked\. They see it/);
    await openAsk();
    const { page } = manager;
    await manager.offline(true);
    await page.getByLabel("I approve it").check();
    await button(page, "Approve").click();
    await shows(page, /when this device is online|on its way/);
    await watcher.look(page, "agreement, answered offline");
    await manager.offline(false);
    await goHome(page);
    await worker.page.getByRole("link", { name: "Go back to the referral" }).click();
    await shows(worker.page, /^Approved by Mo Manager/);
  });

  it("writes down what somebody said who is not on Confer", async () => {
    const { page } = worker;
    await openApproval();
    await page.getByLabel("Write down what somebody said").check();
    await button(page, "Record it").click();
    await shows(page, "Enter the name of the person who said it");
    await watcher.look(page, "agreement, writing down what was said");
    await page.getByLabel("Their name").fill("Pat Elsewhere");
    await page.getByLabel("They approve it").check();
    await page.getByLabel("In person or by telephone").check();
    const when = page.getByRole("group", { name: "When did they say it?" });
    await when.getByLabel("Day").fill("3");
    await when.getByLabel("Month").fill("3");
    await when.getByLabel("Year").fill("2025");
    await button(page, "Record it").click();
    await shows(page, "Recorded.");
    await page.getByRole("link", { name: "Go back to the referral" }).click();
    await page.getByRole("link", { name: "Check and submit" }).click();
    await shows(page, /Pat Elsewhere, on 3 March 2025, spoken, taken down by Wyn Worker/);
    await shows(page, /Sent back by Mo Manager/);
  });

  it("breaks no rule of the page", () => {
    expect(watcher.faults).toEqual([]);
    expect([...worker.watched.faults, ...manager.watched.faults]).toEqual([]);
  });
});
