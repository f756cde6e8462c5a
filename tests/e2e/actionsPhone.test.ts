/**
 * What a tired person does with their actions on a telephone: says that one is done, shows it with a photo, gives one
 * away, takes a word back, all of it with no signal; and what two people said of one action for a week comes together.
 */
import { readFileSync } from "node:fs";
import type { Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, it, onTestFailed } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import { addDays } from "../../src/domain/days.ts";
import type { ActionId, ScopeId, UserId } from "../../src/domain/ids.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { type Device, until } from "../support/device.ts";
import { unlock } from "./support/enrol.ts";
import { photoFiles } from "./support/files.ts";
import { makeWatcher, type Watcher } from "./support/looks.ts";
import { foundPanel, joinByLink, startedCase } from "./support/meetingWorld.ts";
import { makeMovedClock } from "./support/movedClock.ts";
import { readHere } from "./support/readHere.ts";
import { makeWorld, type Person, type World } from "./support/world.ts";

const SUBJECT = "Avery Alder";
const PHONE = { viewport: { width: 390, height: 844 }, touch: true } as const;
const [MO, CAL] = ["Mo Member", "Cal Colleague"];
const SAVED = "Saved. Will send when you are online.";

describe("actions on a telephone", () => {
  let world: World;
  let device: Device;
  let lead: OpenSession;
  let mo: Person;
  let cal: Person;
  let scope: ScopeId;
  const look: Watcher = makeWatcher("finger", () => [SUBJECT, MO, CAL]);
  const desk: Watcher = makeWatcher("mouse", () => [SUBJECT, MO, CAL]);
  const failing = () => onTestFailed(({ task }) => world.picture(`phone-${task.name}`));

  beforeAll(async () => {
    world = await makeWorld();
    ({ device, lead } = await foundPanel(world, ashfield));
    [mo, cal] = [await world.makePerson(MO, PHONE), await world.makePerson(CAL, PHONE)];
    const users = [
      await joinByLink(lead, mo, "Housing", ["member"]),
      await joinByLink(lead, cal, "Housing", ["member"]),
    ];
    scope = (await startedCase(lead, ashfield.id, SUBJECT, "TST-1")).case;
    for (const user of users) ensure(await lead.share(scope, user, "contribute"));
    await agree("Visit the flat", users[0], MO, 1);
    await agree("Ring the school", users[0], MO, 4);
    await agree("Ask for a key", users[1], CAL, 30);
    ensure(await lead.syncNow());
    for (const { page } of [mo, cal]) await page.getByText("Your actions").waitFor({ timeout: 60_000 });
  });

  afterAll(async () => {
    await device.close();
    await world.close();
  });

  const agree = async (what: string, user: UserId | undefined, owner: string, inDays: number) =>
    ensure(
      await lead.noteCase(scope, [
        {
          type: "action-set",
          action: lead.newId<ActionId>(),
          meeting: "ashfield-2026-11-01",
          what,
          agency: "Housing",
          owner,
          ...(user && { user }),
          due: addDays(londonDateOf(Date.now()), inDays),
        },
      ]),
    );
  const card = (page: Page, what: string) => page.getByRole("listitem").filter({ hasText: what }).first();
  const press = (page: Page, what: string, name: string) =>
    card(page, what)
      .getByRole("button", { name: new RegExp(`^${name}\\b`) })
      .tap();
  const goTo = async (page: Page, name: "Home" | "Actions") => {
    await page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).tap();
    await page.getByRole("heading", { level: 1 }).waitFor();
  };
  const atLead = (what: string) => lead.actions.value.find((action) => action.what === what);
  /** Words of the card’s history, newest first. */
  const history = async (page: Page, what: string) => {
    const told = card(page, what).locator("details").filter({ hasText: "What was said about it" });
    if ((await told.getAttribute("open")) === null) await told.locator("summary").tap();
    return told.locator("li").allInnerTexts();
  };

  it("from the icon on the home screen to a word on an action: three taps and one text, with no signal", async () => {
    failing();
    const { page } = mo;
    await mo.offline(true);
    await page.goto("/");
    await unlock(mo);
    await card(page, "Visit the flat").waitFor();
    await look.look(page, "home of somebody with actions");
    let taps = 0;
    const tap = async (work: () => Promise<void>) => {
      taps += 1;
      await work();
    };
    await tap(() => press(page, "Visit the flat", "Done"));
    const words = card(page, "Visit the flat").getByLabel("What happened (optional)");
    await words.waitFor();
    await look.look(page, "an action being done");
    await tap(() => words.tap());
    await page.keyboard.type("Seen, and well.");
    await tap(() => press(page, "Visit the flat", "Save"));
    await page.getByText(SAVED).waitFor();
    expect(taps).toBeLessThanOrEqual(3);
    await mo.offline(false);
    await until("the word at the lead’s", () => atLead("Visit the flat")?.state === "done", 60_000);
  });

  it("shows it with a photo taken with no signal, which another telephone opens later", async () => {
    failing();
    const { page } = mo;
    const [photo = ""] = await photoFiles(page, 1);
    await mo.offline(true);
    await press(page, "Ring the school", "Update");
    const of = card(page, "Ring the school");
    await of.getByRole("button", { name: /^Take a photo/ }).waitFor();
    await of.locator('input[type="file"][capture]').setInputFiles(photo);
    await of.getByRole("heading", { name: "Photo 1" }).waitFor({ timeout: 60_000 });
    await of.getByLabel("In progress").check();
    await look.look(page, "evidence on its way into an action");
    await press(page, "Ring the school", "Save");
    await of.getByText(SAVED).waitFor();
    await of.getByText("Evidence: 1 paper").tap();
    await of.getByText(/not yet sent/).waitFor();
    await mo.offline(false);

    await goTo(cal.page, "Actions");
    await cal.page.getByLabel(/^My agency’s/).check();
    const theirs = card(cal.page, "Ring the school");
    await theirs.getByText("Evidence: 1 paper").tap({ timeout: 60_000 });
    await theirs.getByRole("button", { name: /^Look at it/ }).tap();
    const picture = cal.page.getByRole("img", { name: "Photograph: Photo 1" });
    await picture.waitFor({ timeout: 60_000 });
    expect(await picture.evaluate((image: HTMLImageElement) => image.naturalWidth)).toBeGreaterThan(500);
    await look.look(cal.page, "evidence close up");
    await cal.page.getByRole("button", { name: "Close" }).tap();
    expect(await history(cal.page, "Ring the school")).toEqual([
      expect.stringContaining(`${MO} (Housing): In progress. With 1 paper as evidence.`),
    ]);
  });

  it("takes a word back, and with it what showed it", async () => {
    failing();
    const { page } = mo;
    await press(page, "Ring the school", "Undo");
    await card(page, "Ring the school").getByText("Taken back.").waitFor();
    await until("nothing shown", () => atLead("Ring the school")?.evidence.length === 0, 60_000);
    expect(atLead("Ring the school")?.state).toBe("open");
    const shown = card(cal.page, "Ring the school").getByText("Evidence: 1 paper");
    await shown.waitFor({ state: "detached", timeout: 60_000 });
    expect(await history(cal.page, "Ring the school")).toEqual([
      expect.stringContaining("took back"),
      expect.stringContaining("With 1 paper as evidence."),
    ]);
  });

  it("gives one to a colleague, who says no, and then yes", async () => {
    failing();
    for (const answer of ["Say no", "Take it on"]) {
      await press(mo.page, "Ring the school", "Hand over");
      await card(mo.page, "Ring the school")
        .getByLabel("Who could do it?")
        .selectOption({ label: `${CAL}, Housing` });
      await look.look(mo.page, "an action being handed over");
      await press(mo.page, "Ring the school", "Ask them");
      await card(mo.page, "Ring the school").getByText("It stays with you until they say yes.").waitFor();
      await goTo(cal.page, "Home");
      await goTo(cal.page, "Actions");
      await cal.page.getByLabel(/^Mine/).check();
      const asked = cal.page.getByRole("region", { name: "For you to answer" });
      await asked.getByText(`${MO} (Housing) asks ${CAL} to take this on`).waitFor({ timeout: 60_000 });
      await look.look(cal.page, "an action offered");
      await press(cal.page, "Ring the school", answer);
      const owner = answer === "Say no" ? MO : CAL;
      await until(
        answer,
        () => {
          const action = atLead("Ring the school");
          return action?.owner === owner && action.askings.every((each) => each.answer !== undefined);
        },
        60_000,
      );
      await card(mo.page, "Ring the school")
        .getByRole("button", { name: /^Take the question back/ })
        .waitFor({ state: "detached", timeout: 60_000 });
    }
  });

  it("keeps what two people said of one action in a week apart, and puts it together", async () => {
    failing();
    const people = [mo, cal] as const;
    const clocks = new Map(people.map((person) => [person, makeMovedClock(person)]));
    for (const person of people) {
      await person.offline(true);
      await goTo(person.page, "Actions");
      await person.page.getByLabel(/^Everybody’s/).check();
    }
    const days = [
      { person: mo, day: 1, words: "Rang twice, no answer." },
      { person: cal, day: 2, words: "The landlord has the key." },
      { person: mo, day: 5, words: "Left a letter." },
      { person: cal, day: 7, words: "The key is here." },
    ];
    for (const { person, day, words } of days) {
      await clocks.get(person)?.moveTo(day);
      await person.page.getByLabel(/^Everybody’s/).check();
      await press(person.page, "Ask for a key", "Update");
      const of = card(person.page, "Ask for a key");
      await of.getByLabel("In progress").check();
      await of.getByLabel("What happened (optional)").fill(words);
      await press(person.page, "Ask for a key", "Save");
      await of.getByText(SAVED).waitFor();
    }
    await clocks.get(mo)?.moveTo(7.01);
    await mo.page.getByLabel(/^Everybody’s/).check();
    for (const person of people) await person.offline(false);
    for (const person of people) {
      await card(person.page, "Ask for a key")
        .getByText("What was said about it (4)")
        .waitFor({ timeout: 60_000 });
      const told = await history(person.page, "Ask for a key");
      expect(told.map((line) => days.findIndex(({ words }) => line.includes(words)))).toEqual([3, 2, 1, 0]);
    }
    await look.look(mo.page, "a week of two people’s words");
  });

  it("takes a photo that another app shares, also while it is locked, and keeps none of it on the disk", async () => {
    failing();
    const { page } = cal;
    const [photo = ""] = await photoFiles(page, 1);
    await page.reload();
    await page.getByLabel("Passphrase", { exact: true }).waitFor();
    const held = readFileSync(photo).toString("base64");
    const place = await page.evaluate(async (base64) => {
      const bytes = Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
      const form = new FormData();
      form.append("files", new File([bytes], "IMG_7.jpg", { type: "image/jpeg" }));
      // As the device posts it. What answers is the worker: the server knows no such address.
      return (await fetch("/shared", { method: "POST", body: form })).url;
    }, held);
    await page.goto(place);
    await unlock(cal);
    await page.getByText("1 file is waiting").waitFor();
    await look.look(page, "a shared photo waits");
    await press(page, "Ask for a key", "Update");
    const of = card(page, "Ask for a key");
    await of.getByRole("button", { name: /^Add what was shared/ }).tap();
    await of.getByRole("heading", { name: /^Photo \d/ }).waitFor({ timeout: 60_000 });
    await of.getByLabel("In progress").check();
    await press(page, "Ask for a key", "Save");
    await until("the evidence", () => atLead("Ask for a key")?.evidence.length === 1, 60_000);
    expect(await page.getByText("1 file is waiting").count()).toBe(0);
    const kept = await page.evaluate(async () => {
      const names = await caches.keys();
      const requests = await Promise.all(names.map(async (name) => (await caches.open(name)).keys()));
      return requests.flat().map(({ url }) => new URL(url).pathname);
    });
    expect(kept.filter((path) => path.startsWith("/shared"))).toEqual([]);
  });

  it("shows a chair everybody’s actions by person, and on one page what agencies did", async () => {
    failing();
    const chair = await world.makePerson("Cass Chair");
    const user = await joinByLink(lead, chair, "Testshire Council", ["chair"]);
    ensure(await lead.share(scope, user, "contribute"));
    ensure(await lead.syncNow());
    const { page } = chair;
    await page.getByRole("link", { name: /^Actions( \(|$)/ }).click();
    await page.getByRole("heading", { name: "Ring the school" }).waitFor({ timeout: 60_000 });
    await page.getByText("Find and filter").click();
    await page.getByLabel("In order of").selectOption({ label: "Person" });
    const theirs = page.getByRole("region", { name: CAL });
    await theirs.getByText("2 to do.").waitFor();
    await desk.look(page, "actions by person");
    await page.getByLabel("Words in it").fill("SCHOOL");
    await expect.poll(() => theirs.locator("h3").allInnerTexts()).toEqual(["Ring the school"]);
    await page.getByRole("link", { name: "Actions by agency, to print" }).click();
    const row = page.getByRole("row", { name: /^Housing/ }).getByRole("cell");
    await expect.poll(() => row.allInnerTexts()).toEqual(["3", "1", "0", "0", "2", "0", "0"]);
    const { paper } = await readHere(page, desk, "actions by agency");
    expect(paper).toMatch(/Actions by agency .* Housing 3 1 0 0 2 0 0 .* Page 1 of 1/);
    await page.getByText(/Cass Chair took out the actions by agency on .* on paper/).waitFor();
    expect(await page.locator("main").innerText()).not.toContain(SUBJECT);
  });

  it("shows all of it without a fault for axe, at every width", () => {
    expect([...look.faults, ...desk.faults]).toEqual([]);
    for (const { watched } of [mo, cal]) expect(watched.faults).toEqual([]);
  });
});
