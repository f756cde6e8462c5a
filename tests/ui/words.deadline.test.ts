import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { AlikeCase } from "../../src/app/alikeCase.ts";
import type { CaseSummary, PanelInfo } from "../../src/app/api.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { hearingAt } from "../../src/domain/hearing.ts";
import { londonMs } from "../../src/domain/londonTime.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { alikeTitle, alikeWords } from "../../src/ui/words/alike.ts";
import { clockWords } from "../../src/ui/words/clock.ts";
import {
  arrivedWords,
  biteOf,
  callsOfPanel,
  cardWords,
  nearWords,
  reasonWords,
  sendByWords,
} from "../../src/ui/words/deadline.ts";

const read = parseDefinition(
  JSON.parse(readFileSync(new URL("../../src/forms/panels/ashfield.json", import.meta.url), "utf8")),
);
if (!read.ok) throw new Error("Ashfield does not parse");
const ashfield = read.definition;

const meeting = (date: string, cancelled = false) => ({
  key: date,
  definition: "ashfield",
  date,
  start: "10:00",
  cancelled,
});
const panelWith = (...dates: string[]): PanelInfo => ({
  definition: ashfield,
  meetings: dates.map((date) => meeting(date)),
  everyMeeting: dates.map((date) => meeting(date)),
  settings: {},
  namedDays: [],
  filed: [],
  reportExports: [],
  passwords: [],
});
const panel = panelWith("2026-11-26", "2027-01-14");
const at = (moment: string) => londonMs(moment.slice(0, 10) as CalendarDate, moment.slice(11));
const hearing = (moment: string, of = panel) => hearingAt(callsOfPanel(of), at(moment));
const day = (moment: string) => moment.slice(0, 10) as CalendarDate;
const said = (moment: string, words: typeof sendByWords, of = panel) =>
  words(hearing(moment, of), day(moment)).join(" ");

describe("what a referrer is told of time, with Ashfield's own rules [ASH-01]", () => {
  const early = "2026-11-10 09:00";
  const late = "2026-11-24 09:00";

  it("says on the panel's card when it meets and by when to send", () => {
    expect(cardWords(hearing(early), day(early))).toBe(
      "Next meets 26 November 2026; send by Monday 23 November, 17:00.",
    );
    expect(cardWords(hearing(late), day(late))).toBe(
      "Meets 26 November 2026: too late to send for that one. Next meets 14 January 2027; send by Monday 11 January 2027, 17:00.",
    );
    expect(cardWords(hearing(early, panelWith()), day(early))).toBe(
      "No meeting dates have been published here yet.",
    );
  });

  it("says by when an unsent one must be sent, and for which meeting", () => {
    expect(said(early, sendByWords)).toBe(
      "It must be sent by Monday 23 November, 17:00 to be heard on 26 November.",
    );
  });

  it("[ASH-08] says that it is too late for one, what the chair may do, and which is next", () => {
    expect(said(late, sendByWords)).toBe(
      "It must be sent by Monday 11 January 2027, 17:00 to be heard on 14 January 2027. It is too late for the meeting on 26 November: referrals were due by Monday 23 November, 17:00. The chair may still take one: ask the co-ordinator.",
    );
    expect(said(late, sendByWords, panelWith("2026-11-26"))).toMatch(/No later date is set here yet\.$/);
  });

  it("says of one that arrived which meeting it is in time for, or that it missed one", () => {
    expect(said(early, arrivedWords)).toBe("It is in time for the meeting on 26 November.");
    expect(said(late, arrivedWords)).toBe(
      "It came too late for the meeting on 26 November, unless the chair takes it all the same. It goes to the next one, the meeting on 14 January 2027.",
    );
  });

  it("[ASH-02] [GAP-01] explains the date: the rule, the days passed over, and the rule not applied", () => {
    const call = hearing(early).next;
    const words = call ? reasonWords(call, day(early)).join(" ") : "";
    expect(words).toContain("at least 3 working days before the meeting: by Monday 23 November, 17:00.");
    expect(words).not.toContain("Not counted");
    expect(words).toContain("By the other rule it would be Tuesday 24 November, 17:00.");
  });

  it("names the bank holidays that were passed over", () => {
    const [call] = callsOfPanel(panelWith("2026-04-09"));
    expect(call && reasonWords(call, "2026-03-20" as CalendarDate)).toContain(
      "Not counted: weekends, Good Friday (3 April), Easter Monday (6 April).",
    );
  });
});

