/** [OXT-33] What became of what each agency agreed to do, in numbers. */
import { describe, expect, it } from "vitest";
import { actionsOf } from "../../src/domain/case/actions.ts";
import { emptyCaseFile } from "../../src/domain/case/caseFile.ts";
import { foldCase } from "../../src/domain/case/fold.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import type { ActionId, ScopeId } from "../../src/domain/ids.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { followThrough } from "../../src/forms/followThrough.ts";
import { entryId, makeStamper, userId } from "../domain/stamped.ts";

const TODAY = "2026-11-26" as CalendarDate;
const DUE = "2026-11-20";
const at = (day: string) => ({ ms: Date.parse(`${day}T12:00:00Z`) });
const stamp = makeStamper();
const action = (number: number) => entryId(900 + number) as string as ActionId;
const agreed = (number: number, agency: string, due: string = DUE) =>
  stamp(
    { type: "action-set", action: action(number), what: "Visit", agency, due } as CaseRecord,
    at("2026-11-01"),
  );
const said = (number: number, state: string, day: string) =>
  stamp({ type: "action-updated", action: action(number), state, words: "" } as CaseRecord, at(day));
const counted = (...records: ReturnType<typeof agreed>[]) =>
  followThrough(actionsOf(foldCase(emptyCaseFile("AAAAAAAAAAAAAAAAAAAAAA" as ScopeId), records)), TODAY);
const NONE = { agreed: 1, done: 0, inTime: 0, late: 0, notPossible: 0, open: 0, overdue: 0, waiting: 0 };

describe("what agencies did of what they agreed", () => {
  it("is in time up to the end of its day, and late after it", () => {
    const [a, b, c] = [agreed(1, "A"), agreed(2, "B"), agreed(3, "C", "")];
    const done = [said(1, "done", DUE), said(2, "done", "2026-11-21"), said(3, "done", TODAY)];
    expect(counted(a, b, c, ...done)).toEqual([
      { agency: "A", ...NONE, done: 1, inTime: 1 },
      { agency: "B", ...NONE, done: 1, late: 1 },
      { agency: "C", ...NONE, done: 1, inTime: 1 },
    ]);
  });

  it("is done when it was first said, and no later because it was said again; opened again, it is done anew", () => {
    const again = [said(1, "done", DUE), said(1, "done", TODAY)];
    expect(counted(agreed(1, "A"), ...again)[0]).toMatchObject({ inTime: 1, late: 0 });
    const reopened = [said(1, "done", DUE), said(1, "open", DUE), said(1, "done", TODAY)];
    expect(counted(agreed(1, "A"), ...reopened)[0]).toMatchObject({ inTime: 0, late: 1 });
  });

  it("tells what is left, overdue, not possible, and waits for somebody’s answer", () => {
    const asked = stamp(
      { type: "action-day-asked", action: action(2), due: "2026-12-20", words: "" } as CaseRecord,
      at("2026-11-21"),
    );
    const records = [agreed(1, ""), agreed(2, "A"), agreed(3, "A", "2026-12-01"), agreed(4, "A")];
    expect(counted(...records, said(4, "notPossible", TODAY), asked)).toEqual([
      { agency: "No agency named", ...NONE, open: 1, overdue: 1 },
      { agency: "A", ...NONE, agreed: 3, notPossible: 1, open: 2, overdue: 1, waiting: 1 },
    ]);
    expect(JSON.stringify(counted(...records))).not.toContain(userId(1));
  });
});
