/**
 * A request to a children's panel without a mouse, as a locum with a broken wrist makes it: every section, why a
 * paper does not come, what others said, a young person's yes by typed name, and off it goes. The page where they
 * sign is read as a screen reader reads it.
 */
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import ashfieldJson from "../../src/forms/panels/ashfield.json" with { type: "json" };
import hartlepoolJson from "../../src/forms/panels/hartlepool-stockton.json" with { type: "json" };
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { declarationOf } from "../../src/ui/referral/declaration.ts";
import { drawWithFinger } from "./support/consentSteps.ts";
import { Keyboard } from "./support/keyboard.ts";
import { joinAlone } from "./support/meetingWorld.ts";
import { definition as ashfield, startReferral } from "./support/referral.ts";
import { makeStoryteller, PERSON, WORKER } from "./support/story.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const parsed = parseDefinition(hartlepoolJson);
if (!parsed.ok) throw new Error("Hartlepool and Stockton does not parse");
const definition = parsed.definition;
const BORN = "2012";

/** What a screen reader finds in the box: whose signature, how else to give it, what is drawn, what Clear clears. */
const padTree = (state: string): string =>
  [
    `- group "Signature of ${PERSON}":`,
    `  - paragraph: Signature of ${PERSON}`,
    `  - text: "Sign with a finger, a pen or a mouse. Somebody who cannot draw can choose another way in this list: “Types their name under the statement”, “Says yes”, “Signs on paper”."`,
    `  - img "Box to sign in. ${state}"`,
    `  - button "Clear the signature"`,
    `  - status: ${state}`,
  ].join("\n");

