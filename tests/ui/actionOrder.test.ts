import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { byUrgency, makeUrgency } from "../../src/ui/actions/order.ts";

const on = (day: string) => day as CalendarDate;
const made = (due: string, state: "open" | "inProgress" | "done" | "notPossible" = "open", addedMs = 0) => ({
  due,
  state,
  addedMs,
  forMe: false,
});

describe("which action hurts first", () => {
  // Christmas Day is a Friday; Monday 28 December is Boxing Day’s holiday.
  const urgencyOf = makeUrgency(on("2026-12-23"), []);

  it.each([
    ["2026-12-22", "overdue"],
    ["2026-12-23", "soon"],
    // Five working days on: 24, 29, 30, 31 December and 4 January.
    ["2027-01-04", "soon"],
    ["2027-01-05", "later"],
    ["", "undated"],
  ])("due %s is %s", (due, urgency) => {
    expect(urgencyOf(made(due))).toBe(urgency);
    expect(urgencyOf(made(due, "inProgress"))).toBe(urgency);
    expect(urgencyOf(made(due, "done"))).toBe("over");
    expect(urgencyOf(made(due, "notPossible"))).toBe("over");
  });

  it("puts first what waits for this person’s answer, while it is left to do", () => {
    expect(urgencyOf({ ...made("2027-03-01"), forMe: true })).toBe("forMe");
    expect(urgencyOf({ ...made("2027-03-01", "done"), forMe: true })).toBe("over");
  });

  it("counts a day that the co-ordinator added among those that nobody works", () => {
    const closed = { date: on("2026-12-24"), name: "Office closed", worked: false };
    expect(makeUrgency(on("2026-12-23"), [closed])(made("2027-01-05"))).toBe("soon");
  });

  it("is the one longest overdue, then what is due soonest, then what was agreed first; what is over comes last", () => {
    const all = [
      made("2026-12-01", "done"),
      made(""),
      made("2027-03-01"),
      made("2026-12-24", "open", 2),
      made("2026-12-24", "open", 1),
      made("2026-12-20"),
      made("2026-11-01"),
    ];
    expect(byUrgency(all, urgencyOf).map(({ due, state, addedMs }) => [due, state, addedMs])).toEqual([
      ["2026-11-01", "open", 0],
      ["2026-12-20", "open", 0],
      ["2026-12-24", "open", 1],
      ["2026-12-24", "open", 2],
      ["2027-03-01", "open", 0],
      ["", "open", 0],
      ["2026-12-01", "done", 0],
    ]);
  });
});
