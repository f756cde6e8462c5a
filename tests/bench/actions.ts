/**
 * How long a key waits while a list of 5,000 actions is opened, filtered and arranged, on a processor slowed to a
 * quarter, and beside it the same keys in an empty page of the same browser in the same round.
 */
import type { Locator, Page } from "playwright-core";
import { ensure } from "../../demo/ensure.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { addDays } from "../../src/domain/days.ts";
import type { ActionId, UserId } from "../../src/domain/ids.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import ashfield from "../../src/forms/panels/ashfield.json" with { type: "json" };
import { foundPanel, joinByLink, startedCase } from "../e2e/support/meetingWorld.ts";
import { makeWorld } from "../e2e/support/world.ts";
import { type Waits, waitsDuring, waitsTable } from "./waits.ts";

const CASES = 250;
const ACTIONS_EACH = 20;
const AGENCIES = 12;
const CHAIR = "Cass Chair";
/**
 * A key while something is made: how long it waits is what the person notices. It does nothing, and is none that is
 * held: with Shift down a press on a link opens another window, and the page that is measured stays where it is.
 */
const KEY = "F9";
const KEY_MS = 20;
const KEYS_AFTER = 60;
const SLOWEST_MS = 600_000;

async function agreeThousands(lead: OpenSession, reader: UserId, say: (line: string) => void): Promise<void> {
  const today = londonDateOf(Date.now());
  for (let n = 1; n <= CASES; n++) {
    const { case: scope } = await startedCase(lead, ashfield.id, `Person ${n} (invented)`, `TST-${n}`);
    const actions = Array.from({ length: ACTIONS_EACH }, (_, at) => ({
      type: "action-set" as const,
      action: lead.newId<ActionId>(),
      meeting: "ashfield-2026-11-01",
      what: `Invented action ${at} about person ${n}`,
      agency: `Agency ${(n + at) % AGENCIES}`,
      owner: `Pat ${(n * at) % 60}`,
      due: addDays(today, ((n * 7 + at * 3) % 90) - 30) as CalendarDate,
    }));
    ensure(await lead.noteCase(scope, actions));
    ensure(await lead.share(scope, reader, "contribute"));
    if (n % 50 === 0) {
      ensure(await lead.syncNow());
      say(`actions: ${n * ACTIONS_EACH} agreed`);
    }
  }
  ensure(await lead.syncNow());
}

/** Keys all the while, and some time after: what is drawn a piece at a time is still being drawn. */
async function withKeys(page: Page, act: () => Promise<unknown>): Promise<void> {
  let over = false;
  const acting = act().finally(() => (over = true));
  for (let after = 0; after < KEYS_AFTER; after += over ? 1 : 0) {
    await page.keyboard.press(KEY, { delay: 0 });
    await page.waitForTimeout(KEY_MS);
  }
  await acting;
}

const go = (page: Page, name: string) =>
  page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: new RegExp(`^${name}\\b`) })
    .first();

type Act = {
  readonly name: string;
  /** Finds what is to be pressed, before the processor is slowed: looking for it is no work of the app. */
  readonly find: (page: Page) => Promise<() => Promise<unknown>>;
};

const pressing = (name: string, of: (page: Page) => Locator): Act => ({
  name,
  async find(page) {
    const found = await of(page).elementHandle();
    return async () => found?.click();
  },
});

const choosing = (name: string, field: string, label: string): Act => ({
  name,
  async find(page) {
    const found = await page.getByLabel(field, { exact: true }).elementHandle();
    return async () => found?.selectOption({ label });
  },
});

/** What is done with the list, in this order. */
const ACTS: readonly Act[] = [
  pressing("the list is opened", (page) => go(page, "Actions")),
  pressing("one’s agency’s are chosen", (page) => page.getByLabel(/^My agency’s/)),
  pressing("everybody’s are chosen", (page) => page.getByLabel(/^Everybody’s/)),
  pressing("filters are opened", (page) => page.getByText(/^Find and filter/)),
  choosing("an agency is chosen", "Agency", "Agency 3"),
  choosing("all agencies again", "Agency", "All agencies"),
  choosing("by person", "In order of", "Person"),
  {
    name: "words are typed",
    async find(page) {
      await page.getByLabel("Words in it").focus();
      return () => page.keyboard.type("action 7 person 12", { delay: 60 });
    },
  },
];

/** Markdown. The app must have been built. */
export async function benchActions(rounds: number, say: (line: string) => void): Promise<string> {
  const world = await makeWorld();
  const { device, lead } = await foundPanel(world, ashfield);
  try {
    const chair = await world.makePerson(CHAIR, { viewport: { width: 390, height: 844 } });
    const { page } = chair;
    await agreeThousands(lead, await joinByLink(lead, chair, "Agency 3", ["chair"]), say);
    await go(page, "Actions").click();
    const all = CASES * ACTIONS_EACH;
    await page.getByLabel(`Everybody’s (${all})`).waitFor({ timeout: SLOWEST_MS });
    const empty = await page.context().newPage();
    await empty.setContent("<label>Text <textarea></textarea></label>");
    const nothing = "an empty page";
    const waits = new Map<string, Waits[]>(
      [nothing, ...ACTS.map(({ name }) => name)].map((name) => [name, []]),
    );
    for (let round = 1; round <= rounds; round++) {
      const measure = async (where: Page, name: string, act: () => Promise<unknown>) => {
        const found = await waitsDuring(where, () => withKeys(where, act));
        waits.get(name)?.push(found);
        say(`actions, round ${round}, ${name}: greatest wait ${Math.round(Math.max(0, ...found))} ms`);
      };
      await measure(empty, nothing, () => empty.getByLabel("Text").focus());
      await page.bringToFront();
      await go(page, "Home").click();
      await page.getByRole("heading", { level: 1, name: "Home" }).waitFor();
      for (const { name, find } of ACTS) await measure(page, name, await find(page));
    }
    return waitsTable("while", waits);
  } finally {
    await device.close();
    await world.close();
  }
}
