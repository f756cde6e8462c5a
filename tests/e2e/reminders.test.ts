/**
 * A member chooses on a telephone how to be reminded, gives back the code from a real mail server, and is told of what
 * is due when the day has come: by mail and by a notice, with no name in either.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { until } from "../support/device.ts";
import { startSmtp, type TestSmtp } from "../support/smtp.ts";
import { unlock } from "./support/enrol.ts";
import { joinByLink } from "./support/meetingWorld.ts";
import { makeWatcher, type Watcher } from "./support/looks.ts";
import { makeReminded, MO, NAMES, type Reminded, SUBJECT } from "./support/reminded.ts";
import { pause, Person } from "./support/world.ts";

const ADDRESS = "mo@testshire.example";

describe("reminders", () => {
  let smtp: TestSmtp;
  let world: Reminded;
  let mo: Person;
  const look: Watcher = makeWatcher("finger", () => [SUBJECT, MO, ADDRESS]);
  const tick = () => world.tick();

  beforeAll(async () => {
    smtp = await startSmtp();
    world = await makeReminded({ smtp: smtp.url });
    ({ mo } = world);
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`reminders-${task.name}`));
  });

  afterAll(async () => {
    await world?.close();
    await smtp?.close();
  });

  it("are asked about on the home page, and an address counts once its code was given back", async () => {
    const { page } = mo;
    await page.getByText("How should we remind you?").waitFor({ timeout: 30_000 });
    await look.look(page, "home-asks-how-to-remind");
    await page.getByRole("link", { name: "Choose", exact: true }).click();
    await page.getByRole("heading", { level: 1, name: "Reminders" }).waitFor();
    const address = page.getByLabel("Your email address at work");
    await address.fill("no address");
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByRole("link", { name: /Enter an email address/ }).waitFor();
    await address.fill(ADDRESS);
    await page.getByRole("button", { name: "Send me a code" }).click();
    await page.getByLabel("Code", { exact: true }).waitFor();
    await look.look(page, "reminders-code");
    await tick();
    const letter = await until("the code", () => smtp.letters.find(({ to }) => to === ADDRESS));
    expect(letter.raw).not.toMatch(NAMES);
    await page.getByLabel("Code", { exact: true }).fill("0000 0000");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText("That is not the code in the mail").waitFor();
    await page.getByLabel("Code", { exact: true }).fill(/\b\d{8}\b/.exec(letter.body)?.[0] ?? "");
    await page.getByRole("button", { name: "Confirm" }).click();
    await page.getByText(`Reminders go to ${ADDRESS}.`).waitFor();
    await look.look(page, "reminders", 390);
  });

  it("come by mail on the day that the panel’s rule gives, once, and say how many and no name", async () => {
    const before = smtp.letters.length;
    world.toWorkingDay(1);
    for (let tries = 0; smtp.letters.length === before && tries < 40; tries++) {
      await tick();
      await pause(500);
    }
    await tick();
    const letters = smtp.letters.slice(before);
    expect(letters.map(({ to }) => to)).toEqual([ADDRESS]);
    expect(letters[0]?.body).toContain("1 action");
    expect(letters[0]?.raw).not.toMatch(NAMES);
  });

  it("are a figure in the bar, in words for those who hear the page", async () => {
    const { page } = mo;
    await page.getByRole("link", { name: "Actions (1 of yours urgent)" }).waitFor();
  });

  it("are in a calendar at a secret address once asked for, and nowhere once that is stopped", async () => {
    const { page } = mo;
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("link", { name: "Choose how you are reminded" }).click();
    await page.getByRole("button", { name: "Show my dates in my calendar" }).click();
    const shown = page.getByText(/\/calendar\/[\w-]+\.ics$/);
    await shown.waitFor();
    await look.look(page, "reminders-calendar");
    const address = await shown.innerText();
    const feed = await (await fetch(address)).text();
    expect(feed).toContain("SUMMARY:Action due");
    expect(feed).not.toMatch(NAMES);
    await page.getByRole("button", { name: "Stop, and make the address useless" }).click();
    await page.getByRole("button", { name: "Show my dates in my calendar" }).waitFor();
    expect((await fetch(address)).status).toBe(404);
  });

  it("that a mail server refuses are said to whoever they were for, and to those who lead", async () => {
    const { page } = mo;
    const casey = new Person("Casey Chair", world.server.url, {
      viewport: { width: 820, height: 1180 },
      touch: true,
    });
    try {
      await casey.open();
      await joinByLink(world.lead, casey, "Testshire Council", ["coordinator"]);
      smtp.answer = 550;
      world.toWorkingDay(4);
      const before = smtp.attempts;
      for (let tries = 0; smtp.attempts === before && tries < 20; tries++) await tick();
      await page.getByRole("link", { name: "Home" }).first().click();
      await page.getByRole("link", { name: "Settings" }).first().click();
      await page.getByRole("link", { name: "Choose how you are reminded" }).click();
      await page.getByText("The last mail to you could not be delivered").waitFor();
      await look.look(page, "reminders-mail-refused");
      // It is asked for when somebody unlocks, and seldom after.
      await casey.page.getByRole("button", { name: "Lock", exact: true }).click();
      await unlock(casey);
      await casey.page.getByText("Reminders to 1 person could not be delivered").waitFor({ timeout: 60_000 });
      await look.look(casey.page, "home-somebody-not-reached");
      await casey.page.getByRole("link", { name: "See who, and what to do" }).click();
      await casey.page.getByText(/Mo Member.*by mail since .*check the address/).waitFor();
      await look.look(casey.page, "people-somebody-not-reached");
      expect(casey.watched.faults).toEqual([]);
    } finally {
      await casey.close();
      casey.discard();
      smtp.answer = 250;
    }
  });

  it("say, offline, what can be done later, and give the dates as a file all the same", async () => {
    const { page } = mo;
    await mo.offline(true);
    await page.getByRole("link", { name: "Home" }).first().click();
    await page.getByRole("link", { name: "Settings" }).first().click();
    await page.getByRole("link", { name: "Choose how you are reminded" }).click();
    await page.getByText("There is no connection").waitFor();
    const download = page.waitForEvent("download");
    await page.getByRole("button", { name: "Save as a file" }).click();
    expect((await download).suggestedFilename()).toBe("my-dates.ics");
    await mo.offline(false);
  });

  it("have no name in any mail of all that were sent", () => {
    expect(smtp.letters.length).toBeGreaterThan(1);
    expect(smtp.letters.filter(({ raw, body }) => NAMES.test(raw) || NAMES.test(body))).toEqual([]);
  });

  it("are on screens with nothing for axe to find, at every width", () => {
    expect(look.faults).toEqual([]);
    expect(mo.watched.faults).toEqual([]);
  });
});
