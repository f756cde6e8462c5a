/**
 * An agenda on real screens: begun, made, people asked, sent out; and what each of them then reads. The member has
 * every case, the guest one, and neither of them anything before it goes.
 */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type CalendarDate, formatCalendarDate } from "../../src/domain/calendarDate.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import { ensure } from "../../demo/ensure.ts";
import { ascii } from "../../src/domain/bytes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { wholePdf } from "../documents/pdfFiles.ts";
import { textOf } from "../documents/tools.ts";
import { png } from "../documents/build.ts";
import { type Device, until } from "../support/device.ts";
import { enrol, setUp, unlock } from "./support/enrol.ts";
import { makeWatcher } from "./support/looks.ts";
import { readHere } from "./support/readHere.ts";
import { takePdf } from "./support/takePdf.ts";
import { acceptedCases, enrolDevice } from "./support/meetingWorld.ts";
import { makeWorld, pause, type Person, STORE, type World } from "./support/world.ts";

const ALDER = "Person Alder (invented)";
const BIRCH = "Person Birch (invented)";

const heading = (page: Page, name: string | RegExp) =>
  page.getByRole("heading", { level: 1, name }).waitFor({ timeout: 60_000 });
const shows = (page: Page, text: string | RegExp) => page.locator("main").getByText(text).first().waitFor();
const items = (page: Page) => page.locator("main .confer-agenda__title").allInnerTexts();

async function openMeeting(page: Page, date: CalendarDate): Promise<void> {
  await page.getByRole("link", { name: "Home", exact: true }).first().click();
  await heading(page, "Home");
  await page
    .getByRole("link", { name: new RegExp(`^${formatCalendarDate(date)} at`) })
    .click({ timeout: 60_000 });
  await heading(page, /Meeting on/);
}

