/** After a meeting: its minutes signed and read, actions done, what the panel's papers want recorded, and the end. */
import { expect } from "vitest";
import { decisionOf, DONE, notesOf, REASON, VISIT, WRITE } from "./cycleRoom.ts";
import { KNOWN } from "./cycleBefore.ts";
import {
  button,
  CHAIR,
  COUNCIL,
  type Cycle,
  type Held,
  link,
  openCase,
  openMeeting,
  POLICE,
  shows,
  SUBJECT,
} from "./cycleWorld.ts";
import { makeWatcher } from "./looks.ts";
import { readHere } from "./readHere.ts";
import type { Person } from "./world.ts";

export const PROGRESS = "He has a new tenancy.";

async function openMinutes({ page }: Person, meeting: Held): Promise<void> {
  await openMeeting(page, meeting);
  await link(page, "Minutes").click({ timeout: 60_000 });
  await page.getByRole("heading", { level: 1, name: /Minutes of/ }).waitFor();
}

/** Everything that was written, decided and agreed stands on the page that is signed, and nothing is missing. */
export async function signMinutes({ chair }: Cycle, meeting: Held, words: readonly string[]): Promise<void> {
  const { page } = chair;
  await openMinutes(chair, meeting);
  await shows(page, "Nothing is missing from the record.");
  await expectOnPaper(chair, words);
  expect(await page.locator(".confer-paper-page").innerText()).not.toMatch(/Not recorded|Not signed/);
  await button(page, "Read to the end and sign").click();
  await page.getByLabel("By typing my name").check();
  await page.getByLabel("I have read the minutes to the end").check();
  await button(page, "Sign the minutes").click();
  await shows(page, new RegExp(`Signed by ${CHAIR}`));
}

/** Of the first meeting. */
export const agreedWords = ({ definition, first }: Cycle): readonly string[] => [
  ...notesOf(definition, first).map(({ text }) => text),
  KNOWN,
  decisionOf(definition),
  VISIT,
  WRITE,
];

/** Of the second: what became of what was agreed at the first. */
export const reviewedWords = ({ definition }: Cycle, reports: boolean): readonly string[] => [
  ...(reports ? [PROGRESS] : []),
  decisionOf(definition),
  VISIT,
  `Done: ${DONE}`,
  WRITE,
  "No longer possible",
];

async function expectOnPaper({ page }: Person, words: readonly string[]): Promise<void> {
  const paper = page.locator(".confer-paper-page");
  const missing = async () => {
    const text = await paper.innerText();
    return words.filter((each) => !text.includes(each));
  };
  await expect.poll(missing, { timeout: 30_000 }).toEqual([]);
}

/** Sent by the co-ordinator; a member and whoever referred the case read what was signed. */
export async function circulateMinutes(cycle: Cycle, meeting: Held, words: readonly string[]): Promise<void> {
  const { page } = cycle.lead;
  await openMinutes(cycle.lead, meeting);
  await button(page, "Send the minutes").click();
  await shows(page, "Sent, not yet read");
  for (const reader of [cycle.member, cycle.worker]) {
    await openMinutes(reader, meeting);
    await shows(reader.page, new RegExp(`Signed by ${CHAIR}`));
    await expectOnPaper(reader, words);
  }
  await shows(page, /^Read \d+ /);
}

/** Whoever referred it is told what became of it, and why. */
export async function readDecision({ worker, definition }: Cycle): Promise<void> {
  await openCase(worker.page);
  await shows(worker.page, `The panel decided: ${decisionOf(definition)}`);
  await shows(worker.page, REASON);
}

/** Whoever has to do it says that it is done. */
export async function updateAction({ member }: Cycle): Promise<void> {
  const { page } = member;
  await openCase(page, "Actions");
  await button(page, `Update ${VISIT}`).click();
  await page.getByLabel("Done", { exact: true }).check();
  await page.getByLabel(/^What happened/).fill(DONE);
  await button(page, "Save").click();
  const card = page.locator(".confer-card", { hasText: VISIT });
  // The form, which says "Done" as well, is closed then.
  await card.getByText(/^Saved\./).waitFor();
  await card.getByText("Done", { exact: true }).waitFor();
}

