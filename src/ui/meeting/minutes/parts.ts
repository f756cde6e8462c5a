/** What of the minutes can be put in other words here: the same notes as in the room, so that record and page are one. */
import type { MeetingView } from "../../../app/meetingTypes.ts";
import type { CaseFile } from "../../../domain/case/caseFile.ts";
import { notesAt } from "../../../domain/case/discussion.ts";
import { type AnswerVersion, versionsOf } from "../../../domain/field.ts";
import type { ScopeId } from "../../../domain/ids.ts";
import { MEETING_HOLDS, type MinutesRule } from "../../../forms/definition/minutes.ts";
import type { PanelDefinition } from "../../../forms/definition.ts";
import { HEAD_PARTS, kindOf } from "../../../forms/minutes/meetingMinutes.ts";
import {
  itemPath,
  partsOf,
  partTitle,
  sectionPath,
  titleOf,
  wordsOf,
} from "../../../forms/minutes/source.ts";

export type Part = {
  /** The meeting, or the case it is written in. */
  readonly where: "meeting" | ScopeId;
  readonly path: string;
  readonly label: string;
  readonly words: string;
  /** Written at once by several: what is saved here takes their place. */
  readonly versions: readonly AnswerVersion[];
};

export type PartGroup = { readonly key: string; readonly title: string; readonly parts: readonly Part[] };

export function partGroups(view: MeetingView): readonly PartGroup[] {
  return [
    { key: "meeting", title: "The meeting", parts: meetingParts(view) },
    ...view.agenda.flatMap(({ item, case: scope, reference }, at) => {
      const file = scope && view.cases.get(scope)?.file;
      return scope && file
        ? [{ key: item, title: `Item ${at + 1}: ${reference ?? ""}`, parts: caseParts(view, scope, file) }]
        : [];
    }),
  ];
}

const holdsAny = ({ holds }: MinutesRule, wanted: readonly string[]): boolean =>
  holds?.some((hold) => wanted.includes(hold)) ?? false;
const PRINTED = MEETING_HOLDS.filter((hold) => hold !== "head" && hold !== "signature");

function meetingParts({ definition, file, agenda }: MeetingView): readonly Part[] {
  const part = (path: string, label: string, usual = ""): Part => {
    const versions = versionsOf(file.notes[path]);
    return { where: "meeting", path, label, versions, words: wordsOf(versions) || usual };
  };
  return [
    ...HEAD_PARTS.map(({ key, label }) => part(sectionPath(key), label)),
    ...definition.minutes.sections
      .filter((rule) => holdsAny(rule, PRINTED))
      .map((rule) => part(sectionPath(rule.key), ...ownWords(rule, "statement"))),
    ...agenda.flatMap((item, at) =>
      item.case === undefined
        ? [part(itemPath(item.item), `Item ${at + 1}: ${item.title || kindOf(definition, item.kind)}`)]
        : [],
    ),
  ];
}

/** Words of its own that a section prints, to be changed; to any other section words are added. */
const ownWords = (rule: MinutesRule, hold: "statement" | "reminder"): [string, string] =>
  holdsAny(rule, [hold])
    ? [titleOf(rule), rule.says ?? rule.text]
    : [`${titleOf(rule)}: anything to add`, ""];

function caseParts({ definition, meeting }: MeetingView, where: ScopeId, file: CaseFile): readonly Part[] {
  const part = (key: string, label: string, usual = ""): Part => {
    const versions = notesAt(file, meeting.key, key);
    return { where, path: key, label, versions, words: wordsOf(versions) || usual };
  };
  const known = notedParts(definition);
  const others = partsOf(file, meeting.key).filter((key) => !known.has(key));
  return [
    ...[...known].map(([key, label]) => part(key, label)),
    ...others.map((key) => part(key, partTitle(definition, key))),
    ...definition.minutes.sections
      .filter((rule) => holdsAny(rule, ["reminder"]))
      .map((rule) => part(sectionPath(rule.key), ...ownWords(rule, "reminder"))),
  ];
}

/** Steps of a case, and sections that gather no step and are written for themselves. */
function notedParts(definition: PanelDefinition): ReadonlyMap<string, string> {
  const steps = definition.meeting.perCase.flatMap(({ key, heading, also = [] }) => [
    [key, heading] as const,
    ...also.map((box) => [box.key, box.label] as const),
  ]);
  const own = definition.minutes.sections
    .filter((rule) => rule.steps === undefined && (rule.holds === undefined || holdsAny(rule, ["notes"])))
    .map((rule) => [rule.key, titleOf(rule)] as const);
  return new Map([...steps, ...own]);
}
