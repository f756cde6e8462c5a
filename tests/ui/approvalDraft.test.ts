/** What is said of an agreement half written down, without a browser. */
import { describe, expect, test } from "vitest";
import { type ApprovalDraft, BLANK, toldFrom, wrongIn } from "../../src/ui/approvals/approvalDraft.ts";
import type { Approval } from "../../src/forms/definition/approval.ts";

const manager: Approval = {
  key: "manager",
  kind: "approval",
  label: "Manager",
  who: "manager",
  ask: "Do you agree?",
  before: "submission",
};
const TODAY = "2026-11-26";
const said = (change: Partial<ApprovalDraft>) =>
  wrongIn(manager, { ...BLANK, ...change }, TODAY).filter((error) => error !== undefined);
const TOLD: Partial<ApprovalDraft> = {
  way: "told",
  name: "Mo Manager",
  how: "spoken",
  outcome: "approved",
  on: { day: "25", month: "11", year: "2026" },
};

describe("an agreement that is written down", () => {
  test("is right with a name, an outcome, a way and a day; words belong to a no", () => {
    expect(said(TOLD)).toEqual([]);
    expect(toldFrom(manager, { ...BLANK, ...TOLD })).toMatchObject({ by: { name: "Mo Manager" } });
    expect(said({ ...TOLD, outcome: "sentBack" })).toEqual([
      { fieldId: "told-words", text: "Write down what they said" },
    ]);
  });

  test.each([
    ["told-name", { ...TOLD, name: "n".repeat(301) }, "Their name must be 300 characters or fewer"],
    ["told-position", { ...TOLD, position: "n".repeat(301) }, "Their job must be 300 characters or fewer"],
    ["told-agency", { ...TOLD, agency: "n".repeat(301) }, "Their agency must be 300 characters or fewer"],
    ["told-words", { ...TOLD, words: "w".repeat(50_001) }, "What they said must be 50,000 characters"],
    ["reason", { way: "reason", reason: "w".repeat(50_001) }, "The reason must be 50,000 characters"],
    ["message", { way: "ask", user: "u", message: "w".repeat(50_001) }, "The message must be 50,000 char"],
  ] as const)("too long in %s is told of beside that box", (fieldId, change, words) => {
    const found = said(change);
    expect(found.map((error) => error.fieldId)).toEqual([fieldId]);
    expect(found[0]?.text).toContain(words);
    expect(found[0]?.text).toContain("Take out 1");
  });
});
