/** What every store must do with notices. Part of storeAcceptance.ts. */
import { expect, test } from "vitest";
import type { ReminderId, ScopeId, UserId } from "../../src/domain/ids.ts";
import type { HeldReminder, Parcel } from "../../src/server/store/noticesPort.ts";
import { DEFAULT_CHOICES } from "../../src/sync/noticesProtocol.ts";
import { newId } from "../support/entries.ts";
import { day, desk, device, parcel, reminder, type World } from "./noticesParts.ts";
import { sentAcceptance } from "./sentAcceptance.ts";

export function noticesAcceptance(world: () => World): void {
  people(world);
  waiting(world);
  parcels(world);
  sentAcceptance(world);
  calendars(world);
}

function people(world: () => World): void {
  test("has the defaults for whoever chose nothing, and gives back what was chosen", async () => {
    const { look, change } = desk(world());
    const none = { choices: DEFAULT_CHOICES, address: null, code: null };
    expect(await look.person()).toEqual(none);
    const chosen = {
      choices: { ...DEFAULT_CHOICES, at: "07:15", everyDay: true },
      address: { text: "riley@example.org", confirmed: false },
      code: { text: "01234567", untilMs: 9_000, tries: 2 },
    };
    await change((tx) => tx.savePerson(chosen));
    expect(await look.person()).toEqual(chosen);
    await change((tx) =>
      tx.savePerson({ ...chosen, code: null, address: { text: "a@example.org", confirmed: true } }),
    );
    expect(await look.person()).toMatchObject({ code: null, address: { confirmed: true } });
    expect(await desk(world()).look.person()).toEqual(none);
  });

  test("leaves nothing of a change that failed", async () => {
    const { look, change } = desk(world());
    const kept = reminder();
    const failing = change(async (tx) => {
      await tx.saveReminder(kept);
      throw new Error("stopped");
    });
    await expect(failing).rejects.toThrow("stopped");
    expect(await look.reminders()).toEqual([]);
  });

  test("gives back reminders, the newest word on each, until they are dropped", async () => {
    const { look, change } = desk(world());
    const [one, other] = [reminder(), reminder({ sort: "chase" })];
    await change(async (tx) => {
      await tx.saveReminder(one);
      await tx.saveReminder(other);
    });
    const moved: HeldReminder = {
      ...one,
      due: day("2027-01-04"),
      days: [day("2027-01-04")],
      told: { mail: day("2026-12-17"), push: "" },
    };
    await change((tx) => tx.saveReminder(moved));
    expect(new Set(await look.reminders())).toEqual(new Set([moved, other]));
    await change((tx) => tx.dropReminder(moved.id));
    expect(await look.reminders()).toEqual([other]);
    expect(await desk(world()).look.reminders()).toEqual([]);
  });

  test("keeps browsers in the order they came, and gives one to whoever used it last", async () => {
    const first = desk(world());
    const second = desk(world());
    await first.change(async (tx) => {
      await tx.saveDevice(device("b"), 1);
      await tx.saveDevice(device("a"), 2);
      await tx.addParcel(parcel({ way: "push", to: "b" }));
    });
    expect(await first.look.devices()).toEqual([device("b"), device("a")]);
    await second.change((tx) => tx.saveDevice(device("b"), 3));
    expect(await first.look.devices()).toEqual([device("a")]);
    expect(await second.look.devices()).toEqual([device("b")]);
    // What was on its way to its former user is not shown to the next.
    expect(await first.notices.claim("push", 9_000, 10_000, 9)).toEqual([]);
    await second.change((tx) => tx.dropDevice("b"));
    expect(await second.look.devices()).toEqual([]);
  });

  test("knows who shares a scope, and counts nobody who sees the directory alone", async () => {
    const { store, of } = world();
    const [one, other, newcomer] = [newId<UserId>(), newId<UserId>(), newId<UserId>()];
    const [scope, another] = [newId<ScopeId>(), newId<ScopeId>()];
    await store.transaction(of.partnership, async (tx) => {
      await tx.admit(scope, one, "lead", 101);
      await tx.admit(another, other, "read", 102);
      await tx.admit(scope, newcomer, "directory", 103);
    });
    const share = (a: UserId, b: UserId) => store.notices.shareScope(of.partnership, a, b);
    expect(await Promise.all([share(one, other), share(one, newcomer), share(newcomer, one)])).toEqual([
      false,
      false,
      false,
    ]);
    await store.transaction(of.partnership, (tx) => tx.admit(scope, other, "read", 104));
    expect(await Promise.all([share(one, other), share(other, one)])).toEqual([true, true]);
    expect(await store.notices.shareScope(newId(), one, other)).toBe(false);
  });
}

