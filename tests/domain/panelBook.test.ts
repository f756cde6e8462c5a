import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { InviteId } from "../../src/domain/ids.ts";
import {
  emptyPanelBook,
  foldPanelBook,
  type PanelBook,
  profileKey,
  settingKey,
  FOLLOW_THROUGH,
} from "../../src/domain/panelBook.ts";
import type { PanelRecord, Stamped } from "../../src/domain/records/record.ts";
import { deviceId, entryId, makeStamper, userId } from "./stamped.ts";

const invite = "AAAAAAAAAAAAAAAAAAAAAA" as InviteId;
const name = fc.constantFrom("a", "b", "__proto__");
const record: fc.Arbitrary<PanelRecord> = fc.oneof(
  fc.record({ type: fc.constant("partnership" as const), name, demonstration: fc.boolean() }),
  fc.record({
    type: fc.constant("profile" as const),
    user: fc.nat(2).map(userId),
    name,
    agency: name,
    position: name,
  }),
  fc.record({
    type: fc.constant("profile" as const),
    invite: fc.constant(invite),
    name,
    agency: name,
    position: name,
  }),
  fc.record({ type: fc.constant("definition" as const), definition: fc.record({ id: name, version: name }) }),
  fc.record({
    type: fc.constant("meeting-date" as const),
    key: name,
    definition: name,
    date: fc.constantFrom("2026-11-26", "2026-12-03"),
    start: fc.constant("10:00"),
    cancelled: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("panel-settings" as const),
    definition: name,
    values: fc.array(fc.record({ key: name, value: name }), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({
    type: fc.constant("named-day" as const),
    date: fc.constantFrom("2026-11-26", "2026-12-03"),
    name,
    worked: fc.boolean(),
  }),
  fc.record({
    type: fc.constant("panel-filed" as const),
    definition: name,
    kind: name,
    values: fc.array(fc.record({ field: name, value: name }), { minLength: 1, maxLength: 2 }),
    on: fc.constant("2026-11-26" as CalendarDate),
  }),
  fc.record({
    type: fc.constant("report-exported" as const),
    definition: name,
    from: fc.constant("2026-04-01" as CalendarDate),
    to: fc.constant("2027-03-31" as CalendarDate),
    document: fc.constantFrom("other", FOLLOW_THROUGH),
    how: fc.constantFrom("download", "print"),
  }),
);
const plan = fc
  .array(fc.tuple(record, fc.nat(3), fc.nat(2)), { maxLength: 12 })
  .map((items) =>
    items.map(([value, ms, who], i): Stamped<PanelRecord> => ({
      id: entryId(i),
      author: userId(who),
      device: deviceId(who),
      roles: who === 2 ? [] : ["coordinator"],
      at: { ms, counter: 0 },
      record: value,
    })),
  )
  .chain((records) =>
    fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }), fc.nat(12)),
  );

