/** Who is in the demonstration and what has happened there. Everybody's name says that they are invented. */
import type { OpenSession } from "../src/app/session.ts";
import type { SealedIdentity } from "../src/crypto/identity.ts";
import type { Bytes } from "../src/domain/bytes.ts";
import type { ScopeId } from "../src/domain/ids.ts";
import type { Role } from "../src/domain/roles.ts";
import type { CalendarDate } from "../src/domain/calendarDate.ts";
import { SHIPPED_PANELS, type ShippedPanel } from "../src/forms/panels/shipped.ts";
import ashfield from "../src/forms/panels/ashfield.json" with { type: "json" };
import { Device } from "./device.ts";
import { addDays } from "../src/domain/days.ts";
import { inventAnswers } from "./inventAnswers.ts";
import { answersFor } from "./ashfieldAnswers.ts";
import { ensure } from "./ensure.ts";
import { holdMeetings } from "./meetings.ts";
import { submitTo } from "./referrals.ts";
import type { VaultSettings } from "../src/crypto/vault.ts";

export const DEMO_PASSPHRASE = "a plainly fictional passphrase";
const PARTNERSHIP = "Larkshire (demonstration)";

type Cast = {
  /** The name of their address: <key>.localhost. */
  readonly key: string;
  readonly name: string;
  readonly agency: string;
  readonly position: string;
  readonly roles: readonly Role[];
};

const LEAD: Cast = {
  key: "coordinator",
  name: "Casey Co-ordinator",
  agency: "Larkshire Council",
  position: "Panel co-ordinator",
  roles: ["chair", "coordinator"],
};

const CAST: readonly Cast[] = [
  {
    key: "chair",
    name: "Charlie Chair",
    agency: "Larkshire Council",
    position: "Service manager",
    roles: ["chair"],
  },
  {
    key: "referrer",
    name: "Riley Referrer",
    agency: "Larkshire Homes",
    position: "Tenancy officer",
    roles: ["referrer"],
  },
  {
    key: "member",
    name: "Morgan Member",
    agency: "Larkshire Police",
    position: "Sergeant",
    roles: ["member", "referrer"],
  },
  {
    key: "minutes",
    name: "Mika Minute-Taker",
    agency: "Larkshire Council",
    position: "Officer",
    roles: ["minutes"],
  },
];

export type SignIn = Cast & { readonly identity: SealedIdentity };

async function until<T>(read: () => T | undefined): Promise<T> {
  for (let i = 0; i < 500; i++) {
    const value = read();
    if (value !== undefined) return value;
    await new Promise((resolve) => setTimeout(resolve, 30));
  }
  throw new Error("The demonstration could not be made: something did not arrive.");
}

/** Founds the partnership, brings everybody in, and lets things happen. `say` hears how far it is. */
export async function tellStory(
  url: string,
  secret: Bytes,
  settings: VaultSettings,
  today: CalendarDate,
  say: (what: string) => void,
): Promise<SignIn[]> {
  const device = () => new Device(url, settings, DEMO_PASSPHRASE);
  say("the partnership");
  const leadDevice = device();
  const lead = await leadDevice.found(secret, PARTNERSHIP, profileOf(LEAD));
  for (const panel of SHIPPED_PANELS) await bringPanel(lead, panel, today);
  const devices = new Map<string, Device>();
  for (const cast of CAST) {
    say(cast.name);
    devices.set(cast.key, await enrol(lead, device(), cast));
  }
  say("referrals");
  const forPanel = await makeCases(
    lead,
    sessionOf(devices.get("referrer")),
    sessionOf(devices.get("member")),
    today,
  );
  say("meetings");
  const definition = lead.panels.value.find((panel) => panel.definition.id === ashfield.id)?.definition;
  if (!definition) throw new Error("tellStory: no panel");
  const seated = [LEAD, ...CAST].map((cast) => ({
    session: cast === LEAD ? lead : sessionOf(devices.get(cast.key)),
    name: cast.name,
    agency: cast.agency,
  }));
  await holdMeetings({ lead, definition, today, seated, ...forPanel, next: `demo-${ashfield.id}-0` });
  const signIns = [LEAD, ...CAST].map((cast) => {
    const { identity } = devices.get(cast.key) ?? leadDevice;
    return { ...cast, identity: identity as SealedIdentity };
  });
  for (const each of [leadDevice, ...devices.values()]) {
    await each.session?.syncNow();
    await each.close();
  }
  return signIns;
}

