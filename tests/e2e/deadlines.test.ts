/**
 * What people are told of time, on real screens: the dates a panel's rule gives, by when to send and for which
 * meeting, the same with no connection and with a clock a year out; whom to ask; and a case seen before.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { PanelInfo } from "../../src/app/api.ts";
import { formatCalendarDate } from "../../src/domain/calendarDate.ts";
import { hearingAt } from "../../src/domain/hearing.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import { proposeDates } from "../../src/domain/meetingDates.ts";
import { countWorkingDays } from "../../src/domain/workingDays.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { byWords, callsOfPanel, cardWords, sendByWords } from "../../src/ui/words/deadline.ts";
import { axeFaults } from "../ui/inPage.ts";
import { makeCanaries, Filler } from "./support/answers.ts";
import { enrol, setUp, unlock } from "./support/enrol.ts";
import { makeWatcher } from "./support/looks.ts";
import { definition, startReferral, passInstallFirst } from "./support/referral.ts";
import { makeWorld, pause, type Person, STORE, type World } from "./support/world.ts";

const today = londonDateOf(Date.now());
/** Ashfield asks for 3 working days before: the last moment is the next working day, which is near. */
const meeting = countWorkingDays(today, 4, 1, []).date;
const dated = { key: "m", definition: definition.id, date: meeting, start: "10:00", cancelled: false };
const panel: PanelInfo = {
  definition,
  meetings: [dated],
  everyMeeting: [dated],
  settings: {},
  namedDays: [],
  filed: [],
  reportExports: [],
  passwords: [],
};
const hearing = () => hearingAt(callsOfPanel(panel), Date.now());
const MAILBOX = "panel@testshire.example";
const NAME = "Siân O’Neill";

const goHome = async (page: Page) => {
  await page.getByRole("link", { name: "Home", exact: true }).first().click();
  await page.getByRole("heading", { level: 1, name: "Home" }).waitFor();
};
const shows = (page: Page, text: string | RegExp) => page.locator("main").getByText(text).first().waitFor();

/** From the task list: the name and the date of birth of the person, and back. */
async function nameThePerson(page: Page, name: string): Promise<void> {
  await page.getByRole("link", { name: "The person", exact: true }).click();
  await page.getByLabel("Full name").fill(name);
  const born = page.getByRole("group", { name: "Date of birth" });
  await born.getByLabel("Day").fill("7");
  await born.getByLabel("Month").fill("3");
  await born.getByLabel("Year").fill("1987");
  await pause(1_500);
  await page.getByRole("link", { name: "Back" }).first().click();
  await page.getByRole("heading", { level: 1, name: "Referral" }).waitFor();
}

