/** A case's history in sentences: who did what, when, and whether the server has it yet. */
import type {
  ApprovalRecord,
  CaseFile,
  CheckedRecord,
  PaperRecord,
  StatusRecord,
} from "../domain/case/caseFile.ts";
import type { Happened, Order } from "../domain/happened.ts";
import { formatCalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import { titleAt } from "../domain/case/papers.ts";
import type { ConsentEvent } from "../domain/consent.ts";
import type { EntryId, UserId } from "../domain/ids.ts";
import type { PanelDefinition } from "../forms/definition.ts";
import { parseFieldPath } from "../forms/answers.ts";
import { copyName } from "../forms/copyOf.ts";
import { questionIndex } from "../forms/questionIndex.ts";
import { discussionText } from "./discussionHistory.ts";
import type { HistoryLine, RecordPlace } from "./api.ts";
import { type Context, nameOf } from "./context.ts";
import { meetingOf } from "./triageViews.ts";

type Line = {
  readonly entry: EntryId;
  readonly author: UserId;
  readonly order: Order;
  readonly what: string;
};

/** Newest first. */
export function historyOf(
  context: Context,
  file: CaseFile,
  definition: PanelDefinition | undefined,
): readonly HistoryLine[] {
  const lines: Line[] = [
    ...(file.started ? [{ ...file.started, what: "started the referral" }] : []),
    ...file.edits.map((edit) => ({ ...edit, what: editText(edit, definition) })),
    ...file.formChanges.map((each) => ({ ...each, what: formText(each.record) })),
    ...file.paperForms.map((each) => ({ ...each, what: paperFormText(each.record) })),
    ...file.consent.map((event) => ({ ...event, what: consentText(event.record) })),
    ...file.status.map((step) => ({ ...step, what: stepText(context, step.record) })),
    ...file.checked.map((each) => ({ ...each, what: checkedText(each.record, definition) })),
    ...file.filedElsewhere.map((each) => ({ ...each, what: filedText(each.record, definition) })),
    ...file.exports.map((each) => ({ ...each, what: exportText(each.record) })),
    ...file.papers.map((step) => ({ ...step, what: paperText(file, step) })),
    ...file.approvals.map((step) => ({ ...step, what: approvalText(context, step.record, definition) })),
    ...file.discussion.map((step) => ({ ...step, what: discussionText(step.record, definition) })),
    ...file.opened.map(({ user, order }) => ({
      entry: "" as EntryId,
      author: user,
      order,
      what: "read the referral",
    })),
  ];
  return lines
    .toSorted((a, b) => b.order[0] - a.order[0] || b.order[1] - a.order[1])
    .map(({ entry, author, order, what }) => ({
      entry,
      atMs: order[0],
      who: author,
      whoName: nameOf(context, author),
      what,
      place: placeOfEntry(context, entry),
    }));
}

function placeOfEntry(context: Context, entry: EntryId): RecordPlace {
  if (context.unsent.refused.has(entry)) return "refused";
  if (!context.unsent.outbox.has(entry)) return "on-server";
  return context.online ? "sending" : "this-device";
}

const formText = ({ definitionVersion }: { readonly definitionVersion: string }): string =>
  `went on with version ${definitionVersion} of the form`;

const paperFormText = ({ signedOn }: { readonly signedOn: string }): string =>
  signedOn === ""
    ? "said that the answers do not come from a paper form after all"
    : "said that the answers come from a paper form";

const SHOWN = 3;

function editText(edit: CaseFile["edits"][number], definition: PanelDefinition | undefined): string {
  if (edit.copiedFrom === undefined) return answeredText(edit.paths, definition);
  const count = edit.paths.length === 1 ? "1 answer" : `${edit.paths.length} answers`;
  return `copied ${count} from ${edit.copiedFrom}`;
}

/** "answered ‘Name’, ‘Address’ and 4 more". */
function answeredText(paths: readonly string[], definition: PanelDefinition | undefined): string {
  const index = definition && questionIndex(definition);
  const labels = new Set(
    paths.map((path) => {
      const parsed = parseFieldPath(path);
      if (!parsed || parsed.kind === "done") return "a question";
      const { section, question } = parsed;
      // Of a paper there is no answer but the reason why it does not come.
      const paper = definition?.papers?.find(({ key }) => key === question);
      const label = index?.get(`${section}.${question}`)?.question.label ?? paper?.label;
      return label === undefined ? "a question" : `‘${label}’`;
    }),
  );
  const shown = [...labels].slice(0, SHOWN);
  const more = labels.size - shown.length;
  if (more > 0) return `answered ${shown.join(", ")} and ${more} more`;
  return `answered ${shown.length > 1 ? `${shown.slice(0, -1).join(", ")} and ${shown.at(-1)}` : shown[0]}`;
}

function consentText(event: ConsentEvent): string {
  switch (event.kind) {
    case "awareness":
      return "recorded whether the person knows about the referral";
    case "given":
      if (!event.giver.decides) return "recorded another person’s view";
      return event.extent === "partial" ? "recorded consent, with limits" : "recorded consent";
    case "refused":
      return event.giver.decides ? "recorded that consent was refused" : "recorded another person’s view";
    case "couldNotAsk":
      return "recorded that the person could not be asked";
    case "notSought":
      return "recorded why nothing was recorded about consent";
    case "withdrawn":
      return "recorded that consent was withdrawn";
    case "recipientsTold":
      return event.outcome === "told"
        ? "recorded who was told of a withdrawal"
        : "recorded who held nothing to be withdrawn";
    case "ground":
      return event.share
        ? "recorded a ground for sharing without consent"
        : "recorded a decision not to share";
    case "groundEnded":
      return "recorded that a ground no longer applies";
    case "recordedInError":
      return "marked a consent record as made in error";
  }
}

function stepText(context: Context, record: StatusRecord): string {
  switch (record.type) {
    case "submitted":
      return "sent the referral to the panel";
    case "corrected":
      return "sent a correction to the panel";
    case "returned":
      return `returned the referral for information (${record.gaps.length === 1 ? "1 gap" : `${record.gaps.length} gaps`})`;
    case "accepted":
      return acceptedText(context, record);
    case "declined":
      return "declined the referral";
    case "settled-outside":
      return "recorded that it was settled outside the panel";
    case "withdrawn":
      return "withdrew the referral";
  }
}

/** "accepted the referral for the meeting on 26 November 2026, although it came late". */
function acceptedText(context: Context, record: Extract<StatusRecord, { type: "accepted" }>): string {
  const date = parseCalendarDate(meetingOf(context, record)?.date ?? "");
  const which = date ? `the meeting on ${formatCalendarDate(date)}` : "panel";
  return `accepted the referral for ${which}${record.lateReason === undefined ? "" : ", although it came late"}`;
}

/** "noted ‘History and background’ on the checklist: yes". */
function checkedText({ point, finding }: CheckedRecord, definition: PanelDefinition | undefined): string {
  const label = definition?.triage.checklist.find(({ key }) => key === point)?.label;
  const which = label === undefined ? "a point" : `‘${label}’`;
  return finding === ""
    ? `took back a note on ${which} of the checklist`
    : `noted ${which} on the checklist: ${finding}`;
}

function filedText({ record }: { readonly record: string }, definition: PanelDefinition | undefined): string {
  const label = definition?.records.find(({ key }) => key === record)?.label;
  return label === undefined ? "confirmed a record elsewhere" : `confirmed: ‘${label}’`;
}

/** "added a paper: ‘Chronology’". */
function paperText(file: CaseFile, step: Happened<PaperRecord>): string {
  const title = titleAt(file, step);
  const which = title === "" ? "" : `: ‘${title}’`;
  const { record } = step;
  if (record.type === "paper-added") return `added a paper${which}`;
  if (record.removed !== undefined) return `${record.removed ? "removed" : "put back"} a paper${which}`;
  if (record.title !== undefined) return `renamed a paper${which}`;
  if (record.kind !== undefined) return `said what a paper is${which}`;
  return `moved a paper${which}`;
}

/** "asked J Okoro (Housing) about ‘Approval by the Head of Service’". */
function approvalText(
  context: Context,
  record: ApprovalRecord,
  definition: PanelDefinition | undefined,
): string {
  const label = definition?.approvals?.find(({ key }) => key === record.key)?.label;
  const about = label === undefined ? "" : `: ‘${label}’`;
  switch (record.type) {
    case "approval-asked":
      return `asked ${nameOf(context, record.user)}${about}`;
    case "approval-waived":
      return record.reason.trim() === ""
        ? `took back the reason for going without it${about}`
        : `gave a reason for going without it${about}`;
    case "approval-answered": {
      const verb = { approved: "approved", sentBack: "sent back", consulted: "was asked about" }[
        record.outcome
      ];
      if (record.how !== "app") return `wrote down that ${record.by.name} ${verb} the referral${about}`;
      return record.outcome === "consulted"
        ? `said what they think of the referral${about}`
        : `${verb} the referral${about}`;
    }
  }
}

const DOCUMENTS: Partial<Record<string, string>> = {
  paper: "a paper",
  minutes: "the minutes as a protected PDF",
  pack: "the agenda and papers of a meeting",
  log: "the log of decisions, which tells of this case",
  disclosure: "a copy of what is held, for the person it is about",
  letter: "a letter",
  actions: "the list of what one agency is to do",
  extract: "what another system takes over",
};

/** On paper these are no files. */
const PRINTED: Partial<Record<string, string>> = { referral: "the referral", minutes: "the minutes" };

type Exported = Pick<
  CaseFile["exports"][number]["record"],
  "document" | "how" | "protectedBy" | "copy" | "copyMark" | "reader"
>;

function exportText({ document, how, protectedBy, copy, copyMark, reader }: Exported): string {
  const opens = protectedBy === undefined ? "" : `, with the panel’s password for ${protectedBy}`;
  const made =
    copy === undefined || reader === undefined ? "" : ` (copy ${copyName(copy, copyMark)}, for ${reader})`;
  const printed = how === "print" ? PRINTED[document] : undefined;
  const what = `${printed ?? DOCUMENTS[document] ?? "a protected PDF"}${made}${opens}`;
  if (how === "print") return `printed ${what}`;
  if (how === "copy") return `copied from ${what}`;
  return how === "share" ? `shared ${what}` : `downloaded ${what}`;
}
