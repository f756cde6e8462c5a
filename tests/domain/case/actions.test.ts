/** Actions, decisions and promises of a case, as its entries tell them. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import { actionsOf, earlierActions, wordsOn } from "../../../src/domain/case/actions.ts";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import {
  decisionAt,
  decisionsOf,
  filedOf,
  isClosed,
  notesAt,
  promisesOf,
  reportsTo,
  researchFor,
} from "../../../src/domain/case/discussion.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import type { ActionId, ScopeId } from "../../../src/domain/ids.ts";
import type { CaseRecord, Stamped } from "../../../src/domain/records/record.ts";
import { entryId, makeStamper, type StampParts } from "../stamped.ts";

const scope = "AAAAAAAAAAAAAAAAAAAAAA" as ScopeId;
const action = (number: number) => entryId(number) as string as ActionId;
const fold = (records: readonly Stamped<CaseRecord>[]) => foldCase(emptyCaseFile(scope), records);
const member: StampParts = { who: 2, roles: [] };

describe("an action", () => {
  const stamp = makeStamper();
  const set = (parts: object, by?: StampParts) =>
    stamp({ type: "action-set", action: action(1), ...parts } as CaseRecord, by);
  const update = (state: string, parts: object = {}) =>
    stamp({ type: "action-updated", action: action(1), state, words: "w", ...parts } as CaseRecord, member);

  it("[HER-85] [HER-86] [HER-87] says what, who by full name and by when, the last word on each standing", () => {
    const file = fold([
      set({ meeting: "m1", what: "Visit", owner: "Wyn Worker", due: "2026-12-17", agency: "Housing" }),
      set({ due: "2026-12-24" }),
      set({ what: "Something else" }, member),
    ]);
    expect(actionsOf(file)).toMatchObject([
      { what: "Visit", owner: "Wyn Worker", due: "2026-12-24", agency: "Housing", state: "open" },
    ]);
  });

  it("keeps every word on how it stands, by two people at once", () => {
    const file = fold([set({ meeting: "m1", what: "Visit" }), update("inProgress"), update("done")]);
    expect(actionsOf(file)[0]).toMatchObject({ state: "done" });
    expect(actionsOf(file)[0]?.updates).toHaveLength(2);
  });

  it("[ASH-86] is gone through at the next meeting, and stays on its list once answered there", () => {
    const agreed = set({ meeting: "m1", what: "Visit" });
    expect(earlierActions(fold([agreed]), "m1")).toEqual([]);
    expect(earlierActions(fold([agreed]), "m2")).toHaveLength(1);
    expect(earlierActions(fold([agreed, update("done", { meeting: "m2" })]), "m2")).toHaveLength(1);
  });

  it("[OXF-05] is reported to the next meeting when it was done before it, and to no later one", () => {
    const agreed = set({ meeting: "m1", what: "Visit" });
    const between = [agreed, update("done", { words: "Visited on Tuesday" })];
    expect(earlierActions(fold(between), "m2").map(wordsOn)).toEqual(["Visited on Tuesday"]);
    const heard = [...between, update("done", { meeting: "m2", words: "" })];
    expect(earlierActions(fold(heard), "m2").map(wordsOn)).toEqual(["Visited on Tuesday"]);
    expect(earlierActions(fold(heard), "m3")).toEqual([]);
    expect(earlierActions(fold([...heard, update("inProgress")]), "m3")).toHaveLength(1);
  });
});

describe("what the panel said of a case", () => {
  const stamp = makeStamper();

  it("[ASH-81] takes the last decision of those who write for the panel", () => {
    const decided = (decision: string, by: StampParts) =>
      stamp({ type: "decided", meeting: "m1", decision, reason: "" } as CaseRecord, by);
    const file = fold([
      decided("notSuitable", {}),
      decided("suitable", { who: 3, roles: ["minutes"] }),
      decided("notSuitable", member),
    ]);
    expect(decisionAt(file, "m1")?.record.decision).toBe("suitable");
    expect(decisionAt(file, "m2")).toBeUndefined();
  });

  it("counts one decision of each meeting, however often the panel changed its mind there", () => {
    const decided = (meeting: string, decision: string) =>
      stamp({ type: "decided", meeting, decision, reason: "" } as CaseRecord);
    const file = fold([decided("m1", "suitable"), decided("m2", "suitable"), decided("m1", "notSuitable")]);
    expect(decisionsOf(file).map(({ record }) => [record.meeting, record.decision])).toEqual([
      ["m2", "suitable"],
      ["m1", "notSuitable"],
    ]);
  });

  it("[ASH-53] keeps one note of each person, their latest", () => {
    const note = (known: string, who: number) =>
      stamp(
        {
          type: "research-note",
          meeting: "m1",
          agency: "Housing",
          nothing: false,
          known,
          involvement: "",
          carePlan: "",
          concerns: "",
        } as CaseRecord,
        { who, roles: [] },
      );
    const file = fold([note("old", 2), note("theirs", 3), note("new", 2)]);
    expect(researchFor(file, "m1").map(({ record }) => record.known)).toEqual(["new", "theirs"]);
  });

  it("keeps both texts of two people who wrote at once, and one written over the other it had seen", () => {
    const write = (value: string, replaces: readonly number[], by: StampParts) =>
      stamp(
        {
          type: "minuted",
          meeting: "m1",
          changes: [{ path: "summary", value, replaces: replaces.map(entryId) }],
        } as CaseRecord,
        by,
      );
    const [one, two] = [write("one", [], { entry: 901 }), write("two", [], { ...member, entry: 902 })];
    expect(notesAt(fold([one, two]), "m1", "summary")).toHaveLength(2);
    const both = write("both", [901, 902], { entry: 903 });
    expect(notesAt(fold([both, one, two]), "m1", "summary").map(({ value }) => value)).toEqual(["both"]);
  });

  it("[OXT-63] [OXT-92] knows which report was promised, and whether it came", () => {
    const promise = stamp(
      {
        type: "report-promised",
        meeting: "m1",
        by: "date",
        on: "2027-01-14",
        how: "inWriting",
        who: "W",
      } as CaseRecord,
      { entry: 950 },
    );
    const report = stamp({ type: "reported", promise: entryId(950), words: "Done" } as CaseRecord, member);
    expect(promisesOf(fold([promise]))).toMatchObject([{ kept: undefined }]);
    expect(promisesOf(fold([report, promise]))[0]?.kept?.record.words).toBe("Done");
  });

  it("[OXF-05] [OXT-92] hears of a report at the meeting after the one that asked for it, and at no later one", () => {
    const decided = (meeting: string) =>
      stamp({ type: "decided", meeting, decision: "suitable", reason: "" } as CaseRecord);
    const asked = stamp(
      {
        type: "report-promised",
        meeting: "m1",
        by: "nextMeeting",
        on: "",
        how: "inWriting",
        who: "",
      } as CaseRecord,
      { entry: 960 },
    );
    const report = () =>
      stamp({ type: "reported", promise: entryId(960), words: "Housed" } as CaseRecord, member);
    const words = (records: readonly Stamped<CaseRecord>[], meeting: string) =>
      reportsTo(fold(records), meeting).map(({ kept }) => kept?.record.words);
    const first = [asked, decided("m1")];
    expect(words(first, "m1")).toEqual([]);
    expect(words(first, "m2")).toEqual([undefined]);
    const second = [...first, report(), decided("m2")];
    expect(words(second, "m2")).toEqual(["Housed"]);
    expect(words(second, "m3")).toEqual([]);
    const late = [...first, decided("m2"), report()];
    expect(words(late, "m2")).toEqual([undefined]);
    expect(words(late, "m3")).toEqual(["Housed"]);
  });

  it("[OXT-90] keeps the lines of each of the panel’s records apart", () => {
    const filed = (kind: string) =>
      stamp({
        type: "filed-record",
        kind,
        values: [{ field: "Agency", value: "Housing" }],
        on: "2026-11-26" as CalendarDate,
      } as CaseRecord);
    expect(filedOf(fold([filed("adoption"), filed("handBack")]), "adoption")).toHaveLength(1);
  });

  it("is closed, and opened again, by a co-ordinator or chair", () => {
    const closed = (value: boolean, by: StampParts) =>
      stamp({ type: "case-closed", closed: value, reason: "r" } as CaseRecord, by);
    expect(isClosed(fold([closed(true, member)]))).toBe(false);
    expect(isClosed(fold([closed(true, {})]))).toBe(true);
    expect(isClosed(fold([closed(true, {}), closed(false, {})]))).toBe(false);
  });
});