/** A panel in force, with its next meetings. */
async function bringPanel(lead: OpenSession, panel: ShippedPanel, today: CalendarDate): Promise<void> {
  ensure(await lead.adoptDefinition(await panel.load()));
  for (const [index, days] of [23, 51, 79].entries()) {
    ensure(
      await lead.setMeetingDate({
        key: `demo-${panel.id}-${index}`,
        definition: panel.id,
        date: addDays(today, days),
        start: "10:00",
      }),
    );
  }
}

const profileOf = ({ name, agency, position }: Cast) => ({ name, agency, position });

const sessionOf = (device: Device | undefined): OpenSession => {
  if (!device?.session) throw new Error("sessionOf: not open");
  return device.session;
};

async function enrol(lead: OpenSession, newcomer: Device, cast: Cast): Promise<Device> {
  const invited = ensure(await lead.invite(profileOf(cast), cast.roles));
  const session = await newcomer.join(invited.link);
  await lead.syncNow();
  const person = await until(() => lead.people.value.find((each) => each.state === "to-confirm"));
  if (!person.user) throw new Error("enrol: nobody to confirm");
  ensure(await lead.confirm(person.user));
  await session.syncNow();
  await until(() => (session.panels.value.length >= SHIPPED_PANELS.length ? true : undefined));
  return newcomer;
}

/** One referral in each state that a co-ordinator meets. */
async function makeCases(
  lead: OpenSession,
  referrer: OpenSession,
  member: OpenSession,
  today: CalendarDate,
): Promise<{ readonly earlier: ScopeId; readonly fresh: ScopeId }> {
  ensure(await referrer.startReferral(ashfield.id, answersFor("Person Alder (invented)")));
  const sent = await submitCase(referrer, "Person Birch (invented)", today);
  const returned = await submitCase(referrer, "Person Cedar (invented)", today);
  const accepted = await submitCase(member, "Person Damson (invented)", today);
  const fresh = await submitCase(referrer, "Person Fir (invented)", today);
  const declined = await submitCase(member, "Person Elder (invented)", today);
  for (const { definition } of referrer.panels.value) {
    if (definition.id === ashfield.id) continue;
    const subject = `Child of ${definition.shortName} (invented)`;
    await submitTo(referrer, definition, inventAnswers(definition, subject, today), subject, today);
  }
  await Promise.all([referrer.syncNow(), member.syncNow()]);
  await lead.syncNow();
  await until(() => (lead.cases.value.length >= 4 + SHIPPED_PANELS.length ? true : undefined));
  const gaps = [{ sectionKey: "risks", text: "Say who else is at risk, and since when." }];
  ensure(await lead.returnForInformation(returned, gaps, "Thank you: nearly complete."));
  const agreed = { note: "On the agenda for the next meeting." };
  ensure(await lead.accept(accepted, agreed));
  ensure(await lead.accept(fresh, agreed));
  ensure(
    await lead.decline(
      declined,
      "Housing support can meet this without the panel. Ask the housing team first.",
    ),
  );
  await lead.markOpened(sent);
  await lead.syncNow();
  await Promise.all([referrer.syncNow(), member.syncNow()]);
  return { earlier: accepted, fresh };
}

async function submitCase(session: OpenSession, subject: string, today: CalendarDate): Promise<ScopeId> {
  const panel = session.panels.value.find(({ definition }) => definition.id === ashfield.id);
  if (!panel) throw new Error("submitCase: no panel");
  return submitTo(session, panel.definition, answersFor(subject), subject, today);
}
