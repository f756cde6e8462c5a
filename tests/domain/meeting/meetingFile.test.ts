/** The fold of a meeting, and two scopes of one meeting read as one. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import { versionsOf } from "../../../src/domain/field.ts";
import type { AttendeeId, ItemId } from "../../../src/domain/ids.ts";
import { agendaOf, inviteesOf, readingsOf, releasesOf } from "../../../src/domain/meeting/agenda.ts";
import { attendeesOf, gateOf, openingOf, quorumOf, timesOf } from "../../../src/domain/meeting/attendance.ts";
import { emptyMeetingFile, foldMeeting, joinMeetings } from "../../../src/domain/meeting/meetingFile.ts";
import type { Role } from "../../../src/domain/roles.ts";
import type { MeetingRecord, Stamped } from "../../../src/domain/records/record.ts";
import { entryId, makeStamper, userId } from "../stamped.ts";

type Step = Stamped<MeetingRecord>;
const item = (number: number) => entryId(number) as string as ItemId;
const attendee = (number: number) => userId(number) as string as AttendeeId;
const fold = (records: readonly Step[]) => foldMeeting(emptyMeetingFile(), records);
const ON = "2026-11-26" as CalendarDate;

const record: fc.Arbitrary<MeetingRecord> = fc.oneof(
  fc.record({
    type: fc.constant("agenda-item" as const),
    item: fc.constantFrom(item(1), item(2)),
    order: fc.nat(5),
    removed: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("attended" as const),
    attendee: fc.constantFrom(attendee(1), attendee(2)),
    present: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("opening-done" as const),
    step: fc.constant("statement"),
    done: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("meeting-exported" as const),
    document: fc.constantFrom("minutes", "pack"),
    how: fc.constant("print"),
    copy: fc.integer({ min: 1, max: 9 }),
  }),
  fc.record({
    type: fc.constant("meeting-noted" as const),
    changes: fc.array(
      fc.record({
        path: fc.constantFrom("item/a", "__proto__"),
        value: fc.string({ maxLength: 4 }),
        replaces: fc.array(fc.nat(12).map(entryId), { maxLength: 2 }),
      }),
      { minLength: 1, maxLength: 2 },
    ),
  }),
);

/** Up to twelve records by two people, with stamps that may fall together. */
const records = fc
  .array(fc.tuple(record, fc.nat(3), fc.constantFrom(1, 2)), { maxLength: 12 })
  .map((made) => {
    const stamp = makeStamper();
    return made.map(([each, ms, who]) => stamp<MeetingRecord>(each, { ms, who }));
  });

describe("the fold of a meeting", () => {
  it("gives one file in any order, in any batches, however often each is seen", () => {
    fc.assert(
      fc.property(records, fc.nat(12), (all, cut) => {
        const once = fold(all);
        const turned = [...all].toReversed();
        const again = foldMeeting(foldMeeting(fold(turned.slice(0, cut)), turned), all);
        expect(again).toEqual(once);
      }),
    );
  });

  it("reads two scopes of one meeting as one, whichever comes first", () => {
    fc.assert(
      fc.property(records, fc.nat(12), (all, cut) => {
        const [a, b] = [fold(all.slice(0, cut)), fold(all.slice(cut))];
        expect(joinMeetings([a, b])).toEqual(joinMeetings([b, a]));
        expect(joinMeetings([a, b])).toEqual(fold(all));
      }),
    );
  });
});

describe("an agenda", () => {
  const stamp = makeStamper();

  it("[ASH-79] stands in its order, with the last word on each point, and marks what came after it went out", () => {
    const said = (parts: object) => stamp({ type: "agenda-item", ...parts } as MeetingRecord);
    const file = fold([
      said({ item: item(1), kind: "newCase", order: 1, minutes: 20 }),
      said({ item: item(2), kind: "business", title: "Winter beds", order: 2 }),
      said({ item: item(1), order: 3 }),
      stamp({
        type: "released",
        what: "agenda",
        items: [item(1), item(2)],
        to: [userId(1)],
      } as MeetingRecord),
      said({ item: item(3), kind: "newCase", order: 0.5 }),
      said({ item: item(4), kind: "newCase", order: 9 }),
      said({ item: item(4), removed: true }),
    ]);
    expect(
      agendaOf(file).map(({ item: id, minutes, supplementary }) => [id, minutes, supplementary]),
    ).toEqual([
      [item(3), undefined, true],
      [item(2), undefined, false],
      [item(1), 20, false],
    ]);
    expect(releasesOf(file)).toHaveLength(1);
  });

  it("is made by those who write for the panel, and by nobody else", () => {
    const parts = { type: "agenda-item", item: item(1), kind: "newCase", order: 1 } as MeetingRecord;
    expect(agendaOf(fold([stamp(parts, { roles: [] })]))).toEqual([]);
    expect(agendaOf(fold([stamp(parts, { roles: ["minutes"] })]))).toHaveLength(1);
  });
});

