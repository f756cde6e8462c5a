/** Actions in words, over a Christmas that holds three days off. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { dueWords, isOverdue } from "../../src/ui/words/actions.ts";

const on = (day: string) => day as CalendarDate;
const open = (due: string) => ({ state: "open" as const, due });

describe("when an action is due, in words", () => {
  it.each([
    ["2026-11-26", "2026-11-26", "Due today"],
    ["2026-11-27", "2026-11-26", "Due in 1 working day, on 27 November 2026"],
    // Friday 25 and Monday 28 December are holidays: from the 24th the next working day is the 29th.
    ["2026-12-29", "2026-12-24", "Due in 1 working day, on 29 December 2026"],
    ["2027-01-29", "2026-12-24", "Due 29 January 2027"],
    ["2026-12-24", "2026-12-29", "Overdue by 1 working day: due 24 December 2026"],
    ["2026-12-24", "2026-12-27", "Overdue: due 24 December 2026"],
    ["", "2026-12-27", "No date agreed"],
  ])("due %s, read on %s", (due, today, words) => {
    expect(dueWords(open(due), on(today), [])).toBe(words);
  });

  it("counts a day that the co-ordinator added", () => {
    const closed = { date: on("2026-11-27"), name: "Office closed", worked: false };
    expect(dueWords(open("2026-11-30"), on("2026-11-26"), [closed])).toBe(
      "Due in 1 working day, on 30 November 2026",
    );
  });

  it("is overdue only while it is left to do", () => {
    const today = on("2026-11-26");
    expect(isOverdue(open("2026-11-25"), today)).toBe(true);
    expect(isOverdue(open("2026-11-26"), today)).toBe(false);
    expect(isOverdue(open(""), today)).toBe(false);
    expect(isOverdue({ state: "done", due: "2026-11-25" }, today)).toBe(false);
    expect(dueWords({ state: "done", due: "2026-11-25" }, today, [])).toBe("Was due 25 November 2026");
  });
});