describe("the panel's book", () => {
  it("is the same from the same records in any order, any batches, each however often, packed between or not", () => {
    fc.assert(
      fc.property(plan, ([records, others, cut]) => {
        const whole = foldPanelBook(emptyPanelBook, records);
        const first = foldPanelBook(emptyPanelBook, others.slice(0, cut));
        expect(foldPanelBook(first, others.slice(cut))).toEqual(whole);
        expect(foldPanelBook(whole, others)).toEqual(whole);
        const packed = JSON.parse(JSON.stringify(first)) as PanelBook;
        expect(JSON.parse(JSON.stringify(sorted(foldPanelBook(packed, others.slice(cut)))))).toEqual(
          JSON.parse(JSON.stringify(sorted(whole))),
        );
      }),
      { numRuns: 500 },
    );
  });

  it("knows a person by the newest profile, and an invited one by their invite", () => {
    const stamp = makeStamper();
    const profile = (of: object, called: string) =>
      stamp({ type: "profile", ...of, name: called, agency: "A", position: "P" } as PanelRecord);
    const book = foldPanelBook(emptyPanelBook, [
      profile({ user: userId(1) }, "old"),
      profile({ user: userId(1) }, "new"),
      profile({ invite }, "invited"),
      profile({}, "nobody"),
    ]);
    expect(book.profiles[profileKey({ user: userId(1) })]?.value.name).toBe("new");
    expect(book.profiles[profileKey({ invite })]?.value.name).toBe("invited");
    expect(Object.keys(book.profiles)).toHaveLength(2);
  });

  it("[ASH-74] keeps the last word on each setting, whoever filled in the others", () => {
    const stamp = makeStamper();
    const settings = (values: Record<string, string>) =>
      stamp({
        type: "panel-settings",
        definition: "d",
        values: Object.entries(values).map(([key, value]) => ({ key, value })),
      } as PanelRecord);
    const records = [settings({ mailbox: "old", telephone: "1" }), settings({ mailbox: "new" })];
    const book = foldPanelBook(emptyPanelBook, records.toReversed());
    expect(book.settings[settingKey("d", "mailbox")]?.value).toBe("new");
    expect(book.settings[settingKey("d", "telephone")]?.value).toBe("1");
  });

  it("[HER-40] [OXT-04] keeps every line of the logs about the panel, of those who lead", () => {
    const stamp = makeStamper();
    const filed = (says: string) =>
      ({
        type: "panel-filed",
        definition: "d",
        kind: "rota",
        values: [{ field: "chair", value: says }],
        on: "2026-11-26" as CalendarDate,
      }) as const;
    const records = [
      stamp(filed("first")),
      stamp(filed("second")),
      stamp(filed("not theirs"), { who: 2, roles: ["member"] }),
    ];
    const book = foldPanelBook(emptyPanelBook, records.toReversed());
    expect(book.filed.map(({ record }) => record.values[0]?.value)).toEqual(["first", "second"]);
  });

  it("keeps a meeting that was called off, and one moved, under one key", () => {
    const stamp = makeStamper();
    const meeting = (date: string, cancelled: boolean) =>
      stamp({
        type: "meeting-date",
        key: "k",
        definition: "d",
        date,
        start: "10:00",
        cancelled,
      } as PanelRecord);
    const book = foldPanelBook(emptyPanelBook, [meeting("2026-11-26", false), meeting("2026-12-03", true)]);
    expect(book.meetings.k?.value).toMatchObject({ date: "2026-12-03", cancelled: true });
    expect(book.entries).toHaveLength(2);
  });

  it("[ASH-10] keeps why a meeting was moved, and the day it was first set for", () => {
    const stamp = makeStamper();
    const meeting = { type: "meeting-date", key: "k", definition: "d", start: "10:00" };
    const records = [
      stamp({ ...meeting, date: "2026-11-26" } as PanelRecord),
      stamp({ ...meeting, date: "2026-12-03", movedFrom: "2026-11-26", reason: "Snow" } as PanelRecord),
    ];
    const book = foldPanelBook(emptyPanelBook, records.toReversed());
    expect(book.meetings.k?.value).toMatchObject({ movedFrom: "2026-11-26", reason: "Snow" });
  });

  it("passes over a definition without an id, and keeps one from a newer version whole", () => {
    const stamp = makeStamper();
    const of = (definition: unknown) => stamp({ type: "definition", definition } as PanelRecord);
    const book = foldPanelBook(emptyPanelBook, [
      of(null),
      of({}),
      of({ id: 7 }),
      of({ id: "x", version: "1", later: { kept: 1 } }),
    ]);
    expect(Object.keys(book.definitions)).toEqual(["x"]);
    expect(book.definitions.x?.value).toEqual({ id: "x", version: "1", later: { kept: 1 } });
  });
});

/** Tables as lists, so that the order of their keys does not count. */
function sorted(book: PanelBook): unknown {
  const list = (table: object) => Object.entries(table).toSorted(([a], [b]) => (a < b ? -1 : 1));
  const { partnership, profiles, definitions, meetings, entries } = book;
  return [partnership, list(profiles), list(definitions), list(meetings), entries];
}

describe("what counts in the panel’s book", () => {
  const stamp = makeStamper();

  it("is a co-ordinator’s to say; a member may say only who they themselves are", () => {
    const book = foldPanelBook(emptyPanelBook, [
      stamp<PanelRecord>(
        { type: "partnership", name: "Taken over", demonstration: true },
        { who: 5, roles: [] },
      ),
      stamp<PanelRecord>({ type: "definition", definition: { id: "ours" } }, { who: 5, roles: [] }),
      stamp<PanelRecord>(
        { type: "profile", user: userId(6), name: "Impostor", agency: "a", position: "p" },
        { who: 5, roles: [] },
      ),
      stamp<PanelRecord>(
        { type: "profile", user: userId(5), name: "Myself", agency: "a", position: "p" },
        { who: 5, roles: [] },
      ),
    ]);
    expect(book.partnership).toBeUndefined();
    expect(Object.keys(book.definitions)).toEqual([]);
    expect(Object.keys(book.profiles)).toEqual([`user/${userId(5)}`]);
    expect(book.entries).toHaveLength(4);
  });
});
