/**
 * What arrives from others takes nothing from under a finger: a link or button that were made anew between press and
 * release would not be followed, and whoever goes by keys would lose their place. Marked on each screen, then others
 * write, and what was marked is still there. The one who writes is a device in this process.
 */
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { addDays } from "../../src/domain/days.ts";
import type { ActionId, ScopeId } from "../../src/domain/ids.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import type { Device } from "../support/device.ts";
import { foundPanel, joinByLink, releasedMeeting, startedCase } from "./support/meetingWorld.ts";
import { Filler } from "./support/answers.ts";
import { startReferral } from "./support/referral.ts";
import { makeWorld, pause, type Person, type World } from "./support/world.ts";

const CHAIR = "Charlie Chair";
const SUBJECT = "Person Alder (invented)";
const CONTROLS = "a, button, input, select, textarea, summary";

type Marked = { marked?: { readonly element: Element; readonly words: string }[] };

describe("what is on the screen while others write", () => {
  let world: World;
  let device: Device;
  let lead: OpenSession;
  let chair: Person;
  let scope: ScopeId;
  let key = "";
  let writings = 0;

  const write = async (): Promise<void> => {
    writings += 1;
    const changes = [{ path: "summary", value: `Said ${writings} times` }];
    ensure(await lead.noteCase(scope, [{ type: "minuted", meeting: key, changes }]));
    ensure(
      await lead.noteMeeting(key, [
        { type: "meeting-noted", changes: [{ path: "venue", value: `Room ${writings}` }] },
      ]),
    );
    // Said again: the panels are read anew, and say the same.
    ensure(await lead.savePanelSettings("ashfield", { mailbox: "panel@panel.example" }));
    await lead.syncNow();
  };

  /** What was there and is not: it was made anew. */
  const lost = async (): Promise<readonly string[]> => {
    const { page } = chair;
    // What was still being read when the screen was opened is there.
    await pause(500);
    await page.evaluate((controls) => {
      (globalThis as Marked).marked = [...document.querySelectorAll<HTMLElement>(controls)].map(
        (element) => ({
          element,
          words: `${element.tagName} ${element.innerText || element.id}`,
        }),
      );
    }, CONTROLS);
    await write();
    await pause(800);
    return page.evaluate(() =>
      ((globalThis as Marked).marked ?? [])
        .filter(({ element }) => !element.isConnected)
        .map(({ words }) => words),
    );
  };
  const goTo = (name: string): Promise<void> =>
    chair.page.getByRole("navigation", { name: "Main" }).getByRole("link", { name }).click();
  const linksIn = (start: string): Promise<readonly string[]> =>
    chair.page.evaluate(
      (begins) => [
        ...new Set(
          [...document.querySelectorAll("main a")]
            .map((each) => each.getAttribute("href") ?? "")
            .filter((href) => href.startsWith(begins)),
        ),
      ],
      start,
    );
  const follow = (href: string): Promise<void> =>
    chair.page.locator(`main a[href="${href}"]`).first().click();

  beforeAll(async () => {
    world = await makeWorld();
    ({ device, lead } = await foundPanel(world, ashfield));
    chair = await world.makePerson(CHAIR);
    const user = await joinByLink(lead, chair, "Testshire", ["chair"]);
    const date = addDays(londonDateOf(Date.now()), 3);
    key = `ashfield-${date}`;
    const line = await startedCase(lead, "ashfield", SUBJECT, "ASH-7K3M9");
    scope = line.case;
    await releasedMeeting(lead, { key, definition: "ashfield", date, start: "10:00" }, [line], [CHAIR]);
    const due = addDays(date, 21) as CalendarDate;
    const action = { type: "action-set", action: lead.newId<ActionId>(), meeting: key } as const;
    ensure(
      await lead.noteCase(scope, [
        { ...action, what: "Fit a smoke alarm", owner: CHAIR, user, agency: "Fire service", due },
      ]),
    );
    await lead.syncNow();
    await chair.page
      .getByRole("link", { name: /at 10:00, / })
      .first()
      .waitFor({ timeout: 60_000 });
  });

  afterAll(async () => {
    await device.close();
    await world.close();
  });

  beforeEach(({ task, onTestFailed }) => {
    onTestFailed(() => world.picture(`steady-${task.name}`));
  });

  it.each(["Home", "Actions", "Find a case", "People", "Panels", "Settings"])(
    "stays the same elements under %s",
    async (name) => {
      await goTo(name);
      expect(await lost()).toEqual([]);
    },
  );

  it("stays where a case is read, on every tab of it", async () => {
    await goTo("Actions");
    await chair.page.getByRole("link", { name: SUBJECT }).first().click();
    expect(await lost()).toEqual([]);
    const tabs = chair.page.getByRole("tab");
    for (let at = 0; at < (await tabs.count()); at++) {
      await tabs.nth(at).click();
      expect(await lost(), `tab ${at + 1}`).toEqual([]);
    }
  });

  it("stays where a referral is written: its list, a section with its boxes, the page that checks it", async () => {
    const { page } = chair;
    await startReferral(page, new Filler(Array.from({ length: 99 }, (_, at) => `word ${at}`)));
    expect(await lost(), "the list of sections").toEqual([]);
    await page.locator(".govuk-task-list a, .confer-task-list a").first().click();
    expect(await lost(), "a section").toEqual([]);
    await page.goBack();
    await page.getByRole("link", { name: "Check and submit" }).first().click();
    expect(await lost(), "check and submit").toEqual([]);
  });

  it("stays on the page of a meeting, and wherever that leads: the agenda, the room, the minutes", async () => {
    await goTo("Home");
    const [meeting] = await linksIn("/meeting/");
    if (meeting === undefined) throw new Error("no meeting on Home");
    await follow(meeting);
    expect(await lost()).toEqual([]);
    const places = await linksIn(`${meeting}/`);
    expect(places.length).toBeGreaterThan(4);
    for (const place of places) {
      await goTo("Home");
      await follow(meeting);
      await follow(place);
      expect(await lost(), place.slice(meeting.length)).toEqual([]);
    }
  });
});
