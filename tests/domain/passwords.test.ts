import * as fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { EntryId } from "../../src/domain/ids.ts";
import { londonMs } from "../../src/domain/londonTime.ts";
import {
  currentPassword,
  emptyPasswordFile,
  foldPasswords,
  monthAfter,
  passwordStanding,
  type PasswordFile,
  registerOf,
} from "../../src/domain/passwords.ts";
import { checkRecord, type PasswordRecord } from "../../src/domain/records/record.ts";
import { entryId, makeStamper, userId } from "./stamped.ts";

const day = (text: string) => text as CalendarDate;
const at = (text: string) => ({ ms: londonMs(day(text), "10:00") });
const set = (month: string, password = `otter kettle maple for ${month}`): PasswordRecord => ({
  type: "password-set",
  definition: "d",
  month,
  password,
});
const told = (password: EntryId) =>
  ({
    type: "password-told",
    definition: "d",
    password,
    users: [userId(4)],
    others: "A visitor",
    how: "telephone",
    on: day("2026-11-26"),
  }) as const;
const MONTHLY = { changedEvery: "month", warnAtDays: 28 } as const;

function register(...made: readonly (readonly [month: string, on: string])[]) {
  const stamp = makeStamper();
  const book = foldPasswords(
    emptyPasswordFile(),
    made.map(([month, on]) => stamp(set(month), at(on))),
  );
  return registerOf(book.sets, book.told);
}

describe("[ASH-06] a panel’s password", () => {
  it("is that of the month: one made ahead waits for its month, and the old one stays", () => {
    const all = register(["2026-11", "2026-11-02"], ["2026-12", "2026-11-26"]);
    expect(all.map(({ name }) => name)).toEqual(["November 2026", "December 2026"]);
    expect(currentPassword(all, day("2026-11-30"))?.month).toBe("2026-11");
    expect(currentPassword(all, day("2026-12-01"))?.month).toBe("2026-12");
    expect(currentPassword(all, day("2026-10-31"))).toBeUndefined();
  });

  it("can be replaced within its month, and both are kept under names of their own", () => {
    const all = register(["2026-11", "2026-11-02"], ["2026-12", "2026-11-05"], ["2026-11", "2026-11-09"]);
    expect(all.map(({ name }) => name)).toEqual([
      "November 2026",
      "November 2026, number 2",
      "December 2026",
    ]);
    expect(currentPassword(all, day("2026-11-10"))?.name).toBe("November 2026, number 2");
  });

  it("warns when it is as old as the panel says, unless the next is made, and is overdue once its month is over", () => {
    const one = register(["2026-11", "2026-11-01"]);
    const both = register(["2026-11", "2026-11-01"], ["2026-12", "2026-11-28"]);
    const on = (all: typeof one, date: string) => passwordStanding(all, MONTHLY, day(date));
    expect(on([], "2026-11-01")).toEqual({ kind: "none" });
    expect(on(one, "2026-11-28")).toEqual({ kind: "fresh", days: 27 });
    expect(on(one, "2026-11-29")).toEqual({ kind: "ageing", days: 28 });
    expect(on(both, "2026-11-29")).toEqual({ kind: "fresh", days: 28 });
    expect(on(one, "2026-12-01")).toEqual({ kind: "overdue", days: 30 });
    // In use since the first of its month, whenever it was made.
    expect(on(both, "2026-12-02")).toEqual({ kind: "fresh", days: 1 });
  });

  it("has a month after it at the end of a year too", () => {
    expect(monthAfter(day("2026-12-31"))).toBe("2027-01");
  });

  it("is the same from the same records in any order, any batches, each however often, packed between or not", () => {
    const stamp = makeStamper();
    const record = fc.oneof(
      fc.constantFrom("2026-11", "2026-12").map((month) => set(month)),
      fc.nat(7).map((i) => told(entryId(i))),
    );
    const plan = fc
      .array(fc.tuple(record, fc.boolean()), { maxLength: 10 })
      .map((items) =>
        items.map(([value, leads]) => stamp(value, { roles: leads ? ["coordinator"] : ["member"] })),
      );
    fc.assert(
      fc.property(plan, fc.nat(10), (records, cut) => {
        const whole = foldPasswords(emptyPasswordFile(), records);
        const others = records.toReversed();
        const first = foldPasswords(emptyPasswordFile(), others.slice(0, cut));
        const packed = JSON.parse(JSON.stringify(first)) as PasswordFile;
        expect(foldPasswords(first, others.slice(cut))).toEqual(whole);
        expect(foldPasswords(packed, others.slice(cut))).toEqual(whole);
        expect(foldPasswords(whole, others)).toEqual(whole);
      }),
      { numRuns: 300 },
    );
  });

  it("is made by those who lead alone", () => {
    const stamp = makeStamper();
    const records = [
      stamp(set("2026-11"), { roles: ["member"] }),
      stamp(set("2026-12"), { roles: ["chair"] }),
    ];
    expect(foldPasswords(emptyPasswordFile(), records).sets.map(({ record }) => record.month)).toEqual([
      "2026-12",
    ]);
  });

  it.each(["short", "dŵr-kettle-maple", "x".repeat(65)])(
    "is refused as a record when it is %j",
    (password) => {
      expect(checkRecord(set("2026-11", password))).not.toBe("right");
    },
  );
});

describe("[ASH-77] who was told", () => {
  it("stands with the password that they were told, with the way and the day", () => {
    const stamp = makeStamper();
    const telling = told(entryId(1));
    const book = foldPasswords(emptyPasswordFile(), [
      stamp(set("2026-11")),
      stamp(set("2026-12")),
      stamp(telling),
    ]);
    const [november, december] = registerOf(book.sets, book.told);
    expect(november?.told.map(({ record }) => record)).toEqual([telling]);
    expect(december?.told).toEqual([]);
    expect(checkRecord({ ...telling, how: "with the document" })).toBe("wrong");
  });
});