/** The report that the panel asked for, by whoever referred the case. */
export async function reportProgress({ worker }: Cycle): Promise<void> {
  const { page } = worker;
  await openCase(page, "Actions");
  await button(page, /^Report progress/).click();
  await page.getByLabel("What has happened since the meeting").fill(PROGRESS);
  await button(page, "Save the report").click();
  await shows(page, "Reported");
}

/** The first log that the panel's papers want kept by hand about a case. */
export async function recordFollowUp({ lead, definition }: Cycle): Promise<void> {
  const log = definition.records.find(({ about, kept }) => about === "case" && kept === "byHand");
  if (!log) throw new Error("no log kept by hand");
  const { page } = lead;
  await openCase(page, "Follow-up");
  const section = page.getByRole("region", { name: log.label, exact: true });
  await section.getByRole("button", { name: /^Add/ }).click();
  for (const { label, type } of log.fields) {
    if (type === "date") continue;
    if (type === "yesNo") {
      await section.getByRole("group", { name: label }).getByLabel("Yes", { exact: true }).check();
    } else await section.getByLabel(label, { exact: true }).fill(`${label}, written down`);
  }
  for (const { label, type } of log.fields) {
    if (type !== "date") continue;
    const date = section.getByRole("group", { name: label });
    for (const [part, value] of [
      ["Day", "3"],
      ["Month", "3"],
      ["Year", "2025"],
    ] as const) {
      await date.getByLabel(part).fill(value);
    }
  }
  await section.getByRole("button", { name: "Save", exact: true }).click();
  await section.getByText("3 March 2025").or(section.getByText("written down")).first().waitFor();
}

/** Which whoever referred it sees too. */
export async function closeCase({ lead, worker }: Cycle): Promise<void> {
  const { page } = lead;
  await openCase(page, "Follow-up");
  await button(page, "Close the case").click();
  await page.getByLabel("Why is the panel done with it?").fill("The home is safe again.");
  await button(page, "Close the case").click();
  await shows(page, "The panel is done with this case.");
  await openCase(worker.page);
  await worker.page.locator(".confer-strip").getByText("Closed", { exact: true }).waitFor();
}

/** The year's numbers hold this one case, its two hearings and what became of its actions, and name nobody. */
export async function readReport({ lead, definition }: Cycle, reports: boolean): Promise<void> {
  const { page } = lead;
  await link(page, "Panels").click();
  await link(page, "Yearly report").click();
  const table = (name: string) => page.getByRole("region", { name, exact: true });
  const counts = async (name: string) => {
    const rows = await table(name).locator("tbody tr").all();
    return Promise.all(
      rows.map(async (row) => (await row.locator("th, td").allInnerTexts()).map((cell) => cell.trim())),
    );
  };
  await table("Referrals").waitFor();
  expect(await counts("Referrals")).toEqual([
    ["Received", "1"],
    ["Sent back at least once", "1"],
    ["Accepted", "1"],
    ["Declined", "0"],
    ["Withdrawn", "0"],
    ["Heard at a meeting", "1"],
    ["Closed", "1"],
  ]);
  expect(await counts("Decisions of the panel")).toEqual([[decisionOf(definition), "2"]]);
  expect(await counts("Actions by agency")).toEqual([
    [POLICE, "1", "1", "0", "0", "0"],
    [COUNCIL, "1", "0", "1", "0", "0"],
  ]);
  expect(await counts("Reports of progress")).toEqual([
    ["Asked for", reports ? "1" : "0"],
    ["Made", reports ? "1" : "0"],
  ]);
  const watcher = makeWatcher("mouse", () => [SUBJECT]);
  const { words, paper } = await readHere(page, watcher, `the yearly report of ${definition.id} as a page`);
  for (const read of [words, paper]) {
    expect(read).toContain("Few cases");
    expect(read).toContain(decisionOf(definition));
    expect(read).not.toContain(SUBJECT);
  }
  expect(watcher.faults).toEqual([]);
  await shows(page, /took out the report on .* on paper/);
}
