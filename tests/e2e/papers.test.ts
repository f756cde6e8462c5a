/**
 * Papers on a tablet without signal: photographs, files, what must be refused, put in order, taken away and
 * brought back, the browser killed among it; and then, with signal, at the co-ordinator's byte for byte.
 */
import { readFileSync } from "node:fs";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { enrol, setUp, unlock } from "./support/enrol.ts";
import { pdfFile, photoFiles, refusedFiles, wordFile } from "./support/files.ts";
import { Keyboard } from "./support/keyboard.ts";
import { makeWatcher } from "./support/looks.ts";
import { addSecondLeader } from "./support/meetingWorld.ts";
import { definition, startReferral, submit } from "./support/referral.ts";
import { LEAD, makeStoryteller, PERSON, WORKER } from "./support/story.ts";
import { Filler, fillSections, makeCanaries } from "./support/answers.ts";
import { recordDrawnConsent } from "./support/consent.ts";
import { makeWorld, pause, type Person, type World } from "./support/world.ts";

const KIND = "support";
const LABEL = definition.papers?.find(({ key }) => key === KIND)?.label ?? "";

describe("papers", () => {
  let world: World;
  let lead: Person;
  let worker: Person;
  const story = makeStoryteller();
  const names = () => [PERSON, LEAD, WORKER];
  const tablet = makeWatcher("finger", names);
  const desk = makeWatcher("mouse", names);
  let photos: string[] = [];
  let report = "";
  let letter = "";

  const choose = (files: string | string[]) => worker.page.locator(`#file-${KIND}`).setInputFiles(files);
  const titles = async (person = worker) =>
    (await person.page.locator(".confer-paper__title").allInnerTexts()).map((text) => text.trim());
  const waitFor = async (expected: string[], person = worker) => {
    await expect.poll(() => titles(person), { timeout: 60_000 }).toEqual(expected);
  };
  const button = (name: string | RegExp) => worker.page.getByRole("button", { name });
  const openPapers = async () => {
    await worker.page.getByRole("link", { name: "Papers", exact: true }).click();
    await worker.page.getByRole("heading", { level: 1, name: "Papers" }).waitFor();
  };

  beforeAll(async () => {
    world = await makeWorld();
    lead = await world.makePerson(LEAD);
    await setUp(world, lead);
    await addSecondLeader(world, lead);
    worker = await world.makePerson(WORKER, { viewport: { width: 820, height: 1180 }, touch: true });
    await enrol(lead, worker, ["Referrer"]);
    await worker.page.getByRole("link", { name: "Start a referral" }).first().waitFor();
    await worker.page.evaluate(() => navigator.serviceWorker.ready.then(() => undefined));
    await pause(2_000);
    await worker.offline(true);
    photos = await photoFiles(worker.page, 4);
    report = await pdfFile("Fire report of May.pdf", 3);
    letter = wordFile();
  });

  afterAll(async () => {
    await world.close();
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`papers-${task.name}`));
  });

  it("are a section of the referral, and not owed where the panel does not ask", async () => {
    const { page } = worker;
    await startReferral(page, story);
    const row = page.locator("#sections li", { hasText: "Papers" });
    expect(await row.innerText()).toContain("Not started (optional)");
    await openPapers();
    await page.getByRole("heading", { level: 2, name: LABEL }).waitFor();
    await tablet.look(page, "papers, none yet");
  });

  it("come from the camera, upright, and from files, all without signal", async () => {
    const { page } = worker;
    expect(await page.locator(`#camera-${KIND}`).getAttribute("capture")).toBe("environment");
    await page.locator(`#camera-${KIND}`).setInputFiles(photos[0] ?? "");
    await waitFor(["Photo 1"]);
    const shown = page.locator(".confer-paper__picture").first();
    await shown.waitFor();
    // Taken lying, as the camera noted: it stands.
    const { width, height } = await shown.evaluate((picture: HTMLImageElement) => ({
      width: picture.naturalWidth,
      height: picture.naturalHeight,
    }));
    expect([width, height]).toEqual([1400, 1000]);
    await choose([report, letter]);
    await waitFor(["Photo 1", "Fire report of May", "Letter from school"]);
    const text = await page.locator("main").innerText();
    expect(text).toMatch(/PDF, 3 pages, \d+ KB/);
    expect(text).toMatch(/Word file, 1 KB/);
    expect(text).toContain("On this tablet, not yet sent");
    expect(text).toMatch(/3 papers, \d+ KB of 500 MB/);
    await tablet.look(page, "papers of three kinds", 820);
  });

  it("that cannot be sent are refused, each with why and what to do, and nothing of them is kept", async () => {
    const { page } = worker;
    const refused = await refusedFiles();
    await choose(Object.values(refused));
    await page.getByText(`${Object.keys(refused).length} files were not added`).waitFor({ timeout: 60_000 });
    const said = await page.getByRole("alert").innerText();
    for (const [words, path] of Object.entries(refused)) {
      const name = path.split("/").at(-1) ?? "";
      const entry = said.slice(said.indexOf(name));
      expect({ name, said: entry.slice(0, 120) }).toEqual({ name, said: expect.stringContaining(words) });
    }
    await tablet.look(page, "papers refused");
    await button("I have read this").click();
    expect(await titles()).toEqual(["Photo 1", "Fire report of May", "Letter from school"]);
  });

  it("are put in order, renamed, turned, taken away and brought back", async () => {
    const { page } = worker;
    await button("Move up Letter from school").click();
    await waitFor(["Photo 1", "Letter from school", "Fire report of May"]);
    await button("Move down Photo 1").click();
    await waitFor(["Letter from school", "Photo 1", "Fire report of May"]);
    await button("Change Photo 1").click();
    await page.getByLabel("What is it called?").fill("The hall");
    await tablet.look(page, "paper being changed");
    await worker.page.getByRole("button", { name: "Save", exact: true }).click();
    await waitFor(["Letter from school", "The hall", "Fire report of May"]);

    await button("Remove Fire report of May").click();
    await waitFor(["Letter from school", "The hall"]);
    await page.getByText("Fire report of May was removed.").waitFor();
    await tablet.look(page, "paper removed");
    await button("Undo").click();
    await waitFor(["Letter from school", "The hall", "Fire report of May"]);

    await button("Look at it The hall").click();
    await page.getByRole("img", { name: "Photograph: The hall" }).waitFor();
    await tablet.look(page, "photo close up", 820);
    await button("Turn right").click();
    await expect
      .poll(
        () =>
          page
            .getByRole("img", { name: "Photograph: The hall" })
            .evaluate((picture: HTMLImageElement) => picture.naturalHeight > picture.naturalWidth),
        { timeout: 30_000 },
      )
      .toBe(true);
    await button("Close").click();
    await waitFor(["Letter from school", "The hall", "Fire report of May"]);
    expect(await page.evaluate(() => document.activeElement?.textContent)).toContain("The hall");

    await button("Look at it Fire report of May").click();
    await page.getByText("Confer does not show files of this kind itself").waitFor();
    await tablet.look(page, "PDF close up");
    await button("Close").click();
  });

  it("three photographs become one document, and come apart again", async () => {
    const { page } = worker;
    await button("Remove The hall").click();
    await choose(photos.slice(1));
    await waitFor(["Letter from school", "Fire report of May", "Photo 1", "Photo 2", "Photo 3"]);
    await button(/Put 3 photos together/).click();
    await page.getByLabel("What is it?").fill("Hospital letter");
    await tablet.look(page, "photos put together");
    await button("Make one document").click();
    await waitFor(["Letter from school", "Fire report of May", "Hospital letter"]);
    expect(await page.locator("main").innerText()).toMatch(/Hospital letter\s+PDF, 3 pages/);
    await button("Undo").click();
    await waitFor(["Letter from school", "Fire report of May", "Photo 1", "Photo 2", "Photo 3"]);
    await button(/Put 3 photos together/).click();
    await page.getByLabel("What is it?").fill("Hospital letter");
    await button("Make one document").click();
    await waitFor(["Letter from school", "Fire report of May", "Hospital letter"]);
  });

  it("are all there when the browser was killed", async () => {
    await worker.kill();
    await worker.open();
    await worker.offline(true);
    const { page } = worker;
    await page.goto("/");
    await unlock(worker);
    await page.getByRole("link", { name: /ASH-/ }).first().click();
    const row = page.locator("#sections li", { hasText: "Papers" });
    expect(await row.innerText()).toContain("Complete");
    await openPapers();
    await waitFor(["Letter from school", "Fire report of May", "Hospital letter"]);
  });

  it("are worked by keyboard alone", async () => {
    const keys = new Keyboard(worker.page);
    await keys.activate("Move up Hospital letter");
    await waitFor(["Letter from school", "Hospital letter", "Fire report of May"]);
    await expect.poll(async () => (await keys.focus()).name).toBe("Move up Hospital letter");
    await keys.press("Enter");
    await waitFor(["Hospital letter", "Letter from school", "Fire report of May"]);
    // First now: there is no further up, and focus is on the way back down.
    await expect.poll(async () => (await keys.focus()).name).toBe("Move down Hospital letter");
    await keys.activate("Remove Letter from school");
    await waitFor(["Hospital letter", "Fire report of May"]);
    await keys.activate("Undo");
    await waitFor(["Hospital letter", "Letter from school", "Fire report of May"]);
    await keys.activate("Look at it Hospital letter");
    await worker.page.getByRole("dialog").waitFor();
    await keys.press("Escape");
    await expect.poll(async () => (await keys.focus()).name).toBe("Look at it Hospital letter");
    const picking = worker.page.waitForEvent("filechooser");
    await keys.activate(/^Choose photos or files/);
    await (await picking).setFiles([]);
    expect(keys.faults).toEqual([]);
  });

  it("stand among the answers as they will be read", async () => {
    const { page } = worker;
    await button("Continue").click();
    await page.getByRole("heading", { level: 1, name: "Referral" }).waitFor();
    await fillSections(page, definition, story);
    await recordDrawnConsent(page, new Filler(makeCanaries(10)));
    await page.getByRole("link", { name: "Back to the referral" }).click();
    await page.getByRole("link", { name: "Check and submit" }).click();
    await page.getByText(/Hospital letter \(PDF, 3 pages, \d+ KB\)/).waitFor();
    await page.getByRole("link", { name: `Change ${LABEL.toLowerCase()}` }).click();
    await page.getByRole("heading", { level: 1, name: "Papers" }).waitFor();
    await button("Continue").click();
    await page.getByRole("heading", { level: 1, name: "Check your answers" }).waitFor();
    await submit(page, WORKER);
  });

  it("arrive at the co-ordinator, byte for byte, when there is signal", async () => {
    await worker.offline(false);
    const { page } = lead;
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("link", { name: PERSON }).first().waitFor({ timeout: 60_000 });
    await page.getByRole("link", { name: PERSON }).first().click();
    await page.getByRole("tab", { name: "Papers" }).click();
    await waitFor(["Hospital letter", "Letter from school", "Fire report of May"], lead);
    await expect
      .poll(() => page.getByText("On the server", { exact: true }).count(), { timeout: 60_000 })
      .toBe(3);
    expect(await page.locator("main").innerText()).toContain(`Added by ${WORKER}`);
    await desk.look(page, "papers of a case", 1280);
    for (const [title, path] of [
      ["Fire report of May", report],
      ["Letter from school", letter],
    ] as const) {
      await page.getByRole("button", { name: `Look at it ${title}` }).click();
      const downloading = page.waitForEvent("download");
      await page.getByRole("button", { name: "Save a copy" }).click();
      const download = await downloading;
      expect(download.suggestedFilename()).toMatch(/^paper-ash-[0-9a-z]{5}-\d\.(pdf|docx)$/);
      expect(readFileSync(await download.path()).equals(readFileSync(path))).toBe(true);
      await page.getByText("A copy was handed to this device’s downloads.").waitFor();
      await page.getByRole("button", { name: "Close" }).click();
    }
    await page.getByRole("tab", { name: "History" }).click();
    await page.getByText("downloaded a paper").first().waitFor();
    await page.getByText("added a paper: ‘Fire report of May’").waitFor();
  });

  it("stay put once the referral is sent", async () => {
    const { page } = worker;
    await page.getByRole("link", { name: "Read what you sent" }).click();
    await page.getByRole("tab", { name: "Papers" }).click();
    await waitFor(["Hospital letter", "Letter from school", "Fire report of May"]);
    expect(await page.getByRole("button", { name: /^Remove|^Move|^Change/ }).count()).toBe(0);
  });

  it("break no rule of the page, nor any that screens are held to", () => {
    expect([...tablet.faults, ...desk.faults]).toEqual([]);
    expect([...lead.watched.faults, ...worker.watched.faults]).toEqual([]);
    const own = new URL(world.server.url).host;
    expect([...lead.watched.hosts, ...worker.watched.hosts].filter((host) => host !== own)).toEqual([]);
  });
});
