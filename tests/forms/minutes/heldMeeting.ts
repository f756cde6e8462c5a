/** A meeting that was held by any panel's rules: one case, one item about nobody, a word in every part of the notes. */
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import type { ActionId, AttendeeId, ItemId, ScopeId } from "../../../src/domain/ids.ts";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import { agendaOf } from "../../../src/domain/meeting/agenda.ts";
import { attendeesOf } from "../../../src/domain/meeting/attendance.ts";
import { emptyMeetingFile, foldMeeting } from "../../../src/domain/meeting/meetingFile.ts";
import type { CaseRecord, MeetingRecord } from "../../../src/domain/records/record.ts";
import type { PanelDefinition } from "../../../src/forms/definition.ts";
import type { MinutesSource } from "../../../src/forms/minutes/source.ts";
import { entryId, makeStamper, userId } from "../../domain/stamped.ts";

export const SCOPE = "AAAAAAAAAAAAAAAAAAAAAA" as ScopeId;
export const MEETING = { key: "m1", date: "2026-11-26", start: "10:00" };
export const SUBJECT = "Person Alder (invented)";
const item = (number: number) => entryId(900 + number) as string as ItemId;
const attendee = (number: number) => userId(number) as string as AttendeeId;
const action = (number: number) => entryId(800 + number) as string as ActionId;

const day = (iso: string) => iso as CalendarDate;

export const noteOn = (part: string): string => `Noted under ${part}.`;

/** Every place for notes that the panel's steps have, and sections that take notes of their own; one that none has. */
export const notePlaces = ({ meeting, minutes }: PanelDefinition): readonly string[] => [
  ...new Set([
    ...meeting.perCase.flatMap(({ key, also = [] }) => [key, ...also.map((box) => box.key)]),
    ...minutes.sections.filter(({ holds }) => holds?.includes("notes")).map(({ key }) => key),
    "weather",
  ]),
];

const SHEET = { venue: "Town hall", chair: "Charlie Chair" };
const sheetOf = ({ confidentiality }: PanelDefinition): Record<string, string> =>
  Object.fromEntries(confidentiality?.fields.flatMap(({ key, is }) => (is ? [[key, SHEET[is]]] : [])) ?? []);

export function meetingRecords(definition: PanelDefinition): MeetingRecord[] {
  const [first, second] = definition.meeting.agendaKinds;
  const seat = definition.agencies.seats?.[0]?.key;
  return [
    {
      type: "agenda-item",
      item: item(1),
      kind: first?.key ?? "",
      order: 1,
      case: SCOPE,
      reference: "TST-7K3M9",
    },
    { type: "agenda-item", item: item(1), presenter: "Pat Presenter" },
    { type: "agenda-item", item: item(2), kind: second?.key ?? "", order: 2, title: "Gaps in provision" },
    ...[
      ["Charlie Chair", "Council", "Service manager"],
      ["Morgan Member", "Police", "Sergeant"],
      ["Ana Away", "Housing", "Manager"],
    ].map(([name, agency, position], at): MeetingRecord => ({
      type: "invited",
      attendee: attendee(at + 1),
      user: userId(at + 1),
      name: name ?? "",
      agency: agency ?? "",
      position: position ?? "",
      ...(seat && at === 0 ? { seat } : {}),
      items: at === 1 ? [item(1)] : [],
    })),
    { type: "attended", attendee: attendee(1), present: true },
    { type: "attended", attendee: attendee(2), present: true, mode: "telephone" },
    {
      type: "apologies",
      attendee: attendee(3),
      absent: true,
      cover: { name: "Cas Cover", agency: "Housing" },
    },
    ...definition.meeting.opening.map(({ key, brings }): MeetingRecord => ({
      type: "opening-done",
      step: key,
      done: true,
      ...(brings === "statement" ? { fields: sheetOf(definition) } : {}),
    })),
    ...(definition.declaration
      ? [
          {
            type: "declared",
            attendee: attendee(1),
            declarationVersion: definition.declaration.version,
            name: "Charlie Chair",
            how: "typed",
            on: MEETING.date,
            passed: true,
          } as MeetingRecord,
        ]
      : []),
    { type: "interest", attendee: attendee(2), item: item(1), words: "A neighbour.", leaves: true },
    { type: "quorum", item: item(1), met: true, words: "All three of the plan." },
    { type: "meeting-noted", changes: [{ path: `item/${item(2)}`, value: noteOn("business") }] },
  ];
}

export function caseRecords(definition: PanelDefinition): CaseRecord[] {
  const meeting = MEETING.key;
  const parts = notePlaces(definition);
  const decision = definition.decisions[0]?.key ?? "";
  const set = { type: "action-set" as const, meeting, user: "" as const };
  return [
    {
      type: "case-started",
      definition: definition.id,
      definitionVersion: definition.version,
      reference: "TST-7K3M9",
    },
    {
      type: "minuted",
      meeting,
      changes: parts.map((part) => ({ path: part, value: noteOn(part) })),
    },
    {
      type: "research-note",
      meeting,
      agency: "Fire service",
      nothing: false,
      known: "A kitchen fire in May.",
      involvement: "Visits monthly.",
      carePlan: "",
      concerns: "The hall is blocked.",
    },
    { type: "decided", meeting, decision, reason: "It meets the criteria." },
    {
      ...set,
      meeting: "m0",
      action: action(1),
      what: "Fit an alarm",
      owner: "Fay Fire",
      agency: "Fire service",
    },
    { type: "action-updated", action: action(1), state: "done", words: "Fitted in June.", meeting },
    {
      ...set,
      action: action(2),
      what: "Clear the hall",
      owner: "Hal Housing",
      agency: "Housing",
      due: day("2026-12-17"),
      contact: "01632 960001",
      outcome: definition.outcomes[0]?.key ?? "",
    },
    { ...set, action: action(3), what: "Call weekly", owner: "Cat Care", agency: "Adult care", due: "" },
    {
      ...set,
      action: action(4),
      what: "Pay for a skip",
      owner: "Hal Housing",
      agency: "Housing",
      due: day("2026-12-01"),
      commitment: "inPrinciple",
    },
    {
      type: "report-promised",
      meeting,
      by: "date",
      on: day("2027-01-14"),
      how: "inWriting",
      who: "Cat Care",
    },
  ];
}

/** `more`: written after all the rest. */
export function heldMeeting(
  definition: PanelDefinition,
  more: { readonly meeting?: readonly MeetingRecord[]; readonly case?: readonly CaseRecord[] } = {},
): MinutesSource {
  const stamp = makeStamper();
  const file = foldMeeting(
    emptyMeetingFile(),
    [...meetingRecords(definition), ...(more.meeting ?? [])].map((record) => stamp(record)),
  );
  const records = [...caseRecords(definition), ...(more.case ?? [])];
  const heard = foldCase(
    emptyCaseFile(SCOPE),
    records.map((record) => stamp(record)),
  );
  return {
    definition,
    meeting: MEETING,
    file,
    agenda: agendaOf(file),
    attendees: attendeesOf(file),
    cases: new Map([[SCOPE, { subject: SUBJECT, file: heard }]]),
    names: new Map([[userId(1), "Charlie Chair (Council)"]]),
  };
}
