/** A panel's year for its board, on paper and as a table. It names nobody. [OXT-04] [HAR-08] */
import type { AnnualReport } from "../forms/annualReport.ts";
import {
  AGENCY_COLUMNS,
  agencyCounts,
  NOTHING_COUNTED,
  REPORT_CAUTION,
  type ReportPart,
  reportParts,
} from "../forms/reportParts.ts";
import type { Block, DocumentModel } from "./model.ts";

export interface ReportDocumentMeta {
  panelName: string;
  /** As a reader reads it: "1 April 2026 to 31 March 2027". */
  year: string;
  handlingMark: string;
  /** As a reader reads it. */
  countedOn: string;
  createdAtMs: number;
}

export const makeReportDocument = (report: AnnualReport, meta: ReportDocumentMeta): DocumentModel => ({
  frame: {
    title: `Yearly report, ${meta.panelName}, ${meta.year}`,
    lang: "en-GB",
    handlingMark: meta.handlingMark,
    footer: `Yearly report · ${meta.panelName} · ${meta.year}`,
    createdAtMs: meta.createdAtMs,
  },
  blocks: [
    { kind: "heading", level: 1, text: "Yearly report" },
    {
      kind: "facts",
      tone: "summary",
      facts: [
        { label: "Panel", value: meta.panelName },
        { label: "Year", value: meta.year },
        { label: "Counted on", value: meta.countedOn },
      ],
    },
    { kind: "note", title: "Few cases", text: REPORT_CAUTION },
    ...reportParts(report).flatMap(partBlocks),
  ],
});

const partBlocks = (part: ReportPart): Block[] => [
  { kind: "heading", level: 2, text: part.title },
  ...numbersOf(part),
  ...("after" in part ? [{ kind: "paragraph", text: part.after } satisfies Block] : []),
];

function numbersOf(part: ReportPart): Block[] {
  const isEmpty = part.kind === "counts" ? part.counts.length === 0 : part.agencies.length === 0;
  if (isEmpty) return [{ kind: "paragraph", text: NOTHING_COUNTED, tone: "quiet" }];
  if (part.kind === "counts") {
    return [{ kind: "bars", columns: ["What", "How many"], bars: part.counts.map((each) => ({ ...each })) }];
  }
  const rows = part.agencies.map((each) => [each.agency, ...agencyCounts(each).map(String)]);
  return [
    { kind: "table", caption: "Of the actions agreed in the year", columns: [...AGENCY_COLUMNS], rows },
  ];
}

/** One number a line, so that a spreadsheet can sort and draw them. Header first. */
export const reportTable = (
  report: AnnualReport,
  { panelName, year }: Pick<ReportDocumentMeta, "panelName" | "year">,
): readonly [string[], string[][]] => [
  ["Panel", "Year", "Part", "What", "Measure", "Number"],
  [
    ...reportParts(report).flatMap((part) =>
      part.kind === "counts"
        ? part.counts.map(({ label, count }) => [part.title, label, "Count", String(count)])
        : part.agencies.flatMap((each) =>
            agencyCounts(each).map((count, at) => [
              part.title,
              each.agency,
              AGENCY_COLUMNS[at + 1] ?? "",
              String(count),
            ]),
          ),
    ),
    ...(report.daysToDecision === undefined
      ? []
      : [["Referrals", "From being sent to the decision", "Middle, in days", String(report.daysToDecision)]]),
  ].map((cells) => [panelName, year, ...cells]),
];