function waiting(world: () => World): void {
  const confirmed = {
    choices: DEFAULT_CHOICES,
    address: { text: "a@example.org", confirmed: true },
    code: null,
  };

  test("finds whoever was not told of a day that came, and has a way to be told", async () => {
    const { user, notices, change } = desk(world());
    const found = async (today: string, setMs = 1_000) =>
      (await notices.waiting(day(today), setMs)).map((each) => each.user).includes(user);
    const kept = reminder();
    await change((tx) => tx.saveReminder(kept));
    expect(await found("2026-12-17")).toBe(false);
    await change((tx) => tx.savePerson(confirmed));
    expect([await found("2026-12-16"), await found("2026-12-17")]).toEqual([false, true]);
    expect(await found("2026-12-17", 999)).toBe(false);
    await change((tx) => tx.saveReminder({ ...kept, told: { mail: day("2026-12-17"), push: "" } }));
    expect([await found("2026-12-23"), await found("2026-12-24")]).toEqual([false, true]);
    await change((tx) => tx.saveDevice(device("d"), 1));
    expect(await found("2026-12-18")).toBe(true);
    await change((tx) =>
      tx.saveReminder({ ...kept, told: { mail: day("2026-12-24"), push: day("2026-12-30") } }),
    );
    expect(await found("2027-06-01")).toBe(false);
  });

  test("forgets reminders long past, and what was sent or failed long ago", async () => {
    const { notices, look, change } = desk(world());
    await change(async (tx) => {
      await tx.saveReminder(reminder());
      await tx.addParcel(parcel({ slot: "1" }));
      await tx.addParcel(parcel({ slot: "2" }));
      await tx.addParcel(parcel({ slot: "3" }));
    });
    const [sent, failed] = await notices.claim("mail", 5_000, 6_000, 2);
    await notices.markSent(sent as Parcel, 100);
    await notices.markFailed(failed as Parcel, "refused", 100);
    await notices.purge({ sentMs: 101, failedMs: 100, due: day("2026-12-24") });
    expect([(await look.digests("mail")).length, (await look.reminders()).length]).toEqual([2, 1]);
    await notices.purge({ sentMs: 101, failedMs: 101, due: day("2026-12-25") });
    expect([(await look.digests("mail")).length, (await look.reminders()).length]).toEqual([1, 0]);
    expect(await notices.claim("mail", 5_000, 6_000, 2)).toHaveLength(1);
  });
}

