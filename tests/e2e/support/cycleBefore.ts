/** Before a meeting: sending a referral, agreeing to it, deciding on it, making an agenda of it, preparing for it. */
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import { inWords, shortly, weekdayOf, workingDays } from "./cycleDays.ts";
import {
  button,
  type Cycle,
  goHome,
  type Held,
  link,
  MEMBER,
  openCase,
  openMeeting,
  shows,
  SUBJECT,
  WORKER,
} from "./cycleWorld.ts";
import { submit } from "./referral.ts";

export const GAP = "Say who else is at risk, and since when.";
export const ANSWERED = "Nobody else: the sister moved out in May.";
export const KNOWN = "The flat has been visited four times since May.";

/**
 * By when a referral has to be there: the longest that the panel asks for in working days, of the referral or of
 * telling members of it. Every panel asks for some, so the bank holiday is counted over.
 */
export function referralDue({ deadlines, calendar }: PanelDefinition, meeting: Held): string {
  const days = deadlines.flatMap(({ step, unit, amount }) =>
    unit === "workingDays" && (step === "referralIn" || step === "membersTold") ? [amount] : [],
  );
  const date = workingDays(meeting.date, -Math.max(...days));
  return `${weekdayOf(date)} ${shortly(date)}, ${calendar.workingDayEnds}`;
}

/** The author reads by when to send it, and which day is not counted. */
export async function readDeadline({ worker, definition, first, holiday }: Cycle): Promise<void> {
  const { page } = worker;
  await goHome(page);
  const due = referralDue(definition, first);
  await shows(page, `Send by ${due}`);
  await openCase(page);
  await shows(page, `It must be sent by ${due} to be heard on ${shortly(first.date)}.`);
  await page.getByText("How this date is worked out").click();
  await shows(page, new RegExp(`^Not counted: .*\\(${shortly(holiday)}\\)`));
}

/** Asked on one device, answered on another, and seen to be on the first. */
export async function agree({ worker, member, approval }: Cycle): Promise<void> {
  if (!approval) return;
  const { page } = worker;
  await link(page, approval.label).click();
  await page.getByLabel("Ask a colleague here").check();
  await page.getByRole("group", { name: "Whom do you ask?" }).getByLabel(MEMBER).check();
  await button(page, "Ask them").click();
  await shows(page, /^Asked\. They see it/);
  const { page: theirs } = member;
  await goHome(theirs);
  await theirs.locator("#asked").getByRole("link").first().click({ timeout: 60_000 });
  if (approval.kind === "approval") {
    await theirs.getByLabel("I approve it").check();
    await button(theirs, "Approve").click();
  } else {
    await theirs.getByLabel("What do you think?").fill("Ask the panel: we have tried the rest.");
    await button(theirs, "Send your answer").click();
  }
  await shows(theirs, "Your answer is saved");
  await link(page, "Go back to the referral").click();
  await shows(page, new RegExp(`^(Approved by|Consulted:) ${MEMBER}`));
}

export async function sendReferral({ worker }: Cycle, note?: string): Promise<void> {
  const { page } = worker;
  await link(page, "Check and submit").click();
  await submit(page, WORKER, note);
}

const outcomeOf = ({ triage }: PanelDefinition, kind: string): string => {
  const found = triage.outcomes.find((each) => each.kind === kind);
  if (!found) throw new Error(`no outcome ${kind}`);
  return found.label;
};

export async function returnWithGap({ lead, definition, first }: Cycle): Promise<void> {
  const { page } = lead;
  await goHome(page);
  await link(page, "Work through them").click({ timeout: 60_000 });
  await shows(page, new RegExp(`can go to the meeting on ${shortly(first.date)}`));
  await openCase(page, "Decide");
  await page.getByRole("radio", { name: outcomeOf(definition, "return"), exact: true }).check();
  const section = definition.sections.find(({ kind }) => kind === "questions");
  await page.getByLabel("Section").selectOption({ label: section?.title ?? "" });
  await page.getByLabel("What do you need to know?").fill(GAP);
  await button(page, "Return for information").click();
  await shows(page, "No other referral waits for a decision.");
}

