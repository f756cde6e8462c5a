/** What minutes are composed from, and how notes of a meeting are read for print. */
import { notesAt } from "../../domain/case/discussion.ts";
import type { CaseFile } from "../../domain/case/caseFile.ts";
import { type AnswerVersion, versionsOf } from "../../domain/field.ts";
import type { ScopeId, UserId } from "../../domain/ids.ts";
import type { AgendaItem } from "../../domain/meeting/agenda.ts";
import type { Attendee } from "../../domain/meeting/attendance.ts";
import type { MeetingFile } from "../../domain/meeting/meetingFile.ts";
import type { MinutesRule } from "../definition/minutes.ts";
import type { PanelDefinition } from "../definition.ts";
import type { MinutesBlock } from "./shape.ts";

export type MinutesSource = {
  readonly definition: PanelDefinition;
  readonly meeting: { readonly key: string; readonly date: string; readonly start: string };
  readonly file: MeetingFile;
  readonly agenda: readonly AgendaItem[];
  readonly attendees: readonly Attendee[];
  /** Those that whoever composes may read. */
  readonly cases: ReadonlyMap<ScopeId, { readonly subject: string; readonly file: CaseFile }>;
  readonly names: ReadonlyMap<UserId, string>;
};

/** Words that were typed about a section as a whole: in the meeting's notes, and after the meeting's key in a case's. */
export const sectionPath = (key: string): string => `minutes/${key}`;
export const itemPath = (item: string): string => `item/${item}`;

/** Two people's words, written without seeing each other, both stand: the older first. */
export const wordsOf = (versions: readonly AnswerVersion[]): string =>
  versions
    .map(({ value }) => (typeof value === "string" ? value.trim() : ""))
    .filter((text) => text !== "")
    .toReversed()
    .join("\n\n");

export const meetingWords = ({ file }: Pick<MinutesSource, "file">, path: string): string =>
  wordsOf(versionsOf(file.notes[path]));

export const caseWords = (file: CaseFile, meeting: string, part: string): string =>
  wordsOf(notesAt(file, meeting, part));

/** Every part of a case's notes of that meeting in which something stands, sections' own words left out. */
export function partsOf(file: CaseFile, meeting: string): readonly string[] {
  const prefix = `${meeting}/`;
  return Object.keys(file.minuted)
    .filter((path) => path.startsWith(prefix))
    .map((path) => path.slice(prefix.length))
    .filter((part) => !part.startsWith("minutes/") && caseWords(file, meeting, part) !== "");
}

/** A part of the notes in words: as its step, box or section is headed; of a part that nothing has, what its key says. */
export function partTitle({ meeting, minutes }: PanelDefinition, part: string): string {
  const headed = meeting.perCase.find(({ key }) => key === part)?.heading;
  const boxed = meeting.perCase.flatMap(({ also = [] }) => also).find(({ key }) => key === part)?.label;
  const words = part.replaceAll(/(?<=[a-z\d])(?=[A-Z])|[/_-]+/g, " ").toLowerCase();
  const rule = minutes.sections.find(({ key }) => key === part);
  return headed ?? boxed ?? (rule && titleOf(rule)) ?? words.charAt(0).toUpperCase() + words.slice(1);
}

/** Parts of a case's notes that a section brings together, its own first. */
export const partsIn = (rule: MinutesRule): readonly string[] => [...(rule.steps ?? []), rule.key];

export const titleOf = (rule: MinutesRule): string => rule.heading ?? rule.text.replace(/\.$/, "");

export const text = (words: string): readonly MinutesBlock[] =>
  words === "" ? [] : [{ kind: "text", text: words }];
export const quiet = (words: string): readonly MinutesBlock[] => [{ kind: "text", text: words, quiet: true }];
