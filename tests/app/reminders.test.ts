/** What a device tells the server of people's actions: opaque ids and days, for whoever owes them, and no word more. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventAnswers } from "../../demo/inventAnswers.ts";
import { submitTo } from "../../demo/referrals.ts";
import { sentKey } from "../../src/app/noticeTypes.ts";
import { attendeeOf } from "../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { promisesOf } from "../../src/domain/case/discussion.ts";
import type { ActionId, ReminderId, ScopeId, UserId } from "../../src/domain/ids.ts";
import { londonDateOf } from "../../src/domain/londonTime.ts";
import hertfordshire from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import { RemindersRequest } from "../../src/sync/noticesProtocol.ts";
import type { Transport } from "../../src/sync/transport.ts";
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: `Agency of ${name}`, position: "Worker" });
const done = { ok: true, value: undefined };
const TODAY = "2026-11-26" as CalendarDate;
/** A Thursday, and the panel's next meeting. */
const LATER = "2099-03-12" as CalendarDate;
const DUE = "2099-01-14" as CalendarDate;

/** Hears what a device says to the server's notices on its way there. `old`: no further, as a server without any would. */
function listen(device: Device, old = false) {
  const heard: RemindersRequest[] = [];
  const paths: string[] = [];
  const { post, get } = device.transport;
  const unknown = { ok: false, fault: { kind: "refused", status: 404, code: "not-found" } } as const;
  const tappedPost: Transport["post"] = async (path, body, reply) => {
    if (path.startsWith("/notices")) paths.push(path);
    if (path === "/notices/reminders") heard.push(RemindersRequest.parse(body));
    return old && path.startsWith("/notices") ? unknown : post(path, body, reply);
  };
  const tappedGet: Transport["get"] = async (path, reply) => {
    if (path.startsWith("/notices")) paths.push(path);
    return old && path.startsWith("/notices") ? unknown : get(path, reply);
  };
  Object.assign(device.transport, { post: tappedPost, get: tappedGet });
  return { heard, paths };
}

