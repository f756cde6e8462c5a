/** Actions, decisions and promises of a case, as its entries tell them. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import { actionsOf, earlierActions, openAskings, wordsOn } from "../../../src/domain/case/actions.ts";
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
import { entryId, makeStamper, type StampParts, userId } from "../stamped.ts";

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

describe("what is asked about an action", () => {
  const OWNER: StampParts = { who: 5, roles: ["member"] };
  const COLLEAGUE: StampParts = { who: 6, roles: ["member"] };
  const STRANGER: StampParts = { who: 7, roles: ["member"] };
  const stamp = makeStamper();
  const write = (type: string, parts: object, by: StampParts = {}) =>
    stamp({ type, action: action(1), words: "", ...parts } as CaseRecord, by);
  const agreed = stamp({
    type: "action-set",
    action: action(1),
    meeting: "m1",
    what: "Visit",
    owner: "Olly Owner",
    user: userId(5),
    agency: "Housing",
    due: "2026-12-17",
  } as CaseRecord);
  const offer = (entry: number, by: StampParts = OWNER) =>
    write("action-offered", { to: userId(6), owner: "Cal Colleague", agency: "Police" }, { ...by, entry });
  const dayAsked = (entry: number, by: StampParts = OWNER) =>
    write("action-day-asked", { due: "2027-01-14" }, { ...by, entry });
  const answer = (asked: number, yes: boolean, by: StampParts) =>
    write("action-answered", { asked: entryId(asked), agreed: yes }, by);
  const of = (...records: readonly Stamped<CaseRecord>[]) => actionsOf(fold([agreed, ...records]))[0];

  it("leaves it with whoever has it until the colleague says yes, and is theirs then", () => {
    const offered = offer(701);
    expect(of(offered)).toMatchObject({ owner: "Olly Owner", askings: [{ answer: undefined }] });
    expect(of(offered, answer(701, true, COLLEAGUE))).toMatchObject({
      owner: "Cal Colleague",
      agency: "Police",
      user: userId(6),
    });
    expect(of(offered, answer(701, false, COLLEAGUE))).toMatchObject({ owner: "Olly Owner" });
  });

  it("counts no yes but that of the one who was asked, nor a second answer", () => {
    const offered = offer(711);
    expect(of(offered, answer(711, true, STRANGER))?.user).toBe(userId(5));
    expect(of(offered, answer(711, true, {}))?.user).toBe(userId(5));
    const twice = of(offered, answer(711, false, COLLEAGUE), answer(711, true, COLLEAGUE));
    expect(twice?.user).toBe(userId(5));
  });

  it("moves the day once the chair or a co-ordinator agrees, and by nobody else", () => {
    const asked = dayAsked(721);
    expect(of(asked)?.due).toBe("2026-12-17");
    expect(of(asked, answer(721, true, COLLEAGUE))?.due).toBe("2026-12-17");
    expect(of(asked, answer(721, true, { who: 8, roles: ["chair"] }))?.due).toBe("2027-01-14");
    expect(of(asked, answer(721, false, { who: 8, roles: ["chair"] }))?.due).toBe("2026-12-17");
  });

  it("may be taken back by whoever asked, and asked anew", () => {
    const asked = dayAsked(731);
    const back = of(asked, answer(731, false, OWNER), dayAsked(732));
    expect(openAskings(back ?? { askings: [] }).map((each) => each.asked.entry)).toEqual([entryId(732)]);
    // Their own yes is no answer.
    expect(of(asked, answer(731, true, OWNER))?.due).toBe("2026-12-17");
  });

  it("is asked by whoever is to do it, or who writes for the panel, one question of a kind at a time", () => {
    expect(of(offer(741, STRANGER))?.askings).toEqual([]);
    expect(of(offer(742, {}))?.askings).toHaveLength(1);
    expect(of(offer(743), offer(744), dayAsked(745))?.askings).toHaveLength(2);
  });

  it("goes on standing for whoever took it on when the minute taker changes another point", () => {
    const later = stamp({ type: "action-set", action: action(1), what: "Visit twice" } as CaseRecord);
    const taken = of(offer(751), answer(751, true, COLLEAGUE), later);
    expect(taken).toMatchObject({ what: "Visit twice", user: userId(6), owner: "Cal Colleague" });
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
