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

/** Parts that the room offers beside the panel's own steps. */
const TITLES: Readonly<Record<string, string>> = {
  riskLevel: "Level of risk",
  accountable: "Senior manager who answers for it",
  voice: "What the person says",
};

/** A part of the notes in words: the step's heading, else what its key says ("Key person"). */
export function partTitle({ meeting }: PanelDefinition, part: string): string {
  const heading = meeting.perCase.find(({ key }) => key === part)?.heading;
  if (heading !== undefined) return heading;
  const words = part.replaceAll(/(?<=[a-z\d])(?=[A-Z])|[/_-]+/g, " ").toLowerCase();
  return (
    (Object.hasOwn(TITLES, part) ? TITLES[part] : undefined) ?? words.charAt(0).toUpperCase() + words.slice(1)
  );
}

/** Parts of a case's notes that a section brings together, its own first. */
export const partsIn = (rule: MinutesRule): readonly string[] => [...(rule.steps ?? []), rule.key];

export const titleOf = (rule: MinutesRule): string => rule.heading ?? rule.text.replace(/\.$/, "");

export const text = (words: string): readonly MinutesBlock[] =>
  words === "" ? [] : [{ kind: "text", text: words }];
export const quiet = (words: string): readonly MinutesBlock[] => [{ kind: "text", text: words, quiet: true }];
