/**
 * Meetings for tests of screens: people in browsers where something is looked at, and for all that has to be there
 * before it (a panel, referrals, an agenda sent out) somebody whose device is in this process, which is quick. The
 * people and the cases are invented.
 */
import { ensure } from "../../../demo/ensure.ts";
import { inventAnswers } from "../../../demo/inventAnswers.ts";
import { submitTo } from "../../../demo/referrals.ts";
import { attendeeOf } from "../../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../../src/app/session.ts";
import type { AttendeeId, ItemId, ScopeId, UserId } from "../../../src/domain/ids.ts";
import { londonDateOf } from "../../../src/domain/londonTime.ts";
import type { Role } from "../../../src/domain/roles.ts";
import { questionPath } from "../../../src/forms/answers.ts";
import { Device, until } from "../../support/device.ts";
import { secretOf } from "../../support/server.ts";
import { invite, PASSPHRASE, takeRecoveryCode, type Typed, USUAL } from "./enrol.ts";
import type { Person, World } from "./world.ts";

/** The first co-ordinator is a device, with one panel in force. To be closed by whoever asked. */
export async function foundPanel(
  world: { readonly server: Pick<World["server"], "url">; readonly setupLink: string },
  definition: unknown,
  name = "Lee Lead",
): Promise<{ readonly device: Device; readonly lead: OpenSession }> {
  const device = new Device(world.server.url);
  const lead = await device.foundWith(secretOf(world.setupLink), "Testshire partnership", {
    name,
    agency: "Testshire Council",
    position: "Co-ordinator",
  });
  ensure(await lead.adoptDefinition(definition));
  return { device, lead };
}

/** Joins in their browser, and is let in by the co-ordinator's device. */
export async function joinByLink(
  lead: OpenSession,
  { name, page }: Person,
  agency: string,
  roles: readonly Role[],
): Promise<UserId> {
  const invited = ensure(await lead.invite({ name, agency, position: "Worker" }, roles));
  await page.goto(invited.link);
  await page.getByRole("heading", { level: 1, name: "Join on this device" }).waitFor();
  await page.getByLabel("Choose a passphrase").fill(PASSPHRASE);
  await page.getByRole("button", { name: "Join" }).click();
  await takeRecoveryCode(page);
  await lead.syncNow();
  const newcomer = await until(
    "somebody to let in",
    () => lead.people.value.find(({ state }) => state === "to-confirm"),
    60_000,
  );
  ensure(await lead.confirm(newcomer.user as UserId));
  await lead.syncNow();
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Home" })
    .waitFor({ timeout: 60_000 });
  return newcomer.user as UserId;
}

/** A referrer in their browser, on panels whose co-ordinator is a device that closes: nobody looks at them again. */
export async function joinAlone(world: World, worker: Person, panels: readonly unknown[]): Promise<void> {
  const { device, lead } = await foundPanel(world, panels[0]);
  for (const panel of panels.slice(1)) ensure(await lead.adoptDefinition(panel));
  await joinByLink(lead, worker, "Testshire Council", ["referrer"]);
  await device.close();
}

/** The other way about: joins as a device, let in on the screens of a leader. To be closed by whoever asked. */
export async function enrolDevice(
  world: World,
  lead: Person,
  name: string,
  roles: readonly string[],
  typed: Typed = USUAL,
): Promise<{ readonly device: Device; readonly session: OpenSession }> {
  const link = await invite(lead, name, roles, typed);
  const device = new Device(world.server.url);
  const session = await device.join(link);
  const { page } = lead;
  await page.getByRole("link", { name: new RegExp(`Confirm.*${name}|${name}.*Confirm|Compare`) }).click();
  await page.locator("main ol li").nth(5).waitFor({ timeout: 60_000 });
  await page
    .getByRole("button", { name: /match|same/i })
    .first()
    .click();
  await until("admission", () => session.me.value.standing.kind === "admitted", 60_000);
  return { device, session };
}

/** Another co-ordinator, whom a panel must have and whom the test does not look at again. */
export async function addSecondLeader(world: World, lead: Person): Promise<void> {
  const { device } = await enrolDevice(world, lead, "Sam Second", ["Co-ordinator"]);
  await device.close();
}

/** What an agenda has to say of a case, but for its place. */
export type CaseLine = { readonly kind: string; readonly case: ScopeId; readonly reference: string };
type Line = { readonly minutes?: number } & (
  | (CaseLine & { readonly presenter?: string })
  | { readonly kind: string; readonly title: string }
);

/** A referral that is begun and says only whom it is about, where a test is not about what it says. */
export async function startedCase(
  session: OpenSession,
  definitionId: string,
  subject: string,
  reference: string,
): Promise<CaseLine> {
  const answers = new Map([[questionPath("person", "name"), subject]]);
  return { kind: "newCase", case: ensure(await session.startReferral(definitionId, answers)), reference };
}

/** Referrals about these people, whole, sent and accepted, as this leader: for an agenda, in the same order. */
export async function acceptedCases(
  session: OpenSession,
  definitionId: string,
  subjects: readonly string[],
): Promise<readonly CaseLine[]> {
  const panel = await until(
    "the panel",
    () => session.panels.value.find(({ definition }) => definition.id === definitionId),
    60_000,
  );
  const today = londonDateOf(Date.now());
  const lines: CaseLine[] = [];
  for (const subject of subjects) {
    const answers = inventAnswers(panel.definition, subject, today);
    const scope = await submitTo(session, panel.definition, answers, subject, today);
    ensure(await session.accept(scope, { note: "To the next meeting." }));
    const reference = session.cases.value.find((each) => each.scope === scope)?.reference ?? "";
    lines.push({ kind: "newCase", case: scope, reference });
  }
  return lines;
}

/**
 * A meeting begun, with this agenda, and sent out with everything that was written before. `names`: of people on
 * Confer who are asked to the whole of it; `others` are not on Confer.
 */
export async function releasedMeeting(
  session: OpenSession,
  date: { readonly key: string; readonly definition: string; readonly date: string; readonly start: string },
  agenda: readonly Line[],
  names: readonly string[],
  others: readonly { readonly name: string; readonly agency: string }[] = [],
): Promise<void> {
  ensure(await session.setMeetingDate(date));
  ensure(await session.beginMeeting(date.key));
  const asked = names.map((name) => {
    const person = session.people.value.find(({ profile }) => profile?.name === name);
    if (!person?.user || !person.profile) throw new Error(`releasedMeeting: nobody called ${name}`);
    const { user, profile } = person;
    return { type: "invited" as const, attendee: attendeeOf(user), user, ...profile, items: [] };
  });
  ensure(
    await session.noteMeeting(date.key, [
      ...agenda.map((line, order) => ({
        type: "agenda-item" as const,
        item: session.newId<ItemId>(),
        order,
        ...line,
      })),
      ...asked,
      ...others.map((each) => ({
        type: "invited" as const,
        attendee: session.newId<AttendeeId>(),
        ...each,
        items: [],
      })),
    ]),
  );
  ensure(await session.releaseMeeting(date.key, { what: "papers", note: "", others: [] }));
  ensure(await session.syncNow());
}
