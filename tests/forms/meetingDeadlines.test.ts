import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PanelMeeting } from "../../src/domain/hearing.ts";
import type { NamedDay } from "../../src/domain/workingDays.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { deadlinesOf, type MeetingDeadline } from "../../src/forms/meetingDeadlines.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";

function definitionOf(panel: string) {
  const path = new URL(`../../src/forms/panels/${panel}.json`, import.meta.url);
  const parsed = parseDefinition(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.ok) throw new Error(`${panel} does not parse`);
  return parsed.definition;
}

const meeting = (date: string, start = "10:00", cancelled = false): PanelMeeting => ({
  key: date,
  date,
  start,
  cancelled,
});

/** Of the first of these meetings. */
function deadlines(panel: string, meetings: readonly PanelMeeting[], named: readonly NamedDay[] = []) {
  const [first] = meetings;
  if (!first) throw new Error("no meeting");
  return deadlinesOf(definitionOf(panel), first, meetings, named);
}

const at = (due: MeetingDeadline["due"]) => due && `${due.date} ${due.time}`;
const dates = (list: readonly MeetingDeadline[]) =>
  Object.fromEntries(list.map(({ rule, due }) => [rule.key, at(due)]));
const find = (list: readonly MeetingDeadline[], key: string): MeetingDeadline => {
  const found = list.find(({ rule }) => rule.key === key);
  if (!found) throw new Error(`no deadline ${key}`);
  return found;
};
const holidaysOf = ({ due }: MeetingDeadline) =>
  (due?.skipped ?? []).filter(({ kind }) => kind !== "weekend").map(({ name }) => name);

describe("every deadline of a meeting, by the panels' own definitions [GAP-14]", () => {
  it("[ASH-01] [ASH-03] [ASH-05] [ASH-07] [ASH-08] Ashfield: referrals, agenda, actions and returned referrals", () => {
    const list = deadlines("ashfield", [meeting("2026-11-26"), meeting("2026-12-17", "14:00")]);
    expect(dates(list)).toEqual({
      referralIn: "2026-11-23 17:00",
      agendaOut: "2026-11-24 17:00",
      actionsDone: "2026-12-17 14:00",
      returnedReferral: "2026-12-17 14:00",
    });
    expect(list.map(({ rule }) => rule.key)).toEqual([
      "referralIn",
      "agendaOut",
      "actionsDone",
      "returnedReferral",
    ]);
  });

  it("[ASH-02] [GAP-01] Ashfield: both cut-offs are there, and three working days hold", () => {
    const { other, due } = find(deadlines("ashfield", [meeting("2026-11-26")]), "referralIn");
    expect([at(due), at(other?.due), other?.holds]).toEqual(["2026-11-23 17:00", "2026-11-24 17:00", false]);
    expect(other?.text).toContain("3 days before the meeting");
  });

  it("[HER-01] [HER-03] [HER-04] [HER-07] [HER-87] Hertfordshire, over the last Thursday of December", () => {
    const list = deadlines("hertfordshire", [meeting("2026-12-31", "14:00")]);
    expect(dates(list)).toEqual({
      referralIn: "2026-12-18 17:00",
      papersOut: "2026-12-23 17:00",
      apologies: "2026-12-29 14:00",
      actionsDone: "2027-01-21 17:00",
      actionsChased: "2027-01-21 17:00",
    });
    expect(holidaysOf(find(list, "papersOut"))).toEqual(["Christmas Day", "Boxing Day (substitute day)"]);
  });

  it("[HAR-01] [HAR-02] [HAR-03] [HAR-05] [HAR-07] [GAP-05] Hartlepool and Stockton, with no bank holiday", () => {
    const list = deadlines("hartlepool-stockton", [meeting("2026-11-26")]);
    expect(dates(list)).toEqual({
      requestIn: "2026-11-12 17:00",
      referrerTold: "2026-11-12 17:00",
      professionalsTold: "2026-11-12 17:00",
      feedback: "2027-02-26 17:00",
      // [HAR-04] [HAR-06] No further meeting is set: each action's own limit holds.
      actionsDone: undefined,
    });
    expect(list.at(-1)?.rule.key).toBe("actionsDone");
  });

  it("[HAR-02] [GAP-05] with bank holidays the decision is due by the earlier date, and both are there", () => {
    const { due, own, other } = find(
      deadlines("hartlepool-stockton", [meeting("2026-04-09")]),
      "referrerTold",
    );
    expect([at(own), at(due), other?.holds]).toEqual(["2026-03-26 17:00", "2026-03-24 17:00", true]);
  });

  it("[OXF-01] [OXF-02] [OXF-03] [OXF-05] [OXT-01] [OXT-03] Oxfordshire, with no bank holiday", () => {
    const list = deadlines("oxfordshire", [meeting("2026-11-26"), meeting("2027-01-28", "09:30")]);
    expect(dates(list)).toEqual({
      referralIn: "2026-11-12 17:00",
      membersTold: "2026-11-12 17:00",
      guestsTold: "2026-11-12 17:00",
      actionsDone: "2027-01-28 09:30",
      reportBack: "2027-01-28 09:30",
    });
    expect(find(list, "referralIn").broughtBy).toBeUndefined();
  });

  it("[OXF-01] [OXF-02] [GAP-15] over Easter the members' notice brings the referral's date forward", () => {
    const { due, own, broughtBy } = find(deadlines("oxfordshire", [meeting("2026-04-09")]), "referralIn");
    expect([at(own), at(due), broughtBy?.key]).toEqual([
      "2026-03-26 17:00",
      "2026-03-24 17:00",
      "membersTold",
    ]);
  });

  it("passes over a meeting that was cancelled when it looks for the next one", () => {
    const list = deadlines("ashfield", [
      meeting("2026-11-26"),
      meeting("2026-12-17", "10:00", true),
      meeting("2027-01-14"),
    ]);
    expect(dates(list)["actionsDone"]).toBe("2027-01-14 10:00");
  });

  it("[ASH-10] follows a meeting that was moved, to the day and to the hour", () => {
    const moved: PanelMeeting = { ...meeting("2026-12-03", "13:30"), key: "2026-11-26" };
    expect(dates(deadlines("ashfield", [moved]))["referralIn"]).toBe("2026-11-30 17:00");
    expect(dates(deadlines("hertfordshire", [moved]))["apologies"]).toBe("2026-12-01 13:30");
  });

  it("[GAP-14] leaves out a day that the co-ordinator named, and says its name", () => {
    const day: NamedDay = { date: "2026-11-24" as CalendarDate, name: "Offices closed", worked: false };
    const referral = find(deadlines("ashfield", [meeting("2026-11-26")], [day]), "referralIn");
    expect(at(referral.due)).toBe("2026-11-20 17:00");
    expect(holidaysOf(referral)).toEqual(["Offices closed"]);
  });

  it("marks as provisional what is counted past the published bank holidays", () => {
    const list = deadlines("ashfield", [meeting("2029-04-12")]);
    expect(list.filter(({ due }) => due?.provisional).map(({ rule }) => rule.key)).toEqual([
      "referralIn",
      "agendaOut",
    ]);
  });

  it("gives nothing for a date that is none", () => {
    expect(deadlines("ashfield", [meeting("2026-02-30")])).toEqual([]);
  });
});
