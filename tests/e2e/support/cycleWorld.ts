/**
 * A panel with the four people who take a case through it, each in a browser; the referral is written already, for
 * every question of every panel's form is walked elsewhere.
 */
import type { Page } from "playwright-core";
import { draftFor } from "../../../demo/referrals.ts";
import { ensure } from "../../../demo/ensure.ts";
import { inventAnswers } from "../../../demo/inventAnswers.ts";
import { inventApprovals } from "../../../demo/inventApprovals.ts";
import type { OpenSession } from "../../../src/app/session.ts";
import { londonDateOf } from "../../../src/domain/londonTime.ts";
import type { Role } from "../../../src/domain/roles.ts";
import { askedApprovals } from "../../../src/forms/approvals.ts";
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import type { ShippedPanel } from "../../../src/forms/panels/shipped.ts";
import { parseDefinition } from "../../../src/forms/parseDefinition.ts";
import { Device, enrol, until } from "../../support/device.ts";
import { secretOf } from "../../support/server.ts";
import { bankHolidayFrom, inWords, workedDayAfter, workingDays } from "./cycleDays.ts";
import { goOnInBrowser } from "./goOn.ts";
import { makeWorld, type Person, type World } from "./world.ts";

export const SUBJECT = "Robin Example";
export const COUNCIL = "Testshire Council";
export const POLICE = "Made-up Police";
export const LEAD = "Lee Lead";
export const CHAIR = "Cass Chair";
export const MEMBER = "Mo Member";
export const WORKER = "Wyn Worker";

type Asked = ReturnType<typeof askedApprovals>[number];
export type Held = { readonly key: string; readonly date: string; readonly start: string };

export type Cycle = {
  readonly world: World;
  readonly definition: PanelDefinition;
  readonly lead: Person;
  readonly chair: Person;
  readonly member: Person;
  readonly worker: Person;
  /** The day that nobody works and that stands between everybody and the first meeting. */
  readonly holiday: string;
  readonly first: Held;
  readonly second: Held;
  readonly reference: string;
  /** What is still to be asked before the referral can be sent; undefined where the panel asks nobody. */
  readonly approval: Asked | undefined;
};

/** Far enough away that a referral sent today is in time for the meeting after the bank holiday. */
const AHEAD_DAYS = 25;
const BETWEEN_DAYS = 35;

const DESK = { viewport: { width: 1280, height: 900 } };
const TABLET = { viewport: { width: 820, height: 1180 }, touch: true };
const PHONE = { viewport: { width: 390, height: 844 }, touch: true };

export async function makeCycle(shipped: ShippedPanel): Promise<Cycle> {
  const parsed = parseDefinition(await shipped.load());
  if (!parsed.ok) throw new Error(`${shipped.name} does not parse`);
  const { definition } = parsed;
  const today = londonDateOf(Date.now());
  const holiday = bankHolidayFrom(workedDayAfter(today, AHEAD_DAYS));
  const start = definition.calendar.startsAt ?? "10:00";
  const held = (date: string): Held => ({ key: `${definition.id}-${date}`, date, start });
  const first = held(workingDays(holiday, 2));
  const second = held(workedDayAfter(first.date, BETWEEN_DAYS));

  const world = await makeWorld({ demonstration: true });
  const lead = new Device(world.server.url);
  const profile = (name: string, agency: string, position: string) => ({ name, agency, position });
  const council = await lead.foundWith(
    secretOf(world.setupLink),
    "Testshire partnership",
    profile(LEAD, COUNCIL, "Co-ordinator"),
  );
  ensure(await council.adoptDefinition(definition));
  for (const meeting of [first, second]) {
    ensure(await council.setMeetingDate({ ...meeting, definition: definition.id }));
  }
  const join = (name: string, agency: string, position: string, roles: readonly Role[]) =>
    enrol(council, world.server.url, profile(name, agency, position), roles);
  const chair = await join(CHAIR, COUNCIL, "Service manager", ["chair"]);
  const member = await join(MEMBER, POLICE, "Sergeant", ["member"]);
  const worker = await join(WORKER, "Made-up Homes", "Tenancy officer", ["referrer"]);
  const written = await writeReferral(worker, definition);
  await council.syncNow();
  const [leads, chairs, reads, refers] = await Promise.all([
    goOnInBrowser(world, lead, LEAD, DESK),
    goOnInBrowser(world, chair, CHAIR, TABLET),
    goOnInBrowser(world, member, MEMBER, PHONE),
    goOnInBrowser(world, worker, WORKER, TABLET),
  ]);
  const people = { lead: leads, chair: chairs, member: reads, worker: refers };
  return { world, definition, holiday, first, second, ...written, ...people };
}

/** Everything but one agreement, which is asked for on the screens. */
async function writeReferral(
  { session }: Device,
  definition: PanelDefinition,
): Promise<Pick<Cycle, "reference" | "approval">> {
  if (!session) throw new Error("writeReferral: not open");
  await until("the panel", () => panelOf(session, definition.id));
  const today = londonDateOf(Date.now());
  const answers = inventAnswers(definition, SUBJECT, today);
  const reader = { definition, answers, today };
  const asked = askedApprovals(reader);
  const approval = asked.find(({ kind }) => kind === "approval") ?? asked[0];
  const scope = await draftFor(session, definition, answers, SUBJECT, today);
  await inventApprovals(session, scope, reader, approval?.key);
  const summary = await until("the reference", () =>
    session.cases.value.find((each) => each.scope === scope && each.reference !== ""),
  );
  return { reference: summary.reference, approval };
}

const panelOf = (session: OpenSession, id: string) =>
  session.panels.value.find(({ definition }) => definition.id === id);

export const button = (page: Page, name: string | RegExp) =>
  page.getByRole("button", typeof name === "string" ? { name, exact: true } : { name }).first();
export const link = (page: Page, name: string | RegExp) =>
  page.getByRole("link", typeof name === "string" ? { name, exact: true } : { name }).first();
export const shows = (page: Page, text: string | RegExp) =>
  page.locator("main").getByText(text).first().waitFor({ timeout: 60_000 });

export async function goHome(page: Page): Promise<void> {
  await link(page, "Home").click();
  await page.getByRole("heading", { level: 1, name: "Home" }).waitFor();
}

/** From anywhere, to the case, on one of its tabs. */
export async function openCase(page: Page, tab?: string): Promise<void> {
  await goHome(page);
  await link(page, SUBJECT).click({ timeout: 60_000 });
  if (tab !== undefined) await page.getByRole("tab", { name: tab, exact: true }).click();
}

/** From anywhere, to the page of a meeting. */
export async function openMeeting(page: Page, { date, start }: Held): Promise<void> {
  await goHome(page);
  await link(page, new RegExp(`^${inWords(date)} at ${start}`)).click({ timeout: 60_000 });
  await page.getByRole("heading", { level: 1, name: /Meeting on/ }).waitFor();
}
