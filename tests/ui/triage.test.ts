/** The words and rules of the Decide tab, without a browser. */
import { describe, expect, it } from "vitest";
import type { CaseSummary, PanelInfo } from "../../src/app/api.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { MAX_PROSE } from "../../src/domain/lengths.ts";
import { londonMs } from "../../src/domain/londonTime.ts";
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import hartlepoolJson from "../../src/forms/panels/hartlepool-stockton.json" with { type: "json" };
import hertfordshireJson from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import { decisionErrors } from "../../src/ui/caseFile/decisionErrors.ts";
import {
  chosenMeeting,
  type Draft,
  noDecision,
  recordOf,
  written,
} from "../../src/ui/caseFile/triageRecord.ts";
import { meetingOptions, NO_MEETING, openingsOf, queueWords } from "../../src/ui/words/openings.ts";

const at = (day: string, time = "09:00") => londonMs(day as CalendarDate, time);
const TODAY = "2026-11-20" as CalendarDate;

function panelOf(json: unknown, ...dates: readonly string[]): PanelInfo {
  const parsed = parseDefinition(json);
  if (!parsed.ok) throw new Error("does not parse");
  const { definition } = parsed;
  const meetings = dates.map((date) => ({
    key: date,
    definition: definition.id,
    date,
    start: "10:00",
    cancelled: false,
  }));
  return {
    definition,
    meetings,
    everyMeeting: meetings,
    settings: {},
    namedDays: [],
    filed: [],
    reportExports: [],
    passwords: [],
  };
}
const herts = panelOf(hertfordshireJson, "2026-11-26", "2026-12-17", "2027-01-28");
const waiting = (definitionId: string, sentMs: number): CaseSummary =>
  ({ definitionId, sentMs, arrivedMs: undefined, status: "submitted" }) as CaseSummary;

describe("the queue", () => {
  it("[HER-02] says which meeting a late one can go to", () => {
    const openings = openingsOf(waiting("hertfordshire", at("2026-11-20")), [herts], at("2026-11-20"));
    expect(queueWords(openings, at("2026-11-20"))).toBe(
      "too late for 26 November, can go to the meeting on 17 December",
    );
  });

  it("says by when to decide where the panel has such a rule", () => {
    const panel = panelOf(hartlepoolJson, "2026-12-17");
    const openings = openingsOf(waiting(panel.definition.id, at("2026-11-20")), [panel], at("2026-11-20"));
    expect(queueWords(openings, at("2026-11-20"))).toBe(
      "can go to the meeting on 17 December; decide by Thursday 3 December",
    );
  });

  it("[HAR-02] says that the day for deciding has gone by", () => {
    const panel = panelOf(hartlepoolJson, "2026-12-17");
    const openings = openingsOf(waiting(panel.definition.id, at("2026-12-04")), [panel], at("2026-12-04"));
    expect(queueWords(openings, at("2026-12-04"))).toBe(
      "can go to the meeting on 17 December; was to be decided by Thursday 3 December",
    );
  });

  it("is honest when no date is set, and silent about a panel that is not here", () => {
    const panel = panelOf(hertfordshireJson);
    const summary = waiting("hertfordshire", at("2026-11-20"));
    expect(queueWords(openingsOf(summary, [panel], at("2026-11-20")), at("2026-11-20"))).toBe(
      "no later meeting is set yet",
    );
    expect(queueWords(openingsOf(summary, [], at("2026-11-20")), 0)).toBeUndefined();
  });
});

