/** A letter about a case, and the list of what one agency is to do, as a chair makes them: read, printed, taken as a file. */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { ActionId, ScopeId } from "../../src/domain/ids.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { textOf } from "../documents/tools.ts";
import { type Device, until } from "../support/device.ts";
import { makeWatcher } from "./support/looks.ts";
import { acceptedCases, foundPanel, joinByLink } from "./support/meetingWorld.ts";
import { readHere } from "./support/readHere.ts";
import { takePdf } from "./support/takePdf.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const SUBJECT = "Person Rowan (invented)";

describe("letters and lists", () => {
  let world: World;
  let device: Device;
  let lead: OpenSession;
  let chair: Person;
  let scope: ScopeId;
  const desk = makeWatcher("mouse", () => [SUBJECT]);

  beforeAll(async () => {
    world = await makeWorld();
    ({ device, lead } = await foundPanel(world, ashfield));
    chair = await world.makePerson("Cass Chair", { viewport: { width: 1280, height: 900 } });
    const user = await joinByLink(lead, chair, "Testshire", ["chair"]);
    const [accepted] = await acceptedCases(lead, ashfield.id, [SUBJECT]);
    scope = accepted?.case as ScopeId;
    const action = (agency: string, what: string) => ({
      type: "action-set" as const,
      action: lead.newId<ActionId>(),
      meeting: "ashfield-2026-11-01",
      what,
      agency,
      owner: "Pat",
      due: "2099-01-14" as never,
    });
    ensure(
      await lead.noteCase(scope, [action("Housing", "Change the lock"), action("Police", "Ring on Fridays")]),
    );
    ensure(await lead.share(scope, user, "lead"));
    ensure(await lead.syncNow());
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`letters-${task.name}`));
  });

  afterAll(async () => {
    await device.close();
    await world.close();
  });

  it("[ASH-67] are written beside the case, kept while they are typed, and taken under a password", async () => {
    const { page } = chair;
    await page.getByRole("link", { name: "Find a case" }).click();
    await page.getByRole("searchbox").or(page.getByRole("textbox")).first().fill("Rowan");
    await page.locator("main").getByRole("link", { name: /Rowan/ }).first().click({ timeout: 60_000 });
    await page.getByRole("tab", { name: "Follow-up" }).click();
    await page.getByRole("link", { name: "Write a letter about this case" }).click();
    await page.getByRole("heading", { level: 1, name: "Letter" }).waitFor();
    expect(await page.getByRole("button", { name: "Make a protected PDF" }).count()).toBe(0);
    await page.getByRole("button", { name: "Fill in what was decided" }).click();
    expect(await page.getByLabel("Letter", { exact: true }).inputValue()).toContain(
      "The panel will hear the case",
    );
    await page.getByLabel("To", { exact: true }).fill("Housing options\nTesttown");
    await page.getByLabel("Subject").fill("In support of this case");
    await page.getByLabel("Letter", { exact: true }).fill("A first paragraph.\n\nA second one.");
    await page.getByLabel("Signed by").fill("Cass Chair\nChair");
    await desk.look(page, "a letter");
    await page.getByRole("button", { name: "Read or print it here" }).click();
    await page.getByRole("heading", { name: "In support of this case" }).waitFor();
    await desk.look(page, "a letter read here", 390);
    await page.getByRole("button", { name: "Close this page" }).first().click();
    const { name, open, beganMs } = await takePdf(page);
    expect(beganMs).toBeLessThan(1000);
    expect(name).toMatch(/^letter-.*\.pdf$/);
    expect(textOf(open)).toMatch(
      /In support of .*Housing options.*A first paragraph\. A second one\..*Cass Chair/,
    );
    await page.getByRole("link", { name: "Follow-up" }).click();
    await page.getByRole("link", { name: "Write a letter about this case" }).click();
    await expect.poll(() => page.getByLabel("Subject").inputValue()).toBe("In support of this case");
  });

  it("give an agency its own actions and no other’s, by reference", async () => {
    const { page } = chair;
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: /^Actions/ })
      .click();
    await page.getByLabel(/^Everybody’s/).check({ timeout: 60_000 });
    await page.getByText("Find and filter").click();
    await page.getByLabel("Agency", { exact: true }).selectOption({ label: "Housing" });
    await page.getByText("These actions of Housing to print or as a PDF").click();
    await desk.look(page, "a list for an agency", 820);
    const { words, paper } = await readHere(page, desk, "a list for an agency as a page");
    for (const read of [words, paper]) {
      expect(read).toContain("Change the lock");
      expect(read).not.toContain("Ring on Fridays");
      expect(read).not.toContain("Rowan");
    }
    await until("the printing in the history", () =>
      lead
        .watchCase(scope)
        .view.value?.file.exports.find(
          ({ record }) => record.document === "actions" && record.how === "print",
        ),
    );
    const { open } = await takePdf(page);
    const text = textOf(open);
    expect(text).toContain("Change the lock");
    expect(text).not.toContain("Ring on Fridays");
    expect(text).not.toContain("Rowan");
  });

  it("and a blank form for each panel, which opens without a password since nobody is in it", async () => {
    const { page } = chair;
    await page
      .getByRole("navigation", { name: "Main" })
      .getByRole("link", { name: /^Panels/ })
      .click();
    const downloading = page.waitForEvent("download", { timeout: 60_000 });
    await page.getByRole("button", { name: /^Blank form to print/ }).click();
    const download = await downloading;
    expect(download.suggestedFilename()).toBe("referral-form-ashfield.pdf");
    const bytes = new Uint8Array(readFileSync(await download.path()));
    expect(textOf(bytes)).toContain("Referral form");
    await desk.look(page, "panels with blank forms");
  });

  it("show no fault that axe finds, at any width", () => {
    expect(desk.faults).toEqual([]);
    expect(chair.watched.faults).toEqual([]);
  });
});
