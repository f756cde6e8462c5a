import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { DayRules } from "../../src/domain/deadline.ts";
import { type Call, callsOf, hearingAt, openingsAt, type PanelRule } from "../../src/domain/hearing.ts";
import { londonMs } from "../../src/domain/londonTime.ts";
import { type Cycle, meetingKeyFor, proposeDates } from "../../src/domain/meetingDates.ts";

const on = (text: string) => text as CalendarDate;
const DAYS: DayRules = { workingDayEnds: "17:00", named: [] };
const at = (moment: string) => londonMs(on(moment.slice(0, 10)), moment.slice(11));
const meeting = (date: string, cancelled = false) => ({ key: date, date, start: "10:00", cancelled });
const due = (call: Call | undefined) => call?.due && `${call.due.date} ${call.due.time}`;

const rule = (
  step: string,
  amount: number,
  unit: PanelRule["unit"],
  more: Partial<PanelRule> = {},
): PanelRule => ({
  key: step,
  label: step,
  step,
  amount,
  unit,
  counting: "inclusive",
  direction: "before",
  anchor: "meeting",
  late: "nextMeeting",
  chairMayOverride: true,
  ...more,
});
/** The figures of the panels' own papers. */
const ASHFIELD = [
  rule("referralIn", 3, "workingDays", {
    conflict: {
      amount: 2,
      unit: "workingDays",
      counting: "inclusive",
      direction: "before",
      text: "Two rules.",
    },
  }),
  rule("agendaOut", 2, "workingDays"),
];
const HERTFORDSHIRE = [rule("referralIn", 7, "workingDays"), rule("papersOut", 4, "workingDays")];
const HARTLEPOOL = [
  rule("referralIn", 10, "workingDays"),
  rule("referralDecided", 14, "days"),
  rule("membersTold", 10, "workingDays"),
];
const OXFORDSHIRE = [rule("referralIn", 2, "weeks"), rule("membersTold", 10, "workingDays")];
const callFor = (rules: readonly PanelRule[], date: string) =>
  callsOf(rules, [meeting(date)], DAYS)[0] as Call;

describe("the last moment for a referral to a meeting", () => {
  it("[ASH-01] [ASH-02] [GAP-01] is the stricter of two rules, with the other shown", () => {
    const call = callFor(ASHFIELD, "2026-11-26");
    expect(due(call)).toBe("2026-11-23 17:00");
    expect(call.other?.due.date).toBe("2026-11-24");
    expect(call.other?.text).toBe("Two rules.");
    expect(call.brought).toBeUndefined();
  });

  it("[HER-01] is 7 working days before, over Christmas too", () => {
    expect(due(callFor(HERTFORDSHIRE, "2026-11-26"))).toBe("2026-11-17 17:00");
    expect(due(callFor(HERTFORDSHIRE, "2026-12-31"))).toBe("2026-12-18 17:00");
  });

  it("[HAR-01] [HAR-02] [GAP-05] shows when it is decided beside when it is due", () => {
    const plain = callFor(HARTLEPOOL, "2026-11-26");
    expect([due(plain), plain.decided?.due.date]).toEqual(["2026-11-12 17:00", "2026-11-12"]);
    const easter = callFor(HARTLEPOOL, "2026-04-09");
    expect([due(easter), easter.decided?.due.date]).toEqual(["2026-03-24 17:00", "2026-03-26"]);
  });

  it("[OXF-01] [OXT-01] is two weeks before where no bank holiday falls between", () => {
    const call = callFor(OXFORDSHIRE, "2026-11-26");
    expect(due(call)).toBe("2026-11-12 17:00");
    expect(call.brought).toBeUndefined();
  });

  it("[OXF-02] [GAP-15] is the members' earlier notice where a bank holiday falls inside the fortnight", () => {
    const call = callFor(OXFORDSHIRE, "2026-04-09");
    expect(due(call)).toBe("2026-03-24 17:00");
    expect(call.brought?.by.step).toBe("membersTold");
    expect(call.brought?.from.date).toBe("2026-03-26");
  });

  it("[GAP-14] is the end of the working day in the panel's calendar unless the rule has its own time", () => {
    const call = callsOf(HERTFORDSHIRE, [meeting("2026-11-26")], { ...DAYS, workingDayEnds: "16:30" })[0];
    expect(due(call)).toBe("2026-11-17 16:30");
    expect(due(callFor([rule("referralIn", 7, "workingDays", { cutOff: "12:00" })], "2026-11-26"))).toBe(
      "2026-11-17 12:00",
    );
  });

  it("is not set where the panel has no such rule", () => {
    expect(callFor([], "2026-11-26").due).toBeUndefined();
  });

  it("leaves out what is cancelled and what is no date, in the order of the calendar", () => {
    const meetings = [
      meeting("2027-01-28"),
      meeting("2026-11-26"),
      meeting("2026-12-31", true),
      meeting("0999-01-01"),
      meeting("never"),
      { ...meeting("2027-02-25"), start: "99:99" },
    ];
    expect(callsOf(HERTFORDSHIRE, meetings, DAYS).map(({ date }) => date)).toEqual([
      "2026-11-26",
      "2027-01-28",
    ]);
  });
});

