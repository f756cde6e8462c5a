/** Which of the things written about an approval count, and for what. */
import { describe, expect, it } from "vitest";
import { approvalsOf } from "../../../src/domain/case/approvals.ts";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import type { ScopeId } from "../../../src/domain/ids.ts";
import type { CaseRecord, Stamped } from "../../../src/domain/records/record.ts";
import { entryId, makeStamper, type StampParts, userId } from "../stamped.ts";

const [AUTHOR, MANAGER, OTHER] = [1, 2, 3];
const stamp = makeStamper();
const write = (record: object, parts: StampParts = {}) => stamp(record as CaseRecord, parts);
const started = write({ type: "case-started", definition: "d", definitionVersion: "1", reference: "R" });
const ask = (who = MANAGER, parts: StampParts = {}) =>
  write({ type: "approval-asked", key: "manager", user: userId(who), words: "Please" }, parts);
const answer = (parts: StampParts, more: object = {}) =>
  write(
    {
      type: "approval-answered",
      key: "manager",
      outcome: "approved",
      words: "Yes",
      by: { name: "Lee" },
      on: "2026-11-26",
      how: "app",
      ...more,
    },
    parts,
  );
const waive = (reason: string, parts: StampParts = {}) =>
  write({ type: "approval-waived", key: "manager", reason }, parts);
const edit = (path: string, parts: StampParts = {}) =>
  write({ type: "answers", changes: [{ path, value: "x" }] }, parts);

const heldOf = (...records: readonly Stamped<CaseRecord>[]) => {
  const file = foldCase(emptyCaseFile("AAAAAAAAAAAAAAAAAAAAAA" as ScopeId), [started, ...records]);
  return approvalsOf(file)[0];
};

describe("[HER-51] [OXT-65] an approval", () => {
  it("counts when the person asked gives it, and ends the asking", () => {
    expect(heldOf(ask())).toMatchObject({ ask: { open: true, user: userId(MANAGER) }, given: [] });
    expect(heldOf(ask(), answer({ who: MANAGER }))).toMatchObject({
      ask: { open: false },
      given: [{ outcome: "approved", by: { name: "Lee" }, on: "2026-11-26" }],
    });
  });

  it.each([
    ["somebody who was not asked", [ask(), answer({ who: OTHER })]],
    ["the author, as if by the person asked", [ask(), answer({ who: AUTHOR })]],
    ["the author, who asked themselves", [ask(AUTHOR), answer({ who: AUTHOR })]],
    ["somebody whom another than the author asked", [ask(OTHER, { who: OTHER }), answer({ who: OTHER })]],
    ["another who says that it was spoken", [ask(), answer({ who: OTHER }, { how: "spoken" })]],
  ])("does not count from %s", (_, records) => {
    expect(heldOf(...records)?.given).toEqual([]);
  });

  it("counts when the author writes down what was spoken or on paper, whoever said it", () => {
    const told = answer({ who: AUTHOR }, { how: "paper", takenBy: "Sam" });
    expect(heldOf(told)?.given).toMatchObject([{ how: "paper", takenBy: "Sam" }]);
  });

  it("keeps every answer, oldest first, and is open again when asked again", () => {
    const back = answer({ who: MANAGER }, { outcome: "sentBack" });
    const held = heldOf(ask(), back, ask(), answer({ who: MANAGER }), ask());
    expect(held?.given.map(({ outcome }) => outcome)).toEqual(["sentBack", "approved"]);
    expect(held?.ask?.open).toBe(true);
  });

  it("goes without, for the author’s reason alone, until that is taken back", () => {
    expect(heldOf(waive("Away"))?.reason).toBe("Away");
    expect(heldOf(waive("Away"), waive(""))?.reason).toBe("");
    expect(heldOf(ask(), waive("Not theirs to say", { who: MANAGER }))?.reason).toBe("");
  });

  it("counts the answers that the person had not read, once each: also those written before, elsewhere", () => {
    const read = edit("p.a", { entry: 900 });
    const unseen = edit("p.b", { entry: 901 });
    const approved = answer({ who: MANAGER }, { seen: entryId(900) });
    const since = heldOf(ask(), read, unseen, approved, edit("p.b"), edit("p.c"))?.given[0];
    expect(since?.changedSince).toBe(2);
    expect(
      heldOf(ask(), read, answer({ who: MANAGER }, { seen: entryId(900) }))?.given[0]?.changedSince,
    ).toBe(0);
  });
});
