/**
 * Triage on real screens: the queue with the next meeting, the checklist ticked while reading and seen by another
 * leader, each way with what the referrer will read, a refusal confirmed as written elsewhere, and the log.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import { inventAnswers } from "../../demo/inventAnswers.ts";
import { submitTo } from "../../demo/referrals.ts";
import { formatCalendarDate } from "../../src/domain/calendarDate.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import type { Role } from "../../src/domain/roles.ts";
import { countWorkingDays } from "../../src/domain/workingDays.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { type Device, enrol, until } from "../support/device.ts";
import { goOnInBrowser } from "./support/goOn.ts";
import { makeWatcher } from "./support/looks.ts";
import { foundPanel } from "./support/meetingWorld.ts";
import { openCase } from "./support/referral.ts";
import { LEAD, PERSON, WORKER } from "./support/story.ts";
import { makeWorld, type Person, STORE, type World } from "./support/world.ts";

const today = londonDateOf(Date.now());
const { date } = countWorkingDays(today, 30, 1, []);
const meeting = formatCalendarDate(date);
const REASON = "The fire service leads a plan already.";
/** Ashfield's own rules, but that a refusal has to stand on the shared case system too. */
const panel = {
  ...ashfield,
  version: "2099.1",
  triage: {
    ...ashfield.triage,
    outcomes: ashfield.triage.outcomes.map((each) =>
      each.kind === "decline" ? { ...each, filedIn: "ecins" } : each,
    ),
  },
};

