/** Putting an agenda in order, and adding up its time. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { ItemId } from "../../../src/domain/ids.ts";
import {
  beginnings,
  lastPlace,
  minutesOf,
  moved,
  slotMinutes,
} from "../../../src/domain/meeting/planning.ts";

const agenda = (...orders: number[]) => orders.map((order, at) => ({ item: `item-${at}` as ItemId, order }));
const inOrder = (items: readonly { item: ItemId; order: number }[]) =>
  items.toSorted((a, b) => a.order - b.order || (a.item < b.item ? -1 : 1));
const after = (before: ReturnType<typeof agenda>, item: ItemId, by: -1 | 1): readonly ItemId[] => {
  const places = new Map(moved(before, item, by).map((each) => [each.item, each.order]));
  return inOrder(before.map((each) => ({ ...each, order: places.get(each.item) ?? each.order }))).map(
    (each) => each.item,
  );
};

describe("moving an item of an agenda", () => {
  it("[ASH-79] puts it one earlier or later, and every other in the order it had", () => {
    const orders = fc.array(fc.integer({ min: -3, max: 3 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(orders, fc.nat(5), fc.constantFrom(-1 as const, 1 as const), (given, which, by) => {
        const before = inOrder(agenda(...given));
        const at = which % before.length;
        const item = before[at]?.item as ItemId;
        const ids = before.map((each) => each.item);
        const to = at + by;
        const wanted =
          to < 0 || to >= ids.length ? ids : ids.filter((id) => id !== item).toSpliced(to, 0, item);
        expect(after(before, item, by)).toEqual(wanted);
      }),
    );
  });

  it("writes one record, unless its new neighbours stand in one place", () => {
    const before = agenda(0, 1, 2, 3);
    expect(moved(before, before[3]?.item as ItemId, -1)).toEqual([{ item: "item-3", order: 1.5 }]);
    const tied = agenda(0, 1, 1, 2);
    expect(moved(tied, tied[3]?.item as ItemId, -1)).toHaveLength(4);
  });

  it("does nothing at an end", () => {
    expect(moved(agenda(0, 1), "item-0" as ItemId, -1)).toEqual([]);
    expect(moved(agenda(0, 1), "item-1" as ItemId, 1)).toEqual([]);
    expect(moved(agenda(0, 1), "item-9" as ItemId, 1)).toEqual([]);
  });

  it("can go on for as long as anybody presses", () => {
    let items = agenda(0, 1, 2);
    for (let presses = 0; presses < 200; presses++) {
      const last = items.at(-1)?.item as ItemId;
      const places = new Map(moved(items, last, -1).map((each) => [each.item, each.order]));
      items = inOrder(items.map((each) => ({ ...each, order: places.get(each.item) ?? each.order })));
      expect(items[1]?.item).toBe(last);
    }
  });

  it("adds after all others", () => {
    expect(lastPlace([])).toBe(0);
    expect(lastPlace(agenda(0, 2.5))).toBe(3.5);
  });
});

describe("[ASH-09] the time of an agenda", () => {
  it("adds up, those without a time counting for nothing", () => {
    expect(minutesOf([{ minutes: 20 }, {}, { minutes: 15 }])).toBe(35);
  });

  it("says when each item begins, until one has no time", () => {
    expect(beginnings([{ minutes: 20 }, { minutes: 75 }, {}, { minutes: 5 }], "09:50")).toEqual([
      "09:50",
      "10:10",
      "11:25",
      undefined,
    ]);
    expect(beginnings([{ minutes: 20 }], "some time")).toEqual([undefined]);
  });

  it("[HER-05] is held against the panel’s own hours, where it names them", () => {
    expect(slotMinutes({ startsAt: "14:00", endsAt: "16:30" })).toBe(150);
    expect(slotMinutes({ startsAt: "14:00" })).toBeUndefined();
    expect(slotMinutes({ startsAt: "16:00", endsAt: "14:00" })).toBeUndefined();
  });
});