describe("the meeting that hears a referral", () => {
  const calls = callsOf(
    HERTFORDSHIRE,
    [meeting("2026-11-26"), meeting("2026-12-31"), meeting("2027-01-28")],
    DAYS,
  );

  it("is the first that it is in time for, to the very moment", () => {
    expect(hearingAt(calls, at("2026-11-17 17:00")).next?.date).toBe("2026-11-26");
    expect(hearingAt(calls, at("2026-11-17 17:01")).next?.date).toBe("2026-12-31");
  });

  it("[HER-02] is the next month's for a late one, and says which it missed and that the chair may take it", () => {
    const hearing = hearingAt(calls, at("2026-11-20 09:00"));
    expect(hearing.next?.date).toBe("2026-12-31");
    expect(hearing.missed.map(({ date, rule: by }) => [date, by?.chairMayOverride])).toEqual([
      ["2026-11-26", true],
    ]);
    expect(hearing.late).toBe(false);
  });

  it("[ASH-08] is the following one for a referral that came back and was answered after the last moment", () => {
    const ashfield = callsOf(ASHFIELD, [meeting("2026-11-26"), meeting("2026-12-17")], DAYS);
    expect(hearingAt(ashfield, at("2026-11-20 09:00")).next?.date).toBe("2026-11-26");
    expect(hearingAt(ashfield, at("2026-11-25 09:00")).next?.date).toBe("2026-12-17");
  });

  it("is a late one all the same where the rule only warns", () => {
    const warns = callsOf(
      [rule("referralIn", 7, "workingDays", { late: "warn" })],
      [meeting("2026-11-26")],
      DAYS,
    );
    expect(hearingAt(warns, at("2026-11-20 09:00"))).toMatchObject({ late: true, missed: [] });
  });

  it("is none where no date is set that it is in time for, though one to come was missed", () => {
    const hearing = hearingAt(calls, at("2027-01-27 09:00"));
    expect(hearing.next).toBeUndefined();
    expect(hearing.missed.map(({ date }) => date)).toEqual(["2027-01-28"]);
    expect(hearingAt(calls, at("2027-01-28 10:00"))).toEqual({ next: undefined, late: false, missed: [] });
  });
});