/** Their draft again, with what is missing on top; it keeps its reference. */
export async function answerGap(cycle: Cycle): Promise<void> {
  const { page } = cycle.worker;
  await goHome(page);
  await page.locator("#returned").getByRole("link", { name: SUBJECT }).click({ timeout: 60_000 });
  await shows(page, GAP);
  await shows(page, cycle.reference);
  await sendReferral(cycle, ANSWERED);
}

export async function acceptFor(cycle: Cycle, meeting: Held): Promise<void> {
  const { page } = cycle.lead;
  await goHome(page);
  await shows(page, "answered after a return");
  await openCase(page, "Decide");
  await shows(page, ANSWERED);
  await shows(page, cycle.reference);
  await page.getByRole("radio", { name: outcomeOf(cycle.definition, "accept"), exact: true }).check();
  const preview = page.getByRole("region", { name: "The referrer will read this" });
  const words = `accepted for the meeting on ${inWords(meeting.date)} at ${meeting.start}`;
  await preview.getByText(words).waitFor();
  await page.getByLabel(/^A note to the referrer/).fill("Thank you.");
  await button(page, "Accept for panel").click();
  await shows(page, "No other referral waits for a decision.");
  await openCase(cycle.worker.page);
  await shows(cycle.worker.page, words);
}

/** Begun, the case put on, everybody with a part in panels asked. `kind`: what the panel calls such an item. */
export async function makeAgenda(cycle: Cycle, meeting: Held, kind: string | undefined): Promise<void> {
  const { page } = cycle.lead;
  await openMeeting(page, meeting);
  await button(page, "Prepare this meeting").click();
  await link(page, /^The agenda/).click();
  await button(page, `Put on the agenda ${SUBJECT}`).click();
  const item = page.locator(".confer-agenda__item", { hasText: SUBJECT });
  await item.waitFor();
  if (kind !== undefined) await item.getByText(kind).first().waitFor();
  await link(page, "Next: who comes").click();
  await button(page, /^Ask these \d people$/).click();
  await page.getByRole("heading", { level: 2, name: "Asked to come (3)" }).waitFor();
  await link(page, "Next: send it out").click();
}

/** What the panel's rules send beforehand, each with its own day, and then the agenda itself. */
export async function sendOut(cycle: Cycle, meeting: Held): Promise<void> {
  const { page } = cycle.lead;
  const { circulation, deadlines, calendar } = cycle.definition;
  for (const { what, goes, due } of circulation) {
    if (goes === undefined) continue;
    const card = page.locator(".confer-card", {
      has: page.getByRole("heading", { name: what, exact: true }),
    });
    const rule = deadlines.find(({ key }) => key === due);
    if (rule?.unit === "workingDays") {
      const day = workingDays(meeting.date, -rule.amount);
      await card.getByText(`Due by ${weekdayOf(day)} ${shortly(day)}, ${calendar.workingDayEnds}.`).waitFor();
    }
    if (goes !== "notice") continue;
    await card.getByRole("button", { name: /^Tell those who are asked/ }).click();
    await card.getByText(/^.*Sent on/).waitFor();
  }
  await button(page, /^Send to \d people$/).click();
  await shows(page, "Everybody who is asked has the agenda as it stands.");
}

export async function sayWhatIsKnown({ member }: Cycle, meeting: Held): Promise<void> {
  const { page } = member;
  await openMeeting(page, meeting);
  await link(page, "Say what your agency knows").click({ timeout: 60_000 });
  await page.getByLabel("This is what we know").check();
  await page.getByLabel("What your agency knows", { exact: true }).fill(KNOWN);
  await button(page, "Save your note").click();
  await shows(page, "Your note is saved");
}
