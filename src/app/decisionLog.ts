/** The log of decisions, read from the cases themselves: nothing is written twice, so nothing can differ. [ASH-49] */
import type { LoggedDecision } from "../documents/decisionLog.ts";
import { formatCalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import type { CaseFile } from "../domain/case/caseFile.ts";
import { STATUS_NAMES, standingOf } from "../domain/case/status.ts";
import { reasonOf } from "../domain/case/stepReason.ts";
import { londonDateOf } from "../domain/londonTime.ts";
import { definitionOf } from "./caseReading.ts";
import { type Context, nameOf } from "./context.ts";
import { meetingOf } from "./triageViews.ts";
import type { LogDecision, LogFilter, LogRow } from "./triageTypes.ts";

/** Newest first. */
export function decisionLog(context: Context, filter: LogFilter): readonly LogRow[] {
  return [...context.library.shelves.values()]
    .flatMap(({ file }) => rowsOf(context, file))
    .filter((row) => isWanted(row, filter))
    .toSorted((a, b) => b.decidedMs - a.decidedMs);
}

function isWanted({ definitionId, decidedMs }: LogRow, filter: LogFilter): boolean {
  const day = londonDateOf(decidedMs);
  return (
    (filter.definitionId === undefined || definitionId === filter.definitionId) &&
    (filter.from === undefined || day >= filter.from) &&
    (filter.to === undefined || day <= filter.to)
  );
}

/** Only steps that counted, of a referral that reached the panel: what was withdrawn as a draft is its author's own. */
function rowsOf(context: Context, file: CaseFile): readonly LogRow[] {
  const { ignored, firstSubmitted } = standingOf(file);
  if (!file.started || !firstSubmitted) return [];
  const { reference, definition: definitionId } = file.started.record;
  const panelName = definitionOf(context, file)?.shortName ?? definitionId;
  return file.status
    .filter((step) => !ignored.includes(step))
    .flatMap((step) => {
      const { type } = step.record;
      if (type === "submitted" || type === "corrected") return [];
      return [
        {
          scope: file.scope,
          reference,
          panelName,
          definitionId,
          receivedMs: firstSubmitted.order[0],
          decidedMs: step.order[0],
          decision: type satisfies LogDecision,
          byName: nameOf(context, step.author),
          meeting: meetingOf(context, step.record)?.date,
          reason: reasonOf(step.record),
        },
      ];
    });
}

const HEADER = [
  "Reference",
  "Panel",
  "Received",
  "Decided",
  "Decision",
  "By",
  "For the meeting on",
  "Reason",
];

/** Days as people write them here: a spreadsheet may take "2026-11-26" for anything. */
export const loggedDecisions = (rows: readonly LogRow[]): LoggedDecision[] =>
  rows.map((row) => ({
    reference: row.reference,
    panel: row.panelName,
    received: formatCalendarDate(londonDateOf(row.receivedMs)),
    decided: formatCalendarDate(londonDateOf(row.decidedMs)),
    decision: STATUS_NAMES[row.decision],
    by: row.byName,
    meeting: dayWords(row.meeting),
    reason: row.reason,
  }));

export const logTable = (rows: readonly LogRow[]): readonly [string[], string[][]] => [
  HEADER,
  loggedDecisions(rows).map(({ reference, panel, received, decided, decision, by, meeting, reason }) => [
    reference,
    panel,
    received,
    decided,
    decision,
    by,
    meeting,
    reason,
  ]),
];

function dayWords(day: string | undefined): string {
  const date = day === undefined ? undefined : parseCalendarDate(day);
  return date ? formatCalendarDate(date) : (day ?? "");
}
