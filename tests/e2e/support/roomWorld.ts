/**
 * A meeting ready to be held: its co-ordinator is a device in this process, which is quick; whoever is tested has a
 * browser. The people and the cases are invented.
 */
import { attendeeOf } from "../../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../../src/app/session.ts";
import type { AttendeeId, ItemId, ScopeId, UserId } from "../../../src/domain/ids.ts";
import type { Role } from "../../../src/domain/roles.ts";
import { questionPath } from "../../../src/forms/answers.ts";
import { Device, until } from "../../support/device.ts";
import { secretOf } from "../../support/server.ts";
import { PASSPHRASE, takeRecoveryCode } from "./enrol.ts";
import type { Person, World } from "./world.ts";

export type Ensured<T> = { ok: true; value: T } | { ok: false; problem: { kind: string } };

export function ensure<T>(outcome: Ensured<T>): T {
  if (!outcome.ok) throw new Error(`refused: ${outcome.problem.kind}`);
  return outcome.value;
}

/** The first co-ordinator, with one panel in force. */
export async function foundPanel(
  world: World,
  definition: unknown,
): Promise<{ readonly device: Device; readonly lead: OpenSession }> {
  const device = new Device(world.server.url);
  const lead = await device.foundWith(secretOf(world.setupLink), "Testshire partnership", {
    name: "Lee Lead",
    agency: "Testshire Council",
    position: "Co-ordinator",
  });
  ensure(await lead.adoptDefinition(definition));
  return { device, lead };
}

/** Joins in their browser, and is let in by the co-ordinator's device. */
export async function joinByLink(
  lead: OpenSession,
  person: Person,
  agency: string,
  roles: readonly Role[],
): Promise<UserId> {
  const { page } = person;
  const invited = ensure(await lead.invite({ name: person.name, agency, position: "Worker" }, roles));
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

export type ReadyMeeting = {
  readonly key: string;
  readonly scopes: readonly ScopeId[];
  readonly items: readonly ItemId[];
};

/** Begun, with cases and one item of other business on its agenda, people asked, and sent out. */
export async function readyMeeting(
  lead: OpenSession,
  given: {
    readonly definition: string;
    readonly date: string;
    /** What the question for the name is called: "person.name". */
    readonly nameAt: readonly [section: string, question: string];
    readonly subjects: readonly string[];
    /** On Confer. */
    readonly users: readonly { readonly user: UserId; readonly name: string; readonly agency: string }[];
    /** Not on Confer. */
    readonly others: readonly { readonly name: string; readonly agency: string }[];
  },
): Promise<ReadyMeeting> {
  const key = `${given.definition}-${given.date}`;
  ensure(await lead.setMeetingDate({ key, definition: given.definition, date: given.date, start: "10:00" }));
  ensure(await lead.beginMeeting(key));
  const scopes: ScopeId[] = [];
  for (const subject of given.subjects) {
    const answers = new Map([[questionPath(...given.nameAt), subject]]);
    scopes.push(ensure(await lead.startReferral(given.definition, answers)));
  }
  const items = [...scopes, undefined].map(() => lead.newId<ItemId>());
  ensure(
    await lead.noteMeeting(key, [
      ...items.map((item, order) => {
        const scope = scopes[order];
        const about = scope
          ? { kind: "newCase", case: scope, reference: `TST-${order + 1}`, presenter: "Pat Presenter" }
          : { kind: "business", title: "Other business" };
        return { type: "agenda-item" as const, item, order, minutes: 20, ...about };
      }),
      ...given.users.map((each) => ({
        type: "invited" as const,
        attendee: attendeeOf(each.user),
        ...each,
        items: [],
      })),
      ...given.others.map((each) => ({
        type: "invited" as const,
        attendee: lead.newId<AttendeeId>(),
        ...each,
        items: [],
      })),
    ]),
  );
  ensure(await lead.releaseMeeting(key, { what: "papers", note: "", others: [] }));
  await lead.syncNow();
  return { key, scopes, items };
}
