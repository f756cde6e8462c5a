/**
 * Meetings for tests of screens: people in browsers where something is looked at, and for all that has to be there
 * before it (referrals, an agenda sent out) a person whose device is in this process, who joins by a link as anybody does.
 */
import { inventAnswers } from "../../../demo/inventAnswers.ts";
import { submitTo } from "../../../demo/story.ts";
import { attendeeOf } from "../../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../../src/app/session.ts";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import type { ItemId, ScopeId } from "../../../src/domain/ids.ts";
import { londonDateOf } from "../../../src/domain/londonTime.ts";
import { Device, until } from "../../support/device.ts";
import { invite, type Typed, USUAL } from "./enrol.ts";
import type { Person, World } from "./world.ts";

const today = (): CalendarDate => londonDateOf(Date.now());

const ensure = <T>(outcome: { ok: true; value: T } | { ok: false; problem: { kind: string } }): T => {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.kind}`);
  return outcome.value;
};

/** Invited and let in on the screens of a leader; the device is to be closed by whoever asked. */
export async function enrolDevice(
  world: World,
  lead: Person,
  name: string,
  roles: readonly string[],
  typed: Typed = USUAL,
): Promise<Device> {
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
  return device;
}

export const sessionOf = (device: Device): OpenSession => {
  if (!device.session) throw new Error("sessionOf: not open");
  return device.session;
};

/** Referrals about these people, sent and accepted, as this leader. */
export async function acceptedCases(
  session: OpenSession,
  definitionId: string,
  subjects: readonly string[],
): Promise<readonly ScopeId[]> {
  const panel = await until(
    "the panel",
    () => session.panels.value.find(({ definition }) => definition.id === definitionId),
    60_000,
  );
  const scopes: ScopeId[] = [];
  for (const subject of subjects) {
    const answers = inventAnswers(panel.definition, subject, today());
    const scope = await submitTo(session, panel.definition, answers, subject, today());
    ensure(await session.accept(scope, { note: "To the next meeting." }));
    scopes.push(scope);
  }
  return scopes;
}

/**
 * A meeting begun, with these cases on its agenda in their order and these people asked to the whole of it, sent out
 * with everything that was written before. Resolves to its items.
 */
export async function releasedMeeting(
  session: OpenSession,
  date: { readonly key: string; readonly definition: string; readonly date: string; readonly start: string },
  scopes: readonly ScopeId[],
  names: readonly string[],
): Promise<readonly ItemId[]> {
  ensure(await session.setMeetingDate(date));
  ensure(await session.beginMeeting(date.key));
  const items = scopes.map(() => session.newId<ItemId>());
  const agenda = items.map((item, at) => {
    const scope = scopes[at] as ScopeId;
    const reference = session.cases.value.find((each) => each.scope === scope)?.reference ?? "";
    return { type: "agenda-item" as const, item, kind: "newCase", order: at, case: scope, reference };
  });
  const invited = names.map((name) => {
    const person = session.people.value.find(({ profile }) => profile?.name === name);
    if (!person?.user || !person.profile) throw new Error(`releasedMeeting: nobody called ${name}`);
    const { user, profile } = person;
    return { type: "invited" as const, attendee: attendeeOf(user), user, ...profile, items: [] };
  });
  ensure(await session.noteMeeting(date.key, [...agenda, ...invited]));
  ensure(await session.releaseMeeting(date.key, { what: "papers", note: "", others: [] }));
  ensure(await session.syncNow());
  return items;
}