describe("an acceptance", () => {
  const openings = openingsOf(waiting("hertfordshire", at("2026-11-20")), [herts], at("2026-11-20"));
  const options = openings ? meetingOptions(openings, TODAY) : [];
  const draft = (change: Partial<Draft>): Draft => ({
    ...noDecision(TODAY),
    choice: "accepted",
    ...change,
  });
  const record = (change: Partial<Draft>) => recordOf(draft(change), chosenMeeting(draft(change), options));
  const errors = (change: Partial<Draft>) =>
    decisionErrors(draft(change), chosenMeeting(draft(change), options), false, TODAY).flatMap(
      (error) => error?.fieldId ?? [],
    );

  it("is for the next meeting it is in time for, unless another is chosen", () => {
    expect(options.map(({ value }) => value)).toEqual(["2026-12-17", "2027-01-28", "2026-11-26", NO_MEETING]);
    expect(record({})).toMatchObject({ type: "accepted", meeting: "2026-12-17" });
    expect(record({ meeting: "2027-01-28" })).toMatchObject({ meeting: "2027-01-28" });
    expect(record({ meeting: "gone by" })).toMatchObject({ meeting: "2026-12-17" });
    expect(record({ meeting: NO_MEETING })).not.toHaveProperty("meeting");
  });

  it("[HER-02] for a meeting that it came too late for needs the chair's reason, and keeps it", () => {
    expect(errors({ meeting: "2026-11-26" })).toEqual(["late-reason"]);
    expect(errors({ meeting: "2026-11-26", lateReason: "The risk grew overnight" })).toEqual([]);
    expect(record({ meeting: "2026-11-26", lateReason: " The risk grew " })).toMatchObject({
      meeting: "2026-11-26",
      lateReason: "The risk grew",
    });
    // A reason written for another meeting goes with it.
    expect(record({ lateReason: "The risk grew" })).not.toHaveProperty("lateReason");
  });
});

describe("what each other way needs", () => {
  const BY_CHAIR = { value: "m", label: "m", hint: undefined, byChair: true };
  const errors = (change: Partial<Draft>) =>
    decisionErrors({ ...noDecision(TODAY), ...change }, undefined, false, TODAY).flatMap(
      (error) => error?.fieldId ?? [],
    );

  it("[ASH-75] [ASH-82] a gap, or a reason", () => {
    expect(errors({})).toEqual(["decision"]);
    expect(errors({ choice: "returned" })).toEqual(["gap-0"]);
    expect(errors({ choice: "declined", reason: "  " })).toEqual(["reason"]);
    expect(written([{ sectionKey: "", text: " " }])).toEqual([]);
  });

  it("no more than a record takes, said beside each box", () => {
    const long = "x".repeat(MAX_PROSE + 7);
    const said = (change: Partial<Draft>) =>
      decisionErrors({ ...noDecision(TODAY), ...change }, BY_CHAIR, false, TODAY).filter((error) =>
        error?.text.endsWith("must be 50,000 characters or fewer. Take out 7"),
      );
    const ids = (change: Partial<Draft>) => said(change).map((error) => error?.fieldId);
    expect(ids({ choice: "accepted", note: long, lateReason: long })).toEqual(["late-reason", "note"]);
    const gaps = [long, "short", long].map((text) => ({ sectionKey: "", text }));
    expect(ids({ choice: "returned", gaps, note: long })).toEqual(["gap-0", "gap-2", "note"]);
    expect(ids({ choice: "declined", reason: long })).toEqual(["reason"]);
    expect(ids({ choice: "settled-outside", urgency: long, agreed: long, by: long })).toEqual([
      "urgency",
      "agreed",
      "settled-by",
    ]);
    expect(said({ choice: "declined", reason: long })[0]?.text).toMatch(/^The reason must/);
  });

  it("[HER-08] what was agreed, by whom, how and when", () => {
    expect(errors({ choice: "settled-outside" })).toEqual(["urgency", "agreed", "settled-by", "how"]);
    const whole: Partial<Draft> = {
      choice: "settled-outside",
      urgency: "Discharge tomorrow",
      agreed: "A nurse visits daily",
      by: "Ward manager, team manager",
      how: "telephone",
    };
    expect(errors(whole)).toEqual([]);
    expect(errors({ ...whole, on: { day: "21", month: "11", year: "2026" } })).toEqual(["settled-on"]);
    expect(errors({ ...whole, on: { day: "31", month: "2", year: "2026" } })).toEqual(["settled-on"]);
    expect(recordOf({ ...noDecision(TODAY), ...whole }, undefined)).toEqual({
      type: "settled-outside",
      reason: "Discharge tomorrow",
      agreed: "A nurse visits daily",
      by: "Ward manager, team manager",
      how: "telephone",
      on: "2026-11-20",
    });
  });
});
