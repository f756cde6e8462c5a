/** What a panel said and decided about a case at one meeting, and what was promised. */
import { mayLead, mayMinute } from "../roles.ts";
import { type Fields, versionsOf } from "../field.ts";
import { type Happened, ofType } from "../happened.ts";
import type { EntryId, UserId } from "../ids.ts";
import { type Standing, standingLines } from "../logLines.ts";
import type { CaseFile, DiscussionRecord } from "./caseFile.ts";

type Of<T extends DiscussionRecord["type"]> = Extract<DiscussionRecord, { type: T }>;

/** Each author's latest note for that meeting, in the order first written. */
export function researchFor(file: CaseFile, meeting: string): readonly Happened<Of<"research-note">>[] {
  const notes = new Map<UserId, Happened<Of<"research-note">>>();
  for (const note of ofType(file.discussion, "research-note")) {
    if (note.record.meeting === meeting) notes.set(note.author, note);
  }
  return [...notes.values()];
}

/** What the panel decided, the last word of each meeting, oldest first: by those who write for the panel. */
export function decisionsOf(file: CaseFile): readonly Happened<Of<"decided">>[] {
  const decided = ofType(file.discussion, "decided").filter(({ roles }) => mayMinute(roles));
  return decided.filter(
    ({ record }, at) => !decided.slice(at + 1).some((later) => later.record.meeting === record.meeting),
  );
}

export const decisionAt = (file: CaseFile, meeting: string): Happened<Of<"decided">> | undefined =>
  decisionsOf(file).find(({ record }) => record.meeting === meeting);

/** What stands written in one part of the notes of a meeting, newest first. */
export const notesAt = (file: CaseFile, meeting: string, part: string): ReturnType<typeof versionsOf> =>
  versionsOf((file.minuted as Fields)[`${meeting}/${part}`]);

export type Promised = Happened<Of<"report-promised">> & {
  /** The report that came, if it did. */
  readonly kept: Happened<Of<"reported">> | undefined;
};

/** Reports of progress that the panel asked for, the last word of each meeting, oldest first. */
export function promisesOf(file: CaseFile): readonly Promised[] {
  const latest = new Map<string, Happened<Of<"report-promised">>>();
  for (const step of ofType(file.discussion, "report-promised")) {
    if (mayMinute(step.roles)) latest.set(step.record.meeting, step);
  }
  const reports = ofType(file.discussion, "reported");
  const byEntry = (entry: EntryId) => reports.findLast(({ record }) => record.promise === entry);
  return [...latest.values()]
    .filter(({ record }) => record.by === "nextMeeting" || record.on !== "")
    .map((step) => ({ ...step, kept: byEntry(step.entry) }));
}

/**
 * Reports that earlier meetings asked for and that this one hears of: not come yet, or come since the case was last
 * decided on. What came after this meeting's own decision is not among them. [OXF-05] [OXT-92]
 */
export function reportsTo(file: CaseFile, meeting: string): readonly Promised[] {
  const endMs = decisionAt(file, meeting)?.order[0] ?? Infinity;
  const decided = decisionsOf(file).filter(({ record }) => record.meeting !== meeting);
  const sinceMs = decided.map(({ order }) => order[0]).findLast((ms) => ms < endMs) ?? 0;
  return promisesOf(file)
    .filter(({ record, order }) => record.meeting !== meeting && order[0] < endMs)
    .map((each) => (each.kept && each.kept.order[0] > endMs ? { ...each, kept: undefined } : each))
    .filter(({ kept }) => !kept || kept.order[0] > sinceMs);
}

/** The lines of one of the panel's logs about this case, as they stand, in the order first written. */
export const filedOf = (file: CaseFile, kind: string): readonly Standing<Happened<Of<"filed-record">>>[] =>
  standingLines(ofType(file.discussion, "filed-record"), kind);

/** Whether the panel is done with the case; its chair or co-ordinator says so. */
export const isClosed = (file: CaseFile): boolean =>
  ofType(file.discussion, "case-closed").findLast(({ roles }) => mayLead(roles))?.record.closed ?? false;