describe("those who come", () => {
  const stamp = makeStamper();
  const invite = (who: number) =>
    stamp({
      type: "invited",
      attendee: attendee(who),
      user: userId(who),
      name: `Person ${who}`,
    } as MeetingRecord);

  it("speak for themselves, and for nobody else", () => {
    const sorry = (who: number, by: number) =>
      stamp({ type: "apologies", attendee: attendee(who), absent: true } as MeetingRecord, {
        who: by,
        roles: [],
      });
    const file = fold([invite(2), invite(3), sorry(2, 2), sorry(3, 2)]);
    expect(attendeesOf(file).map(({ apologies }) => apologies !== undefined)).toEqual([true, false]);
    expect(inviteesOf(file).map(({ name }) => name)).toEqual(["Person 2", "Person 3"]);
  });

  it("may come after all", () => {
    const say = (absent: boolean) =>
      stamp({ type: "apologies", attendee: attendee(2), absent } as MeetingRecord, { who: 2, roles: [] });
    expect(attendeesOf(fold([invite(2), say(true), say(false)]))[0]?.apologies).toBeUndefined();
  });
});

describe("the gate before the first case", () => {
  const rules = { gates: ["attendance", "statement"], declarationVersion: "1" };
  const stamp = makeStamper();
  const step = (key: string, done = true) =>
    stamp({ type: "opening-done", step: key, done } as MeetingRecord);
  const signed = (who: number, version = "1") =>
    stamp(
      {
        type: "declared",
        attendee: attendee(who),
        declarationVersion: version,
        name: `Person ${who}`,
        how: "typed",
        on: ON,
        passed: true,
      } as MeetingRecord,
      { who: 1 },
    );
  const there = (who: number) => [
    stamp({ type: "invited", attendee: attendee(who), name: `Person ${who}` } as MeetingRecord),
    stamp({ type: "attended", attendee: attendee(who), present: true } as MeetingRecord),
  ];
  const base = [...there(2), ...there(3), step("attendance"), step("statement"), signed(2)];

  it("[ASH-89] [ASH-102] opens once every step is done and everybody there has signed", () => {
    expect(gateOf(fold(base), rules)).toMatchObject({ open: false, missing: [] });
    expect(gateOf(fold(base), rules).unsigned.map(({ name }) => name)).toEqual(["Person 3"]);
    expect(gateOf(fold([...base, signed(3)]), rules)).toEqual({ open: true, missing: [], unsigned: [] });
  });

  it("closes again when a step is taken back, somebody comes in, or the terms are other ones", () => {
    const open = [...base, signed(3)];
    expect(gateOf(fold([...open, step("statement", false)]), rules).missing).toEqual(["statement"]);
    expect(gateOf(fold([...open, ...there(4)]), rules).open).toBe(false);
    expect(gateOf(fold(open), { ...rules, declarationVersion: "2" }).unsigned).toHaveLength(2);
    expect(openingOf(fold([...open, step("statement", false)])).has("statement")).toBe(false);
  });

  it("stands open where the panel’s papers ask for nothing", () => {
    expect(gateOf(fold([]), { gates: [], declarationVersion: undefined }).open).toBe(true);
  });
});

describe("what people say of the whole", () => {
  const stamp = makeStamper();

  it("[HER-41] takes the chair’s last word on whether an item has enough agencies", () => {
    const quorum = (met: boolean, roles: readonly Role[]) =>
      stamp({ type: "quorum", item: item(1), met } as MeetingRecord, { roles });
    const file = fold([quorum(false, ["chair"]), quorum(true, ["chair"]), quorum(false, [])]);
    expect(quorumOf(file, item(1))?.record.met).toBe(true);
    expect(quorumOf(file, item(2))).toBeUndefined();
  });

  it("[OXT-30] knows who has read what, each at their latest", () => {
    const read = (who: number, ms: number) =>
      stamp({ type: "meeting-read", what: "papers" } as MeetingRecord, { who, ms, roles: [] });
    expect(readingsOf(fold([read(2, 1_000), read(3, 2_000), read(2, 3_000)]))).toEqual([
      { user: userId(2), what: "papers", atMs: 3_000 },
      { user: userId(3), what: "papers", atMs: 2_000 },
    ]);
  });
});

describe("the time an item takes", () => {
  const stamp = makeStamper();
  const timed = (number: number, now: "started" | "ended", ms: number) =>
    stamp({ type: "item-timed", item: item(number), now } as MeetingRecord, { ms });

  it("[ASH-09] adds up, and beginning one ends the one before", () => {
    const file = fold([
      timed(1, "started", 1_000),
      timed(2, "started", 61_000),
      timed(2, "ended", 91_000),
      timed(1, "started", 100_000),
    ]);
    expect(Object.fromEntries(timesOf(file))).toEqual({
      [item(1)]: { spentMs: 60_000, runningSinceMs: 100_000 },
      [item(2)]: { spentMs: 30_000, runningSinceMs: undefined },
    });
  });

  it("keeps notes of two people who had not seen each other", () => {
    const noted = (text: string, who: number) =>
      stamp(
        { type: "meeting-noted", changes: [{ path: "item/a", value: text, replaces: [] }] } as MeetingRecord,
        { who },
      );
    const file = fold([noted("one", 1), noted("two", 2)]);
    expect(versionsOf(file.notes["item/a"]).map(({ value }) => value)).toEqual(["two", "one"]);
  });
});
