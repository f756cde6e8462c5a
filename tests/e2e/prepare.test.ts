/**
 * Preparing for a meeting on a telephone with no signal: a member reads, says what their agency knows, declares an
 * interest and sends apologies; once there is a signal, a co-ordinator sees all of it.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Device } from "../support/device.ts";
import { addPanel, enrol, setUp, unlock, USUAL } from "./support/enrol.ts";
import { makeWatcher } from "./support/looks.ts";
import { acceptedCases, enrolDevice, releasedMeeting } from "./support/meetingWorld.ts";
import { makeWorld, type Person, STORE, type World } from "./support/world.ts";

const MEMBER = "Mo Member";
const CLERK = "Cy Second";
const POLICE = "Made-up Police";
const CHILD = "Robin Example";
const OTHER = "Sam Example";
const MEETING = {
  key: "hertfordshire-2031",
  definition: "hertfordshire",
  date: "2031-03-13",
  start: "10:00",
};
const HUB = "Meeting on 13 March 2031 at 10:00";

const button = (page: Page, name: string) => page.getByRole("button", { name, exact: true });
const tab = (page: Page, name: string) => page.getByRole("tab", { name, exact: true }).click();
const shows = (page: Page, text: string | RegExp) =>
  page.locator("main").getByText(text).first().waitFor({ timeout: 60_000 });
const toHub = async (page: Page) => {
  await page.getByRole("link", { name: "Home", exact: true }).first().click();
  await page.getByRole("link", { name: /13 March 2031/ }).click();
  await page.getByRole("heading", { level: 1, name: HUB }).waitFor({ timeout: 60_000 });
};
const backToHub = (page: Page) => page.getByRole("link", { name: "The meeting", exact: true }).click();

describe(`preparing for a meeting, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let member: Person;
  let second: Device;
  const names = () => [CHILD, OTHER, MEMBER];
  const watcher = makeWatcher("finger", names);
  const desk = makeWatcher("mouse", names);

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson("Lee Lead");
    await setUp(world, lead);
    await addPanel(lead.page, "Hertfordshire Complex Case Panel");
    const enrolled = await enrolDevice(world, lead, CLERK, ["Co-ordinator"], { ...USUAL, agency: POLICE });
    const { session } = enrolled;
    second = enrolled.device;
    member = await world.makePerson(MEMBER, { viewport: { width: 390, height: 844 }, touch: true });
    await enrol(lead, member, ["Panel member"]);
    await session.syncNow();
    const cases = await acceptedCases(session, MEETING.definition, [CHILD, OTHER]);
    await releasedMeeting(session, MEETING, cases, [MEMBER, CLERK]);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(task.name));
  });

  afterAll(async () => {
    await second?.close();
    await world.close();
  });

  it("[OXT-30] tells a member on a telephone what is left to read, to write and to say", async () => {
    const { page } = member;
    await page.getByRole("link", { name: /13 March 2031/ }).waitFor({ timeout: 60_000 });
    await shows(page, "Your agency’s notes on 2 cases are missing.");
    await toHub(page);
    await shows(page, "2 not read yet");
    await shows(page, "Missing on 2 cases");
    await shows(page, "You are expected");
    await watcher.look(page, "prepare, the member's list");
    await member.offline(true);
  });

  it("[ASH-53] [HER-58] [OXT-31] takes a note with no signal, and keeps it through a lock half typed", async () => {
    const { page } = member;
    await page.locator("#prepare-cases").getByRole("link", { name: CHILD }).click();
    await page.getByRole("heading", { level: 1, name: CHILD }).waitFor();
    await watcher.look(page, "prepare, a case to read");
    await tab(page, "Papers");
    await shows(page, "Papers that come with the referral appear here.");
    await tab(page, "Earlier meetings");
    await shows(page, "The panel has not heard this case before.");
    await tab(page, "Referral");
    await button(page, "Say what your agency knows").click();
    await button(page, "Save your note").click();
    await shows(page, "Choose what you found");
    await page.getByLabel("This is what we know").check();
    await button(page, "Save your note").click();
    await shows(page, "Write down what your agency knows, or choose that you found nothing");
    await watcher.look(page, "prepare, a note with nothing in it");
    await page.getByLabel("What your agency is concerned about").fill("x".repeat(50_001));
    await button(page, "Save your note").click();
    await shows(page, /‘Concerns’ must be 50,000 characters or fewer. Take out 1/);
    await page.getByLabel("What your agency is concerned about").fill("Visitors at night");
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await unlock(member);
    await page.getByLabel("What your agency is concerned about").waitFor();
    expect(await page.getByLabel("What your agency is concerned about").inputValue()).toBe(
      "Visitors at night",
    );
    await button(page, "Save your note").click();
    await shows(page, "It goes to the others when this device is online.");
    await watcher.look(page, "prepare, a note saved offline");
    await button(page, "Change your note").click();
    await page.getByLabel("What your agency knows", { exact: true }).fill("The rent is paid");
    await button(page, "Save your note").click();
    await shows(page, "Your note is saved");
    await shows(page, "The rent is paid");
    await shows(page, "Visitors at night");
  });

  it("takes a declaration of interest, and takes one back", async () => {
    const { page } = member;
    await tab(page, "Your interest");
    await button(page, "Declare it").click();
    await shows(page, "Say what your interest is");
    await page.getByLabel("What your interest is").fill("I coach the same football team");
    await page.getByLabel("Yes", { exact: true }).check();
    await button(page, "Declare it").click();
    await shows(page, "You leave while the case is heard.");
    await watcher.look(page, "prepare, an interest declared");
    await button(page, "Withdraw it").click();
    await shows(page, "You have declared no interest in this case.");
    await page.getByLabel("What your interest is").fill("I coach a football team");
    await page.getByLabel("Yes", { exact: true }).check();
    await button(page, "Declare it").click();
    await shows(page, "You leave while the case is heard.");
    await button(page, "Change it").click();
    await page.getByLabel("What your interest is").fill("I coach the same football team");
    await button(page, "Declare it").click();
    await shows(page, "I coach the same football team");
    await backToHub(page);
    await shows(page, "1 not read yet");
    await shows(page, "Read, note written, interest declared");
  });

  it("says on the other case that nothing was found", async () => {
    const { page } = member;
    await page.getByRole("link", { name: "Say what your agency knows" }).click();
    await page.getByRole("heading", { level: 1, name: OTHER }).waitFor();
    await page.getByLabel("We looked and found nothing").check();
    await button(page, "Save your note").click();
    await shows(page, "Looked and found nothing.");
    await backToHub(page);
    await shows(page, "All 2 read");
    await shows(page, "Written on all 2");
  });

  it("[HER-04] [GAP-04] takes apologies with cover, by the panel's own time for them", async () => {
    const { page } = member;
    await page.getByRole("link", { name: "If you cannot come" }).click();
    await shows(page, /The panel asks for apologies by Tuesday 11 March 2031, 10:00/);
    await button(page, "Send apologies").click();
    await shows(page, "Choose whether somebody comes in your place");
    await page.getByLabel("Yes", { exact: true }).check();
    await button(page, "Send apologies").click();
    await shows(page, "Enter the name of the person who comes in your place");
    await watcher.look(page, "prepare, apologies without a name");
    await page.getByLabel("Their name").fill("Kim Cover");
    await page.getByLabel("Their job").fill("Nurse");
    await page.getByLabel("What you want to say").fill("On a course");
    await button(page, "Send apologies").click();
    await shows(page, "Kim Cover (Testshire Council, Nurse) comes in your place.");
    await watcher.look(page, "prepare, apologies sent");
    await button(page, "I can come after all").click();
    await shows(page, "You are expected again");
    await page.getByLabel("No, or I do not know yet").check();
    await button(page, "Send apologies").click();
    await shows(page, "Nobody comes in your place yet.");
    await button(page, "Change what you sent").click();
    await page.getByLabel("Yes", { exact: true }).check();
    await page.getByLabel("Their name").fill("Kim Cover");
    await button(page, "Send apologies").click();
    await shows(page, "Kim Cover comes in your place.");
    await backToHub(page);
    await shows(page, "Apologies sent");
  });

  it("shows a co-ordinator all of it once there is a signal", async () => {
    await member.offline(false);
    const { page } = lead;
    await toHub(page);
    await shows(page, "Kim Cover comes instead.");
    await shows(page, "I coach the same football team");
    await desk.look(page, "prepare, apologies for the co-ordinator");
    await page.getByRole("link", { name: "Home", exact: true }).first().click();
    await page.getByRole("link", { name: CHILD }).first().click();
    await tab(page, "Notes by agency");
    await shows(page, "The rent is paid");
    await shows(page, `Notes from 1 of 2 agencies. Missing: ${POLICE}.`);
    await desk.look(page, "prepare, notes by agency");
    await tab(page, "Access");
    await shows(page, MEMBER);
  });

  it("breaks no rule of the page", () => {
    expect([...watcher.faults, ...desk.faults]).toEqual([]);
    expect([...member.watched.faults, ...lead.watched.faults]).toEqual([]);
  });
});
