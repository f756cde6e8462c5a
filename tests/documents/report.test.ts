/** A panel's year on paper and as a table: numbers first, bars beside them, nobody named. [OXT-04] [HAR-08] */
import { mkdirSync, writeFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { makeCsv } from "../../src/documents/csv.ts";
import { makeReportDocument, reportTable } from "../../src/documents/report.ts";
import type { AnnualReport } from "../../src/forms/annualReport.ts";
import { fileOf } from "./build.ts";
import { CREATED_AT_MS, PASSWORD } from "./fixtures.ts";
import { all, readStructure } from "./structure.ts";
import { decrypted, inkOf, run, textOf, withFile } from "./tools.ts";

const REPORT: AnnualReport = {
  referrals: [
    { label: "Received", count: 18 },
    { label: "Sent back at least once", count: 4 },
    { label: "Accepted", count: 12 },
    { label: "Withdrawn", count: 0 },
  ],
  daysToDecision: 23,
  decisions: [{ label: "Recommendations agreed", count: 9 }],
  themes: [
    {
      title: "What makes the situation complex?",
      counts: [
        {
          label: "A need that no single service could meet, or that fell between the duties of two",
          count: 11,
        },
        { label: "Self-neglect", count: 6 },
      ],
    },
  ],
  outcomes: [],
  agencies: [
    { agency: "Housing", agreed: 12, done: 7, notPossible: 1, open: 4, overdue: 2 },
    { agency: "=cmd|' /C calc'!A0", agreed: 5, done: 5, notPossible: 0, open: 0, overdue: 0 },
  ],
  reports: [{ label: "Asked for", count: 3 }],
  resources: [{ label: "Confirmed", count: 1 }],
};
const META = {
  panelName: "Test Panel",
  year: "1 April 2026 to 31 March 2027",
  handlingMark: "Confidential",
  countedOn: "26 November 2026",
  createdAtMs: CREATED_AT_MS,
};

async function made(report: AnnualReport = REPORT, password: string | null = null): Promise<Uint8Array> {
  const model = makeReportDocument(report, META);
  const outcome = await fileOf(model, password);
  expect(outcome.missing).toEqual([]);
  if (process.env["CONFER_PICTURES"] === "all" && password === null) {
    mkdirSync("test-results", { recursive: true });
    writeFileSync("test-results/report.pdf", outcome.bytes);
  }
  return outcome.bytes;
}

describe("[OXT-04] [HAR-08] the yearly report on paper", () => {
  it("has every number beside what it counts, in the order of the screen", async () => {
    const text = textOf(await made());
    expect(text).toContain("Year 1 April 2026 to 31 March 2027 Counted on 26 November 2026");
    expect(text).toMatch(/Referrals What How many Received 18 .*Withdrawn 0 From being sent .* 23 days\./);
    expect(text).toContain("What actions were for Nothing in this year.");
    expect(text).toMatch(/Agency Agreed Done Not possible Left to do Overdue Housing 12 7 1 4 2/);
    expect(text).toContain("with few cases, a number alone may still tell who is meant");
  });

  it("is tagged: each number in a row under its name, bars left out of the reading", async () => {
    const { tree, problems } = await readStructure(await made());
    expect(problems).toEqual([]);
    const [referrals] = all(tree, "Table").filter((table) => all(table, "TR").length === 5);
    const cells = referrals ? all(referrals, "TR").map((row) => row.kids.map(({ type }) => type)) : [];
    expect(cells).toEqual([["TH", "TH"], ...Array.from({ length: 4 }, () => ["TH", "TD"])]);
    expect(all(tree, "Figure")).toEqual([]);
  });

  it("draws longer bars for larger numbers", async () => {
    const withOne = (count: number) => ({
      ...REPORT,
      decisions: [
        { label: "Agreed", count },
        { label: "Other", count: 10 },
      ],
    });
    const [few, many] = [inkOf(await made(withOne(1)), 1), inkOf(await made(withOne(10)), 1)];
    expect(many[0] ?? 0).toBeGreaterThan((few[0] ?? 0) + 250);
  });

  it("opens with its password alone", async () => {
    const shut = await made(REPORT, PASSWORD);
    expect(withFile(shut, (path) => run("qpdf", ["--check", path]).code)).not.toBe(0);
    expect(textOf(decrypted(shut, PASSWORD))).toContain("Recommendations agreed 9");
  });
});

describe("[OXT-04] the yearly report as a table", () => {
  const text = new TextDecoder().decode(makeCsv(...reportTable(REPORT, META)));

  it("has one number on each line", () => {
    const year = '"Test Panel","1 April 2026 to 31 March 2027"';
    expect(text).toContain('"Panel","Year","Part","What","Measure","Number"\r\n');
    expect(text).toContain(`${year},"Referrals","Received","Count","18"\r\n`);
    expect(text).toContain(`${year},"Actions by agency","Housing","Overdue","2"\r\n`);
    expect(text).toContain(
      `${year},"Referrals","From being sent to the decision","Middle, in days","23"\r\n`,
    );
  });

  it("makes an agency that is called like a formula harmless", () => {
    expect(text).toContain(`"'=cmd|' /C calc'!A0"`);
    expect(text).not.toContain('"=cmd');
  });
});
