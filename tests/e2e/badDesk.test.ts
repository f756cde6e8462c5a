/** At the co-ordinator's desk: files that are no panel, days that never were, names without end. Each is answered. */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { everyKind } from "../support/everyKind.ts";
import { ARABIC, MARKUP, MEGABYTE, said, typeDate } from "./support/badInput.ts";
import { setUp } from "./support/enrol.ts";
import { LEAD } from "./support/story.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

describe("bad input at the desk", () => {
  let world: World;
  let lead: Person;

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson(LEAD);
    await setUp(world, lead);
  });

  afterAll(async () => {
    await world.close();
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`bad-desk-${task.name.slice(0, 40)}`));
  });

  it("a panel's file that is none is refused in a sentence, and the panels in force stay", async () => {
    const { page } = lead;
    const choose = (name: string, text: string) =>
      page
        .getByLabel("A panel from a file")
        .setInputFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
    const json = JSON.stringify(everyKind);
    const nested = `${"[".repeat(5_000)}${"]".repeat(5_000)}`;
    for (const [text, words] of [
      ["", /not a JSON file, or it was cut short/],
      ["<!doctype html><h1>Welcome to our guest network</h1>", /It is a web page, not a panel/],
      [json.slice(0, 900), /not a JSON file, or it was cut short/],
      [JSON.stringify({ pad: "x".repeat(5 * MEGABYTE) }), /larger than 4 MB/],
      [JSON.stringify({ ...everyKind, pad: "x".repeat(300_000) }), /larger than a panel can be/],
      [`{"deep": ${nested}}`, /nested too deeply/],
      [json.replace('"shortName"', '"name":"Other","shortName"'), /Line 1: ‘name’ is there twice/],
      [JSON.stringify({ ...everyKind, sections: [] }), /sections/i],
      [JSON.stringify([everyKind]), /does not hold a panel definition/],
    ] as const) {
      await choose("panel.json", text);
      await page.getByText(words).first().waitFor({ timeout: 20_000 });
      await page.getByText("The panels in force have not changed").first().waitFor();
      expect(await page.locator("section.confer-card").count()).toBe(1);
    }
    await choose("panel.json", JSON.stringify({ ...everyKind, addedLater: { by: "a newer version" } }));
    await page.getByText("The panel in that file is in force").waitFor({ timeout: 20_000 });
    await page.getByRole("heading", { name: "Every Kind Panel" }).waitFor();
  });

  it("a meeting on a day that never was, a name of a thousand letters and a search for a megabyte are answered", async () => {
    const { page } = lead;
    const card = page.locator("section.confer-card", { hasText: "Every Kind Panel" });
    await card.getByText("Add a date", { exact: true }).click();
    const date = card.getByRole("group", { name: /Date of the meeting/ });
    for (const [day, month, year, words] of [
      ["31", "2", "2027", "must be a real date"],
      ["0", "2", "2027", "must be a real date"],
      ["3", "13", "2027", "must be a real date"],
      ["3", "2", "20266", "must be a real date"],
      ["3", "2", "1987", "must be today or later"],
      ["", "", "", "Enter the date of the meeting"],
    ] as const) {
      await typeDate(date, day, month, year);
      await card.getByRole("button", { name: "Add date" }).click();
      await card.getByText(words).waitFor();
    }
    await page.getByRole("link", { name: "People" }).first().click();
    await page.getByRole("link", { name: "Invite somebody" }).click();
    await page.getByRole("button", { name: "Make the link" }).click();
    expect((await said(page)).length).toBeGreaterThanOrEqual(4);
    await page.getByLabel("Their name").fill("n".repeat(1_000));
    await page.getByLabel("Their agency").fill(MARKUP);
    await page.getByLabel("Their position").fill(ARABIC);
    await page.getByLabel("Referrer", { exact: true }).check();
    await page.getByRole("button", { name: "Make the link" }).click();
    expect(await said(page)).toEqual(["Their name must be 300 characters or fewer. Take out 700"]);
    expect(await page.getByLabel("Their agency").inputValue()).toBe(MARKUP);
    await page.getByLabel("Their name").fill("");
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("link", { name: "Find a case" }).click();
    const words = page.getByLabel(/Name, reference or words/);
    for (const text of ["(", "__proto__", MARKUP, "m".repeat(MEGABYTE)]) {
      await words.fill(text);
      await page.getByText("0 cases found").waitFor({ timeout: 20_000 });
    }
    await words.fill("");
  });

  it("breaks no rule of the page", () => {
    expect(lead.watched.faults).toEqual([]);
  });
});
