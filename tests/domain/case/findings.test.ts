/** The checklist as leaders filled it in: append-only, the newest of each person on each point. */
import { describe, expect, it } from "vitest";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { findingsOf } from "../../../src/domain/case/findings.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import type { ScopeId } from "../../../src/domain/ids.ts";
import type { CaseRecord, Stamped } from "../../../src/domain/records/record.ts";
import { makeStamper, userId } from "../stamped.ts";

const fileOf = (records: readonly Stamped<CaseRecord>[]) =>
  foldCase(emptyCaseFile("AAAAAAAAAAAAAAAAAAAAAA" as ScopeId), records);
const checked = (point: string, finding: "yes" | "no" | "unsure" | "", note = ""): CaseRecord => ({
  type: "checked",
  point,
  finding,
  note,
});
const SENT: CaseRecord = { type: "submitted", snapshot: {}, declaredBy: "a", declaration: "b" };

describe("findings on the checklist", () => {
  it("[ASH-75] [HAR-44] stand side by side for each person, the newest of each, and none is lost from the file", () => {
    const stamp = makeStamper();
    const file = fileOf([
      stamp(checked("history", "no", "Nothing before May"), { who: 2 }),
      stamp(checked("history", "yes"), { who: 3 }),
      stamp(checked("history", "unsure"), { who: 2 }),
      stamp(checked("risks", "yes"), { who: 2 }),
    ]);
    expect(findingsOf(file)).toMatchObject([
      { point: "history", finding: "yes", by: userId(3) },
      { point: "history", finding: "unsure", by: userId(2), note: "" },
      { point: "risks", finding: "yes", by: userId(2) },
    ]);
    expect(file.checked).toHaveLength(4);
  });

  it("are taken back by their author alone", () => {
    const stamp = makeStamper();
    const before = [
      stamp(checked("history", "no"), { who: 2 }),
      stamp(checked("history", "yes"), { who: 3 }),
    ];
    expect(findingsOf(fileOf([...before, stamp(checked("history", ""), { who: 2 })]))).toMatchObject([
      { by: userId(3) },
    ]);
  });

  it("count only from co-ordinators and chairs", () => {
    const stamp = makeStamper();
    expect(findingsOf(fileOf([stamp(checked("history", "yes"), { who: 4, roles: [] })]))).toEqual([]);
  });

  it("say when the referral was sent again after them", () => {
    const stamp = makeStamper();
    const file = fileOf([
      stamp(SENT, { roles: [] }),
      stamp(checked("history", "no"), { who: 2 }),
      stamp(SENT, { roles: [] }),
      stamp(checked("risks", "yes"), { who: 2 }),
    ]);
    expect(findingsOf(file).map(({ point, before }) => [point, before])).toEqual([
      ["history", true],
      ["risks", false],
    ]);
  });
});
