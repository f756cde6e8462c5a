/** What an agenda can be made of, from one meeting to the next; and telling people of it before any case goes. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { inventAnswers } from "../../demo/inventAnswers.ts";
import { submitTo } from "../../demo/referrals.ts";
import { attendeeOf } from "../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ActionId, ItemId, ScopeId } from "../../src/domain/ids.ts";
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const done = { ok: true, value: undefined };
const TODAY = "2026-11-26" as CalendarDate;
const [FIRST, SECOND] = ["oxfordshire-2099-01-14", "oxfordshire-2099-03-11"];

describe("the plan of a meeting", () => {
  let server: TestServer;
  let lead: OpenSession;
  let member: OpenSession;
  const scopes: ScopeId[] = [];
  const devices: Device[] = [];

  beforeAll(async () => {
    server = await startTestServer();
    const device = new Device(server.url);
    devices.push(device);
    lead = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Lead"));
    expect(await lead.adoptDefinition(oxfordshire)).toEqual(done);
    const other = await enrol(lead, server.url, profile("Member"), ["member"]);
    // A referral goes only where two people can answer for it.
    devices.push(other, await enrol(lead, server.url, profile("Second"), ["coordinator"]));
    member = other.session as OpenSession;
    for (const key of [FIRST, SECOND]) {
      const date = { key, definition: "oxfordshire", date: key.slice(-10), start: "10:00" };
      expect(await lead.setMeetingDate(date)).toEqual(done);
      expect(await lead.beginMeeting(key)).toEqual(done);
    }
    const definition = lead.panels.value[0]?.definition;
    if (!definition) throw new Error("no panel");
    for (const name of ["Child One", "Child Two", "Child Three"]) {
      const answers = inventAnswers(definition, name, TODAY);
      const scope = await submitTo(lead, definition, answers, name, TODAY);
      if (name !== "Child Three") await lead.accept(scope, { note: "" });
      scopes.push(scope);
    }
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  const waiting = (key: string) => lead.planOf(key).waiting;
  const put = async (key: string, scope: ScopeId | undefined) => {
    const item = lead.newId<ItemId>();
    const note = { type: "agenda-item" as const, item, kind: "newCase", order: 0, case: scope as ScopeId };
    expect(await lead.noteMeeting(key, [note])).toEqual(done);
    return item;
  };

  it("offers cases that were accepted, the one that waits longest first, until they are on the agenda", async () => {
    expect(waiting(FIRST).map(({ summary }) => summary.scope)).toEqual(scopes.slice(0, 2));
    await put(FIRST, scopes[0]);
    expect(waiting(FIRST).map(({ summary }) => summary.scope)).toEqual([scopes[1]]);
    expect(waiting(SECOND).find(({ summary }) => summary.scope === scopes[0])).toMatchObject({
      heardOn: ["2099-01-14"],
    });
  });

  it("[OXT-86] [ASH-86] offers first a case that owes a report, with what is promised and open", async () => {
    const [, scope] = scopes as [ScopeId, ScopeId];
    const action = lead.newId<ActionId>();
    const written = await lead.noteCase(scope, [
      { type: "report-promised", meeting: FIRST, by: "nextMeeting", on: "", how: "inPerson", who: "Sam" },
      { type: "action-set", action, meeting: FIRST, what: "Find a bed", owner: "Sam", due: "" },
    ]);
    expect(written).toEqual(done);
    const [first] = waiting(SECOND);
    expect(first?.summary.scope).toBe(scope);
    expect(first?.promises.map(({ record }) => record.who)).toEqual(["Sam"]);
    expect(first?.openActions.map(({ what }) => what)).toEqual(["Find a bed"]);
    await lead.noteCase(scope, [
      { type: "reported", promise: first?.promises[0]?.entry as never, words: "A bed was found" },
      { type: "action-updated", action, state: "done", words: "", meeting: SECOND },
    ]);
    expect(waiting(SECOND).find(({ summary }) => summary.scope === scope)).toMatchObject({
      promises: [],
      openActions: [],
    });
  });

  it("leaves out a case that the panel is done with", async () => {
    await lead.noteCase(scopes[1] as ScopeId, [{ type: "case-closed", closed: true, reason: "Settled" }]);
    expect(waiting(SECOND).some(({ summary }) => summary.scope === scopes[1])).toBe(false);
  });

  it("[OXF-02] tells people that there is a meeting, and gives them no case by it", async () => {
    const { user } = member.me.value;
    const invited = {
      type: "invited" as const,
      attendee: attendeeOf(user),
      user,
      name: "Member",
      seat: "police",
    };
    expect(await lead.noteMeeting(FIRST, [invited])).toEqual(done);
    const told = { what: "notice", note: "", others: [], notice: true };
    expect(await lead.releaseMeeting(FIRST, told)).toEqual(done);
    await lead.syncNow();
    await member.syncNow();
    const view = () => member.watchMeeting(FIRST).view.value;
    await until("the meeting", () => view()?.me !== undefined);
    expect(view()?.agenda).toHaveLength(1);
    expect(view()?.cases.size).toBe(0);
    expect(member.meetings.value.find(({ meeting }) => meeting.key === FIRST)?.released).toBe(false);
  });

  it("[OXT-81] remembers whom the meeting before asked, and in which seat", () => {
    expect(lead.planOf(SECOND).lastTime).toMatchObject([{ name: "Member", seat: "police" }]);
    expect(lead.planOf(FIRST).lastTime).toEqual([]);
  });
});
