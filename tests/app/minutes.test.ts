/** Minutes between devices: signed by the chair, read by members and a guest, amended, and tampered with. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { attendeeOf } from "../../src/app/meetingTypes.ts";
import { minutesSource, type Signing } from "../../src/app/minutesTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { ofType } from "../../src/domain/happened.ts";
import type { EntryId, ItemId, ScopeId, UserId } from "../../src/domain/ids.ts";
import {
  accuracyOf,
  currentMinutes,
  openDraft,
  receiptsOf,
  signedMinutes,
} from "../../src/domain/meeting/minutes.ts";
import { exportsOf } from "../../src/domain/meeting/register.ts";
import { questionPath } from "../../src/forms/answers.ts";
import { composeCase } from "../../src/forms/minutes/caseMinutes.ts";
import { composeMeeting } from "../../src/forms/minutes/meetingMinutes.ts";
import hertfordshire from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { type Device, Device as NewDevice, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });
const done = { ok: true, value: undefined };
const KEY = "oxfordshire-2099-01-14";
const FREE = "hertfordshire-2099-01-15";
const NOT_ALLOWED = { ok: false, problem: { kind: "not-allowed" } };

describe("minutes", () => {
  let server: TestServer;
  let chair: OpenSession;
  let clerk: OpenSession;
  let member: OpenSession;
  let guest: OpenSession;
  let worker: OpenSession;
  const devices: Device[] = [];
  const scopes: ScopeId[] = [];
  let items: ItemId[] = [];

  const all = () => [chair, clerk, member, guest, worker];
  const view = (session: OpenSession, key = KEY) => {
    const found = session.watchMeeting(key).view.value;
    if (!found) throw new Error("no meeting");
    return found;
  };
  const carry = async () => {
    for (const session of [...all(), ...all()]) await session.syncNow();
  };
  const signing = (session: OpenSession, parts: Partial<Signing> = {}, key = KEY): Signing => {
    const source = minutesSource(view(session, key));
    return {
      minutes: composeMeeting(source),
      cases: source.agenda.flatMap((item) => {
        const minutes = composeCase(source, item);
        return item.case && minutes ? [{ item: item.item, case: item.case, minutes }] : [];
      }),
      name: "Chair",
      position: "Worker",
      how: "typed",
      signature: undefined,
      meaning: "A true record.",
      amends: undefined,
      reason: "",
      ...parts,
    };
  };
  const current = (session: OpenSession) => currentMinutes(view(session).file);
  const readBy = (session: OpenSession, entry = current(session)?.entry as EntryId) =>
    session.readMinutes(KEY, entry);

  beforeAll(async () => {
    server = await startTestServer();
    const device = new NewDevice(server.url);
    devices.push(device);
    chair = await device.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Chair"));
    for (const panel of [oxfordshire, hertfordshire])
      expect(await chair.adoptDefinition(panel)).toEqual(done);
    for (const [name, role] of [
      ["Minnie", "minutes"],
      ["Member", "member"],
      ["Guest", "member"],
      ["Worker", "referrer"],
    ] as const)
      devices.push(await enrol(chair, server.url, profile(name), [role]));
    [clerk, member, guest, worker] = devices.slice(1).map((each) => each.session as OpenSession) as [
      OpenSession,
      OpenSession,
      OpenSession,
      OpenSession,
    ];
    for (const [key, definition, date] of [
      [KEY, "oxfordshire", "2099-01-14"],
      [FREE, "hertfordshire", "2099-01-15"],
    ] as const)
      expect(await chair.setMeetingDate({ key, definition, date, start: "10:00" })).toEqual(done);
    for (const name of ["Child One", "Child Two"]) {
      const answers = new Map([[questionPath("child", "name"), name]]);
      const started = await chair.startReferral("oxfordshire", answers);
      if (!started.ok) throw new Error(started.problem.kind);
      scopes.push(started.value);
    }
    // Whoever works with the second child may read that case, and was not asked to the meeting.
    await carry();
    expect(await chair.share(scopes[1] as ScopeId, worker.me.value.user, "contribute")).toEqual(done);
    expect(await chair.beginMeeting(KEY)).toEqual(done);
    items = [chair.newId<ItemId>(), chair.newId<ItemId>()];
    expect(
      await chair.noteMeeting(KEY, [
        ...items.map((item, at) => ({
          type: "agenda-item" as const,
          item,
          kind: "newCase",
          order: at,
          case: scopes[at] as ScopeId,
          reference: `OXF-${at + 1}A`,
        })),
        ...[chair, member, guest].map(({ me }, at) => ({
          type: "invited" as const,
          attendee: attendeeOf(me.value.user),
          user: me.value.user,
          name: ["Chair", "Member", "Guest"][at] ?? "",
          items: at === 2 ? [items[1] as ItemId] : [],
        })),
        ...[chair, member, guest].map(({ me }) => ({
          type: "attended" as const,
          attendee: attendeeOf(me.value.user),
          present: true,
        })),
      ]),
    ).toEqual(done);
    for (const [at, scope] of scopes.entries()) {
      expect(
        await chair.noteCase(scope, [
          { type: "minuted", meeting: KEY, changes: [{ path: "discussion", value: `Talk ${at + 1}` }] },
          { type: "decided", meeting: KEY, decision: "recommendations", reason: "" },
        ]),
      ).toEqual(done);
    }
    expect(await chair.releaseMeeting(KEY, { what: "papers", note: "", others: [] })).toEqual(done);
    await carry();
    await until("the papers", () => view(member).cases.size === 2 && view(guest).cases.size === 1);
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  it("go round as a draft, and each who was there says whether it is right; the last word counts", async () => {
    const minutes = JSON.stringify(signing(clerk).minutes);
    expect(await clerk.noteMeeting(KEY, [{ type: "minutes-drafted", minutes }])).toEqual(done);
    await carry();
    const draft = await until("the draft", () => openDraft(view(member).file));
    const say = (right: boolean, words: string) =>
      member.noteMeeting(KEY, [{ type: "accuracy", draft: draft.entry, right, words }]);
    await say(false, "I was not there at first.");
    await say(true, "");
    await carry();
    await until("the answer", () => accuracyOf(view(clerk).file, draft)[0]?.record.right);
    expect(accuracyOf(view(clerk).file, draft)).toHaveLength(1);
  });

  it("[OXT-85] [GAP-18] are signed by the chair, not by a minute taker or a member, and not published unsigned", async () => {
    expect(await clerk.signMinutes(KEY, signing(clerk))).toEqual(NOT_ALLOWED);
    expect(await member.signMinutes(KEY, signing(member))).toEqual(NOT_ALLOWED);
    expect(await chair.signMinutes(KEY, signing(chair, { how: "none" }))).toEqual(NOT_ALLOWED);
    const drawn = { width: 10, height: 10, strokes: [[1, 1, 9, 9]] };
    expect(await chair.signMinutes(KEY, signing(chair, { how: "drawn", signature: drawn }))).toEqual(done);
    expect(openDraft(view(chair).file)).toBeUndefined();
    await carry();
    await until("the signature", () => current(member)?.record.signature);
    expect(member.meetings.value.find(({ meeting }) => meeting.key === KEY)?.signed).toBe(true);
  });

  it("say on another device that everything shown is what was signed", async () => {
    const read = await readBy(member);
    expect(read?.right).toBe(true);
    expect(read?.cases.map(({ state }) => state)).toEqual(["right", "right"]);
    expect(JSON.stringify(read?.cases[0]?.minutes)).toContain("Talk 1");
    expect(read?.proof?.words).toHaveLength(8);
  });

  it("[OXT-29] show a guest the meeting and their own case alone", async () => {
    const read = await readBy(guest);
    expect(read?.right).toBe(true);
    expect(read?.cases.map(({ state }) => state)).toEqual(["away", "right"]);
    expect(JSON.stringify(read)).not.toContain("Child One");
    expect(JSON.stringify(read)).toContain("Talk 2");
    // The same record under the same signature, whoever reads it.
    expect(read?.proof).toEqual((await readBy(chair))?.proof);
  });

  it("[OXT-88] [HAR-66] reach the key worker, who says by reading that they have them", async () => {
    expect(() => view(worker)).not.toThrow();
    expect(view(worker).begun).toBe(false);
    const also = [worker.me.value.user, "nobody" as UserId];
    expect(await chair.releaseMeeting(KEY, { what: "minutes", note: "", others: [], also })).toEqual(done);
    await carry();
    await until("the minutes", () => current(worker));
    expect((await readBy(worker))?.cases.map(({ state }) => state)).toEqual(["away", "right"]);
    expect(await worker.noteMeeting(KEY, [{ type: "meeting-read", what: "minutes" }])).toEqual(done);
    await carry();
    const read = await until("the receipt", () => receiptsOf(view(chair).file)[0]);
    expect(read).toMatchObject({ user: worker.me.value.user, superseded: false });
  });

  it("are amended with a reason, and the earlier ones stay as they were, superseded", async () => {
    const before = current(chair);
    await chair.noteCase(scopes[0] as ScopeId, [
      { type: "minuted", meeting: KEY, changes: [{ path: "discussion", value: "Talk 1, put right" }] },
    ]);
    const amends = before?.entry;
    expect(await chair.signMinutes(KEY, signing(chair, { amends, reason: "A wrong word." }))).toEqual(done);
    await carry();
    await until("the amendment", () => signedMinutes(view(member).file).length === 2);
    expect(current(member)?.record).toMatchObject({ amends, reason: "A wrong word." });
    const [old, now] = [await readBy(member, amends), await readBy(member)];
    expect([old?.right, now?.right]).toEqual([true, true]);
    expect(JSON.stringify(old?.cases[0]?.minutes)).not.toContain("put right");
    expect(JSON.stringify(now?.cases[0]?.minutes)).toContain("put right");
    expect(receiptsOf(view(member).file)[0]).toMatchObject({ superseded: true });
  });

  it("that differ by one byte from what was signed are noticed, of the meeting and of a case", async () => {
    const { record } = current(chair) ?? {};
    if (!record) throw new Error("not signed");
    const moved = {
      ...record,
      minutes: record.minutes.replace("10:00", "10:01"),
      on: record.on as CalendarDate,
    };
    expect(moved.minutes).not.toBe(record.minutes);
    const forge = async (forged: object): Promise<EntryId> => {
      expect(await chair.noteMeeting(KEY, [{ ...record, ...forged } as never])).toEqual(done);
      return current(chair)?.entry as EntryId;
    };
    expect((await readBy(chair, await forge(moved)))?.right).toBe(false);
    const swapped = { cases: record.cases.toReversed() };
    expect((await readBy(chair, await forge(swapped)))?.right).toBe(false);
    // Words that the hash does not name, and the signature does: who signed them.
    const other = await forge({ name: "Somebody else" });
    expect(await readBy(chair, other)).toMatchObject({ right: false, proof: undefined });

    // A member may write in the case: a text of their own under the chair's hash.
    const [named] = record.cases;
    const texts = () =>
      ofType(view(chair).cases.get(scopes[0] as ScopeId)?.file.discussion ?? [], "case-minutes");
    const right = texts().find((each) => each.record.hash === named?.hash)?.record.minutes ?? "";
    const claim = (hash: string) => ({
      type: "case-minutes" as const,
      meeting: KEY,
      minutes: right.replace("put right", "put Right"),
      hash,
    });
    expect(await chair.noteCase(scopes[0] as ScopeId, [claim(named?.hash ?? "")])).toEqual(done);
    const entry = await forge({});
    expect((await readBy(chair, entry))?.cases[0]?.state).toBe("right");
    const otherHash = `${named?.hash.slice(0, -1)}${named?.hash.endsWith("A") ? "E" : "A"}`;
    expect(await chair.noteCase(scopes[0] as ScopeId, [claim(otherHash)])).toEqual(done);
    const claimed = await forge({ cases: [{ ...named, hash: otherHash }, ...record.cases.slice(1)] });
    const read = await readBy(chair, claimed);
    expect([read?.right, read?.cases[0]?.state]).toEqual([false, "changed"]);
  });

  it("[GAP-18] are published without a signature where the panel asks for none", async () => {
    expect(await chair.beginMeeting(FREE)).toEqual(done);
    expect(await chair.signMinutes(FREE, signing(chair, { how: "none" }, FREE))).toEqual(done);
    const signed = currentMinutes(view(chair, FREE).file);
    expect(signed?.record).toMatchObject({ unsigned: true, cases: [] });
    expect((await chair.readMinutes(FREE, signed?.entry as EntryId))?.right).toBe(true);
  });

  it("leave a mark in the meeting, and in each case that they show, when a copy leaves the app", async () => {
    const signed = current(guest)?.entry as EntryId;
    expect(await guest.recordMinutes(KEY, signed, { how: "download" })).toEqual(done);
    await carry();
    const mark = await until("the mark", () => exportsOf(view(chair).file).at(-1));
    expect(mark).toMatchObject({
      author: guest.me.value.user,
      record: { document: "minutes", minutes: signed },
    });
    const [first, second] = scopes.map((scope) => view(chair).cases.get(scope)?.file.exports.at(-1)?.record);
    expect([first, second?.document]).toEqual([undefined, "minutes"]);
  });

  it("leave none where no meeting was begun", async () => {
    expect(await chair.recordMinutes("oxfordshire-2098-01-01", "x" as EntryId, { how: "print" })).toEqual(
      NOT_ALLOWED,
    );
  });
});
