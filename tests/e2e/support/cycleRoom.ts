/** A meeting as it is held: its opening, and one case heard to the end, step by step as the panel's papers have it. */
import type { Page } from "playwright-core";
import { expect } from "vitest";
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import { casePartsOf } from "../../../src/ui/meeting/room/caseParts.ts";
import { inWords, weekdayOf, weeksAfter } from "./cycleDays.ts";
import {
  button,
  CHAIR,
  type Cycle,
  type Held,
  link,
  LEAD,
  MEMBER,
  openMeeting,
  POLICE,
  shows,
  SUBJECT,
} from "./cycleWorld.ts";

export const VISIT = "Visit the flat";
export const WRITE = "Write to the landlord";
export const DONE = "Visited on Tuesday, with housing.";
export const REASON = "Nobody can do this alone.";

const PRESENT = [LEAD, CHAIR, MEMBER];

export async function enterRoom({ chair }: Cycle, meeting: Held): Promise<void> {
  await openMeeting(chair.page, meeting);
  await link(chair.page, "In the room").click();
  await chair.page.getByRole("heading", { level: 2, name: "Opening" }).waitFor();
}

export const goTo = (page: Page, name: string): Promise<void> =>
  page
    .getByRole("navigation", { name: "Agenda" })
    .getByRole("button", { name: new RegExp(name) })
    .click();

/** Everybody is marked as here, and what the panel wants before the first case is read out and signed. */
export async function open({ chair, definition, reference }: Cycle): Promise<void> {
  const { page } = chair;
  const gated = definition.meeting.opening.some(({ gate }) => gate);
  if (gated) {
    await goTo(page, reference);
    await shows(page, "This case opens once the opening is done");
    expect(await page.getByText(SUBJECT).count()).toBe(0);
    await goTo(page, "Opening");
  }
  const asksProtocol = definition.meeting.opening.some(({ brings }) => brings === "protocol");
  for (const name of PRESENT) {
    await page.getByRole("checkbox", { name: new RegExp(name) }).check();
    if (asksProtocol) await page.getByLabel(`Data sharing protocol, ${name}`).selectOption("signed");
  }
  const { confidentiality, declaration } = definition;
  for (const { brings, heading } of definition.meeting.opening) {
    if (brings === "statement" && confidentiality) {
      for (const { is, label } of confidentiality.fields) {
        if (is === "venue") await page.getByLabel(label, { exact: true }).fill("Town hall");
      }
      await button(page, "Read out and agreed by all").click();
    } else if (brings === "declarations" && declaration?.signed === "everyMeeting") {
      for (const name of PRESENT) await signOnTablet(page, name);
    } else {
      await button(page, `Done : ${heading}`).click();
      await button(page, `Not done after all : ${heading}`).waitFor();
    }
  }
  await shows(page, "Everything is done. Cases are open.");
}

async function signOnTablet(page: Page, name: string): Promise<void> {
  await button(page, `Pass the tablet to ${name}`).click();
  const sheet = page.getByRole("dialog");
  await sheet.getByLabel("My name typed above is my signature").check();
  await sheet.getByRole("button", { name: "Sign", exact: true }).click();
  await sheet.getByRole("button", { name: "Hand it back", exact: true }).click();
}

/** What is written down at each step: no two alike, so that a step that is lost is seen. */
export const notesOf = (
  definition: PanelDefinition,
  meeting: Held,
): readonly { label: string; text: string }[] =>
  casePartsOf(definition).flatMap(({ title, notes }) =>
    notes.map(({ label }, at) => ({
      label,
      text: `${at === 0 ? title : label}, as it was said on ${meeting.date}.`,
    })),
  );

export async function writeNotes({ chair, definition, reference }: Cycle, meeting: Held): Promise<void> {
  const { page } = chair;
  await goTo(page, reference);
  await shows(page, SUBJECT);
  await button(page, "Start item").click();
  await button(page, "End item").waitFor();
  for (const { label, text } of notesOf(definition, meeting)) {
    await page.getByLabel(label, { exact: true }).fill(text);
  }
  if (definition.meeting.quorum.rule !== "none") {
    await button(page, "The chair says there are enough").click();
    await shows(page, /The chair said at/);
  }
}

/** The first decision by which the panel takes the case on. */
export const decisionOf = ({ decisions }: PanelDefinition): string =>
  decisions.find(({ suitable }) => suitable)?.label ?? "";

export async function decide({ chair, definition }: Cycle): Promise<void> {
  const { page } = chair;
  await page.getByRole("radio", { name: decisionOf(definition), exact: true }).check();
  await page.getByLabel(/^Reason/).fill(REASON);
  await button(page, "Record decision").click();
  await shows(page, `Decided: ${decisionOf(definition)}`);
}

/** When an action is due that nobody set a date for: what the panel's own rule says. */
function usualDue({ deadlines }: PanelDefinition, first: Held, second: Held): string {
  const rule = deadlines.find(({ step }) => step === "actionDone");
  return rule?.unit === "weeks" ? weeksAfter(first.date, rule.amount) : second.date;
}

/** By keys alone: one with its own day, one with the panel's. */
export async function agreeActions({ chair, definition, first, second }: Cycle): Promise<void> {
  const { page } = chair;
  const line = page.getByLabel("Action", { exact: true });
  await line.focus();
  await page.keyboard.type(`${VISIT} @${POLICE} ${MEMBER} +2w`);
  const own = weeksAfter(first.date, 2);
  await shows(page, `${VISIT} – ${MEMBER} (${POLICE}) – by ${weekdayOf(own)} ${inWords(own)}`);
  await page.keyboard.press("Enter");
  await shows(page, `by ${inWords(own)}`);
  await page.keyboard.type(`${WRITE} @${CHAIR}`);
  const usual = usualDue(definition, first, second);
  await shows(page, new RegExp(`by ${weekdayOf(usual)} ${inWords(usual)} \\(the panel’s usual time\\)`));
  await page.keyboard.press("Enter");
  await shows(page, `by ${inWords(usual)}`);
}

/** Where the panel asks for one: at the next meeting, in writing. */
export async function askForReport({ chair }: Cycle): Promise<boolean> {
  const { page } = chair;
  const record = button(page, "Record the report");
  if (!(await record.isVisible())) return false;
  await page.getByLabel("In writing", { exact: true }).check();
  await record.click();
  await shows(page, "Progress is reported at the next panel, in writing");
  return true;
}

export async function endItem({ chair }: Cycle): Promise<void> {
  const { page } = chair;
  await expect.poll(() => page.getByText("Saving as you type").count(), { timeout: 30_000 }).toBe(0);
  await button(page, "End item").click();
  await button(page, "Start item").waitFor();
}

/** The second time: what was agreed the first time is gone through before anything else. */
export async function reviewActions(
  { chair, reference }: Cycle,
  progress: string | undefined,
): Promise<void> {
  const { page } = chair;
  await goTo(page, reference);
  await shows(page, SUBJECT);
  await button(page, "Start item").click();
  const earlier = (what: string) => page.locator("li.confer-room__person", { hasText: what });
  await earlier(VISIT).getByText(DONE).waitFor({ timeout: 60_000 });
  if (progress !== undefined) await shows(page, progress);
  await button(page, `Done : ${VISIT}`).click();
  await earlier(VISIT).getByText("Done, gone through").waitFor();
  await button(page, `No longer possible : ${WRITE}`).click();
  await earlier(WRITE).getByText("No longer possible, gone through").waitFor();
}