describe(`triage, on ${STORE}`, () => {
  let world: World;
  let lead: Person;
  let second: Person;
  let worker: Person;
  /** The worker's, until they go on in a browser. */
  let referrer: Device;
  /** What the case is called on screens. */
  let subject = "";
  let other = "";
  const desk = makeWatcher("mouse", () => [subject, other, LEAD, WORKER].filter((each) => each !== ""));

  beforeAll(async () => {
    world = await makeWorld({ demonstration: true });
    const founded = await foundPanel(world, panel, LEAD);
    ensure(await founded.lead.setMeetingDate({ key: "next", definition: panel.id, date, start: "10:00" }));
    const join = (name: string, role: Role) =>
      enrol(founded.lead, world.server.url, { name, agency: "Testshire Council", position: "Worker" }, [
        role,
      ]);
    const deputy = await join("Sam Second", "coordinator");
    referrer = await join(WORKER, "referrer");
    lead = await goOnInBrowser(world, founded.device, LEAD);
    second = await goOnInBrowser(world, deputy, "Sam Second");
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`triage-${task.name}`));
  });

  afterAll(async () => {
    await world.close();
  });

  /** A referral about them, written and submitted on the referrer's device. */
  const send = async (name: string): Promise<string> => {
    const { session } = referrer;
    if (!session) throw new Error("the referrer's device is not open");
    const { definition } = await until("the panel", () => session.panels.value[0]);
    await submitTo(session, definition, inventAnswers(definition, name, today), name, today);
    ensure(await session.syncNow());
    return name;
  };

  it("[HER-02] says in the queue which meeting a referral can go to, and which is new", async () => {
    const { page } = lead;
    subject = await send(PERSON);
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("link", { name: subject }).first().waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Work through them" }).click();
    const shown = meeting.replace(/ \d{4}$/, "");
    await page.getByText(`can go to the meeting on ${shown}`).first().waitFor();
    await page.getByText("New", { exact: true }).waitFor();
    await desk.look(page, "the queue with its meetings");
  });

  it("[HER-02] has all that wait beside the one that is judged where there is room, by keyboard too", async () => {
    other = await send("Sal Marsh");
    const { page } = lead;
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("link", { name: other }).first().waitFor({ timeout: 60_000 });
    await openCase(page, subject);
    await page.getByRole("tab", { name: "Decide" }).click();
    const list = page.getByRole("navigation", { name: "Waiting referrals" });
    await list.getByText("1 of 2 to decide").waitFor();
    expect(await list.locator("[aria-current=page]").innerText()).toContain(subject);
    const [beside, main] = [await list.boundingBox(), await page.locator("main").boundingBox()];
    expect((beside?.x ?? 0) + (beside?.width ?? 0)).toBeLessThanOrEqual(main?.x ?? 0);
    // The referral stands left of the checklist.
    const read = await page.getByRole("region", { name: "The referral", exact: true }).boundingBox();
    const checks = await page.getByRole("region", { name: "What the panel looks for" }).boundingBox();
    expect((read?.x ?? 0) + (read?.width ?? 0)).toBeLessThanOrEqual(checks?.x ?? 0);

    await list.getByRole("link", { name: other }).focus();
    await page.keyboard.press("Enter");
    await page.getByRole("heading", { level: 1, name: other }).waitFor();
    await list.getByText("2 of 2 to decide").waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.textContent ?? "");
    expect(await focused()).toContain(other);
    // The list comes before the case: back from its heading is the list's end.
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toBe("All referrals");
    await page.keyboard.press("Shift+Tab");
    expect(await focused()).toContain(other);
    await desk.look(page, "the queue beside a referral");

    const before = page.viewportSize();
    await page.setViewportSize({ width: 820, height: 1180 });
    await page.getByRole("link", { name: `Previous: ${subject}` }).waitFor();
    expect(await list.count()).toBe(0);
    if (before) await page.setViewportSize(before);
    await list.waitFor();
  });

  it("[ASH-75] shares the checklist, ticked while reading, with another leader", async () => {
    const { page } = lead;
    await openCase(page, subject);
    await page.getByRole("tab", { name: "Decide" }).click();
    const point = page
      .getByRole("listitem")
      .filter({ has: page.getByRole("group", { name: "History and background" }) });
    await point.getByText("What the referral says").click();
    await point.getByText("Add a note").click();
    await point.getByLabel(/^Your note on/).fill("Nothing before May.");
    await point.getByRole("radio", { name: "Unsure" }).check();
    await point.getByText("Nothing before May.").first().waitFor();
    await desk.look(page, "the checklist beside the referral");

    await openCase(second.page, subject);
    await second.page.getByRole("tab", { name: "Decide" }).click();
    await second.page.getByText(/Unsure\. Nothing before May\./).waitFor({ timeout: 60_000 });
  });

  it("[ASH-82] [HER-08] shows for each way exactly what the referrer will read", async () => {
    const { page } = lead;
    const preview = page.getByRole("region", { name: "The referrer will read this" });
    await page.getByRole("radio", { name: /Put on the agenda/ }).check();
    await preview.getByText(`accepted for the meeting on ${meeting} at 10:00`).waitFor();
    await desk.look(page, "accepting for a meeting");
    await page.getByRole("radio", { name: /Send back/ }).check();
    await page.getByLabel("What do you need to know?").fill("Say since when.");
    await preview.getByText("Say since when.").waitFor();
    await desk.look(page, "returning with what is missing");

    await page.getByRole("radio", { name: /Too urgent/ }).check();
    await page.getByRole("button", { name: "Record what was agreed" }).click();
    await page.getByRole("link", { name: "Say what was agreed" }).waitFor();
    await desk.look(page, "settled outside the panel, with errors");
    await page.getByLabel("Why could it not wait?").fill("He goes home tomorrow.");
    await page.getByLabel("What was agreed?").fill("A nurse visits daily.");
    await page.getByLabel("Who took part?").fill("The ward manager and the team manager.");
    await page.getByRole("radio", { name: "By telephone" }).check();
    await preview.getByText("A nurse visits daily.").waitFor();
    await desk.look(page, "settled outside the panel");

    await page.getByRole("radio", { name: /Decline/ }).check();
    const why = page.getByLabel("Why will the panel not hear it?");
    await why.fill("x".repeat(50_001));
    await page.getByRole("button", { name: /^Decline/ }).click();
    await page.getByRole("link", { name: /^The reason must be 50,000 characters or fewer/ }).waitFor();
    expect(await why.inputValue()).toHaveLength(50_001);
    await why.fill(REASON);
    await preview.getByText(REASON).waitFor();
    await desk.look(page, "declining with a reason");
    await page.getByText("1 of 2 to decide").waitFor();
    await page.getByRole("button", { name: /^Decline/ }).click();
    await page.getByText("1 left to decide").last().waitFor();
    await page.getByText("Declined").first().waitFor();
    // The form that had the focus is gone.
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Referrals to decide",
    );
    worker = await goOnInBrowser(world, referrer, WORKER, {
      viewport: { width: 820, height: 1180 },
      touch: true,
    });
    await openCase(worker.page, subject, "Declined");
    await worker.page.getByText(REASON).first().waitFor();
  });

  it("[HAR-45] asks for the word that it stands elsewhere too, of any leader", async () => {
    const { page } = second;
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByText("still to confirm: entered on ecins").first().waitFor({ timeout: 60_000 });
    await openCase(page, subject);
    await page.getByRole("button", { name: "Confirm that it is written" }).click();
    await page.getByRole("link", { name: "Say under which heading or reference it stands" }).waitFor();
    await desk.look(page, "a refusal to be written elsewhere");
    await page.getByLabel("Written under").fill("Management decision");
    await page.getByRole("button", { name: "Confirm that it is written" }).click();
    await page.getByText(/under “Management decision”/).waitFor();
    await desk.look(page, "a refusal that is written elsewhere");
  });

  it("[ASH-49] [ASH-69] is in the log, with its reason and no name, which leaves under a password and not as an open file", async () => {
    const { page } = second;
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("link", { name: "Log of decisions" }).click();
    await page.getByRole("cell", { name: REASON }).waitFor();
    expect(await page.locator("main").innerText()).not.toContain(subject);
    await desk.look(page, "the log of decisions");
    await page.getByRole("button", { name: "Download as a table (CSV)" }).click();
    await page.getByText("This panel lets nothing of this kind leave without a password").waitFor();
    await desk.look(page, "the log refused as an open file");
    await page.getByRole("button", { name: "Read or print it here" }).click();
    const read = page.locator("article", { hasText: "Decisions, newest first" });
    await read.getByText(REASON).first().waitFor();
    expect(await read.innerText()).not.toContain(subject);
    await desk.look(page, "the log of decisions as a page");
    await page.getByRole("button", { name: "Close this page" }).first().click();
    await page.getByRole("button", { name: "Make a protected PDF" }).click();
    const saving = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: "Download the PDF" }).click();
    expect((await saving).suggestedFilename()).toBe("log-of-decisions.pdf");
    await openCase(page, subject);
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByText("downloaded the log of decisions").first().waitFor();
  });

  it("shows all of it without a fault for axe, at every width", () => {
    expect(desk.seen.length).toBe(13);
    expect(desk.faults).toEqual([]);
    expect([...lead.watched.faults, ...second.watched.faults, ...worker.watched.faults]).toEqual([]);
  });
});
