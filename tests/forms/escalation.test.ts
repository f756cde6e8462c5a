/** To whom an action goes that nobody did, and on which days people hear of it: each panel by its own rule. */
import { describe, expect, it } from "vitest";
import type { Action, Asking } from "../../src/domain/case/actions.ts";
import { idFromBytes, type ActionId, type UserId } from "../../src/domain/ids.ts";
import { chasedOn, makeChases } from "../../src/forms/escalation.ts";
import { type Reader, remindersOf, USUAL_REMINDERS } from "../../src/forms/reminders.ts";
import hartlepoolJson from "../../src/forms/panels/hartlepool-stockton.json" with { type: "json" };
import hertfordshireJson from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import oxfordshireJson from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { sentences, set } from "./breaking.ts";
import { ashfield, day, parsed } from "./fixtures.ts";

const meeting = (key: string, date: string) => ({ key, date, start: "14:00", cancelled: false });
const november = meeting("m", "2026-11-26");
const user = (n: number): UserId => idFromBytes(new Uint8Array(16).fill(n));
const [owner, lead, chair, other] = [user(1), user(2), user(3), user(4)];
const readers: readonly Reader[] = [
  { user: owner, roles: ["member"] },
  { user: lead, roles: ["coordinator"] },
  { user: chair, roles: ["chair"] },
  { user: other, roles: ["member"] },
];
const action = (change: Partial<Action> = {}): Action => ({
  action: idFromBytes<ActionId>(new Uint8Array(16).fill(9)),
  meeting: "m",
  what: "Visit",
  agency: "Housing",
  owner: "O Owner",
  user: owner,
  due: "2026-12-17",
  contact: "",
  outcome: "",
  commitment: "",
  addedMs: 0,
  state: "open",
  updates: [],
  askings: [],
  evidence: [],
  ...change,
});
const chasesIn = (panel: typeof ashfield, meetings = [november], due = "2026-12-17") =>
  makeChases(panel, meetings, [])(action({ due }));

describe("an action that is not done", () => {
  const hertfordshire = parsed(hertfordshireJson);

  it("[HER-07] [GAP-21] goes to the co-ordinator and the chair three weeks after the panel, and not on that day", () => {
    const chases = chasesIn(hertfordshire);
    expect(chases).toEqual([
      { until: "2026-12-17", to: ["coordinator", "chair"], says: "Three weeks since the panel" },
    ]);
    expect(chasedOn({ state: "open", chases }, day("2026-12-17"))).toBeUndefined();
    expect(chasedOn({ state: "inProgress", chases }, day("2026-12-18"))?.says).toBe(
      "Three weeks since the panel",
    );
    expect(chasedOn({ state: "done", chases }, day("2026-12-18"))).toBeUndefined();
  });

  it.each([
    ["[ASH-05] Ashfield", ashfield, "The next panel has met, and it was not reported as done"],
    [
      "[OXF-05] [OXT-92] Oxfordshire",
      parsed(oxfordshireJson),
      "The next panel has met, and nothing was reported to it",
    ],
  ])("%s: goes to them when the next panel has met without having heard of it", (_, panel, says) => {
    expect(chasesIn(panel)).toEqual([]);
    const both = [november, meeting("n", "2027-01-28")];
    expect(chasesIn(panel, both)).toEqual([{ until: "2027-01-28", to: ["coordinator", "chair"], says }]);
    const calledOff = [november, { ...meeting("n", "2027-01-28"), cancelled: true }];
    expect(chasesIn(panel, calledOff)).toEqual([]);
  });

  it("[HAR-06] [HAR-07] goes to the administrator after its own limit, and to the chair too after the next meeting", () => {
    const chases = chasesIn(parsed(hartlepoolJson), [november, meeting("n", "2027-01-28")]);
    expect(chases.map(({ until, to }) => [until, to])).toEqual([
      ["2026-12-17", ["coordinator"]],
      ["2027-01-28", ["coordinator", "chair"]],
    ]);
    expect(chasedOn({ state: "open", chases }, day("2027-01-29"))?.to).toContain("chair");
    expect(chasesIn(parsed(hartlepoolJson), [november], "")).toEqual([]);
  });
});

describe("people are reminded of an action", () => {
  const chases = chasesIn(parsed(hertfordshireJson));
  const of = (change: Partial<Action>, named = [] as Parameters<typeof remindersOf>[3]) =>
    remindersOf({ ...action(change), chases }, USUAL_REMINDERS, readers, named);

  it("before its day, on it and after it in working days, and those who chase it after the panel’s own", () => {
    const closed = { date: day("2026-12-15"), name: "Offices closed", worked: false };
    const after = ["2026-12-18", "2026-12-24"];
    expect(of({}, [closed])).toEqual([
      { user: owner, sort: "own", due: "2026-12-17", days: ["2026-12-11", "2026-12-17", ...after] },
      { user: lead, sort: "chase", due: "2026-12-17", days: after },
      { user: chair, sort: "chase", due: "2026-12-17", days: after },
    ]);
  });

  it("on the last working day before a day that nobody works, over Christmas", () => {
    const [own] = of({ due: "2026-12-26" });
    expect(own?.days).toEqual(["2026-12-22", "2026-12-24", "2026-12-29", "2027-01-05"]);
  });

  it("not where it is over, has no day, or is nobody’s who reads the case", () => {
    expect(of({ state: "done" })).toEqual([]);
    expect(of({ due: "" }).map(({ sort }) => sort)).toEqual(["chase", "chase"]);
    expect(of({ user: user(7) }).some(({ sort }) => sort === "own")).toBe(false);
  });

  it("where it is theirs to answer something, which comes before what they chase", () => {
    const asked = (record: Asking["asked"]["record"]) =>
      of({
        askings: [
          {
            asked: { order: [Date.UTC(2026, 10, 27, 9), 0], author: owner, roles: [], record },
            answer: undefined,
          },
        ] as unknown as readonly Asking[],
      });
    const id = action().action;
    const offered = asked({
      type: "action-offered",
      action: id,
      to: other,
      owner: "N",
      agency: "A",
      words: "",
    });
    expect(offered.find(({ user: who }) => who === other)).toMatchObject({
      sort: "own",
      due: "2026-12-01",
      days: ["2026-11-27", "2026-12-01", "2026-12-02", "2026-12-08"],
    });
    const day14 = day("2027-01-14");
    const later = asked({ type: "action-day-asked", action: id, due: day14, words: "" });
    expect(later.filter(({ sort }) => sort === "own").map(({ user: who }) => who)).toEqual([
      owner,
      lead,
      chair,
    ]);
    expect(later.find(({ user: who }) => who === lead)?.days).toContain("2026-12-18");
    expect(new Set(later.map(({ user: who }) => who)).size).toBe(later.length);
  });
});

describe("a definition whose actions could not be chased is refused", () => {
  const rules = (change: object) => ({
    actions: {
      reminders: USUAL_REMINDERS,
      escalation: [{ key: "late", deadline: "actionsDone", to: ["chair"], says: "Late", ...change }],
    },
  });

  it.each([
    [{ to: ["nobody"] }, "Escalation ‘late’: names the role ‘nobody’, which does not exist."],
    [{ deadline: "never" }, "Escalation ‘late’: names ‘never’, which is no deadline counted from a meeting."],
    [{ afterOwnDay: 3 }, "Escalation ‘late’: needs either ‘deadline’ or ‘afterOwnDay’, and not both."],
  ])("%o", (change, sentence) => {
    expect(sentences((json) => set(json, rules({})))).toEqual([]);
    expect(sentences((json) => set(json, rules(change)))).toContain(sentence);
  });
});