describe("what bites", () => {
  const draft: CaseSummary = {
    scope: "s" as CaseSummary["scope"],
    reference: "ASH-1",
    panelName: "Ashfield",
    definitionId: "ashfield",
    subject: "Somebody Secret",
    status: "draft",
    mine: true,
    author: "u" as CaseSummary["author"],
    updatedMs: 0,
    submittedMs: undefined,
    sentMs: undefined,
    arrivedMs: undefined,
    looked: { opened: false, points: 0, of: 0 },
    wasAsked: false,
    meeting: undefined,
    decided: undefined,
    toFile: undefined,
    place: "on-server",
    progress: undefined,
    answered: false,
    gaps: 0,
    openAsks: [],
    reportsOwed: 0,
    sentBack: 0,
    trouble: 0,
    clocks: [],
    consentTasks: [],
    unsentChanges: false,
  };
  const near = (moment: string, change: Partial<CaseSummary> = {}) =>
    nearWords([{ ...draft, ...change }], [panel], "tablet", at(moment));

  it("is said in the safety line within two working days, and names nobody", () => {
    // The last moment is on Monday: two working days before it is Thursday.
    expect(near("2026-11-18 09:00")).toBeUndefined();
    expect(near("2026-11-19 09:00")).toBe(
      "A draft must be sent by Monday 23 November, 17:00 to be heard on 26 November.",
    );
    expect(near("2026-11-19 09:00", { status: "submitted", place: "this-device" })).toBe(
      "A submitted referral is only on this tablet. It must be sent by Monday 23 November, 17:00 to be heard on 26 November.",
    );
    expect(near("2026-11-23 17:01")).toBeUndefined();
  });

  it("is nothing for a case that has gone, or is somebody else's", () => {
    expect(near("2026-11-20 09:00", { status: "submitted" })).toBeUndefined();
    expect(near("2026-11-20 09:00", { mine: false })).toBeUndefined();
    expect(biteOf({ ...draft, definitionId: "other" }, [panel], at("2026-11-20 09:00"))).toBeUndefined();
  });
});

describe("a clock that is wrong", () => {
  const MINUTE = 60_000;

  it("is said with how far, from ten minutes on", () => {
    expect(clockWords(undefined, "tablet")).toBeUndefined();
    expect(clockWords(10 * MINUTE, "tablet")).toBeUndefined();
    expect(clockWords(11 * MINUTE, "phone")).toBe(
      "This phone’s clock is 11 minutes ahead. Deadlines use the server’s time.",
    );
    expect(clockWords(-2 * 60 * MINUTE, "tablet")).toContain("2 hours behind");
    expect(clockWords(366 * 24 * 60 * MINUTE, "tablet")).toContain("1 year ahead");
  });
});

describe("cases that may be about one person", () => {
  const other: AlikeCase = {
    scope: "s" as AlikeCase["scope"],
    reference: "ASH-7K3M9",
    panelName: "Ashfield",
    status: "accepted",
    mine: true,
    atMs: Date.UTC(2026, 2, 12),
    likeness: "same",
  };

  it("are said to their author without certainty, with what became of them", () => {
    expect(alikeTitle([other], true)).toBe("You may have written about this person before");
    expect(alikeWords(other)).toBe("Ashfield, accepted for panel in March 2026");
    expect(alikeWords({ ...other, likeness: "perhaps" })).toContain("differs a little");
  });

  it("are told apart for the co-ordinator: heard before, or a duplicate", () => {
    expect(alikeTitle([other], false)).toBe("Perhaps heard before");
    expect(alikeTitle([{ ...other, status: "submitted" }], false)).toBe("Possible duplicate");
  });
});