describe(`an agenda, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let member: Person;
  let guest: Person;
  let device: Device;
  let session: OpenSession;
  let birch: ScopeId;
  let date: CalendarDate;
  const references: string[] = [];
  const desk = makeWatcher("mouse", () => [ALDER, BIRCH]);
  const hand = makeWatcher("finger", () => [ALDER, BIRCH]);

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson("Lee Lead");
    await setUp(world, lead);
    member = await world.makePerson("Mo Member");
    await enrol(lead, member, ["Panel member"]);
    guest = await world.makePerson("Gil Guest", { viewport: { width: 390, height: 844 }, touch: true });
    await enrol(lead, guest, ["Referrer"]);
    const enrolled = await enrolDevice(world, lead, "Dana Device", ["Co-ordinator", "Referrer"]);
    ({ device, session } = enrolled);
    const cases = await acceptedCases(session, "ashfield", [ALDER, BIRCH]);
    references.push(...cases.map(({ reference }) => reference));
    birch = cases[1]?.case as ScopeId;
    for (const [title, mediaType, file] of [
      ["Plan of the stairs", "application/pdf", await wholePdf(2)],
      ["Letter cut short", "application/pdf", new Uint8Array([...ascii("%PDF-1.7"), 1, 2])],
      ["The front door", "image/png", png(90, 60)],
    ] as const) {
      const bytes = new Blob([new Uint8Array(file)], { type: mediaType });
      const paper = { bytes, fileName: "scan", mediaType, kind: "other", title };
      ensure(await session.addPaper(birch, paper, () => {}, new AbortController().signal));
    }
    date = londonDateOf(Date.now() + 20 * 86_400_000);
    await session.setMeetingDate({ key: `ashfield-${date}`, definition: "ashfield", date, start: "10:00" });
    await session.syncNow();
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(task.name));
  });

  afterAll(async () => {
    await device?.close();
    await world.close();
  });

  it("is begun by a co-ordinator, who is told on the home page that it has not been sent", async () => {
    const { page } = lead;
    await openMeeting(page, date);
    await shows(page, "Nothing is prepared yet");
    await page.getByRole("button", { name: "Prepare this meeting" }).click();
    await shows(page, "Nothing is on the agenda yet.");
    await desk.look(page, "a meeting that is begun");
    await page.getByRole("link", { name: "Home", exact: true }).first().click();
    await shows(page, /Agenda not sent: due by/);
  });

  it("[ASH-79] [OXT-87] takes two cases and other business, in the order that buttons give", async () => {
    const { page } = lead;
    await openMeeting(page, date);
    await page.getByRole("link", { name: "The agenda" }).click();
    await heading(page, /Agenda of/);
    for (const name of [ALDER, BIRCH]) {
      await page.getByRole("button", { name: `Put on the agenda ${name}` }).click({ timeout: 60_000 });
      await page.locator(".confer-agenda__title", { hasText: name }).waitFor();
    }
    await page.getByRole("button", { name: "Put it on the agenda" }).click();
    await shows(page, "Enter what the item is about");
    await page.getByLabel("What it is about").fill("Winter night shelter");
    await page.getByLabel("Time in minutes").fill("15");
    await page.getByRole("button", { name: "Put it on the agenda" }).click();
    await page.locator(".confer-agenda__title", { hasText: "Winter night shelter" }).waitFor();
    expect(await items(page)).toEqual([
      `${references[0]}: ${ALDER}`,
      `${references[1]}: ${BIRCH}`,
      "Winter night shelter",
    ]);
    await page.getByRole("button", { name: `Earlier ${references[1]}: ${BIRCH}` }).press("Enter");
    await page.getByText(`${references[1]}: ${BIRCH} is now item 1 of 3.`).waitFor({ state: "attached" });
    expect((await items(page))[0]).toContain(BIRCH);
    // Nothing is earlier than first: the way back has the focus.
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("Later");
  });

  it("[ASH-52] [ASH-80] says who presents, for how long, and why it comes earlier; what is half typed is kept", async () => {
    const { page } = lead;
    await page.getByRole("button", { name: `Change ${references[1]}: ${BIRCH}` }).click();
    await page.getByLabel("Others who present it").fill("Stan Dinn, Housing");
    await page.getByLabel("Time in minutes").first().fill("half an hour");
    await page.getByLabel("If it is brought forward, why").fill("The worker has to leave at 11");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await shows(page, "Enter the time in minutes, such as 20");
    await shows(page, "Enter who agreed to it");
    await desk.look(page, "an item that is changed");
    await pause(1_500);
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await unlock(lead);
    await page.getByRole("button", { name: `Change ${references[1]}: ${BIRCH}` }).click();
    expect(await page.getByLabel("Others who present it").inputValue()).toBe("Stan Dinn, Housing");
    await page.getByLabel("Time in minutes").first().fill("30");
    await page.getByLabel("Who agreed to it").fill("Lee Lead, chair");
    await page.getByRole("button", { name: "Save", exact: true }).click();
    await shows(page, "Brought forward: The worker has to leave at 11 (agreed by Lee Lead, chair)");
    await shows(page, "Presented by Stan Dinn, Housing");
    await shows(page, "Planned: 45 minutes. The panel’s rules name no end. 1 item has no time yet.");
  });

  it("takes an item off, and puts it back at one press", async () => {
    const { page } = lead;
    await page.getByRole("button", { name: "Remove Winter night shelter" }).click();
    await shows(page, "Winter night shelter was taken off the agenda.");
    expect(await items(page)).toHaveLength(2);
    await page.getByRole("button", { name: "Undo" }).click();
    await page.locator(".confer-agenda__title", { hasText: "Winter night shelter" }).waitFor();
    await desk.look(page, "an agenda", 1280);
  });

  it("[ASH-10] [ASH-58] asks the members in one press, and a guest for one case", async () => {
    const { page } = lead;
    await page.getByRole("link", { name: "Next: who comes" }).click();
    await heading(page, /Who comes on/);
    await page.getByLabel("Dana Device").uncheck();
    await page.getByRole("button", { name: "Ask these 2 people" }).click();
    await page.getByRole("heading", { level: 2, name: "Asked to come (2)" }).waitFor();
    await page.getByRole("button", { name: "Ask somebody else" }).click();
    await page.getByLabel("Somebody on Confer").selectOption({ label: "Gil Guest, Testshire Council" });
    await page.getByLabel("Some items only").check();
    await page.getByRole("button", { name: "Ask them" }).click();
    await shows(page, "Choose the items they are asked for");
    await page.getByLabel(new RegExp(`1\\. ${references[1]}`)).check();
    await page.getByLabel(/the chair’s name/).fill("Lee Lead");
    await desk.look(page, "somebody asked for one item");
    await page.getByRole("button", { name: "Ask them" }).click();
    await page.getByRole("heading", { level: 2, name: "Asked to come (3)" }).waitFor();
    await shows(page, "Item 1 only");
    await shows(page, "By the chair’s word: Lee Lead");
    await desk.look(page, "who comes", 820);
  });

  it("[ASH-07] shows who will get what before it goes, and who has it after", async () => {
    const { page } = lead;
    await page.getByRole("link", { name: "Next: send it out" }).click();
    await heading(page, /Send out the agenda of/);
    await shows(page, "The whole agenda, with 2 cases");
    await shows(page, "The agenda, with other cases by reference only, and:");
    await shows(page, /Due by .*17:00/);
    await desk.look(page, "who will get what", 390);
    await page.getByLabel("A message to go with it").fill("Please read both before Friday.");
    await page.getByRole("button", { name: "Send to 3 people" }).click();
    await shows(page, "Everybody who is asked has the agenda as it stands.");
    await desk.look(page, "sent out");
  });

  it("lets the member read both cases, and the guest one and no name of the other", async () => {
    await openMeeting(member.page, date);
    await shows(member.page, "Please read both before Friday.");
    await member.page.locator(".confer-agenda__title", { hasText: ALDER }).waitFor({ timeout: 60_000 });
    expect(await items(member.page)).toEqual([
      `${references[1]}: ${BIRCH}`,
      `${references[0]}: ${ALDER}`,
      "Winter night shelter",
    ]);
    await desk.look(member.page, "a member’s meeting");
    await openMeeting(guest.page, date);
    await guest.page.locator(".confer-agenda__title", { hasText: BIRCH }).waitFor({ timeout: 60_000 });
    expect(await items(guest.page)).toEqual([
      `${references[1]}: ${BIRCH}`,
      `${references[0]}`,
      "Winter night shelter",
    ]);
    expect(await guest.page.locator("body").innerText()).not.toContain(ALDER);
    await hand.look(guest.page, "a guest’s meeting");
  });

  it("puts agenda and papers into one protected PDF for one reader, and says what could not be shown", async () => {
    const { page } = lead;
    await openMeeting(page, date);
    await page.getByRole("link", { name: "Agenda and papers to print or as a PDF" }).click();
    await heading(page, /Agenda and papers of/);
    await page.getByLabel("Whose copy is it?").selectOption({ label: "Gil Guest, Testshire Council" });
    expect(await page.getByLabel(`${references[1]}: ${BIRCH}`).isChecked()).toBe(true);
    expect(await page.getByLabel(`${references[0]}: ${ALDER}`).isChecked()).toBe(false);
    await desk.look(page, "the pack of a guest");
    await page.getByRole("button", { name: "Make a protected PDF" }).click();
    await shows(page, "Some papers cannot be read in it");
    await shows(page, /Letter cut short: a damaged file/);
    await desk.look(page, "a pack that is made", 820);
    await page.getByRole("button", { name: "Done with this PDF" }).click();
    const { name, open, beganMs } = await takePdf(page);
    expect(name).toMatch(/agenda/);
    expect(beganMs).toBeLessThan(1000);
    const text = textOf(open);
    for (const part of [
      ", for Gil Guest, Testshire Council",
      `Item 1: ${references[1]}`,
      `Item 2: ${references[0]}`,
      "Not in this copy",
      BIRCH,
      "Plan of the stairs",
      "Page 2, line 29",
      "This file is damaged",
    ]) {
      expect(text).toContain(part);
    }
    expect(text).not.toContain(ALDER);
    await page.getByLabel(`${references[0]}: ${ALDER}`).check();
    await shows(page, /1 case more than this person is asked for/);
  });

  it("[ASH-07] shows the same as a page for the same reader, prints it without the rest of the screen, and records that", async () => {
    const { page } = lead;
    await page.getByLabel("Whose copy is it?").selectOption({ label: "My own" });
    const own = await readHere(page, desk, "a pack of two cases as a page");
    for (const part of [ALDER, BIRCH]) expect(own.words).toContain(part);
    await page.getByLabel("Whose copy is it?").selectOption({ label: "Gil Guest, Testshire Council" });
    const { words, paper } = await readHere(page, desk, "the pack of a guest as a page");
    for (const part of [
      "Gil Guest, Testshire Council",
      `Item 1: ${references[1]}`,
      "Not in this copy",
      BIRCH,
      "Plan of the stairs",
      "Open it under “Papers”",
      "The front door",
    ]) {
      expect(words).toContain(part);
      expect(paper).toContain(part);
    }
    for (const text of [words, paper]) expect(text).not.toContain(ALDER);
    expect(paper).toMatch(/copy 3-\w{4} for Gil Guest, Testshire Council Page 1 of \d/);
    expect(paper).not.toContain("Whose copy is it?");
    await until("the printing in the history", () => {
      const exported = session.watchCase(birch).view.value?.file.exports ?? [];
      return exported.some(({ record }) => record.document === "pack" && record.copy === 3);
    });
  });

  it("marks what is added after it went out, and sends only that", async () => {
    const { page } = lead;
    await openMeeting(page, date);
    await page.getByRole("link", { name: "The agenda" }).click();
    await page.getByLabel("What it is about").fill("Dates of next year");
    await page.getByRole("button", { name: "Put it on the agenda" }).click();
    await shows(page, "Added after the agenda went out");
    await page.getByRole("link", { name: "Meeting", exact: true }).click();
    await shows(page, "New for 2 people");
    await page.getByRole("link", { name: "Send it out" }).click();
    await shows(page, "1 new, not sent yet");
    await page.getByRole("button", { name: "Send what is new to 2 people" }).click();
    await shows(page, "Everybody who is asked has the agenda as it stands.");
  });

  it("shows all of it without a fault for axe, at every width", () => {
    expect([...desk.faults, ...hand.faults]).toEqual([]);
    expect([lead, member, guest].flatMap(({ watched }) => watched.faults)).toEqual([]);
  });
});
