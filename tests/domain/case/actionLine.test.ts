/** One line typed in a meeting: what, who and when, and what it asks rather than guesses. [ASH-84], [HER-85..87] */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import { type LineContext, type Picks, readActionLine } from "../../../src/domain/case/actionLine.ts";
import { readDue } from "../../../src/domain/case/dueWords.ts";
import type { UserId } from "../../../src/domain/ids.ts";

const day = (text: string) => text as CalendarDate;
const jo = { agency: "Housing", owner: "Jo Okoro", user: "jo" as UserId };
const sam = { agency: "Testshire Police", owner: "Sam Reed", user: undefined };
const sue = { agency: "The Probation Service", owner: "Sue Reed", user: undefined };

/** A Wednesday. */
const context: LineContext = {
  today: day("2026-11-25"),
  nextMeeting: day("2027-01-13"),
  named: [],
  people: [jo, sam, sue],
  agencies: ["Adult social care", "Children’s social care", "Mental health team"],
  usualDue: day("2027-01-13"),
};
const read = (line: string, picks?: Picks, given = context) => readActionLine(line, given, picks);
const due = (words: string, given = context) => readDue(words, given);

describe("when", () => {
  it.each([
    ["today", "2026-11-25"],
    ["tomorrow", "2026-11-26"],
    ["+2w", "2026-12-09"],
    ["+ 2 weeks", "2026-12-09"],
    ["+1 week", "2026-12-02"],
    ["+10d", "2026-12-05"],
    ["+1m", "2026-12-25"],
    ["next panel", "2027-01-13"],
    ["Next meeting", "2027-01-13"],
    ["Fri", "2026-11-27"],
    ["friday", "2026-11-27"],
    ["this Fri", "2026-11-27"],
    ["tues", "2026-12-01"],
    ["Thurs", "2026-11-26"],
    ["12 Dec", "2026-12-12"],
    ["12th December", "2026-12-12"],
    ["12 Dec 2027", "2027-12-12"],
    ["12/12", "2026-12-12"],
    ["3/12/26", "2026-12-03"],
    ["2026-12-01", "2026-12-01"],
  ])("reads “%s” as %s", (words, date) => {
    expect(due(words)).toEqual({ kind: "date", date });
  });

  it("passes over weekends, bank holidays and named days in working days", () => {
    // From Wednesday 23 December: Thursday, then Christmas, the weekend and Monday for Boxing Day are passed over.
    const christmas = { ...context, today: day("2026-12-23") };
    expect(due("+2wd", christmas)).toEqual({ kind: "date", date: "2026-12-29" });
    const named = [{ date: day("2026-12-29"), name: "Offices closed", worked: false }];
    expect(due("+2 working days", { ...christmas, named })).toEqual({ kind: "date", date: "2026-12-30" });
  });

  it.each([
    ["+2", ["2026-11-27", "2026-12-09"]],
    ["wed", ["2026-11-25", "2026-12-02"]],
    ["next Fri", ["2026-11-27", "2026-12-04"]],
    ["1 Mar", ["2027-03-01"]],
    ["31 Feb", []],
    ["1 Nov 2026", []],
  ])("asks what “%s” means", (words, dates) => {
    expect(due(words)).toMatchObject({ kind: "unsure", dates });
  });

  it("asks for a date where no later meeting is set", () => {
    expect(due("next panel", { ...context, nextMeeting: undefined })).toMatchObject({
      kind: "unsure",
      dates: [],
    });
  });

  it.each(["flat", "the 3", "may", "+", "12", "second"])("takes “%s” for no time", (words) => {
    expect(due(words)).toBeUndefined();
  });
});

describe("a line", () => {
  it("[HER-85], [HER-86], [HER-87] says what, who by full name, and by when", () => {
    expect(read("Visit the flat @Housing J Okoro +2w")).toEqual({
      what: "Visit the flat",
      ...jo,
      due: "2026-12-09",
      dueIsUsual: false,
      questions: [],
    });
  });

  it.each([
    ["Visit @Housing, Jo Okoro, Fri", "Housing", "Jo Okoro", "2026-11-27"],
    ["Visit @Okoro by Fri", "Housing", "Jo Okoro", "2026-11-27"],
    ["Visit @jo 12 Dec", "Housing", "Jo Okoro", "2026-12-12"],
    ["Visit @police tomorrow", "Testshire Police", "", "2026-11-26"],
    ["Visit @probation S Reed next panel", "The Probation Service", "Sue Reed", "2027-01-13"],
    ["Visit +2w @Housing", "Housing", "", "2026-12-09"],
    ["Visit by Fri @Housing", "Housing", "", "2026-11-27"],
    ["Visit @Housing Kay Minh +1w", "Housing", "Kay Minh", "2026-12-02"],
    ["Visit @children's social care A Person +1w", "Children’s social care", "A Person", "2026-12-02"],
  ])("understands “%s”", (line, agency, owner, date) => {
    expect(read(line)).toMatchObject({ what: "Visit", agency, owner, due: date, questions: [] });
  });

  it("[ASH-05] is due when the panel’s rule says, where it says nothing", () => {
    expect(read("Visit the flat @Housing")).toMatchObject({
      due: "2027-01-13",
      dueIsUsual: true,
      questions: [],
    });
    expect(read("Visit @Housing", {}, { ...context, usualDue: undefined })).toMatchObject({
      due: "",
      questions: [],
    });
  });

  it("leaves times and addresses in what is to be done alone", () => {
    expect(read("Meet on Fri at noon @Housing +1w")).toMatchObject({ what: "Meet on Fri at noon" });
    expect(read("Write to a@example.org @Housing +1w")).toMatchObject({ what: "Write to a@example.org" });
    expect(read("See him Fri @Housing")).toMatchObject({ what: "See him Fri", dueIsUsual: true });
  });

  it("asks who, what and when rather than guess", () => {
    const asks = (line: string) => read(line).questions.map(({ about, choices }) => [about, choices.length]);
    expect(asks("Visit the flat")).toEqual([["who", 0]]);
    expect(asks("@Housing +2w")).toEqual([["what", 0]]);
    expect(asks("Visit @Reed +2w")).toEqual([["who", 2]]);
    expect(asks("Visit @S Reed +2w")).toEqual([["who", 2]]);
    expect(asks("Visit @social care +2w")).toEqual([["who", 2]]);
    expect(asks("Visit @Nobody Known +2w")).toEqual([["who", 2]]);
    expect(asks("Visit @Housing Fri +2w")).toEqual([["who", 0]]);
    expect(asks("Visit @Housing +2")).toEqual([["when", 2]]);
    expect(asks("")).toEqual([
      ["what", 0],
      ["who", 0],
    ]);
  });

  it("takes an answer while the words it was about stay as they are", () => {
    const picks: Picks = {
      who: { words: "Reed", doer: sue },
      when: { words: "+2", date: day("2026-12-09") },
    };
    expect(read("Visit @Reed +2", picks)).toMatchObject({ ...sue, due: "2026-12-09", questions: [] });
    expect(read("Visit @S Reed +3", picks).questions).toHaveLength(2);
  });
});
