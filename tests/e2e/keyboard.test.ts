/**
 * A whole referral without a mouse: from Home to submitted, consent by a typed name among it, and the
 * co-ordinator's acceptance. Every step is Tab, Shift+Tab, Space, Enter, an arrow or typing; focus is looked
 * for after each, and is never lost nor out of sight.
 */
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { enrol, setUp } from "./support/enrol.ts";
import { Keyboard } from "./support/keyboard.ts";
import { addSecondLeader } from "./support/meetingWorld.ts";
import { definition } from "./support/referral.ts";
import { LEAD, makeStoryteller, PERSON, WORKER } from "./support/story.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

describe("by keyboard alone", () => {
  let world: World;
  let lead: Person;
  let worker: Person;
  let keys: Keyboard;

  const failing = () => onTestFailed(({ task }) => world.picture(`keyboard-${task.name}`));

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson(LEAD);
    await setUp(world, lead);
    await addSecondLeader(world, lead);
    worker = await world.makePerson(WORKER);
    await enrol(lead, worker, ["Referrer"]);
    keys = new Keyboard(worker.page);
  });

  afterAll(async () => {
    await world.close();
  });

  it("a page begins at its heading; before all else stands the skip link, which leads to the content", async () => {
    failing();
    const { page } = worker;
    await page.reload();
    await page.getByLabel("Passphrase", { exact: true }).waitFor();
    expect((await keys.focus()).tag).toBe("H1");
    await keys.press("Shift+Tab");
    await keys.press("Shift+Tab");
    expect((await keys.focus()).name).toBe("Skip to main content");
    await keys.press("Enter");
    expect((await keys.focus()).id).toBe("main");
    await keys.to("Passphrase");
    await keys.type("seven wet otters dance slowly");
    await keys.press("Enter");
    await page.getByRole("button", { name: "Lock", exact: true }).waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: "Start a referral" }).first().waitFor();
  });

  it("a referral is started and every section filled", async () => {
    failing();
    await keys.follow("Start a referral", "Which panel is this for?");
    await keys.follow(/Start with .*Ashfield/, "Before you start");
    await keys.follow("Start", definition.eligibility.section.pages[0]?.title ?? "");
    for (const page of definition.eligibility.section.pages) {
      await keys.heading(page.title);
      await keys.answer(page, makeStoryteller());
      await keys.activate("Continue");
    }
    await keys.heading("Referral");
    for (const section of definition.sections.filter(({ kind }) => kind === "questions")) {
      await keys.follow(section.title, section.pages[0]?.title ?? "");
      for (const page of section.pages) {
        await keys.heading(page.title);
        await keys.answer(page, makeStoryteller());
        await keys.activate("Continue");
      }
      await keys.heading("Referral");
    }
  });

  it("consent is given by a typed name, the wording having filled the screen", async () => {
    failing();
    await keys.follow("Consent", "Consent");
    await keys.activate("Start");
    await keys.heading("Does the person know?");
    await keys.choose(definition.consent.awareness.label, "Yes");
    await keys.activate("Record and continue");
    await keys.heading("Who decides?");
    await keys.choose("Who decides about sharing?", 0);
    await keys.activate("Continue");
    await keys.heading("What the person reads or hears");
    await keys.choose("Which wording suits the person?", 0);
    await keys.activate("Show the wording");
    await worker.page.getByRole("dialog").waitFor();
    // Nothing of the app behind it can be reached.
    const reached = new Set<string>();
    for (let i = 0; i < 6; i++) {
      await keys.press("Tab", true);
      reached.add((await keys.focus()).name);
    }
    expect([...reached].filter((name) => name !== "")).toEqual(expect.arrayContaining(["Done", "Lock"]));
    expect(reached).not.toContain("Continue");
    await keys.press("Escape");
    await worker.page.getByText("The wording has been shown.").waitFor();
    expect((await keys.focus()).name).toBe("Show the wording");
    await keys.choose("Did you read it aloud?", "Yes");
    await keys.activate("Continue");
    await keys.heading("What did they decide?");
    await keys.choose(definition.consent.record.decision.label, "Yes");
    await keys.activate("Continue");
    await keys.heading("How they gave consent");
    await keys.choose("How did they give it?", 1);
    await keys.to("Their name, typed by them");
    await keys.type(PERSON);
    await keys.press("Tab");
    await keys.press("Space");
    await keys.activate("Record consent");
    await keys.heading("Consent");
    await keys.follow("Back to the referral", "Referral");
  });

  it("is checked and submitted", async () => {
    failing();
    await keys.follow("Check and submit", "Check your answers");
    await keys.to(/^What I have written is true/);
    await keys.press("Space");
    await keys.activate("Submit");
    await worker.page.getByRole("heading", { level: 1, name: /submitted|sent|ready/i }).waitFor();
    await keys.isSomewhere();
  });

  it("the co-ordinator opens it, moves between its tabs by arrows, and accepts it", async () => {
    failing();
    const theirs = new Keyboard(lead.page);
    await theirs.follow("Home", "Home");
    await lead.page.getByRole("link", { name: PERSON }).first().waitFor({ timeout: 60_000 });
    await theirs.follow(new RegExp(PERSON), PERSON);
    await theirs.to("Referral", "tab");
    await theirs.press("ArrowRight");
    expect((await theirs.focus()).name).toBe("Decide");
    await theirs.choose("What happens to this referral?", "Put on the agenda");
    await theirs.activate(/^Accept/);
    await lead.page.getByText("Accepted for panel").first().waitFor();
    await theirs.isSomewhere();
  });

  it("never lost the focus, nor let it go where it cannot be seen", () => {
    expect(keys.faults).toEqual([]);
    expect(keys.presses).toBeGreaterThan(200);
    expect([...lead.watched.faults, ...worker.watched.faults]).toEqual([]);
  });
});
