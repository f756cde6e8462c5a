/** When a notice comes, and what it says. */
import { describe, expect, test } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ReminderId } from "../../src/domain/ids.ts";
import { londonMs } from "../../src/domain/londonTime.ts";
import {
  countReminders,
  hasNews,
  isQuiet,
  mayGo,
  slotAt,
  toldOf,
  waitAfter,
} from "../../src/server/notices/due.ts";
import { digestMail, sentenceOf, subjectOf } from "../../src/server/notices/sentences.ts";
import type { HeldReminder } from "../../src/server/store/noticesPort.ts";
import { DEFAULT_CHOICES } from "../../src/sync/noticesProtocol.ts";
import { newId } from "../support/entries.ts";

const day = (text: string) => text as CalendarDate;
/** London time. */
const at = (date: string, time: string) => londonMs(day(date), time);
const choices = DEFAULT_CHOICES;
const reminder = (more: Partial<HeldReminder>): HeldReminder => ({
  id: newId<ReminderId>(),
  sort: "own",
  due: day("2026-12-03"),
  days: [day("2026-12-01")],
  setMs: 0,
  told: { mail: "", push: "" },
  ...more,
});

describe("the day's digest", () => {
  test.each([
    ["an ordinary Tuesday before the hour", "2026-12-01", "07:59", undefined],
    ["an ordinary Tuesday at the hour", "2026-12-01", "08:00", "2026-12-01"],
    ["late, after the server was down", "2026-12-01", "23:30", "2026-12-01"],
    ["a Saturday", "2026-12-05", "08:00", undefined],
    ["Christmas Day, a Friday", "2026-12-25", "08:00", undefined],
    ["the Monday after, a bank holiday for Boxing Day", "2026-12-28", "08:00", undefined],
    ["the Tuesday after that", "2026-12-29", "08:00", "2026-12-29"],
    ["Good Friday", "2027-03-26", "08:00", undefined],
    ["Easter Monday", "2027-03-29", "08:00", undefined],
    ["the first day of work in summer time", "2027-03-30", "08:00", "2027-03-30"],
  ])("by mail on %s", (_, date, time, slot) => {
    expect(slotAt("mail", choices, at(date, time), [])).toBe(slot);
  });

  test("comes at eight by London's clocks, summer and winter", () => {
    expect(at("2027-03-25", "08:00")).toBe(Date.UTC(2027, 2, 25, 8));
    expect(slotAt("mail", choices, Date.UTC(2027, 2, 30, 6, 59), [])).toBeUndefined();
    expect(slotAt("mail", choices, Date.UTC(2027, 2, 30, 7), [])).toBe("2027-03-30");
    expect(slotAt("mail", choices, Date.UTC(2027, 2, 25, 7), [])).toBeUndefined();
  });

  test("comes on days off to whoever asked for that", () => {
    expect(slotAt("mail", { ...choices, everyDay: true }, at("2026-12-25", "08:00"), [])).toBe("2026-12-25");
  });

  test("comes once a day by mail, and by push again for what arises, an hour later at the earliest", () => {
    const made = [{ slot: "2026-12-01", madeMs: at("2026-12-01", "08:00") }];
    expect(slotAt("mail", choices, at("2026-12-01", "15:00"), made)).toBeUndefined();
    expect(slotAt("push", choices, at("2026-12-01", "08:59"), made)).toBeUndefined();
    expect(slotAt("push", choices, at("2026-12-01", "09:00"), made)).toBe("2026-12-01T09:00:00.000Z");
    expect(slotAt("push", choices, at("2026-12-01", "18:00"), made)).toBeUndefined();
    expect(slotAt("mail", choices, at("2026-12-02", "08:00"), made)).toBe("2026-12-02");
  });

  test("is not made by a way that was not chosen", () => {
    expect(slotAt("mail", { ...choices, mail: false }, at("2026-12-01", "08:00"), [])).toBeUndefined();
    expect(slotAt("push", { ...choices, push: false }, at("2026-12-01", "08:00"), [])).toBeUndefined();
  });

  test("by push waits for the end of quiet hours, and by mail does not", () => {
    const early = { ...choices, at: "06:30" };
    expect(slotAt("mail", early, at("2026-12-01", "06:30"), [])).toBe("2026-12-01");
    expect(slotAt("push", early, at("2026-12-01", "06:30"), [])).toBeUndefined();
    expect(slotAt("push", early, at("2026-12-01", "08:00"), [])).toBe("2026-12-01");
    const evening = { ...choices, at: "19:00" };
    expect(slotAt("push", evening, at("2026-12-01", "08:00"), [])).toBe("2026-12-01");
  });
});