function parcels(world: () => World): void {
  test("takes a slot once, and hands a parcel to one caller until the claim is over", async () => {
    const { of } = world();
    const { user, notices, look, change } = desk(world());
    const made = parcel();
    await change(async (tx) => {
      await tx.addParcel(made);
      await tx.addParcel(parcel());
    });
    expect(await look.digests("mail")).toEqual([{ slot: "2026-12-17", madeMs: 5_000 }]);
    expect(await notices.claim("push", 5_000, 6_000, 9)).toEqual([]);
    expect(await notices.claim("mail", 4_999, 6_000, 9)).toEqual([]);
    const whole = { ...made, partnership: of.partnership, user, tries: 0 };
    expect(await notices.claim("mail", 5_000, 6_000, 9)).toEqual([whole]);
    expect(await notices.claim("mail", 5_999, 6_000, 9)).toEqual([]);
    expect(await notices.claim("mail", 6_000, 7_000, 9)).toEqual([whole]);
    await notices.putOff(whole, 8_000, 3);
    expect(await notices.claim("mail", 7_500, 9_000, 9)).toEqual([]);
    expect(await notices.claim("mail", 8_000, 9_000, 9)).toEqual([{ ...whole, tries: 3 }]);
    await notices.markSent(whole, 8_001);
    expect(await notices.claim("mail", 99_000, 100_000, 9)).toEqual([]);
    expect(await look.digests("mail")).toHaveLength(1);
  });

  test("hands out each of many once to two callers at the same time", async () => {
    const { notices, change } = desk(world());
    await change(async (tx) => {
      for (let n = 0; n < 20; n++) await tx.addParcel(parcel({ slot: `s${n}` }));
    });
    const all = async () => {
      const got: string[] = [];
      for (let round = 0; round < 20; round++) {
        got.push(...(await notices.claim("mail", 5_000, 6_000, 3)).map(({ id }) => id));
      }
      return got;
    };
    const got = (await Promise.all([all(), all()])).flat();
    expect([got.length, new Set(got).size]).toEqual([20, 20]);
  });

  test("says what failed, since when and why, until something arrives there", async () => {
    const { of } = world();
    const { user, notices, look, change } = desk(world());
    await change(async (tx) => {
      for (const slot of ["1", "2", "3"]) await tx.addParcel(parcel({ slot }));
      await tx.addParcel(parcel({ slot: "code", kind: "code", to: "elsewhere" }));
    });
    const claimed = await notices.claim("mail", 5_000, 6_000, 9);
    const of_ = (slot: string) => claimed.find((each) => each.slot === slot) as Parcel;
    expect(await look.isFailing("mail")).toBe(false);
    await notices.markFailed(of_("code"), "refused", 60);
    expect([await look.isFailing("mail"), await notices.failed(of.partnership)]).toEqual([true, []]);
    await notices.markFailed(of_("1"), "unreachable", 70);
    await notices.markFailed(of_("2"), "refused", 90);
    const failed = { user, way: "mail", sinceMs: 70, reason: "refused" };
    expect(await notices.failed(of.partnership)).toEqual([failed]);
    expect(await notices.failed(newId())).toEqual([]);
    await notices.markSent(of_("3"), 95);
    expect(await notices.failed(of.partnership)).toEqual([]);
    await change((tx) => tx.dropMail());
    expect([await look.isFailing("mail"), await look.digests("mail")]).toEqual([false, []]);
  });

  test("drops digests that wait when there is a newer, and nothing else", async () => {
    const { notices, change } = desk(world());
    await change(async (tx) => {
      await tx.addParcel(parcel({ slot: "old" }));
      await tx.addParcel(parcel({ slot: "try", kind: "try" }));
      await tx.addParcel(parcel({ way: "push", to: "d" }));
      await tx.dropWaiting("mail");
    });
    expect((await notices.claim("mail", 5_000, 6_000, 9)).map(({ slot }) => slot)).toEqual(["try"]);
    const [push] = await notices.claim("push", 5_000, 6_000, 9);
    await notices.removeParcel(push as Parcel);
    expect(await notices.claim("push", 6_000, 7_000, 9)).toEqual([]);
  });
}

function calendars(world: () => World): void {
  test("gives a calendar to whoever has its address, and to nobody once it is dropped", async () => {
    const { look, notices, change } = desk(world());
    const days = [
      { id: newId<ReminderId>(), kind: "meeting" as const, day: day("2026-12-24"), from: "10:00" },
    ];
    const calendar = { token: "T".repeat(43), days, changedMs: 7 };
    expect(await look.calendar()).toBeUndefined();
    await change((tx) => tx.saveCalendar({ ...calendar, days: [] }));
    await change((tx) => tx.saveCalendar(calendar));
    expect([await look.calendar(), await notices.calendarAt(calendar.token)]).toEqual([calendar, calendar]);
    expect(await notices.calendarAt("U".repeat(43))).toBeUndefined();
    await change((tx) => tx.dropCalendar());
    expect(await notices.calendarAt(calendar.token)).toBeUndefined();
  });

  test("keeps the first key of a name for ever", async () => {
    const { notices } = world().store;
    expect(await notices.ownKey("push", "first")).toBe("first");
    expect(await notices.ownKey("push", "second")).toBe("first");
    expect(await notices.ownKey("other", "third")).toBe("third");
  });
}
