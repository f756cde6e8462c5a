/** A meeting held on one screen with no network, by keys alone where it matters, and two people's notes put together. */
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import type { OpenSession } from "../../src/app/session.ts";
import { actionsOf } from "../../src/domain/case/actions.ts";
import { decisionAt } from "../../src/domain/case/discussion.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import type { Device } from "../support/device.ts";
import { until } from "../support/device.ts";
import { makeWatcher, type Watcher } from "./support/looks.ts";
import {
  type CaseLine,
  foundPanel,
  joinByLink,
  releasedMeeting,
  startedCase,
} from "./support/meetingWorld.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const SUBJECT = "Avery Alder";
const CHAIR = "Cass Chair";
const CLERK = "Minnie Minute";
const MEETING = {
  key: "ashfield-2099-01-14",
  definition: ashfield.id,
  date: "2099-01-14",
  start: "10:00",
};

describe("the room", () => {
  let world: World;
  let device: Device;
  let lead: OpenSession;
  let chair: Person;
  let clerk: Person;
  let heard: CaseLine;
  const tablet: Watcher = makeWatcher("finger", () => [SUBJECT, CHAIR, CLERK]);
  const desk: Watcher = makeWatcher("mouse", () => [SUBJECT, CHAIR, CLERK]);
  const failing = () => onTestFailed(({ task }) => world.picture(`room-${task.name}`));

  beforeAll(async () => {
    world = await makeWorld();
    ({ device, lead } = await foundPanel(world, ashfield));
    chair = await world.makePerson(CHAIR, { viewport: { width: 820, height: 1180 }, touch: true });
    clerk = await world.makePerson(CLERK);
    await joinByLink(lead, chair, "Testshire Council", ["chair"]);
    await joinByLink(lead, clerk, "Testshire Council", ["minutes"]);
    heard = await startedCase(lead, ashfield.id, SUBJECT, "TST-1");
    const other = await startedCase(lead, ashfield.id, "Bay Birch", "TST-2");
    const agenda = [
      ...[heard, other].map((line) => ({ ...line, presenter: "Pat Presenter", minutes: 20 })),
      { kind: "business", title: "Other business", minutes: 20 },
    ];
    const others = [{ name: "Jo Okoro", agency: "Housing" }];
    await releasedMeeting(lead, MEETING, agenda, [CHAIR, CLERK], others);
    for (const person of [chair, clerk]) await enter(person);
  });

  afterAll(async () => {
    await device.close();
    await world.close();
  });

  const enter = async ({ page }: Person) => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name: "Home" }).click();
    await page.getByRole("link", { name: /14 January 2099 at 10:00/ }).click({ timeout: 60_000 });
    await page.getByRole("link", { name: "In the room" }).click({ timeout: 60_000 });
    await page.getByRole("heading", { level: 2, name: "Opening" }).waitFor({ timeout: 60_000 });
    await page.getByRole("button", { name: /Other business/ }).waitFor({ timeout: 60_000 });
  };
  const go = (page: Page, name: RegExp) =>
    page.getByRole("navigation", { name: "Agenda" }).getByRole("button", { name }).press("Enter");

  it("[ASH-89], [ASH-101], [ASH-102] keeps a case shut until the opening is whole, with no network", async () => {
    failing();
    for (const person of [chair, clerk]) await person.offline(true);
    const { page } = chair;
    await go(page, /TST-1/);
    await page.getByText("This case opens once the opening is done").waitFor();
    expect(await page.getByText(SUBJECT).count()).toBe(0);
    await go(page, /Opening/);
    for (const name of [CHAIR, "Jo Okoro"]) {
      await page.getByRole("checkbox", { name: new RegExp(name) }).press("Space");
      await page.getByLabel(`Data sharing protocol, ${name}`).selectOption("signed");
    }
    for (const step of ["Introductions", "Who is here", "Data sharing protocol"]) {
      await page.getByRole("button", { name: new RegExp(`^Done.*${step}`) }).press("Enter");
      await page.getByRole("button", { name: new RegExp(`^Not done after all.*${step}`) }).waitFor();
    }
    await page.getByLabel("Venue").fill("Town hall");
    await page.getByRole("button", { name: "Show the statement to read out" }).press("Enter");
    await page.getByRole("dialog").getByText("strictly confidential").waitFor();
    await tablet.look(page, "the statement read out");
    await page.getByRole("dialog").getByRole("button", { name: "Done" }).press("Enter");
    await page.getByRole("button", { name: "Read out and agreed by all" }).press("Enter");
    await tablet.look(page, "the opening of a meeting");
    for (const name of [CHAIR, "Jo Okoro"]) {
      await page.getByRole("button", { name: `Pass the tablet to ${name}` }).press("Enter");
      const sheet = page.getByRole("dialog");
      // One person's declaration and nobody else's name on it.
      const other = name === CHAIR ? "Okoro" : "Cass";
      expect(await sheet.innerText()).not.toContain(other);
      if (name === CHAIR) await tablet.look(page, "a declaration on the tablet passed round");
      expect(await sheet.getByLabel("Name in capitals").inputValue()).toBe(name.toUpperCase());
      await sheet.getByLabel("My name typed above is my signature").press("Space");
      await sheet.getByRole("button", { name: "Sign", exact: true }).press("Enter");
      await sheet.getByRole("button", { name: "Hand it back", exact: true }).press("Enter");
    }
    await page.getByText("Everything is done. Cases are open.").waitFor();
  });

  it("[ASH-81], [ASH-84] hears a case to its decision, with three actions by keys alone", async () => {
    failing();
    const { page } = chair;
    await go(page, /TST-1/);
    await page.getByText(SUBJECT).first().waitFor();
    await page.getByRole("button", { name: "Start item" }).press("Enter");
    await page.getByRole("button", { name: "End item" }).waitFor();
    await page.getByLabel("Notes: presentation").pressSequentially("He is losing his home.");
    await page.getByLabel("Suitable for the panel", { exact: true }).press("Space");
    await page.getByRole("button", { name: "Record decision" }).press("Enter");
    await page.getByText("Decided: Suitable for the panel").waitFor();
    const line = page.getByLabel("Action", { exact: true });
    await line.focus();
    await page.keyboard.type("Visit the flat @Housing J Okoro +2w");
    await page.getByText("Visit the flat – Jo Okoro (Housing) – by Wednesday 28 January 2099").waitFor();
    await page.keyboard.press("Enter");
    await page.getByText("by 28 January 2099").waitFor();
    await page.keyboard.type("Write to the landlord @Okoro Fri");
    await page.keyboard.press("Enter");
    await page.getByText("by 16 January 2099").waitFor();
    // Two readings: it asks, and a key chooses.
    await page.keyboard.type("Bring the report @Housing +3");
    await page.keyboard.press("Enter");
    await page.waitForFunction(() => document.activeElement?.textContent === "Saturday 17 January 2099");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await page.keyboard.press("Enter");
    await page.getByText("by 4 February 2099").waitFor();
    await tablet.look(page, "a case being heard");
    await page.getByRole("button", { name: /^Remove : Write|^Remove.*Write/ }).press("Enter");
    await page.getByRole("button", { name: "Undo" }).press("Enter");
    await page.getByText("by 16 January 2099").waitFor();
  });

  it("says of whoever is to report progress whether they are found on Confer [OXT-63]", async () => {
    failing();
    const { page } = chair;
    const record = async (who: string) => {
      await page.getByLabel("In writing", { exact: true }).press("Space");
      await page.getByLabel("Who reports").fill(who);
      await page.getByRole("button", { name: "Record the report" }).press("Enter");
      await page.getByText(`in writing, by ${who}.`).waitFor();
    };
    const notFound = page.getByText("Nobody on Confer is found by that name");
    await record("Pat Presenter");
    await notFound.waitFor();
    await tablet.look(page, "a report promised by somebody who is not on Confer");
    // As somebody writes it in a meeting.
    await record(CLERK.toLowerCase());
    expect(await notFound.count()).toBe(0);
  });

  it("keeps what two people write in one place at once, side by side, until they are put together", async () => {
    failing();
    for (const [person, words] of [
      [chair, "The chair’s words."],
      [clerk, "The clerk’s words."],
    ] as const) {
      await go(person.page, /Other business/);
      await person.page.getByLabel("Notes", { exact: true }).pressSequentially(words);
      await person.page.getByText("Saving as you type").waitFor({ state: "hidden" });
    }
    for (const person of [chair, clerk]) await person.offline(false);
    const { page } = clerk;
    await page.getByText("Somebody else wrote under “Notes” too").waitFor({ timeout: 60_000 });
    await page.getByText("The chair’s words.").waitFor();
    expect(await page.getByLabel("Notes", { exact: true }).inputValue()).toBe("The clerk’s words.");
    await desk.look(page, "two texts side by side");
    await page.getByRole("button", { name: /Put the texts together/ }).press("Enter");
    await page.getByText("Somebody else wrote").waitFor({ state: "hidden" });
    const both = "The clerk’s words.\n\nThe chair’s words.";
    expect(await page.getByLabel("Notes", { exact: true }).inputValue()).toBe(both);
    await chair.page.waitForFunction((text) => document.querySelector("textarea")?.value === text, both, {
      timeout: 60_000,
    });
  });

  it("carries the opening, the decision and the actions to everybody else", async () => {
    failing();
    const file = await until(
      "the decision",
      () => {
        const read = lead.watchMeeting(MEETING.key).view.value?.cases.get(heard.case)?.file;
        return read && decisionAt(read, MEETING.key) ? read : undefined;
      },
      60_000,
    );
    expect(decisionAt(file, MEETING.key)?.record.decision).toBe("suitable");
    expect(actionsOf(file).map(({ what, agency, owner, due }) => [what, agency, owner, due])).toEqual([
      ["Visit the flat", "Housing", "Jo Okoro", "2099-01-28"],
      ["Write to the landlord", "Housing", "Jo Okoro", "2099-01-16"],
      ["Bring the report", "Housing", "", "2099-02-04"],
    ]);
    await go(clerk.page, /TST-1/);
    await clerk.page.getByText(SUBJECT).first().waitFor({ timeout: 60_000 });
    await desk.look(clerk.page, "a case being heard, on a desk");
  });

  it("broke no rule of the screens on the way", () => {
    expect([...tablet.faults, ...desk.faults]).toEqual([]);
    expect([chair, clerk].flatMap(({ watched }) => watched.faults)).toEqual([]);
  });
});