describe(`deadlines, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let worker: Person;
  const look = makeWatcher("finger", () => [NAME]);
  const lookAtDesk = makeWatcher("mouse", () => [NAME]);

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson("Lee Lead");
    await setUp(world, lead);
    worker = await world.makePerson("Wyn Worker", { viewport: { width: 820, height: 1180 }, touch: true });
    await enrol(lead, worker, ["Referrer"]);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(task.name));
  });

  afterAll(async () => {
    await world.close();
  });

  it("[ASH-74] [HER-50] the co-ordinator fills in contacts, half made at first, and sets a date", async () => {
    const { page } = lead;
    await page.getByRole("link", { name: "Panels" }).first().click();
    await page.getByText("Contacts and settings", { exact: true }).click();
    const mailbox = page.getByLabel(/mailbox/);
    await mailbox.fill("panel at testshire");
    await page.getByRole("button", { name: "Save settings" }).click();
    await shows(page, "Enter an email address, like name@example.org.uk");
    await mailbox.fill(MAILBOX);
    await pause(1_000);
    await goHome(page);
    await page.getByRole("link", { name: "Panels" }).first().click();
    await page.getByText("Contacts and settings", { exact: true }).click();
    expect(await mailbox.inputValue()).toBe(MAILBOX);
    await page.getByRole("button", { name: "Save settings" }).click();
    await shows(page, "Saved.");

    await page.getByText("Add a date").click();
    await shows(page, "The panel sets its dates itself.");
    const [year, month, day] = meeting.split("-").map(Number) as [number, number, number];
    const group = page.getByRole("group", { name: "Date of the meeting" });
    await group.getByLabel("Day").fill(String(day));
    await group.getByLabel("Month").fill(String(month));
    await group.getByLabel("Year").fill(String(year));
    await page.getByLabel("Start time").fill("10:00");
    await page.getByRole("button", { name: "Add date" }).click();
    await shows(page, `Added: ${formatCalendarDate(meeting)} at 10:00.`);
    await page.getByText("Other days off").click();
    await lookAtDesk.look(page, "panels with contacts, dates and days off");
  });

  it("[HER-05] [HER-06] offers the next dates by a panel's own rule, to be added by one press or changed first", async () => {
    const { page } = lead;
    const monthly = {
      ...ashfield,
      id: "monthly",
      name: "Monthly panel",
      shortName: "Monthly",
      calendar: {
        ...ashfield.calendar,
        cycle: { kind: "monthly", every: 1, week: "last", weekday: "thursday" },
        startsAt: "14:00",
        endsAt: "16:30",
      },
    };
    await page.getByLabel("A panel from a file").setInputFiles({
      name: "monthly.json",
      mimeType: "application/json",
      buffer: Buffer.from(JSON.stringify(monthly)),
    });
    const card = page.locator("section.confer-card", { hasText: "Monthly panel" });
    await card.getByText("Add a date").click();
    await card.getByText("The panel meets on the last Thursday, every month, from 14:00 to 16:30.").waitFor();
    const [first, second] = proposeDates(
      { kind: "monthly", every: 1, week: "last", weekday: "thursday" },
      [],
      today,
      2,
      [],
    ).map(({ date }) => formatCalendarDate(date));
    await lookAtDesk.look(page, "panels with dates proposed");
    await card.getByRole("button", { name: `Change it first ${second}` }).click();
    expect(await card.getByLabel("Day").inputValue()).toBe(second?.split(" ")[0]);
    await card.getByRole("button", { name: `Add ${first}` }).click();
    await card.getByText(`Added: ${first} at 14:00.`).waitFor();
    await card.getByRole("button", { name: `Add ${first}` }).waitFor({ state: "detached" });
    await card.getByRole("button", { name: `Cancel this date on ${first}` }).waitFor();
  });

  it("[ASH-04] publishes a page for anybody, after saying what becomes public, and takes it back", async () => {
    const { page } = lead;
    const card = page.locator("section.confer-card", {
      has: page.getByRole("heading", { name: definition.name }),
    });
    await card.getByText("Public page and dates").click();
    await card.getByText(`Email: ${MAILBOX}`).waitFor();
    await card.getByText(`${formatCalendarDate(meeting)}, 10:00. Referrals by`).waitFor();
    await card.getByLabel("Address of the page").fill("Not an address");
    await card.getByRole("button", { name: "Publish" }).click();
    await card.getByText("Tick to say that this may be public").first().waitFor();
    await lookAtDesk.look(page, "panels before dates are published");
    await card.getByLabel("Address of the page").fill("ashfield");
    await card.getByLabel("Publish this page").check();
    await card.getByRole("button", { name: "Publish" }).click();
    const stop = card.getByRole("button", { name: "Stop publishing" });
    await stop.waitFor({ timeout: 60_000 });
    await lookAtDesk.look(page, "panels with dates published");
    const anybody = await page.context().browser()?.newContext();
    const open = await anybody?.newPage();
    if (!open) throw new Error("no browser");
    await open.goto(new URL("/public/ashfield", page.url()).href);
    await open.getByRole("cell", { name: "10:00" }).waitFor();
    expect(await open.title()).toBe(`Meeting dates – ${definition.name}`);
    expect(await axeFaults(open)).toEqual([]);
    await open.getByRole("link", { name: "What the panel is for, and its form on paper" }).click();
    await open.getByRole("heading", { level: 1, name: definition.name }).waitFor();
    await open.getByRole("link", { name: MAILBOX }).waitFor();
    await shows(open, definition.audience.summary);
    await open.getByRole("cell", { name: "10:00" }).waitFor();
    await lookAtDesk.look(open, "the public page of a panel");
    const saving = open.waitForEvent("download");
    await open.getByRole("button", { name: /^Blank form to print/ }).click();
    expect((await saving).suggestedFilename()).toBe("referral-form-ashfield.pdf");
    expect(await open.evaluate(async () => (await indexedDB.databases()).length)).toBe(0);
    await open.goto(new URL("/panel/nothing-here", page.url()).href);
    await open.getByRole("heading", { level: 1, name: "No panel is published here" }).waitFor();
    await anybody?.close();
    await stop.click();
    await card.getByRole("button", { name: "Publish" }).waitFor({ timeout: 60_000 });
  });

  it("[ASH-10] moves a meeting with a reason, and its deadlines with it", async () => {
    const { page } = lead;
    const card = page.locator("section.confer-card", { hasText: "Monthly panel" });
    await card.getByRole("link", { name: /Deadlines and changes/ }).click();
    await page.getByRole("heading", { level: 1, name: /Meeting on/ }).waitFor();
    await shows(page, "At least 2 working days before the meeting.");
    await page.getByText("Move this meeting").click();
    const date = page.getByRole("group", { name: "New date" });
    await date.getByLabel("Day").fill("3");
    await date.getByLabel("Month").fill("3");
    await date.getByLabel("Year").fill("2027");
    await page.getByLabel("Why it is moved").fill("The hall is closed");
    await page.getByRole("button", { name: "Move meeting" }).click();
    await page.getByRole("heading", { level: 1, name: "Meeting on 3 March 2027 at 14:00" }).waitFor();
    await shows(page, /was moved to 3 March 2027 at 14:00: The hall is closed\./);
    await shows(page, "Friday 26 February 2027, 17:00");
    await lookAtDesk.look(page, "a meeting that was moved");
    await goHome(page);
  });

  it("[ASH-01] says on the card and the task list by when to send, offline too, and in the safety line", async () => {
    const { page } = worker;
    await page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await page.getByRole("link", { name: "Start a referral" }).first().click();
    await passInstallFirst(page);
    await page.getByText(cardWords(hearing(), today)).waitFor({ timeout: 60_000 });
    await look.look(page, "which panel, with its deadline");
    await goHome(page);
    await pause(2_000);

    await worker.offline(true);
    await startReferral(page, new Filler(makeCanaries(40)));
    await shows(page, `This referral is only on this tablet. ${sendByWords(hearing(), today)[0]}`);
    const due = hearing().next?.due;
    if (!due) throw new Error("Ashfield sets a last moment");
    const by = byWords(due, today);
    await page
      .getByRole("region", { name: "Safety of your work" })
      .getByText(`A draft must be sent by ${by}`)
      .waitFor();
    await page.getByText("How this date is worked out").click();
    await shows(page, "at least 3 working days before the meeting");
    await shows(page, "By the other rule it would be");
    await shows(page, "If you need to ask the panel");
    expect(await page.getByRole("link", { name: MAILBOX }).getAttribute("href")).toBe(`mailto:${MAILBOX}`);
    await nameThePerson(page, NAME);
    await look.look(page, "task list offline, with the deadline worked out");
    await goHome(page);
    await shows(page, `Send by ${by}`);
    await look.look(page, "home with a draft and its deadline");
    await worker.offline(false);
  });

  it("hints at an earlier referral about the same person, however the name is typed, and blocks nothing", async () => {
    const { page } = worker;
    await startReferral(page, new Filler(makeCanaries(40)));
    expect(await page.getByText("You may have written about this person before").count()).toBe(0);
    await nameThePerson(page, "ONEILL, Sian");
    await shows(page, "You may have written about this person before");
    await look.look(page, "task list with a case like it");
    await page.getByRole("link", { name: "Check and submit" }).click();
    await shows(page, "You may have written about this person before");
    await look.look(page, "check your answers with a case like it");
    await page.getByRole("link", { name: /^ASH-/ }).click();
    await page.getByRole("heading", { level: 1 }).waitFor();
    await shows(page, NAME);
  });

  it("[GAP-14] counts by the server's time where the tablet's clock is a year ahead, and says so", async () => {
    const { page } = worker;
    await page.addInitScript((aheadMs) => {
      const Real = Date;
      globalThis.Date = class extends Real {
        constructor(...given: unknown[]) {
          if (given.length === 0) super(Real.now() + aheadMs);
          else super(...(given as [number]));
        }
        static override now = () => Real.now() + aheadMs;
      } as DateConstructor;
    }, 366 * 86_400_000);
    await page.goto("/");
    await unlock(worker);
    await page.getByRole("link", { name: "Start a referral" }).first().click();
    await passInstallFirst(page);
    await page.getByText(cardWords(hearing(), today)).waitFor({ timeout: 60_000 });
    const wrong = "This tablet’s clock is 1 year ahead. Deadlines use the server’s time.";
    await shows(page, wrong);
    await page.getByRole("link", { name: /Is my work safe/ }).click();
    await shows(page, wrong);
    await look.look(page, "health page with a wrong clock");

    // Offline after a restart, the server's last word stands.
    await pause(1_000);
    await worker.offline(true);
    await page.goto("/");
    await unlock(worker);
    await page.getByRole("link", { name: "Start a referral" }).first().click();
    await passInstallFirst(page);
    await shows(page, cardWords(hearing(), today));
    await shows(page, wrong);
    await worker.offline(false);
  });

  it("shows all of it without a fault for axe, at every width", () => {
    expect([...look.faults, ...lookAtDesk.faults]).toEqual([]);
  });
});