describe("a children’s panel, by keyboard alone", () => {
  let world: World;
  let worker: Person;
  let keys: Keyboard;
  const failing = () => onTestFailed(({ task }) => world.picture(`keyboard-children-${task.name}`));
  const story = makeStoryteller();
  const box = (label: string) => worker.page.getByLabel(label, { exact: true }).inputValue();
  const pressToday = async () => {
    await keys.activate(/^Today/);
    const boxes = worker.page.getByRole("group", { name: "Date of the request" }).getByRole("textbox");
    const typed = await boxes.evaluateAll((all) => all.map((each) => (each as HTMLInputElement).value));
    const london = new Intl.DateTimeFormat("en-GB", { timeZone: "Europe/London" }).format(new Date());
    expect(typed.map((part) => part.padStart(2, "0")).join("/")).toBe(london);
  };

  beforeAll(async () => {
    world = await makeWorld();
    worker = await world.makePerson(WORKER);
    await joinAlone(world, worker, [ashfieldJson, hartlepoolJson]);
    keys = new Keyboard(worker.page, BORN);
    await worker.page.getByRole("link", { name: "Start a referral" }).first().waitFor();
  });

  afterAll(async () => {
    await world.close();
  });

  it("every section is filled, whatever the first answers say of the panel", async () => {
    failing();
    await keys.follow("Start a referral", "Which panel is this for?");
    await keys.follow(new RegExp(`Start with .*${definition.name}`), "Before you start");
    await keys.follow("Start", definition.eligibility.section.pages[0]?.title ?? "");
    for (const page of definition.eligibility.section.pages) {
      await keys.heading(page.title);
      await keys.answer(page, story);
      await keys.activate("Continue");
    }
    await keys.heading("Referral");
    for (const section of definition.sections.filter(({ kind }) => kind === "questions")) {
      await keys.follow(section.title, section.pages[0]?.title ?? "");
      for (const page of section.pages) {
        await keys.heading(page.title);
        if (page.title === "Your details") expect(await box("Your name")).toBe(WORKER);
        await keys.answer(page, story);
        if (page.title === "Your details") await pressToday();
        await keys.activate("Continue");
      }
      await keys.heading("Referral");
    }
  });

  it("for each paper that does not come, a reason; focus goes into its box", async () => {
    failing();
    await keys.follow("Papers", "Papers");
    const owed = (definition.papers ?? []).filter(({ required }) => required === "orReason");
    expect(owed.length).toBeGreaterThan(1);
    for (const { label } of owed) {
      await keys.activate(`I cannot send it now ${label}`);
      expect((await keys.focus()).name).toBe("Why does it not come with the referral?");
      await keys.type("The school holds it and has been asked.");
    }
    await keys.activate("Continue");
    await keys.heading("Referral");
  });

  it("what others said is taken down, and Back leads where it came from", async () => {
    failing();
    const needed = (definition.approvals ?? []).filter(({ required }) => required !== undefined);
    let taken = 0;
    for (const { label, kind } of needed) {
      if ((await worker.page.getByRole("link", { name: label, exact: true }).count()) === 0) continue;
      await keys.follow(label, label);
      await keys.choose("What do you want to do?", "Write down what somebody said");
      await keys.to("Their name");
      await keys.type("Pat Morrow");
      if (kind === "approval") await keys.choose("What did they say?", "They approve it");
      await keys.to("What they said");
      await keys.type("Hear it soon.");
      await keys.choose("How did they say it?", "In person or by telephone");
      await keys.to("Day", undefined, "When did they say it?");
      for (const part of ["3", "3", "2025"]) {
        await keys.type(part);
        await keys.press("Tab");
      }
      await keys.activate("Record it");
      await worker.page.getByRole("status").getByText("Recorded.").waitFor();
      await keys.isSomewhere();
      await keys.follow("Go back to the referral", "Referral");
      taken += 1;
    }
    expect(taken).toBeGreaterThan(0);
  });

  it("a young person says yes by a typed name; the pad says what it is, and how to do without it", async () => {
    failing();
    const { page } = worker;
    const consent = definition.sections.find(({ kind }) => kind === "consent")?.title ?? "";
    await keys.follow(consent, "Consent");
    await keys.activate("Start");
    await keys.heading("Does the person know?");
    await keys.choose(definition.consent.awareness.label, "Yes");
    await keys.activate("Record and continue");
    await keys.heading("Who decides?");
    await keys.choose("Who decides about sharing?", 0);
    await keys.to(/Gillick competence/);
    await keys.type("Said in her own words what goes to whom.");
    await keys.activate("Continue");
    await keys.heading("What the person reads or hears");
    await keys.choose("Which wording suits the person?", 0);
    await keys.choose("Did you read it aloud?", "Yes");
    await keys.activate("Continue");
    await keys.heading("What did they decide?");
    await keys.choose(definition.consent.record.decision.label, "Yes");
    await keys.activate("Continue");
    await keys.heading("How they gave consent");
    await keys.choose("How did they give it?", 0);
    const padSays = (state: string) =>
      expect
        .poll(() => page.getByRole("group", { name: /^Signature of/ }).ariaSnapshot())
        .toBe(padTree(state));
    await padSays("Nothing is drawn yet.");
    // Somebody else’s finger: the one thing here that no key does.
    await drawWithFinger(page);
    await padSays("The signature is drawn.");
    await keys.activate("Clear the signature");
    await padSays("Cleared. Nothing is drawn.");
    expect((await keys.focus()).name).toBe("Clear the signature");
    await keys.choose("How did they give it?", 1);
    await keys.to("Their name, typed by them");
    await keys.type(PERSON);
    await keys.press("Tab");
    await keys.press("Space");
    await keys.activate("Record consent");
    await keys.heading("Consent");
    await keys.follow("Back to the referral", "Referral");
  });

  it("is checked and sent, and focus was never lost nor out of sight", async () => {
    failing();
    await keys.follow("Check and submit", "Check your answers");
    await keys.to(new RegExp(`^${declarationOf(definition).slice(0, 20)}`));
    await keys.press("Space");
    await keys.activate("Submit");
    await worker.page.getByRole("heading", { level: 1, name: /submitted|sent|ready/i }).waitFor();
    await keys.isSomewhere();
    expect(keys.faults).toEqual([]);
  });

  it("the next one, to another panel, knows who the worker is and how to reach them", async () => {
    failing();
    const { page } = worker;
    await startReferral(page, makeStoryteller());
    const section = ashfield.sections.find(({ key }) => key === "referrer")?.title ?? "";
    await page.getByRole("link", { name: section, exact: true }).click();
    await page.getByText("Your own details have been filled in").waitFor();
    expect(await box("Your name")).toBe(WORKER);
    expect(await box("Your telephone number")).toBe("01632 960001");
    expect(await box("Your work email address")).toContain("@");
    expect(worker.watched.faults).toEqual([]);
  });
});
