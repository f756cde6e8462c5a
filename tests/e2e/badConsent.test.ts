/**
 * Whatever people paste into the boxes of a consent record, offline on a tablet: told beside the box by how much it
 * is too long, never cut, there again after a dead battery; and odd letters read back as they were typed.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { ARABIC, EMOJI, lengthIn, MARKUP, MEGABYTE, paste, said, typeDate } from "./support/badInput.ts";
import { headed, pick, press, recorded, tick } from "./support/consentSteps.ts";
import { unlock } from "./support/enrol.ts";
import { joinAlone } from "./support/meetingWorld.ts";
import { startReferral } from "./support/referral.ts";
import { makeStoryteller, WORKER } from "./support/story.ts";
import { makeWorld, pause, type Person, type World } from "./support/world.ts";

const OVER_NAME = "must be 300 characters or fewer. Take out 1,048,276";
const OVER_TEXT = "must be 20,000 characters or fewer. Take out 1,028,576";
const GIVER = `__proto__ ${MARKUP} ${EMOJI}`;
const SERVICE = `${ARABIC} <b>${EMOJI}</b>`;

describe("bad input in a consent record", () => {
  let world: World;
  let worker: Person;
  const page = () => worker.page;
  const box = (id: string) => page().locator(`#${id}`);
  const openConsent = async () => {
    await page().getByRole("link", { name: "Home" }).first().click();
    await page().locator("#drafts a").first().click();
    await page().getByRole("link", { name: "Consent", exact: true }).click();
    await headed(page(), "Consent");
  };
  /** A megabyte in each, pressed on with; what is said beside each of them, and all of it still there. */
  const refused = async (ids: readonly string[], button: string): Promise<string[]> => {
    for (const id of ids) await paste(box(id), MEGABYTE);
    await press(page(), button);
    const found = await said(page());
    for (const id of ids) {
      expect(await box(id).getAttribute("aria-invalid"), id).toBe("true");
      expect(await lengthIn(box(id)), id).toBe(MEGABYTE);
    }
    return found;
  };

  beforeAll(async () => {
    world = await makeWorld();
    worker = await world.makePerson(WORKER, { viewport: { width: 820, height: 1180 }, touch: true });
    await joinAlone(world, worker, [ashfield]);
    await page().getByRole("link", { name: "Start a referral" }).first().waitFor();
    await page().evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await pause(2_000);
    await worker.offline(true);
    await startReferral(page(), makeStoryteller());
    await page().getByRole("link", { name: "Consent", exact: true }).click();
  });

  afterAll(async () => {
    await world.close();
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`bad-consent-${task.name.slice(0, 40)}`));
  });

  it("a megabyte is refused in words, and is there again after a dead battery", async () => {
    await press(page(), "Start");
    await page().getByLabel("Yes", { exact: true }).check();
    expect(await refused(["aware-detail"], "Record and continue")).toEqual([
      `What you say about that ${OVER_TEXT}`,
    ]);
    await pause(3_000);
    await worker.kill();
    await worker.open();
    await worker.offline(true);
    await page().goto("/");
    await unlock(worker);
    await openConsent();
    await press(page(), "Start");
    await headed(page(), "Does the person know?");
    expect(await lengthIn(box("aware-detail"))).toBe(MEGABYTE);
    await box("aware-detail").fill(`${ARABIC}\nconstructor ${EMOJI}`);
    await press(page(), "Record and continue");
    await headed(page(), "Who decides?");
  });

  it("every box on the way to a signature tells of what is too much in it", async () => {
    await page().getByRole("radio").nth(1).check();
    expect(await refused(["giver-name", "evidence"], "Continue")).toEqual([
      `The name ${OVER_NAME}`,
      `What you saw or were told ${OVER_TEXT}`,
    ]);
    await box("giver-name").fill(`\u202e${GIVER}`);
    await box("evidence").fill(`Letters gnp.exe ${EMOJI}`);
    await press(page(), "Continue");
    await headed(page(), "What the person reads or hears");

    expect(await refused(["add-recipient"], "Add to the list")).toEqual([`The name ${OVER_NAME}`]);
    await page().getByRole("group", { name: "Which wording suits" }).getByRole("radio").first().check();
    await pick(page(), "Did you read it aloud?", "Yes");
    expect(await refused(["interpreter"], "Continue")).toEqual([
      `The name ${OVER_NAME}`,
      `The name of the interpreter ${OVER_NAME}`,
    ]);
    await box("add-recipient").fill(SERVICE);
    await press(page(), "Add to the list");
    expect(await tick(page(), "Who is it to be shared with?", SERVICE).isChecked()).toBe(true);
    await box("interpreter").fill(ARABIC);
    await press(page(), "Continue");

    await headed(page(), "What did they decide?");
    await page().getByRole("radio", { name: "Yes, with limits" }).check();
    expect(await refused(["limits"], "Continue")).toEqual([`What the limits are ${OVER_TEXT}`]);
    await box("limits").fill(`${ARABIC}, {panel}, ${MARKUP}`);
    await press(page(), "Continue");

    await headed(page(), "How they gave consent");
    await pick(page(), "How did they give it?", /^Says yes/);
    const people = ["obtained-by", "witness"].flatMap((id) => [id, `${id}-role`, `${id}-agency`]);
    expect(await refused(people, "Record consent")).toHaveLength(people.length);
    await pick(page(), "How did they give it?", /Types their name/);
    await tick(page(), "The person ticks this", /./).check();
    expect(await refused(["typed-name"], "Record consent")).toEqual([`The name ${OVER_NAME}`]);
    await box("typed-name").fill(`\u202e${GIVER}`);
    await press(page(), "Record consent");
    await headed(page(), "Consent");
  });

  it("what was typed reads back to the letter, runs nothing, and turns no sentence round", async () => {
    const all = (await recorded(page())).join("\n");
    for (const text of [GIVER, ARABIC, EMOJI, MARKUP, "{panel}", "constructor"]) expect(all).toContain(text);
    expect(all).not.toContain("\u202e");
    expect(await page().title()).not.toContain("taken");
    expect(await page().locator("main script, main img[src='x']").count()).toBe(0);
    await press(page(), "What they can be given");
    const receipt = await page().getByRole("main").innerText();
    for (const text of [GIVER, SERVICE]) expect(receipt).toContain(text);
    await page().getByRole("link", { name: "What is recorded" }).click();
  });

  it("so does a withdrawal", async () => {
    await press(page(), "Record that it was withdrawn");
    await headed(page(), "Withdraw consent");
    await typeDate(page().getByRole("group", { name: "When did they withdraw it?" }), "31", "2", "2026");
    expect(await refused(["withdrawn-how"], "Record the withdrawal")).toEqual([
      "Enter a real date, like 26 11 2026",
      `What they said ${OVER_TEXT}`,
    ]);
    await typeDate(page().getByRole("group", { name: "When did they withdraw it?" }), "1", "2", "2026");
    await box("withdrawn-how").fill(MARKUP);
    await press(page(), "Record the withdrawal");
    await headed(page(), "Consent");
    expect((await recorded(page())).join("\n")).toContain(MARKUP);
    expect(worker.watched.faults).toEqual([]);
  });
});
