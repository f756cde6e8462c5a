/** Copies of minutes from two devices that cannot hear of each other: what stands on a paper names one line of the register. */
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ensure } from "../../demo/ensure.ts";
import { attendeeOf } from "../../src/app/meetingTypes.ts";
import type { OpenSession } from "../../src/app/session.ts";
import type { ItemId, ScopeId } from "../../src/domain/ids.ts";
import { copyName, type CopyOf } from "../../src/forms/minutes/printed.ts";
import { questionPath } from "../../src/forms/answers.ts";
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { Device, enrol, until } from "../support/device.ts";
import { secretOf, startTestServer, type TestServer } from "../support/server.ts";

const KEY = "oxfordshire-2099-01-14";
const profile = (name: string) => ({ name, agency: "Made-up agency", position: "Worker" });

describe("copies of minutes", () => {
  let server: TestServer;
  let chair: OpenSession;
  let clerk: OpenSession;
  let scope: ScopeId;
  const devices: Device[] = [];

  const nextOf = (session: OpenSession, reader: string): CopyOf => {
    const copy = session.nextCopy(KEY, reader);
    if (!copy) throw new Error("no copy");
    return copy;
  };
  const wordsOf = (copy: CopyOf): string => `(copy ${copyName(copy.number, copy.mark)}, for ${copy.reader})`;
  const register = (session: OpenSession): readonly string[] =>
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
    ensure(
      await chair.setMeetingDate({ key: KEY, definition: "oxfordshire", date: "2099-01-14", start: "10:00" }),
    );
    const answers = new Map([[questionPath("child", "name"), "Child One"]]);
    scope = ensure(await chair.startReferral("oxfordshire", answers));
    ensure(await chair.beginMeeting(KEY));
    const { user } = clerk.me.value;
    const item = { item: chair.newId<ItemId>(), kind: "newCase", order: 0, case: scope, reference: "OXF-1A" };
    ensure(
      await chair.noteMeeting(KEY, [
        { type: "agenda-item", ...item },
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
      session.recordExport(scope, "download", "minutes", undefined, copy);
    ensure(await record(chair, theirs));
    ensure(await record(clerk, ours));
    for (const session of [chair, clerk, chair, clerk]) await session.syncNow();
    for (const session of [chair, clerk]) {
      const lines = await until("both in the register", () => {
        const found = register(session);
        return found.length === 2 && found;
      });
      for (const copy of [theirs, ours])
        expect(lines.filter((line) => line.includes(wordsOf(copy)))).toHaveLength(1);
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
    expect(chair.nextCopy(KEY, "  ")).toBeUndefined();
  });

  it("that were recorded before there were marks keep their number alone", () => {
    expect(copyName(3, undefined)).toBe("3");
  });
});
