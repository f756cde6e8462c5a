/** What a decision left behind, as screens show it: its meeting, its checklist, and where it still has to be written. */
import { mayLead } from "../domain/roles.ts";
import type { CaseFile, StatusRecord } from "../domain/case/caseFile.ts";
import { findingsOf } from "../domain/case/findings.ts";
import type { CaseStanding, CaseStatus } from "../domain/case/status.ts";
import type { MeetingDate } from "../domain/panelBook.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { type Context, nameOf } from "./context.ts";
import type { Filing, NamedFinding, TriageSummary } from "./triageTypes.ts";

type OutcomeKind = PanelDefinition["triage"]["outcomes"][number]["kind"];

const KINDS: Partial<Record<CaseStatus, OutcomeKind>> = {
  accepted: "accept",
  returned: "return",
  declined: "decline",
  "settled-outside": "urgentOutsidePanel",
};

/** The meeting that an acceptance names, as the panel's book has it now. The key comes from a record. */
export function meetingOf({ library }: Context, record: StatusRecord | undefined): MeetingDate | undefined {
  if (record?.type !== "accepted" || record.meeting === undefined) return undefined;
  const { meetings } = library.book;
  return Object.hasOwn(meetings, record.meeting) ? meetings[record.meeting]?.value : undefined;
}

export const findingViews = (context: Context, file: CaseFile): readonly NamedFinding[] =>
  findingsOf(file).map((finding) => ({
    ...finding,
    whoName: nameOf(context, finding.by),
    mine: finding.by === context.identity.user,
  }));

/** How far those who decide have come with a referral. */
export function lookedOf(
  { identity }: Context,
  file: CaseFile,
  definition: PanelDefinition | undefined,
): TriageSummary["looked"] {
  const found = new Set(file.checked.length === 0 ? [] : findingsOf(file).map(({ point }) => point));
  const checklist = definition?.triage.checklist ?? [];
  return {
    opened: file.started?.author === identity.user || file.opened.some(({ user }) => user === identity.user),
    points: checklist.filter(({ key }) => found.has(key)).length,
    of: checklist.length,
  };
}

/** Undefined where the panel's rules ask for no record of this decision elsewhere. [HAR-45, HAR-71] */
export function filingOf(
  context: Context,
  file: CaseFile,
  { status, last }: CaseStanding,
  definition: PanelDefinition | undefined,
): Filing | undefined {
  const outcome = definition?.triage.outcomes.find(({ kind }) => kind === KINDS[status]);
  const record = definition?.records.find(({ key }) => key === outcome?.filedIn);
  if (!record || !last) return undefined;
  const said = file.filedElsewhere.findLast(
    (each) => mayLead(each.roles) && each.record.record === record.key,
  );
  return {
    record: record.key,
    label: record.label,
    done: said && { ...said.record, whoName: nameOf(context, said.author), atMs: said.order[0] },
  };
}
