/**
 * Copies of a meeting's documents from two devices that cannot hear of each other: what stands on a paper names one line
 * of the register, which is the meeting's own and has a line of every document, cases or not.
 */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import { attendeeOf } from "../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { EntryId, ItemId, ScopeId } from "../../src/domain/ids.ts";
import { exportsOf, type MeetingDocument } from "../../src/domain/meeting/register.ts";
import { copyName, type CopyOf } from "../../src/forms/copyOf.ts";
import { questionPath } from "../../src/forms/answers.ts";
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const KEY = "oxfordshire-2099-01-14";
/** A meeting without a case. */
const OTHER = "oxfordshire-2099-02-11";
const SIGNED = "AAAAAAAAAAAAAAAAAAAAAA" as EntryId;
const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });

describe("copies", () => {
  let server: TestServer;
  let chair: OpenSession;
  let clerk: OpenSession;
  let scope: ScopeId;
  let item: ItemId;
  const devices: Device[] = [];

  const nextOf = (
    session: OpenSession,
    reader: string,
    document: MeetingDocument = "minutes",
    key = KEY,
  ): CopyOf => {
    const copy = session.nextCopy(key, document, reader);
    if (!copy) throw new Error("no copy");
    return copy;
  };
  const registerOf = (session: OpenSession, key = KEY) => {
    const file = session.watchMeeting(key).view.value?.file;
    return file ? exportsOf(file) : [];
  };
  const carry = async () => {
    for (const session of [chair, clerk, chair, clerk]) await session.syncNow();
  };
  const wordsOf = (copy: CopyOf): string => `(copy ${copyName(copy.number, copy.mark)}, for ${copy.reader})`;
  const history = (session: OpenSession): readonly string[] =>
    (session.watchCase(scope).view.value?.history ?? [])
      .map(({ what }) => what)
      .filter((what) => what.includes("(copy "));

  beforeAll(async () => {
    server = await startTestServer();
    const first = new Device(server.url);
    devices.push(first);
    chair = await first.foundWith(secretOf(server.setupLink ?? ""), "Testshire", profile("Chair"));
    ensure(await chair.adoptDefinition(oxfordshire));
    devices.push(await enrol(chair, server.url, profile("Minnie"), ["minutes"]));
    clerk = devices[1]?.session as OpenSession;
    for (const [key, date] of [
      [KEY, "2099-01-14"],
      [OTHER, "2099-02-11"],
    ] as const)
      ensure(await chair.setMeetingDate({ key, definition: "oxfordshire", date, start: "10:00" }));
    const answers = new Map([[questionPath("child", "name"), "Child One"]]);
    scope = ensure(await chair.startReferral("oxfordshire", answers));
    for (const key of [KEY, OTHER]) ensure(await chair.beginMeeting(key));
    const { user } = clerk.me.value;
    item = chair.newId<ItemId>();
    const onAgenda = { item, kind: "newCase", order: 0, case: scope, reference: "OXF-1A" };
    ensure(
      await chair.noteMeeting(KEY, [
        { type: "agenda-item", ...onAgenda },
        { type: "invited", attendee: attendeeOf(user), user, name: "Minnie", items: [] },
      ]),
    );
    ensure(await chair.releaseMeeting(KEY, { what: "papers", note: "", others: [] }));
    await chair.syncNow();
    await clerk.syncNow();
    await until("the case", () => clerk.watchMeeting(KEY).view.value?.cases.has(scope));
  });

  afterAll(async () => {
    for (const device of devices) await device.close();
    await server.close();
  });

  it("made at once on two devices have one number, and two names that both registers then hold", async () => {
    const [theirs, ours] = [nextOf(chair, "Member One"), nextOf(clerk, "Member Two")];
    expect([theirs.number, ours.number]).toEqual([1, 1]);
    const record = (session: OpenSession, copy: CopyOf) =>
      session.recordMinutes(KEY, SIGNED, { how: "download", copy });
    ensure(await record(chair, theirs));
    ensure(await record(clerk, ours));
    await carry();
    for (const session of [chair, clerk]) {
      await until("both in the register", () => registerOf(session).length === 2);
      const lines = await until("both in the history", () => {
        const found = history(session);
        return found.length === 2 && found;
      });
      for (const copy of [theirs, ours]) {
        expect(lines.filter((line) => line.includes(wordsOf(copy)))).toHaveLength(1);
        const { number, mark, reader } = copy;
        const said = { copy: number, copyMark: mark, reader, minutes: SIGNED, how: "download" };
        expect(registerOf(session).filter(({ record: { copyMark } }) => copyMark === mark)).toMatchObject([
          { record: said },
        ]);
      }
      expect(nextOf(session, "Member Three").number).toBe(2);
    }
    // What is on the paper leads to one line even where nobody can read the reader's name any more.
    expect(copyName(theirs.number, theirs.mark)).not.toBe(copyName(ours.number, ours.mark));
  });

  it("made in two windows of one device before either has left the app are told apart", () => {
    const [one, other] = [nextOf(chair, "Member Four"), nextOf(chair, "Member Four")];
    expect(one.number).toBe(other.number);
    expect(one.mark).not.toBe(other.mark);
    for (const { mark } of [one, other]) expect(mark).toMatch(/^[0-9A-HJKMNP-TV-Z]{4}$/);
  });

  it("that name nobody have none", () => {
    expect(chair.nextCopy(KEY, "minutes", "  ")).toBeUndefined();
  });

  it("[ASH-95] of agenda and papers are numbered for themselves, in the register and in each case that is in them", async () => {
    const copy = nextOf(clerk, "Member Two", "pack");
    expect(copy.number).toBe(1);
    const pack = { items: [item], withPapers: true, copy };
    ensure(await clerk.recordPack(KEY, pack, { how: "print" }));
    ensure(await clerk.recordPack(KEY, { ...pack, items: [], copy: undefined }, { how: "print" }));
    await carry();
    const lines = await until("them in the register", () => {
      const found = registerOf(chair).filter(({ record }) => record.document === "pack");
      return found.length === 2 && found;
    });
    expect(lines.map(({ record }) => [record.copyMark, record.reader, record.how])).toEqual([
      [copy.mark, "Member Two", "print"],
      [undefined, undefined, "print"],
    ]);
    expect(lines[0]?.author).toBe(clerk.me.value.user);
    const told = history(chair).filter((line) => line.startsWith("printed the agenda and papers"));
    expect(told).toEqual([`printed the agenda and papers of a meeting ${wordsOf(copy)}`]);
    expect(nextOf(chair, "Member Five", "pack").number).toBe(2);
  });

  it("[ASH-95] of a meeting without a case leave their mark too, and are numbered from one again", async () => {
    const copy = nextOf(chair, "Member One", "minutes", OTHER);
    expect(copy.number).toBe(1);
    const taken = { how: "share", protectedBy: "November 2026", copy } as const;
    ensure(await chair.recordMinutes(OTHER, SIGNED, taken));
    expect(registerOf(chair, OTHER)).toMatchObject([
      { record: { document: "minutes", how: "share", protectedBy: "November 2026", copy: 1 } },
    ]);
    expect(nextOf(chair, "Member Two", "minutes", OTHER).number).toBe(2);
  });

  it("name no case in the register, nor whom it is about", () => {
    const said = JSON.stringify(registerOf(chair).map(({ record }) => record));
    expect(said).toContain("Member Two");
    for (const secret of [scope, item, "OXF-1A", "Child"]) expect(said).not.toContain(secret);
  });

  it("that were recorded before there were marks keep their number alone", () => {
    expect(copyName(3, undefined)).toBe("3");
  });
});