describe("what a device registers of actions", () => {
  let server: TestServer;
  let lead: OpenSession;
  let member: OpenSession;
  let scope: ScopeId;
  let action: ActionId;
  let heard: RemindersRequest[];
  const devices: Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    heard = listen(device).heard;
    expect(await lead.adoptDefinition(hertfordshire)).toEqual(done);
    const other = await enrol(lead, server.url, profile("Member"), ["member"]);
    devices.push(other, await enrol(lead, server.url, profile("Second"), ["coordinator"]));
    member = other.session as OpenSession;
    const definition = lead.panels.value[0]?.definition;
    if (!definition) throw new Error("no panel");
    const key = `${definition.id}-${TODAY}`;
    const meeting = { key, definition: definition.id, date: TODAY, start: "14:00" };
    expect(await lead.setMeetingDate(meeting)).toEqual(done);
    const next = { key: `${definition.id}-${LATER}`, definition: definition.id, date: LATER, start: "14:00" };
    expect(await lead.setMeetingDate(next)).toEqual(done);
    const answers = inventAnswers(definition, "Robin Canary", TODAY);
    scope = await submitTo(lead, definition, answers, "Robin Canary", TODAY);
    expect(await lead.share(scope, member.me.value.user, "contribute")).toEqual(done);
    action = lead.newId<ActionId>();
    await lead.noteCase(scope, [
      {
        type: "action-set",
        action,
        meeting: key,
        what: "Visit Robin Canary",
        agency: "Housing",
        owner: "Member",
        user: member.me.value.user,
        due: DUE,
        contact: "",
      },
    ]);
    await lead.syncNow();
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  const set = () => heard.flatMap((request) => request.set);
  const dropped = () => heard.flatMap((request) => request.drop);

  it("is the owner’s own, with the panel’s days, and the leaders’ to chase three weeks after the panel [HER-07]", async () => {
    const own = await until("the owner’s", () => set().find(({ sort }) => sort === "own"));
    expect(own).toEqual({
      id: action,
      for: member.me.value.user,
      sort: "own",
      due: DUE,
      days: ["2099-01-09", DUE, "2099-01-15", "2099-01-21"],
    });
    const chase = set().filter(({ sort }) => sort === "chase");
    expect(chase.map(({ due }) => due)).toContain("2026-12-17");
    expect(chase.map((each) => each.for)).toContain(lead.me.value.user);
    expect(chase.map((each) => each.for)).not.toContain(member.me.value.user);
  });

  it("holds no name and no word", () => {
    expect(JSON.stringify(heard)).not.toMatch(/Robin|Canary|Visit|Housing|Member|Lead|hertfordshire/i);
  });

  it("is there to be read by those who lead, with whether it went out, and is asked of nobody else [GAP-21]", async () => {
    const read = (session: OpenSession) => {
      const listed = session.actions.value.find((each) => each.action === action);
      return listed ? session.remindedOf(scope, listed) : [];
    };
    const people = read(lead);
    expect(people).toContainEqual(
      expect.objectContaining({
        id: action,
        user: member.me.value.user,
        name: "Member (Agency of Member)",
        sort: "own",
      }),
    );
    lead.lookUpSent(people);
    const owner = people.find(({ sort }) => sort === "own");
    if (!owner) throw new Error("nobody owns it");
    const sent = await until("what went out", () => lead.sentReminders.value.get(sentKey(owner)));
    expect(sent).toEqual({ on: undefined, unsent: undefined });
    await until("the member has the action", () => read(member).length > 0);
    const { paths } = listen(devices[1] as Device);
    member.lookUpSent(read(member));
    await new Promise((resolve) => setTimeout(resolve, 1_000));
    expect(paths).not.toContain("/notices/reminders/sent");
  });

  it("is told once while nothing changes, anew when the day does, and taken back when it is done", async () => {
    const told = set().length;
    const moved = "2099-02-02" as CalendarDate;
    await lead.noteCase(scope, [{ type: "action-set", action, due: moved }]);
    await until("the new day", () => set().some(({ due }) => due === moved));
    // The leaders' day is the panel's own, and has not changed.
    expect(set().length).toBe(told + 1);
    await lead.noteCase(scope, [{ type: "action-updated", action, state: "done", words: "" }]);
    await until("all taken back", () => dropped().length >= told);
    expect(dropped()).toContainEqual({ id: action, for: member.me.value.user });
    expect(lead.safety.value.connection).toBe("online");
  });

  it("is, of an asking to agree, for whoever is asked, due when the panel wants the answer, until it is given [HER-51]", async () => {
    const { user } = member.me.value;
    const started = await lead.startReferral(hertfordshire.id, new Map());
    const draft = started.ok ? started.value : scope;
    expect(await lead.askApproval(draft, "headOfService", user, "Robin Canary, please")).toEqual(done);
    const asked = await until("the asking", () => set().find(({ due }) => due === LATER));
    expect(asked).toEqual({
      id: expect.stringMatching(/^[\w-]{22}$/),
      for: user,
      sort: "own",
      due: LATER,
      days: [londonDateOf(Date.now()), "2099-03-09", LATER, "2099-03-13", "2099-03-19"],
    });
    expect(JSON.stringify(heard)).not.toMatch(/Robin|headOfService/i);
    await lead.syncNow();
    await member.syncNow();
    await until("the draft", () => member.cases.value.some((each) => each.scope === draft));
    const answer = { outcome: "approved", words: "" } as const;
    expect(await member.answerApproval(draft, "headOfService", answer)).toEqual(done);
    await member.syncNow();
    await lead.syncNow();
    await until("it is taken back", () => dropped().some(({ id }) => id === asked.id));
  });

  it("is, of a report that is promised, for the one who is named, until it has come; for leaders where nobody is [OXT-63]", async () => {
    const meeting = `${hertfordshire.id}-${TODAY}`;
    const promise = async (who: string) => {
      const reminder = lead.newId<ReminderId>();
      const report = { by: "nextMeeting", on: "", how: "inWriting", who, reminder } as const;
      expect(await lead.noteCase(scope, [{ type: "report-promised", meeting, ...report }])).toEqual(done);
      return until(`a reminder for ${who}`, () => set().find(({ id }) => id === reminder));
    };
    const named = await promise("member ");
    expect(named).toMatchObject({ for: member.me.value.user, sort: "own", due: LATER });
    expect(named.days).toEqual(["2099-03-09", LATER, "2099-03-13", "2099-03-19"]);
    await until("it is on the list of who owes it", () =>
      member.cases.value.some((each) => each.scope === scope && each.reportsOwed === 1),
    );
    const unnamed = await promise("Somebody from Housing");
    expect(unnamed).toMatchObject({ sort: "chase", due: LATER, days: ["2099-03-13", "2099-03-19"] });
    expect(unnamed.for).not.toBe(member.me.value.user);
    await until("the first is taken back", () => dropped().some(({ id }) => id === named.id));
    const view = lead.watchCase(scope);
    const entry = view.view.value && promisesOf(view.view.value.file)[0]?.entry;
    view.close();
    if (!entry) throw new Error("no promise");
    expect(await lead.noteCase(scope, [{ type: "reported", promise: entry, words: "Done" }])).toEqual(done);
    await until("the second too", () => dropped().some(({ id }) => id === unnamed.id));
  });

  it("is, of a report promised to somebody’s account, for them whatever they are called, and for leaders where they do not read the case [OXT-63]", async () => {
    const promise = async (who: string, user: UserId) => {
      const reminder = lead.newId<ReminderId>();
      const report = { by: "nextMeeting", on: "", how: "inWriting", who, user, reminder } as const;
      const meeting = `${hertfordshire.id}-${TODAY}`;
      expect(await lead.noteCase(scope, [{ type: "report-promised", meeting, ...report }])).toEqual(done);
      return until(`a reminder for ${who}`, () => set().find(({ id }) => id === reminder));
    };
    const account = await promise("Morgan, as she was called then", member.me.value.user);
    expect(account).toMatchObject({ for: member.me.value.user, sort: "own", due: LATER });
    const elsewhere = await promise("Member", lead.newId<UserId>());
    expect(elsewhere).toMatchObject({ sort: "chase", due: LATER });
    expect(elsewhere.for).not.toBe(member.me.value.user);
  });

  it("is, of a record without an id, under one that every reader of the case makes alike and the server cannot tie to its entry", async () => {
    const report = { by: "nextMeeting", on: "", how: "inWriting", who: "Member" } as const;
    const meeting = `${hertfordshire.id}-${TODAY}`;
    const before = set().length;
    const theirs = listen(devices[1] as Device).heard;
    expect(await lead.noteCase(scope, [{ type: "report-promised", meeting, ...report }])).toEqual(done);
    const told = await until("its reminder", () =>
      set()
        .slice(before)
        .find(({ sort, due }) => sort === "own" && due === LATER),
    );
    expect(told.for).toBe(member.me.value.user);
    const view = lead.watchCase(scope);
    const entry = view.view.value && promisesOf(view.view.value.file)[0]?.entry;
    view.close();
    expect(entry).toBeDefined();
    expect(JSON.stringify(heard)).not.toContain(entry);
    await lead.syncNow();
    await member.syncNow();
    await until("the same from another device", () =>
      theirs.some((request) => request.set.some(({ id }) => id === told.id)),
    );
  });

  it("goes into a calendar under one id for each meeting, after every unlocking, which tells nothing of it", async () => {
    const { user } = lead.me.value;
    const key = lead.meetings.value[0]?.meeting.key ?? "";
    expect(await lead.beginMeeting(key)).toEqual(done);
    const invited = { type: "invited", attendee: attendeeOf(user), user, name: "Lead", items: [] } as const;
    expect(await lead.noteMeeting(key, [invited])).toEqual(done);
    expect(await lead.shareCalendar(true)).toEqual(done);
    const uids = async () => {
      const feed = await (await fetch(server.url + (lead.notices.value?.calendar ?? ""))).text();
      return [...feed.matchAll(/UID:([\w-]+)@/g)].map(([, uid]) => uid);
    };
    const [device] = devices as [Device];
    await until("the meeting", () => lead.meetings.value.some(({ invited: asked }) => asked));
    expect(await lead.shareCalendar(true)).toEqual(done);
    const before = await uids();
    expect(before).toEqual([expect.stringMatching(/^[\w-]{22}$/)]);
    await device.close();
    lead = await device.reopen();
    await until("what the server knows", () => lead.notices.value);
    expect(await lead.shareCalendar(true)).toEqual(done);
    expect(await uids()).toEqual(before);
  });

  it("is nothing at all where the server is older: it is asked once, and left alone", async () => {
    const [, device] = devices as [Device, Device];
    await device.close();
    const asked = listen(device, true).paths;
    member = await device.reopen();
    await until("the question", () => asked.length > 0);
    await member.noteCase(scope, [{ type: "action-updated", action, state: "inProgress", words: "" }]);
    await member.syncNow();
    await new Promise((resolve) => setTimeout(resolve, 1_500));
    expect(asked).toEqual(["/notices"]);
    expect(member.notices.value).toBeUndefined();
    expect(member.safety.value.connection).toBe("online");
  });
});
