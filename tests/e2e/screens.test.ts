/**
 * Every screen and every state of it that matters, walked through in the order of a case's life and held to
 * the rules of support/looks.ts. The people and the case are invented.
 */
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { enrol, invite, setUp, unlock } from "./support/enrol.ts";
import { makeWatcher, type Watcher } from "./support/looks.ts";
import { addSecondLeader } from "./support/meetingWorld.ts";
import { definition, openCase, startReferral, submit } from "./support/referral.ts";
import { LEAD, makeStoryteller, PERSON, WORKER } from "./support/story.ts";
import { lookAtConsent, lookAtProtectedPdf, lookAtReferralPage, lookAtSections } from "./support/walks.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const NEWCOMER = "Ines Okafor";

describe("every screen", () => {
  let world: World;
  let lead: Person;
  let worker: Person;
  let reference = "no reference yet";
  const story = makeStoryteller();
  const names = () => [PERSON, LEAD, WORKER, NEWCOMER, reference];
  const desk: Watcher = makeWatcher("mouse", names);
  const tablet: Watcher = makeWatcher("finger", names);

  const failing = () => onTestFailed(({ task }) => world.picture(`screens-${task.name}`));
  const heading = ({ page }: Person, name: string | RegExp) =>
    page.getByRole("heading", { level: 1, name }).waitFor({ timeout: 60_000 });
  const nav = ({ page }: Person, name: string) =>
    page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson(LEAD);
    worker = await world.makePerson(WORKER, { viewport: { width: 820, height: 1180 }, touch: true });
  });

  afterAll(async () => {
    await world.close();
  });

  it("from nothing to a panel in force: welcome, set-up, code, home, panels", async () => {
    failing();
    const { page } = lead;
    await page.goto("/");
    await heading(lead, "Welcome to Confer");
    await desk.look(page, "welcome");
    await page.getByRole("button", { name: "Continue" }).click();
    await desk.look(page, "welcome with an error");
    await setUp(world, lead, undefined, {
      atSetUp: async () => {
        await desk.look(page, "set-up");
        await page.getByRole("button", { name: "Set up" }).click();
        await desk.look(page, "set-up with errors");
      },
      atCode: () => desk.look(page, "recovery code"),
      atHome: () => desk.look(page, "home with no panel"),
    });
    await desk.look(page, "panels");
    await page.getByText("Add a date").first().click();
    await page.getByRole("group", { name: "Date of the meeting" }).getByLabel("Day").fill("32");
    await page.getByRole("button", { name: "Add date" }).click();
    await desk.look(page, "panels with a wrong date");
    const date = page.getByRole("group", { name: "Date of the meeting" });
    await date.getByLabel("Day").fill("17");
    await date.getByLabel("Month").fill("12");
    await date.getByLabel("Year").fill("2099");
    await page.getByLabel("Start time").fill("10:00");
    await page.getByRole("button", { name: "Add date" }).click();
    await page.getByRole("button", { name: /Cancel this date/ }).click();
    await page.getByRole("dialog").getByRole("button", { name: "Cancel this date" }).click();
    await desk.look(page, "cancel a meeting without saying why");
    await page.getByRole("button", { name: "Keep it" }).click();
    await page.getByRole("link", { name: /Deadlines and changes/ }).click();
    await page.getByRole("heading", { level: 1, name: /17 December 2099/ }).waitFor();
    await page.getByText("How this date is worked out").first().click();
    await page.getByText("Move this meeting").click();
    await page.getByRole("button", { name: "Move meeting" }).click();
    await desk.look(page, "a meeting and its deadlines");
    await page.getByRole("link", { name: "Panels" }).first().click();
  });

  it("people: invite, link, join, waiting, six words, roles", async () => {
    failing();
    const { page } = lead;
    await addSecondLeader(world, lead);
    await invite(lead, NEWCOMER, ["Panel member"], undefined, {
      atInvite: () => desk.look(page, "invite"),
      atLink: () => desk.look(page, "invite link"),
    });
    await enrol(lead, worker, ["Referrer"], undefined, {
      atJoin: () => tablet.look(worker.page, "join"),
      atCode: () => tablet.look(worker.page, "recovery code of a member"),
      atWaiting: async () => {
        await tablet.look(worker.page, "waiting", 390);
        await page.getByRole("link", { name: /Compare/ }).waitFor({ timeout: 60_000 });
        await desk.look(page, "people");
      },
      atWords: async () => {
        await desk.look(page, "confirm a person", 820);
        await page.getByRole("button", { name: "They do not match" }).click();
        await desk.look(page, "words that do not match");
        await page.getByRole("button", { name: "Compare again" }).click();
      },
    });
    await nav(lead, "People");
    await page.getByRole("button", { name: `Change roles of ${WORKER}` }).click();
    await desk.look(page, "change roles");
    await page.keyboard.press("Escape");
    await page.getByRole("button", { name: `Cancel invite for ${NEWCOMER}` }).click();
    await desk.look(page, "cancel an invite");
    await page.keyboard.press("Escape");
  });

  it("a referral is started: home, panels, the first questions, a clear no", async () => {
    failing();
    const { page } = worker;
    await tablet.look(page, "home of a new referrer");
    await page.getByRole("link", { name: "Start a referral" }).first().click();
    await heading(worker, "Put Confer on your home screen first");
    await tablet.look(page, "home screen first", 820);
    await page.getByRole("button", { name: "Carry on without" }).click();
    await heading(worker, "Which panel is this for?");
    await tablet.look(page, "which panel");
    await page
      .getByRole("link", { name: /Ashfield/ })
      .first()
      .click();
    await heading(worker, "Before you start");
    await tablet.look(page, "before you start");
    await page.getByRole("link", { name: "Start", exact: true }).click();
    const { pages } = definition.eligibility.section;
    await heading(worker, pages[0]?.title ?? "");
    await tablet.look(page, "is this the right panel");
    for (const group of await page.getByRole("group").all()) {
      const no = group.getByLabel("No", { exact: true });
      await ((await no.count()) > 0 ? no : group.getByRole("radio")).first().check();
    }
    await page.getByRole("button", { name: "Continue" }).click();
    await heading(worker, pages[1]?.title ?? "");
    await story.fillPage(page, pages[1] ?? { key: "", title: "", questions: [] });
    await page.getByRole("button", { name: "Continue" }).click();
    await heading(worker, "This may not be the right panel");
    await tablet.look(page, "not this panel");
    await nav(worker, "Home");
    await startReferral(page, story);
    reference = /[A-Z]{2,4}-[\w-]+/.exec(await page.locator("main").innerText())?.[0] ?? reference;
    await tablet.look(page, "task list at the start");
  });

  it("check answers says what is missing, and each section is filled page by page", async () => {
    failing();
    const { page } = worker;
    await page.getByRole("link", { name: "Check and submit" }).click();
    await heading(worker, "Check your answers");
    await tablet.look(page, "check with blockers");
    await page.getByRole("link", { name: "Back" }).first().click();
    await lookAtSections(page, tablet, story);
    // With papers in it, the page is looked at in papers.test.ts.
    await page.getByRole("link", { name: "Papers", exact: true }).click();
    await heading(worker, "Papers");
    await tablet.look(page, "papers");
    await page.getByRole("button", { name: "Continue" }).click();
    await heading(worker, "Referral");
    await tablet.look(page, "task list", 820);
  });

  it("consent, each step and each answer", async () => {
    failing();
    await lookAtConsent(worker.page, tablet);
  });

  it("is checked, withdrawn almost, sent without a connection, and shown in the lists", async () => {
    failing();
    const { page } = worker;
    await page.getByRole("link", { name: "Check and submit" }).click();
    await heading(worker, "Check your answers");
    await tablet.look(page, "check your answers", 1280);
    await page.getByRole("link", { name: "Save and come back later" }).click();
    await page.getByRole("button", { name: "Withdraw this referral" }).click();
    await page.getByRole("button", { name: "Withdraw it" }).click();
    await tablet.look(page, "withdraw a referral");
    await page.keyboard.press("Escape");
    await page.getByRole("link", { name: "Check and submit" }).click();
    await worker.offline(true);
    await page.getByText("You have no connection now").waitFor();
    await tablet.look(page, "check without a connection");
    await submit(page, WORKER);
    await tablet.look(page, "submitted without a connection");
    await worker.offline(false);
    await page.getByText(/Everything is on the server/).waitFor({ timeout: 60_000 });
    await tablet.look(page, "submitted", 390);
    await nav(worker, "Home");
    await tablet.look(page, "home of a referrer");
    await openCase(page, PERSON);
    await page.getByRole("tab", { name: "Referral" }).waitFor();
    await tablet.look(page, "the referrer’s own case");
  });

  it("the co-ordinator reads and decides: home, inbox, each tab, each choice", async () => {
    failing();
    const { page } = lead;
    // Longer than five minutes away: the desk has locked itself.
    if (await page.getByRole("button", { name: "Unlock" }).isVisible()) {
      await unlock(lead);
      // It returns to where it was first; a press before that would be lost.
      await heading(lead, "People");
    }
    await nav(lead, "Home");
    await page.getByRole("link", { name: PERSON }).first().waitFor({ timeout: 60_000 });
    await desk.look(page, "home of a co-ordinator", 1280);
    await page.getByRole("link", { name: "Work through them" }).click();
    await heading(lead, /./);
    await desk.look(page, "inbox");
    await openCase(page, PERSON);
    for (const tab of ["Referral", "Papers", "Consent", "History", "Access", "Decide"]) {
      await page.getByRole("tab", { name: tab }).click();
      await desk.look(page, `case ${tab}`, tab === "Referral" ? 1280 : undefined);
    }
    await page.getByRole("button", { name: "Decide" }).click();
    await desk.look(page, "triage with an error");
    await page.getByRole("radio", { name: /Decline/ }).check();
    await page.getByLabel("Why will the panel not hear it?").fill("The fire service leads a plan already.");
    await desk.look(page, "triage decline");
    await page.getByRole("radio", { name: /Put on the agenda/ }).check();
    await desk.look(page, "triage accept");
    await page.getByRole("radio", { name: /Send back/ }).check();
    await page.getByLabel("What do you need to know?").fill("Who holds his bank card now?");
    await page.getByRole("button", { name: "Add another" }).click();
    await desk.look(page, "triage return");
    await page.getByRole("button", { name: "Remove what is missing, 2" }).click();
    await page.getByRole("button", { name: /^Return/ }).click();
    await page.getByText("Returned for information").first().waitFor();
    await page.getByRole("tab", { name: "Referral" }).click();
    await lookAtProtectedPdf(page, desk);
    await lookAtReferralPage(page, desk);
  });

  it("comes back: home, task list and check with what is missing", async () => {
    failing();
    const { page } = worker;
    await nav(worker, "Home");
    await page.getByText("Returned for information").first().waitFor({ timeout: 60_000 });
    await tablet.look(page, "home with a returned referral");
    await page.getByRole("link", { name: PERSON }).first().click();
    await page.getByText("Who holds his bank card now?").waitFor();
    await tablet.look(page, "task list of a returned referral");
    await page.getByRole("link", { name: "Check and submit" }).click();
    await page.getByRole("button", { name: "Submit again" }).click();
    await tablet.look(page, "check again with errors");
  });

  it("the rest: search, health, refused, settings, not found, an old address, locked", async () => {
    failing();
    const { page } = worker;
    await nav(worker, "Find a case");
    await page.getByLabel(/Name, reference/).fill("harbour");
    await page.getByRole("link", { name: PERSON }).waitFor();
    await tablet.look(page, "search");
    await page.getByLabel(/Name, reference/).fill("zebra");
    await tablet.look(page, "search without a find");
    await nav(worker, "Settings");
    await tablet.look(page, "settings");
    await page
      .getByRole("link", { name: /Is my work safe/ })
      .first()
      .click();
    await heading(worker, "Is my work safe?");
    await tablet.look(page, "health");
    await page.getByRole("button", { name: "Lock", exact: true }).click();
    await heading(worker, "Unlock");
    await tablet.look(page, "locked", 390);
    await page.getByLabel("Passphrase", { exact: true }).fill("not it at all, sorry");
    await page.getByRole("button", { name: "Unlock" }).click();
    await page.getByText("That is not the passphrase").waitFor({ timeout: 60_000 });
    await tablet.look(page, "a wrong passphrase");
    await page.getByRole("button", { name: "Use your recovery code" }).click();
    await tablet.look(page, "unlock with the code");
    for (const [path, name] of [
      ["/refused", "refused"],
      ["/nothing/here", "not found"],
      ["/case/7/tasks", "an old address"],
      ["/people", "a page of another role"],
    ] as const) {
      await page.goto(path);
      await unlock(worker);
      await heading(worker, /./);
      await tablet.look(page, name);
    }
  });

  it("breaks none of the rules for how a screen looks", () => {
    expect([...desk.seen, ...tablet.seen].length).toBeGreaterThan(80);
    expect([...desk.faults, ...tablet.faults]).toEqual([]);
    expect([...lead.watched.faults, ...worker.watched.faults]).toEqual([]);
  });
});