describe("dates to offer", () => {
  const lastThursday: Cycle = { kind: "monthly", every: 1, week: "last", weekday: "thursday" };
  const dates = (cycle: Cycle, set: ReturnType<typeof meeting>[], today: string, count = 3) =>
    proposeDates(cycle, set, on(today), count, []).map(({ date }) => date);

  it("[HER-05] are the last Thursdays of the months to come", () => {
    expect(dates(lastThursday, [], "2026-11-25")).toEqual(["2026-11-26", "2026-12-31", "2027-01-28"]);
    expect(dates(lastThursday, [], "2026-11-26")).toEqual(["2026-12-31", "2027-01-28", "2027-02-25"]);
  });

  it("go on from the last one that stands, and do not offer again what was called off", () => {
    expect(dates(lastThursday, [meeting("2026-12-17")], "2026-11-25")).toEqual([
      "2027-01-28",
      "2027-02-25",
      "2027-03-25",
    ]);
    expect(
      dates(lastThursday, [meeting("2026-11-26"), meeting("2026-12-31", true)], "2026-11-25", 1),
    ).toEqual(["2027-01-28"]);
  });

  it("[OXF-04] [GAP-09] are every second month, counted from the last one", () => {
    const everySecond: Cycle = { kind: "monthly", every: 2, week: "second", weekday: "tuesday" };
    expect(dates(everySecond, [meeting("2026-11-10")], "2026-11-25")).toEqual([
      "2027-01-12",
      "2027-03-09",
      "2027-05-11",
    ]);
    expect(dates(everySecond, [], "2026-11-25")).toEqual(["2026-12-08", "2027-02-09", "2027-04-13"]);
    expect(dates(everySecond, [meeting("2019-11-12")], "2026-11-25", 1)).toEqual(["2027-01-12"]);
  });

  it("[OXF-04] [GAP-09] follow the last date where only the months between are known", () => {
    const published: Cycle = { kind: "published", everyMonths: 2 };
    expect(dates(published, [], "2026-11-25")).toEqual([]);
    expect(dates(published, [meeting("2026-11-10")], "2026-11-25", 2)).toEqual(["2027-01-12", "2027-03-09"]);
    expect(dates(published, [meeting("2026-10-30")], "2026-11-25", 2)).toEqual(["2026-12-25", "2027-02-26"]);
    expect(dates(published, [meeting("9999-12-31")], "2026-11-25")).toEqual([]);
  });

  it("[ASH-10] go on from the day that was planned where a meeting was moved, and do not offer that day again", () => {
    const moved = { ...meeting("2026-12-10"), movedFrom: "2026-11-26" };
    expect(dates(lastThursday, [moved], "2026-11-20", 2)).toEqual(["2026-12-31", "2027-01-28"]);
    const early = { ...meeting("2026-11-24"), movedFrom: "2026-12-31" };
    expect(dates(lastThursday, [early], "2026-11-20", 1)).toEqual(["2027-01-28"]);
  });

  it("take a name that two devices agree on, and leave a meeting that was moved away its own", () => {
    const set = [{ key: "ash-2026-11-26", date: "2026-12-03" }];
    expect(meetingKeyFor("ash", on("2026-11-26"), [])).toBe("ash-2026-11-26");
    expect(meetingKeyFor("ash", on("2026-11-26"), set)).toBe("ash-2026-11-26-2");
    // One that was cancelled is held after all.
    expect(meetingKeyFor("ash", on("2026-11-26"), [{ key: "ash-2026-11-26", date: "2026-11-26" }])).toBe(
      "ash-2026-11-26",
    );
  });

  it("name the bank holiday that they fall on", () => {
    const friday: Cycle = { kind: "monthly", every: 1, week: "last", weekday: "friday" };
    const [december] = proposeDates(friday, [meeting("2026-11-27")], on("2026-11-25"), 1, []);
    expect(december).toMatchObject({ date: "2026-12-25", off: { name: "Christmas Day" } });
  });

  it("are none where the panel meets as required or publishes its own [HAR-04, ASH-04]", () => {
    expect(dates({ kind: "asRequired" }, [], "2026-11-25")).toEqual([]);
    expect(dates({ kind: "published" }, [], "2026-11-25")).toEqual([]);
  });
});

describe("a referral that waits for a decision", () => {
  const calls = callsOf(
    HERTFORDSHIRE,
    ["2026-11-26", "2026-12-17", "2027-01-28", "2027-02-25"].map((date) => meeting(date)),
    DAYS,
  );
  const keys = (found: readonly Call[]) => found.map(({ key }) => key);

  it("[HER-02] goes to the next meeting that it is in time for, to a later one, or earlier by the chair", () => {
    const openings = openingsAt(calls, at("2026-11-20 09:00"), at("2026-11-20 10:00"));
    expect(openings.next?.key).toBe("2026-12-17");
    expect(keys(openings.later)).toEqual(["2027-01-28", "2027-02-25"]);
    expect(keys(openings.byChair)).toEqual(["2026-11-26"]);
  });

  it("is not offered a meeting that began while it waited", () => {
    const openings = openingsAt(calls, at("2026-11-02 09:00"), at("2026-11-26 10:00"));
    expect(openings.next?.key).toBe("2026-12-17");
    expect(openings.byChair).toEqual([]);
  });

  it("is offered no earlier meeting where the panel's rules do not let the chair", () => {
    const strict = [rule("referralIn", 7, "workingDays", { chairMayOverride: false })];
    const all = callsOf(strict, [meeting("2026-11-26"), meeting("2026-12-17")], DAYS);
    expect(openingsAt(all, at("2026-11-20 09:00"), at("2026-11-20 09:00")).byChair).toEqual([]);
  });

  it("[ASH-08] after a return counts from when it was sent again, so it goes to the following meeting", () => {
    const first = openingsAt(calls, at("2026-11-02 09:00"), at("2026-11-24 09:00")).next?.key;
    const again = openingsAt(calls, at("2026-11-24 09:00"), at("2026-11-24 09:00")).next?.key;
    expect([first, again]).toEqual(["2026-11-26", "2026-12-17"]);
  });
});
