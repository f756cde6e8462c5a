/**
 * The minutes of a meeting that was held: made and signed by the chair at a desk, checked and read by a member on a
 * telephone, printed under a password, amended. The co-ordinator who held the meeting is a device in this process.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import { attendeeOf } from "../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { addDays } from "../../src/domain/days.ts";
import type { ActionId, ScopeId, UserId } from "../../src/domain/ids.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import { receiptsOf } from "../../src/domain/meeting/minutes.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { textOf } from "../documents/tools.ts";
import { type Device, until } from "../support/device.ts";
import { drawSignature } from "./support/consent.ts";
import { makeWatcher } from "./support/looks.ts";
import { foundPanel, joinByLink, releasedMeeting, startedCase } from "./support/meetingWorld.ts";
import { readHere } from "./support/readHere.ts";
import { takePdf } from "./support/takePdf.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const CHAIR = "Charlie Chair";
const MEMBER = "Morgan Member";
const SUBJECT = "Person Alder (invented)";
const REFERENCE = "ASH-7K3M9";

describe("minutes", () => {
  let world: World;
  let device: Device;
  let lead: OpenSession;
  let chair: Person;
  let member: Person;
  let key = "";
  let scope: ScopeId;
  const desk = makeWatcher("mouse", () => [SUBJECT, CHAIR, MEMBER]);
  const phone = makeWatcher("finger", () => [SUBJECT, CHAIR, MEMBER]);

  /** One case, heard and decided, with an action that nobody owns yet. */
  const hold = async (users: readonly UserId[]): Promise<void> => {
    const date = addDays(londonDateOf(Date.now()), 3);
    key = `ashfield-${date}`;
    const line = await startedCase(lead, "ashfield", SUBJECT, REFERENCE);
    scope = line.case;
    const meeting = { key, definition: "ashfield", date, start: "10:00" };
    await releasedMeeting(lead, meeting, [line], [CHAIR, MEMBER]);
    const notes = [
      ...users.map((user) => ({ type: "attended" as const, attendee: attendeeOf(user), present: true })),
      ...ashfield.meeting.opening.map((step) => ({
        type: "opening-done" as const,
        step: step.key,
        done: true,
      })),
    ];
    ensure(await lead.noteMeeting(key, notes));
    const action = { type: "action-set", action: lead.newId<ActionId>(), meeting: key } as const;
    const due = addDays(date, 21) as CalendarDate;
    const discussed = [
      {
        type: "minuted",
        meeting: key,
        changes: [
          { path: "presentation", value: "The home is unsafe, and visits have frightened them." },
          { path: "summary", value: "Fire risk first; one agency leads." },
        ],
      } as const,
      { type: "decided", meeting: key, decision: "suitable", reason: "" } as const,
      { ...action, what: "Fit a smoke alarm", owner: "Fay Fire", agency: "Fire service", due } as const,
      {
        ...action,
        action: lead.newId<ActionId>(),
        what: "Call every week",
        agency: "Adult care",
        due: "",
      } as const,
    ];
    ensure(await lead.noteCase(scope, discussed));
    await lead.syncNow();
  };

  /** From the list of meetings on Home. */
  const openMinutes = async ({ page }: Person): Promise<void> => {
    await page.getByRole("link", { name: "Home" }).first().click();
    await page
      .getByRole("link", { name: /at 10:00, / })
      .first()
      .click({ timeout: 60_000 });
    await page.getByRole("link", { name: "Minutes", exact: true }).click({ timeout: 60_000 });
    await page.getByRole("heading", { level: 1, name: /Minutes of / }).waitFor();
  };
  const button = ({ page }: Person, name: string | RegExp) => page.getByRole("button", { name }).first();
  const shows = ({ page }: Person, text: string | RegExp) =>
    page.locator("main").getByText(text).first().waitFor({ timeout: 60_000 });

  const printed = async ({ page }: Person): Promise<{ readonly name: string; readonly text: string }> => {
    const { name, open } = await takePdf(page);
    return { name, text: textOf(open) };
  };

  beforeAll(async () => {
    world = await makeWorld();
    ({ device, lead } = await foundPanel(world, ashfield));
    chair = await world.makePerson(CHAIR, { viewport: { width: 1280, height: 900 } });
    member = await world.makePerson(MEMBER, { viewport: { width: 390, height: 844 }, touch: true });
    await hold([
      await joinByLink(lead, chair, "Testshire", ["chair"]),
      await joinByLink(lead, member, "Testshire", ["member"]),
    ]);
  });

  afterAll(async () => {
    await device.close();
    await world.close();
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`minutes-${task.name}`));
  });

  it("show the record and beside it the page, and say what is missing before anybody signs", async () => {
    await openMinutes(chair);
    await shows(chair, "Nobody is recorded as chair.");
    await shows(chair, /nobody is named for “Call every week”/);
    await chair.page.locator(".confer-paper-page", { hasText: "Fire risk first" }).waitFor();
    const { page } = chair;
    const part = page.locator(".confer-minutes-part", { hasText: "Venue" }).first();
    await part.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("Venue", { exact: true }).fill("Town hall, room 2");
    await button(chair, "Save").click();
    await page.locator(".confer-paper-page dd", { hasText: "Town hall, room 2" }).waitFor();
    await expect.poll(() => page.getByText("The venue is not recorded.").count()).toBe(0);
    await desk.look(page, "minutes, the record and the page", 1280);
  });

  it("are checked by a member on their telephone before that", async () => {
    await button(chair, "Send the draft round").click();
    await shows(chair, /no answer yet/);
    await openMinutes(member);
    await shows(member, "Is this draft right?");
    await phone.look(member.page, "minutes, a draft to check", 390);
    await button(member, "Send my answer").click();
    await shows(member, "Choose whether the draft is right");
    await member.page.getByLabel("Something is not right").check();
    await member.page.getByLabel("What is not right?").fill("I came by telephone.");
    await button(member, "Send my answer").click();
    await shows(member, /You said what is not right/);
    await shows(chair, "I came by telephone.");
  });

  it("[ASH-85] [HAR-65] are signed by the chair, on purpose: read, named, drawn", async () => {
    const { page } = chair;
    await button(chair, "Read to the end and sign").click();
    await button(chair, "Sign the minutes").click();
    await shows(chair, "Choose how you sign");
    await page.getByLabel("By hand, on the screen").check();
    await drawSignature(chair.page);
    await page.getByLabel("I have read the minutes to the end").check();
    await desk.look(page, "minutes, signing");
    await button(chair, "Sign the minutes").click();
    await shows(chair, /Signed by Charlie Chair, Worker/);
    await page.locator(".confer-stamp svg").waitFor();
    await desk.look(page, "minutes, signed", 1280);
  });

  it("[HAR-66] [OXT-88] reach a member, whose reading the chair then sees", async () => {
    await button(chair, "Send the minutes").click();
    await shows(chair, "Sent, not yet read");
    await shows(member, /Signed by Charlie Chair/);
    await shows(member, "Town hall, room 2");
    await phone.look(member.page, "minutes, read by a member", 390);
    await until("the receipt", () => {
      const file = lead.watchMeeting(key).view.value?.file;
      return file && receiptsOf(file).length > 0;
    });
    await shows(chair, /^Read \d+ /);
  });

  it("[ASH-87] [ASH-96] print under a password: attendance, actions, the signature, the handling mark", async () => {
    const { name, text } = await printed(chair);
    expect(name).toMatch(/^ash-7k3m9-minutes-\d{4}-\d\d-\d\d\.pdf$/);
    for (const words of [
      "Confidential",
      CHAIR,
      MEMBER,
      SUBJECT,
      "What Who Agency By when",
      "Fit a smoke alarm",
    ])
      expect(text).toContain(words);
    expect(text).toMatch(/Signature By signing I confirm .*Name Charlie Chair .*Page \d of \d/);
    expect(text).not.toContain("uperseded");
  });

  it("are read as a page, copy by copy, with who signed and the code to check them, and printed as such", async () => {
    const { page } = chair;
    await page.getByLabel("Who is the next copy for?").fill("Robin Reader, Testshire Housing");
    const { words, paper } = await readHere(page, desk, "minutes as a page");
    for (const part of [
      "Confidential",
      "Robin Reader, Testshire Housing",
      "Fire risk first",
      "Fit a smoke alarm",
      "How to check these minutes",
      "Short code",
      "Signed by hand on the screen",
    ]) {
      expect(words).toContain(part);
      expect(paper).toContain(part);
    }
    expect(paper).toMatch(/copy 1-\w+ for Robin Reader, Testshire Housing Page 1 of \d/);
    const printing = await until("the printing in the history", () =>
      lead
        .watchCase(scope)
        .view.value?.file.exports.find(
          ({ record }) => record.document === "minutes" && record.how === "print",
        ),
    );
    expect(printing.record).toMatchObject({ copy: 1, reader: "Robin Reader, Testshire Housing" });
    await page.getByLabel("Who is the next copy for?").fill("");
  });

  it("[ASH-95] are listed copy by copy on the page of the meeting: which, for whom, how, by whom and when", async () => {
    const { page } = chair;
    await page.getByRole("link", { name: "Meeting", exact: true }).click();
    await page.getByRole("heading", { name: "Copies that were made" }).waitFor();
    const rows = await page.getByRole("table", { name: "Newest first" }).getByRole("row").allInnerTexts();
    expect(rows.slice(1)).toEqual([
      expect.stringMatching(
        /^Minutes\s+Copy 1-\w{4}\s+Robin Reader, Testshire Housing\s+On paper\s+Charlie Chair.*\d{4}, \d\d:\d\d$/s,
      ),
      expect.stringMatching(/^Minutes\s+No number\s+Nobody named\s+Protected PDF, downloaded/),
    ]);
    await desk.look(page, "a meeting and the copies of its papers");
    await openMinutes(chair);
  });

  it("are amended with a reason, and every old copy says that it is superseded", async () => {
    const { page } = chair;
    // Whoever has the minutes open reads what replaces them as it arrives.
    await member.page.getByRole("link", { name: "Home" }).first().click();
    await button(chair, "Amend the minutes").click();
    await page.getByText(`Item 1: ${REFERENCE}`, { exact: true }).first().click();
    const part = page.locator(".confer-minutes-part", { hasText: "Fire risk first" });
    await part.getByRole("button", { name: "Edit" }).click();
    await page.getByLabel("The chair’s summary").fill("Fire risk first; housing leads.");
    await button(chair, "Read to the end and sign").click();
    await shows(chair, "Save or cancel what you are changing first");
    // One press after the other: what is being saved is waited for.
    await button(chair, "Save").click();
    await button(chair, "Read to the end and sign").click();
    const paper = page.locator(".confer-paper-page");
    await paper.filter({ hasText: "housing leads" }).waitFor();
    expect(await page.getByText("The record has changed").count()).toBe(0);
    const change = { path: "presentation", value: "The stairs are unsafe too." };
    ensure(await lead.noteCase(scope, [{ type: "minuted", meeting: key, changes: [change] }]));
    await shows(chair, "The record has changed since you began to read");
    expect(await paper.innerText()).not.toContain("The stairs are unsafe too.");
    await desk.look(page, "minutes, signing while the record changes");
    await button(chair, "Go back to the record").click();
    await button(chair, "Read to the end and sign").click();
    await paper.filter({ hasText: "The stairs are unsafe too." }).waitFor();
    await page.getByLabel("Why are they amended?").fill("The lead agency was missing.");
    await page.getByLabel("By typing my name").check();
    await page.getByLabel("I have read the minutes to the end").check();
    await button(chair, "Sign the minutes").click();
    await shows(chair, /The lead agency was missing/);
    await shows(chair, "Read the earlier ones only");
    await page.getByLabel("Which version").selectOption({ index: 1 });
    await shows(chair, /Amended minutes replaced these on/);
    await desk.look(page, "minutes, superseded");
    const { text } = await printed(chair);
    expect(text).toContain("Confidential: superseded");
    await openMinutes(member);
    await member.page.locator(".confer-paper-page", { hasText: "housing leads" }).waitFor();
  });

  it("tell nothing in an address or a title, and fit every screen", () => {
    expect([...desk.faults, ...phone.faults]).toEqual([]);
    expect([...chair.watched.faults, ...member.watched.faults]).toEqual([]);
  });
});
