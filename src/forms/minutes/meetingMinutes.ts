/** The frame of the minutes: everything about the meeting, and nothing about a person who was discussed. */
import { formatCalendarDate, parseCalendarDate } from "../../domain/calendarDate.ts";
import { openingOf } from "../../domain/meeting/attendance.ts";
import type { OpeningStep } from "../definition/meeting.ts";
import { MEETING_HOLDS, type MeetingHold, type MinutesRule } from "../definition/minutes.ts";
import type { PanelDefinition } from "../definition.ts";
import { isBySigning } from "../openingSteps.ts";
import { attendanceBlocks, declaredBlocks, unsignedOf } from "./attendance.ts";
import type { MeetingMinutes, MinutesBlock, MinutesFact, MinutesSection } from "./shape.ts";
import { itemPath, meetingWords, type MinutesSource, quiet, sectionPath, text, titleOf } from "./source.ts";

/** Places in the head that are typed: where the sheet that is read out has no box for them, or nobody filled it in. */
export const HEAD_PARTS = [
  { key: "venue", label: "Venue" },
  { key: "chair", label: "Chair" },
] as const;
type HeadPart = (typeof HEAD_PARTS)[number]["key"];

export function composeMeeting(source: MinutesSource): MeetingMinutes {
  const { definition, meeting } = source;
  const rules = definition.minutes.sections;
  const firstCase = rules.findIndex((rule) => !holdsOfMeeting(rule));
  const cut = firstCase < 0 ? rules.length : firstCase;
  const sections = (some: readonly MinutesRule[]) => some.flatMap((rule) => sectionOf(source, rule));
  return {
    format: 1,
    panel: definition.name,
    meeting: meeting.key,
    day: meeting.date,
    head: headOf(source),
    agenda: source.agenda.map(({ item, case: scope, ...rest }, at) => ({
      item,
      title: `Item ${at + 1}: ${rest.reference || rest.title || kindOf(definition, rest.kind)}`,
      kind: kindOf(definition, rest.kind),
      ...(scope === undefined ? {} : { case: scope }),
    })),
    before: [...sections(rules.slice(0, cut)), ...unheld(source, ["attendance", "opening"])],
    after: [...sections(rules.slice(cut)), ...unheld(source, ["business"])],
    handling: handlingOf(definition),
  };
}

export const handlingOf = ({ handling }: PanelDefinition): MeetingMinutes["handling"] => ({
  mark: handling.mark,
  notes: handling.notes.map((note) => note.text),
});

export const dayWords = (iso: string): string => {
  const date = parseCalendarDate(iso);
  return date ? formatCalendarDate(date) : iso;
};

const holdsOfMeeting = ({ holds }: MinutesRule): boolean =>
  holds?.some((hold) => isMeetingHold(hold)) ?? false;
const isMeetingHold = (hold: string): hold is MeetingHold => MEETING_HOLDS.some((each) => each === hold);

export const kindOf = ({ meeting }: PanelDefinition, kind: string): string =>
  meeting.agendaKinds.find(({ key }) => key === kind)?.label ?? "Item";

export function headOf(source: MinutesSource): readonly MinutesFact[] {
  const { date, start } = source.meeting;
  const sheet = sheetOf(source);
  const typed = HEAD_PARTS.flatMap(({ key, label }) => {
    const value = meetingWords(source, sectionPath(key)) || (sheet[boxOf(source, key) ?? ""] ?? "");
    return value === "" ? [] : [{ label, value }];
  });
  return [{ label: "Date", value: dayWords(date) }, { label: "Time", value: start }, ...typed];
}

/** The key of the box on the panel's sheet that a place of the head is filled from. */
const boxOf = ({ definition }: MinutesSource, part: HeadPart): string | undefined =>
  definition.confidentiality?.fields.find(({ is }) => is === part)?.key;

/** The boxes of the sheet that is read out, as filled in when the opening was recorded. */
const sheetOf = ({ file }: MinutesSource): Readonly<Record<string, string>> =>
  Object.assign({}, ...[...openingOf(file).values()].map(({ record }) => record.fields ?? {})) as Record<
    string,
    string
  >;

/** A section of the panel that says something of the meeting. `head` and `signature` have places of their own. */
function sectionOf(source: MinutesSource, rule: MinutesRule): readonly MinutesSection[] {
  const holds = (rule.holds ?? []).filter(isMeetingHold);
  const printed = holds.filter((hold) => hold !== "head" && hold !== "signature");
  if (printed.length === 0) return [];
  const own = meetingWords(source, sectionPath(rule.key));
  const blocks = printed.flatMap((hold) => piece(source, hold, own || (rule.says ?? rule.text)));
  const added = printed.includes("statement") ? [] : text(own);
  const all = [...blocks, ...added];
  return [
    { key: rule.key, title: titleOf(rule), blocks: all.length > 0 ? all : quiet("Nothing was recorded.") },
  ];
}

function piece(
  source: MinutesSource,
  hold: Exclude<MeetingHold, "head" | "signature">,
  says: string,
): readonly MinutesBlock[] {
  switch (hold) {
    case "attendance":
      return attendanceBlocks(source);
    case "opening":
      return [...openingTable(source), ...declaredBlocks(source)];
    case "statement":
      return text(says);
    case "business":
      return businessBlocks(source);
  }
}

function openingTable(source: MinutesSource): readonly MinutesBlock[] {
  const { definition, file } = source;
  const done = openingOf(file);
  const state = (step: OpeningStep): string => {
    if (!isBySigning(definition, step)) return done.has(step.key) ? "Done" : "Not recorded";
    const missing = unsignedOf(source);
    return missing.length === 0 ? "Done" : `Not signed by ${missing.map(({ name }) => name).join(", ")}`;
  };
  const rows = definition.meeting.opening
    .filter(({ gate, key }) => gate || done.has(key))
    .map((step) => [step.text, state(step)]);
  if (rows.length === 0) return [];
  return [{ kind: "table", caption: "Before the first case", columns: ["What", "Recorded"], rows }];
}

/** Items about nobody, each with what was noted. */
function businessBlocks(source: MinutesSource): readonly MinutesBlock[] {
  const facts = source.agenda.flatMap(({ item, case: scope, title, kind }, at) =>
    scope === undefined
      ? [
          {
            label: `Item ${at + 1}: ${title || kindOf(source.definition, kind)}`,
            value: meetingWords(source, itemPath(item)) || "Nothing was recorded.",
          },
        ]
      : [],
  );
  return facts.length === 0 ? [] : [{ kind: "facts", facts }];
}

const TITLES = {
  attendance: "Who attended",
  opening: "Opening",
  business: "Other business",
} as const;

/** What happened, and no section of the panel holds: it prints all the same. */
function unheld(source: MinutesSource, holds: readonly (keyof typeof TITLES)[]): readonly MinutesSection[] {
  const held = new Set<string>(source.definition.minutes.sections.flatMap((rule) => rule.holds ?? []));
  return holds
    .filter((hold) => !held.has(hold))
    .map((hold) => ({ key: hold, title: TITLES[hold], blocks: piece(source, hold, "") }))
    .filter(({ blocks }) => blocks.length > 0);
}
