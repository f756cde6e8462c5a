/**
 * How long a key waits before the page hears of it, while somebody writes in the room of a full meeting (12 cases, 15
 * people, 60 actions) on a processor slowed to a quarter, and beside it the same keys in an empty page of the same
 * browser in the same round: what the machine itself takes.
 */
import type { Page } from "playwright-core";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ActionId } from "../../src/domain/ids.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { foundPanel, joinByLink, releasedMeeting, startedCase } from "../e2e/support/meetingWorld.ts";
import { makeWorld, type Person } from "../e2e/support/world.ts";
import { type Waits, waitsDuring, waitsTable } from "./waits.ts";

const CASES = 12;
const OTHERS = 14;
const ACTIONS_EACH = 5;
const CLERK = "Minnie Minute";
const DATE = "2099-01-14";
const MEETING = { key: `ashfield-${DATE}`, definition: ashfield.id, date: DATE, start: "10:00" };
const SENTENCE = "The door is broken and the landlord has not come, twice. ";
/** As a quick writer types; and the pause after which what is typed is saved. */
const KEY_MS = 60;
const PAUSE_MS = 1_400;

async function typeIn(page: Page, field: string): Promise<void> {
  await page.getByLabel(field, { exact: true }).first().focus();
  for (let n = 0; n < 3; n++) {
    await page.keyboard.type(SENTENCE, { delay: KEY_MS });
    await page.waitForTimeout(PAUSE_MS);
  }
}

/** A meeting that is open for its cases, each with actions. */
async function fullMeeting(lead: OpenSession): Promise<void> {
  const lines = [];
  for (let n = 1; n <= CASES; n++) {
    lines.push(await startedCase(lead, ashfield.id, `Person ${n} (invented)`, `TST-${n}`));
  }
  const others = Array.from({ length: OTHERS }, (_, n) => ({ name: `Pat ${n}`, agency: `Agency ${n}` }));
  await releasedMeeting(lead, MEETING, lines, [CLERK], others);
  for (const line of lines) {
    const actions = Array.from({ length: ACTIONS_EACH }, (_, n) => ({
      type: "action-set" as const,
      action: lead.newId<ActionId>(),
      meeting: MEETING.key,
      what: `Invented action ${n}`,
      agency: `Agency ${n}`,
      owner: `Pat ${n}`,
      due: "2099-02-01" as CalendarDate,
    }));
    ensure(await lead.noteCase(line.case, actions));
  }
  const attendees = lead.watchMeeting(MEETING.key).view.value?.attendees ?? [];
  const here = attendees.find(({ name }) => name === CLERK);
  if (!here) throw new Error("nobody takes notes");
  ensure(
    await lead.noteMeeting(MEETING.key, [
      { type: "attended", attendee: here.attendee, present: true },
      ...ashfield.meeting.opening.map(({ key }) => ({
        type: "opening-done" as const,
        step: key,
        done: true,
      })),
      {
        type: "declared",
        attendee: here.attendee,
        declarationVersion: ashfield.declaration.version,
        name: CLERK,
        how: "typed",
        on: "2026-11-26" as CalendarDate,
        passed: true,
      },
    ]),
  );
  ensure(await lead.syncNow());
}

async function enterRoom({ page }: Person): Promise<void> {
  await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Home" }).click();
  await page.getByRole("link", { name: /14 January 2099 at 10:00/ }).click({ timeout: 60_000 });
  await page.getByRole("link", { name: "In the room" }).click({ timeout: 60_000 });
  await page
    .getByRole("navigation", { name: "Agenda" })
    .getByRole("button", { name: /TST-1\b/ })
    .click({ timeout: 60_000 });
  await page.getByText("Invented action 4").first().waitFor({ timeout: 60_000 });
}

/** Markdown. The app must have been built. */
export async function benchTyping(rounds: number, say: (line: string) => void): Promise<string> {
  const world = await makeWorld();
  const { device, lead } = await foundPanel(world, ashfield);
  try {
    const clerk = await world.makePerson(CLERK);
    await joinByLink(lead, clerk, "Testshire Council", ["minutes", "chair"]);
    await fullMeeting(lead);
    await enterRoom(clerk);
    const empty = await clerk.page.context().newPage();
    await empty.setContent("<label>Text <textarea></textarea></label>");
    const places = [
      { name: "an empty page", page: empty, field: "Text" },
      { name: "notes of a case", page: clerk.page, field: "Notes: presentation" },
      { name: "the line of actions", page: clerk.page, field: "Action" },
    ];
    const waits = new Map<string, Waits[]>(places.map(({ name }) => [name, []]));
    for (let round = 1; round <= rounds; round++) {
      for (const { name, page, field } of places) {
        const found = await waitsDuring(page, () => typeIn(page, field));
        waits.get(name)?.push(found);
        say(`typing, round ${round}, ${name}: greatest wait ${Math.round(Math.max(0, ...found))} ms`);
      }
    }
    return waitsTable("keys typed in", waits);
  } finally {
    await device.close();
    await world.close();
  }
}