describe("quiet hours", () => {
  test.each([
    ["18:00", "08:00", "17:59", false],
    ["18:00", "08:00", "18:00", true],
    ["18:00", "08:00", "00:00", true],
    ["18:00", "08:00", "08:00", false],
    ["12:00", "13:00", "12:30", true],
    ["12:00", "13:00", "13:00", false],
    ["09:00", "09:00", "09:00", false],
  ])("from %s to %s: at %s", (quietFrom, quietTo, time, quiet) => {
    expect(isQuiet({ ...choices, quietFrom, quietTo }, time)).toBe(quiet);
  });

  test("hold a push back and no mail; a day off holds both", () => {
    const night = at("2026-12-01", "22:00");
    expect([mayGo("mail", choices, night), mayGo("push", choices, night)]).toEqual([true, false]);
    const saturday = at("2026-12-05", "10:00");
    expect([mayGo("mail", choices, saturday), mayGo("push", choices, saturday)]).toEqual([false, false]);
  });
});

describe("what is told", () => {
  const today = day("2026-12-01");
  const now = at("2026-12-01", "08:00");

  test("is news once a day came that this way has not told, and the reminder has stood two minutes", () => {
    const news = (more: Partial<HeldReminder>) => hasNews([reminder(more)], "mail", today, now);
    expect(news({})).toBe(true);
    expect(news({ days: [day("2026-12-02")] })).toBe(false);
    expect(news({ told: { mail: today, push: "" } })).toBe(false);
    expect(news({ told: { mail: "", push: today } })).toBe(true);
    expect(news({ told: { mail: day("2026-11-30"), push: "" } })).toBe(true);
    expect(news({ setMs: now - 2 * 60_000 + 1 })).toBe(false);
    expect(news({ setMs: now - 2 * 60_000 })).toBe(true);
  });

  test("is marked for that way alone, and only where there was something", () => {
    const fresh = reminder({});
    const later = reminder({ days: [day("2026-12-02")] });
    expect(toldOf([fresh, later], "push", today)).toEqual([{ ...fresh, told: { mail: "", push: today } }]);
  });

  test("counts overdue, the coming seven days, what others owe, and later only on its day", () => {
    const reminders = [
      reminder({ due: day("2026-11-30") }),
      reminder({ due: today }),
      reminder({ due: day("2026-12-08") }),
      reminder({ due: day("2026-12-09") }),
      reminder({ due: day("2026-12-09"), told: { mail: today, push: "" } }),
      reminder({ sort: "chase", due: day("2026-11-20") }),
      reminder({ sort: "chase", days: [day("2026-12-02")] }),
    ];
    expect(countReminders(reminders, "mail", today)).toEqual({ overdue: 1, due: 2, later: 1, chase: 1 });
    expect(countReminders([], "mail", today)).toEqual({ overdue: 0, due: 0, later: 0, chase: 0 });
  });

  test("is said in neutral words", () => {
    const some = { overdue: 0, due: 2, later: 0, chase: 0 };
    expect(subjectOf(some)).toBe("Confer: 2 actions due this week");
    expect(sentenceOf(some)).toBe("You have 2 actions due this week.");
    const all = { overdue: 1, due: 2, later: 1, chase: 3 };
    expect(subjectOf(all)).toBe(
      "Confer: 1 action overdue, 2 actions due this week, 1 action due later, 3 actions to follow up",
    );
    expect(sentenceOf(all)).toBe(
      "You have 1 action overdue, 2 actions due this week, 1 action due later and 3 actions to follow up.",
    );
    const { text, html } = digestMail(some, "https://panel.example");
    expect(text).toContain("https://panel.example/\n");
    expect(html).toContain('<a href="https://panel.example/">See what to do in Confer</a>');
  });

  test("is tried again after 1, 5 and 30 minutes, 2, 6 and 12 hours, and then no more", () => {
    const minutes = [1, 2, 3, 4, 5, 6, 7].map((tries) => waitAfter(tries));
    expect(minutes.map((ms) => ms && ms / 60_000)).toEqual([1, 5, 30, 120, 360, 720, undefined]);
  });
});
