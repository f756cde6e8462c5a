/** A panel's year in numbers, counted by hand beside it; and no word that anybody typed in it. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import { emptyCaseFile } from "../../src/domain/case/caseFile.ts";
import { foldCase } from "../../src/domain/case/fold.ts";
import type { ActionId, ScopeId } from "../../src/domain/ids.ts";
import type { CaseRecord } from "../../src/domain/records/record.ts";
import { annualReport, type ReportCase } from "../../src/forms/annualReport.ts";
import { reportingYear } from "../../src/forms/period.ts";
import type { Answers, AnswerValue, FieldPath } from "../../src/forms/answers.ts";
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import { entryId, makeStamper } from "../domain/stamped.ts";

const parsed = parseDefinition(oxfordshire);
if (!parsed.ok) throw new Error("Oxfordshire does not parse");
const { definition } = parsed;
const day = (text: string) => text as CalendarDate;
const at = (text: string): number => Date.parse(`${text}T12:00:00Z`);
const YEAR = reportingYear(day("2026-11-26"));
const TODAY = day("2026-11-26");

let cases = 0;
function makeCase(
  records: readonly (readonly [string, object])[],
  ticks: readonly string[] = [],
): ReportCase {
  const stamp = makeStamper();
  cases += 1;
  const base = cases * 100;
  const stamped = records.map(([on, record], i) =>
    stamp(record as CaseRecord, { ms: at(on), entry: base + i }),
  );
  const answers: Answers = new Map<FieldPath, AnswerValue>([
    ["risks.serviceConcerns" as FieldPath, ticks],
    ["child.name" as FieldPath, "Canary Name"],
  ]);
  return { file: foldCase(emptyCaseFile("AAAAAAAAAAAAAAAAAAAAAA" as ScopeId), stamped), answers };
}

const started = {
  type: "case-started",
  definition: "oxfordshire",
  definitionVersion: "2026.1",
  reference: "OXF-1",
};
const sent = { type: "submitted", snapshot: {}, declaredBy: "a", declaration: "b" };
const action = (number: number, parts: object) => ({
  type: "action-set",
  action: entryId(9_000 + number) as string as ActionId,
  meeting: "m",
  what: "Canary action",
  ...parts,
});

describe("a panel’s year in numbers", () => {
  const option = definition.sections
    .flatMap(({ pages }) => pages.flatMap(({ questions }) => questions))
    .find(({ key }) => key === "serviceConcerns");
  const [first, second] = option?.type === "choices" ? option.options : [];
  if (!first || !second) throw new Error("no options");
  const heard = makeCase(
    [
      ["2026-05-01", started],
      ["2026-05-04", sent],
      ["2026-05-05", { type: "returned", gaps: [{ text: "Canary gap" }] }],
      ["2026-05-06", sent],
      ["2026-05-07", { type: "accepted" }],
      ["2026-05-20", { type: "decided", meeting: "m", decision: "recommendations", reason: "Canary reason" }],
      ["2026-05-20", action(1, { agency: "Housing", due: "2026-06-01", commitment: "inPrinciple" })],
      ["2026-05-20", action(2, { agency: "Housing", due: "2026-06-01" })],
      ["2026-05-20", action(3, { agency: "Police", due: "2027-06-01" })],
      [
        "2026-05-25",
        { type: "action-updated", action: entryId(9_002), state: "done", words: "Canary words" },
      ],
      [
        "2026-05-26",
        { type: "report-promised", meeting: "m", by: "date", on: "2026-07-01", how: "inWriting", who: "C" },
      ],
    ],
    [first.key, second.key],
  );
  const declined = makeCase(
    [
      ["2026-06-01", started],
      ["2026-06-02", sent],
      ["2026-06-03", { type: "declined", reason: "Canary decline" }],
    ],
    [first.key],
  );
  const before = makeCase([
    ["2026-03-01", started],
    ["2026-03-30", sent],
  ]);
  const draft = makeCase([["2026-05-01", started]]);
  const report = annualReport(definition, [heard, declined, before, draft], YEAR, TODAY);

  it("[OXT-04] counts what came in within the year, and what became of it", () => {
    expect(Object.fromEntries(report.referrals.map(({ label, count }) => [label, count]))).toEqual({
      Received: 2,
      "Sent back at least once": 1,
      Accepted: 1,
      Declined: 1,
      Withdrawn: 0,
      "Heard at a meeting": 1,
      Closed: 0,
    });
    expect(report.daysToDecision).toBe(16);
    expect(report.decisions).toEqual([{ label: "Recommendations agreed", count: 1 }]);
  });

  it("[OXT-07] counts what referrals ticked, most often first", () => {
    const theme = report.themes.find(({ title }) => title === option?.label);
    expect(theme?.counts).toEqual([
      { label: first.label, count: 2 },
      { label: second.label, count: 1 },
    ]);
  });

  it("[OXT-33] says of each agency what it agreed and what it did", () => {
    expect(report.agencies).toEqual([
      {
        agency: "Housing",
        agreed: 2,
        done: 1,
        inTime: 1,
        late: 0,
        notPossible: 0,
        open: 1,
        overdue: 1,
        waiting: 0,
      },
      {
        agency: "Police",
        agreed: 1,
        done: 0,
        inTime: 0,
        late: 0,
        notPossible: 0,
        open: 1,
        overdue: 0,
        waiting: 0,
      },
    ]);
    expect(report.resources).toEqual([
      { label: "Agreed in principle", count: 1 },
      { label: "Confirmed", count: 0 },
    ]);
    expect(report.reports.map(({ count }) => count)).toEqual([1, 0]);
  });

  it("holds no name, no reference and nothing that anybody typed", () => {
    expect(JSON.stringify(report)).not.toMatch(/canary|OXF-1/i);
  });

  it("runs from 1 April to 31 March", () => {
    expect(reportingYear(day("2026-03-31"))).toEqual({ from: "2025-04-01", to: "2026-03-31" });
    expect(reportingYear(day("2026-04-01"))).toEqual({ from: "2026-04-01", to: "2027-03-31" });
  });
});
