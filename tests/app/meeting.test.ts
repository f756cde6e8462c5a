/** A meeting between devices: begun, sent out, prepared for and held with no signal, and carried over. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendeeOf } from "../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import { researchFor } from "../../src/domain/case/discussion.ts";
import type { AttendeeId, ItemId, ScopeId } from "../../src/domain/ids.ts";
import { questionPath } from "../../src/forms/answers.ts";
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const done = { ok: true, value: undefined };
const KEY = "oxfordshire-2099-01-14";

describe("a meeting", () => {
  let server: TestServer;
  let lead: OpenSession;
  let clerk: OpenSession;
  let member: OpenSession;
  let guest: OpenSession;
  const scopes: ScopeId[] = [];
  let items: ItemId[] = [];
  const devices: Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    expect(await lead.adoptDefinition(oxfordshire)).toEqual(done);
    const others = [];
    for (const [name, role] of [
      ["Second", "coordinator"],
      ["Minnie", "minutes"],
      ["Member", "member"],
      ["Guest", "member"],
    ] as const)
      others.push(await enrol(lead, server.url, profile(name), [role]));
    devices.push(...others);
    [, clerk, member, guest] = others.map((each) => each.session as OpenSession) as [
      OpenSession,
      OpenSession,
      OpenSession,
      OpenSession,
    ];
    const date = { key: KEY, definition: "oxfordshire", date: "2099-01-14", start: "10:00" };
    expect(await lead.setMeetingDate(date)).toEqual(done);
    for (const name of ["Child One", "Child Two"]) {
      const started = await lead.startReferral(
        "oxfordshire",
        new Map([[questionPath("child", "name"), name]]),
      );
      if (!started.ok) throw new Error(started.problem.kind);
      scopes.push(started.value);
    }
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  const view = (session: OpenSession) => session.watchMeeting(KEY).view.value;
  const carry = async () => {
    for (const session of [lead, clerk, member, guest]) await session.syncNow();
    for (const session of [lead, clerk, member, guest]) await session.syncNow();
  };

  it("is begun once, by a leader, and is then the minute taker’s to write in", async () => {
    expect(await member.beginMeeting(KEY)).toMatchObject({ ok: false });
    expect(await lead.beginMeeting(KEY)).toEqual(done);
    expect(await lead.beginMeeting(KEY)).toEqual(done);
    await carry();
    await until("the meeting", () => view(clerk)?.begun);
    expect(view(clerk)).toMatchObject({ mayRun: true, agenda: [] });
    expect(view(member)).toMatchObject({ mayRun: false, begun: false });
  });

  it("[OXT-29] sends members every case, and a guest theirs alone", async () => {
    items = [lead.newId<ItemId>(), lead.newId<ItemId>()];
    const agenda = items.map((item, at) => ({
      type: "agenda-item" as const,
      item,
      kind: "newCase",
      order: at,
      case: scopes[at] as ScopeId,
      reference: `OXF-${at}`,
    }));
    const invited = [member, guest].map((session, at) => ({
      type: "invited" as const,
      attendee: attendeeOf(session.me.value.user),
      user: session.me.value.user,
      name: at === 0 ? "Member" : "Guest",
      items: at === 0 ? [] : [items[1] as ItemId],
    }));
    expect(await lead.noteMeeting(KEY, [...agenda, ...invited])).toEqual(done);
    const steps: string[] = [];
    const released = await lead.releaseMeeting(KEY, { what: "papers", note: "", others: [] }, (at, of) =>
      steps.push(`${at}/${of}`),
    );
    expect(released).toEqual(done);
    expect(steps.at(-1)).toMatch(/^(\d+)\/\1$/);
    await carry();
    await until("the papers", () => view(member)?.cases.size === 2);
    await until("the guest’s paper", () => view(guest)?.cases.size === 1);
    expect([...(view(guest)?.cases.keys() ?? [])]).toEqual([scopes[1]]);
    expect(view(guest)?.agenda).toHaveLength(2);
    expect(member.meetings.value).toMatchObject([{ released: true, invited: true, notesOwed: 2 }]);
  });

  it("[OXT-31] is prepared for with no signal: a note for one case, apologies for oneself", async () => {
    const note = { nothing: false, known: "Rent is paid", involvement: "", carePlan: "", concerns: "" };
    const written = await member.noteCase(scopes[0] as ScopeId, [
      { type: "research-note", meeting: KEY, agency: "Housing", ...note },
    ]);
    expect(written).toEqual(done);
    const attendee = attendeeOf(guest.me.value.user);
    expect(await guest.noteMeeting(KEY, [{ type: "apologies", attendee, absent: true }])).toEqual(done);
    await carry();
    const heard = await until("the note", () => {
      const file = view(lead)?.cases.get(scopes[0] as ScopeId)?.file;
      return file && researchFor(file, KEY)[0];
    });
    expect(heard.record.known).toBe("Rent is paid");
    expect(member.meetings.value[0]?.notesOwed).toBe(1);
    await until(
      "apologies",
      () => view(lead)?.attendees.find((each) => each.attendee === attendee)?.apologies,
    );
  });

  it("counts what the minute taker records, and not what a member says of others", async () => {
    const attendee = attendeeOf(member.me.value.user) as AttendeeId;
    const present = { type: "attended" as const, attendee, present: true };
    await member.noteMeeting(KEY, [present]);
    expect(view(member)?.attendees[0]?.present).toBe(false);
    await clerk.noteMeeting(KEY, [present, { type: "opening-done", step: "attendance", done: true }]);
    expect(view(clerk)?.gate.open).toBe(true);
    await carry();
    await until("the gate", () => view(member)?.gate.open);
  });

  it("keeps everything through a lock", async () => {
    const again = devices.at(3) as Device;
    const before = view(member)?.file.entries.length;
    await again.close();
    await again.reopen();
    member = again.session as OpenSession;
    expect(view(member)?.file.entries.length).toBe(before);
    expect(view(member)?.cases.size).toBe(2);
  });
});
