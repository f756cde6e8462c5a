import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { PanelInfo } from "../../src/app/api.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { londonMs } from "../../src/domain/londonTime.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import {
  changesWords,
  changeWords,
  datesText,
  deadlineLines,
  passwordWords,
} from "../../src/ui/words/meetingDeadlines.ts";

function panelWith(id: string, ...dates: string[]): PanelInfo {
  const path = new URL(`../../src/forms/panels/${id}.json`, import.meta.url);
  const parsed = parseDefinition(JSON.parse(readFileSync(path, "utf8")));
  if (!parsed.ok) throw new Error(`${id} does not parse`);
  const meetings = dates.map((date) => ({
    key: date,
    definition: id,
    date,
    start: "10:00",
    cancelled: false,
  }));
  return {
    definition: parsed.definition,
    meetings,
    everyMeeting: meetings,
    settings: {},
    namedDays: [],
    filed: [],
    reportExports: [],
    passwords: [],
  };
}

const day = (text: string) => text as CalendarDate;

function lines(panel: PanelInfo, today: string) {
  const [meeting] = panel.everyMeeting;
  if (!meeting) throw new Error("no meeting");
  return deadlineLines(panel, meeting, londonMs(day(today), "12:00"), day(today));
}

const said = (panel: PanelInfo, key: string, today: string) =>
  lines(panel, today)
    .find((line) => line.key === key)
    ?.sentences.join(" ");

describe("a meeting's deadlines in words", () => {
  it("[ASH-07] say what, when, who and by which rule, and what is past", () => {
    const [referral, agenda] = lines(panelWith("ashfield", "2026-11-26"), "2026-11-24");
    expect(referral).toMatchObject({ what: "Referral received", who: "Referrer", past: true });
    expect(agenda).toMatchObject({
      what: "Agenda sent out",
      when: "Tuesday 24 November, 17:00",
      who: "Chair",
      past: false,
      provisional: false,
      sentences: ["At least 2 working days before the meeting."],
    });
  });

  it("[ASH-05] say that a date after this meeting waits for the next one", () => {
    const actions = lines(panelWith("ashfield", "2026-11-26"), "2026-11-10").at(-1);
    expect([actions?.when, actions?.sentences[0]]).toEqual([
      "No meeting after this one is set yet",
      "When the meeting after this one begins.",
    ]);
  });

  it("[GAP-01] give both dates of a contradiction and which is used", () => {
    expect(said(panelWith("ashfield", "2026-11-26"), "referralIn", "2026-11-10")).toContain(
      "The rule that is used gives Monday 23 November, 17:00. The other would give Tuesday 24 November, 17:00.",
    );
  });

  it("[GAP-05] give both, and use the earlier for a decision that others wait for", () => {
    const easter = panelWith("hartlepool-stockton", "2026-04-09");
    expect(said(easter, "referrerTold", "2026-03-01")).toContain(
      "The first rule gives Thursday 26 March, 17:00, the other Tuesday 24 March, 17:00: the earlier date is used.",
    );
    const plain = panelWith("hartlepool-stockton", "2026-11-26");
    expect(said(plain, "referrerTold", "2026-11-01")).toContain("both rules give the same date");
  });

  it("[GAP-15] say which step brought a referral's date forward, and what was not counted", () => {
    const words = said(panelWith("oxfordshire", "2026-04-09"), "referralIn", "2026-03-01");
    expect(words).toContain("By its own rule it would be Thursday 26 March, 17:00. ‘Members told’");
    expect(words).toContain("Not counted: weekends, Good Friday (3 April), Easter Monday (6 April).");
  });

  it("[ASH-06] say how old a password may become", () => {
    expect(passwordWords(panelWith("ashfield").definition.password)).toBe(
      "The password for documents is replaced every month: one that is 28 days old is due to be changed.",
    );
  });
});

describe("what was changed about a meeting [ASH-10]", () => {
  const meeting = { key: "k", definition: "d", date: "2026-12-03", start: "10:00", cancelled: false };
  const moved = { ...meeting, movedFrom: "2026-11-26", reason: "The hall is closed." };

  it("is said with both days and the reason", () => {
    expect(changeWords(moved)).toBe(
      "The meeting on 26 November 2026 was moved to 3 December 2026 at 10:00: The hall is closed.",
    );
    expect(changeWords({ ...meeting, cancelled: true, reason: "snow" })).toBe(
      "The meeting on 3 December 2026 was cancelled: snow.",
    );
    expect(changeWords({ ...meeting, movedFrom: meeting.date, reason: "snow" })).toBe(
      "The meeting on 3 December 2026 begins at 10:00: snow.",
    );
    expect(changeWords(meeting)).toBeUndefined();
  });

  it("is said until both days have gone", () => {
    const panel = { ...panelWith("ashfield"), everyMeeting: [moved] };
    expect(changesWords(panel, day("2026-12-03"))).toHaveLength(1);
    expect(changesWords(panel, day("2026-12-04"))).toEqual([]);
  });
});

it("[ASH-04] the dates can be copied as plain lines", () => {
  expect(datesText(panelWith("oxfordshire", "2026-11-26", "2027-01-28"))).toMatch(
    /^[^\n]+\n26 November 2026, 10:00\n28 January 2027, 10:00$/,
  );
});
