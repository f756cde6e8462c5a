/** Where a case stands: who may take which step, and what becomes of a step out of turn. Sources: ASH-08, ASH-75, ASH-81, ASH-82, HER-08. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import { CASE_STATUSES, type CaseStatus, mayFollow, standingOf } from "../../../src/domain/case/status.ts";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import type { ScopeId } from "../../../src/domain/ids.ts";
import type { CaseRecord, Stamped } from "../../../src/domain/records/record.ts";
import { makeStamper } from "../stamped.ts";

const OWNER = 1;
const LEAD = 2;
const CHAIR = 3;
const OTHER = 4;
/** A co-ordinator and a chair; the others are a referrer and a member. */
const LEADERS = [LEAD, CHAIR];

const STEPS = {
  submitted: { type: "submitted", snapshot: {}, declaredBy: "a", declaration: "b" },
  corrected: { type: "corrected", snapshot: {}, declaredBy: "a", declaration: "b", note: "c" },
  returned: { type: "returned", gaps: [{ text: "more" }] },
  accepted: { type: "accepted" },
  declined: { type: "declined", reason: "r" },
  "settled-outside": {
    type: "settled-outside",
    reason: "r",
    agreed: "a",
    by: "b",
    how: "telephone",
    on: "2026-11-25" as CalendarDate,
  },
  withdrawn: { type: "withdrawn", reason: "r" },
} as const satisfies Record<string, CaseRecord>;
type Step = keyof typeof STEPS;

/** A case started by the owner, and these steps, each by somebody. */
function standing(...steps: readonly (readonly [Step, number])[]) {
  const stamp = makeStamper();
  const start: CaseRecord = { type: "case-started", definition: "d", definitionVersion: "1", reference: "r" };
  const records: Stamped<CaseRecord>[] = [stamp(start, { who: OWNER, ms: 1 })];
  for (const [step, who] of steps)
    records.push(
      stamp(STEPS[step] as CaseRecord, {
        who,
        ms: records.length + 1,
        roles: LEADERS.includes(who) ? ["coordinator"] : [],
      }),
    );
  return standingOf(foldCase(emptyCaseFile("AAAAAAAAAAAAAAAAAAAAAA" as ScopeId), records));
}

/** The shortest way to each status. */
const WAY: Record<CaseStatus, readonly (readonly [Step, number])[]> = {
  draft: [],
  submitted: [["submitted", OWNER]],
  returned: [
    ["submitted", OWNER],
    ["returned", LEAD],
  ],
  accepted: [
    ["submitted", OWNER],
    ["accepted", LEAD],
  ],
  declined: [
    ["submitted", OWNER],
    ["declined", LEAD],
  ],
  "settled-outside": [
    ["submitted", OWNER],
    ["settled-outside", LEAD],
  ],
  withdrawn: [["withdrawn", OWNER]],
};

/** Written out a second time, as the table a co-ordinator would draw. */
const ALLOWED: Record<CaseStatus, readonly Step[]> = {
  draft: ["submitted", "withdrawn"],
  submitted: ["corrected", "returned", "accepted", "declined", "settled-outside", "withdrawn"],
  returned: ["submitted", "declined", "settled-outside", "withdrawn"],
  accepted: ["corrected", "settled-outside", "withdrawn"],
  declined: [],
  "settled-outside": [],
  withdrawn: [],
};

describe("a case", () => {
  it.each(CASE_STATUSES)("that is %s moves on only as the table says", (status) => {
    expect(standing(...WAY[status]).status).toBe(status);
    for (const step of Object.keys(STEPS) as Step[]) {
      const allowed = ALLOWED[status].includes(step);
      const who = step === "submitted" || step === "corrected" || step === "withdrawn" ? OWNER : LEAD;
      const after = standing(...WAY[status], [step, who]);
      expect(mayFollow(status, step), step).toBe(allowed);
      // A correction adds to what was sent and leaves the case where it stands.
      expect(after.status, step).toBe(allowed && step !== "corrected" ? step : status);
      expect(after.ignored, step).toHaveLength(allowed ? 0 : 1);
    }
  });

  it.each(["returned", "accepted", "declined", "settled-outside"] as const)(
    "[HAR-44] is %s by a co-ordinator or chair, and by nobody else",
    (step) => {
      for (const who of [LEAD, CHAIR]) expect(standing(["submitted", OWNER], [step, who]).status).toBe(step);
      for (const who of [OWNER, OTHER, 99])
        expect(standing(["submitted", OWNER], [step, who]).status).toBe("submitted");
    },
  );

  it.each(["submitted", "withdrawn"] as const)(
    "is %s by the one whose referral it is, and by nobody else",
    (step) => {
      expect(standing([step, OWNER]).status).toBe(step);
      for (const who of [LEAD, CHAIR, OTHER]) expect(standing([step, who]).status).toBe("draft");
    },
  );

  it("remembers its first submission and counts its returns [ASH-08]", () => {
    const after = standing(
      ["submitted", OWNER],
      ["returned", LEAD],
      ["submitted", OWNER],
      ["returned", LEAD],
    );
    expect(after.returns).toBe(2);
    expect(after.firstSubmitted?.order[0]).toBe(2);
    expect(after.last?.record.type).toBe("returned");
  });

  it("[HER-08] leaves the queue when it is settled outside the panel, an accepted one too, and comes back by nothing", () => {
    const settled = standing(["submitted", OWNER], ["accepted", LEAD], ["settled-outside", CHAIR]);
    expect(settled.status).toBe("settled-outside");
    expect(
      standing(["submitted", OWNER], ["settled-outside", LEAD], ["accepted", LEAD], ["submitted", OWNER]),
    ).toMatchObject({ status: "settled-outside", ignored: [{}, {}] });
  });

  it("keeps its place when its author corrects it, and remembers when it was last sent", () => {
    const after = standing(["submitted", OWNER], ["accepted", LEAD], ["corrected", OWNER]);
    expect(after.status).toBe("accepted");
    expect(after.last?.record.type).toBe("accepted");
    expect(after.lastSent?.record.type).toBe("corrected");
    expect(standing(["submitted", OWNER], ["corrected", LEAD]).ignored).toHaveLength(1);
  });

  it("stands where its history says, whatever steps are thrown at it", () => {
    const step = fc.tuple(
      fc.constantFrom(...(Object.keys(STEPS) as Step[])),
      fc.constantFrom(OWNER, LEAD, CHAIR, OTHER),
    );
    fc.assert(
      fc.property(fc.array(step, { maxLength: 10 }), (steps) => {
        const { status, last, ignored } = standing(...steps);
        expect(last?.record.type ?? "draft").toBe(status);
        expect(ignored.length).toBeLessThanOrEqual(steps.length);
        // Taking the ignored steps away changes nothing.
        const kept = steps.filter((_, i) => !ignored.some((each) => each.order[0] === i + 2));
        expect(standing(...kept).status).toBe(status);
      }),
      { numRuns: 300 },
    );
  });
});
