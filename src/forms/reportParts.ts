/** A yearly report in the order it is read, the same on the screen, on paper and in a table. */
import type { AnnualReport, Counted } from "./annualReport.ts";
import type { AgencyFollowThrough } from "./followThrough.ts";

export type ReportPart =
  | {
      readonly kind: "counts";
      readonly title: string;
      readonly counts: readonly Counted[];
      /** A sentence that belongs beneath it. */
      readonly after?: string;
    }
  | { readonly kind: "agencies"; readonly title: string; readonly agencies: readonly AgencyFollowThrough[] };

/** What stands where a part has nothing in it. */
export const NOTHING_COUNTED = "Nothing in this year.";

/** What a reader has to know before any number. */
export const REPORT_CAUTION =
  "The report names nobody; with few cases, a number alone may still tell who is meant.";

export const AGENCY_COLUMNS = ["Agency", "Agreed", "Done", "Not possible", "Left to do", "Overdue"] as const;

/** In the order of `AGENCY_COLUMNS`, without the agency's name. */
export const agencyCounts = (agency: AgencyFollowThrough): readonly number[] => [
  agency.agreed,
  agency.done,
  agency.notPossible,
  agency.open,
  agency.overdue,
];

export function reportParts(report: AnnualReport): readonly ReportPart[] {
  const counts = (title: string, counted: readonly Counted[]): ReportPart => ({
    kind: "counts",
    title,
    counts: counted,
  });
  return [
    { kind: "counts", title: "Referrals", counts: report.referrals, ...timeliness(report.daysToDecision) },
    counts("Decisions of the panel", report.decisions),
    ...report.themes.map((theme) => counts(`What referrals said: ${theme.title}`, theme.counts)),
    counts("What actions were for", report.outcomes),
    { kind: "agencies", title: "Actions by agency", agencies: report.agencies },
    counts("Reports of progress", report.reports),
    counts("Resources", report.resources),
  ];
}

const timeliness = (days: number | undefined): { readonly after?: string } =>
  days === undefined
    ? {}
    : { after: `From being sent to the panel’s decision, the middle case took ${daysWords(days)}.` };

const daysWords = (count: number): string => (count === 1 ? "1 day" : `${count} days`);
