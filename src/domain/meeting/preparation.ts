/** What is said before a meeting: which agency has written what it knows about a case, and who has an interest in it. */
import type { CaseFile, DiscussionRecord } from "../case/caseFile.ts";
import { researchFor } from "../case/discussion.ts";
import type { Happened } from "../happened.ts";
import type { ItemId, UserId } from "../ids.ts";
import { readingsOf, releasesOf } from "./agenda.ts";
import type { Attendee } from "./attendance.ts";
import type { MeetingFile } from "./meetingFile.ts";

export type ResearchNote = Happened<Extract<DiscussionRecord, { type: "research-note" }>>;

/** Names of agencies are typed by hand: capitals and spaces do not make another agency. */
const keyOf = (agency: string): string => agency.trim().replaceAll(/\s+/g, " ").toLowerCase();

export const isSameAgency = (a: string | undefined, b: string | undefined): boolean =>
  keyOf(a ?? "") !== "" && keyOf(a ?? "") === keyOf(b ?? "");

/** The person's own note; where they wrote none, one of a colleague of the same agency. [ASH-53] [HER-58] [HAR-17] */
export function agencyNote(
  file: CaseFile,
  meeting: string,
  { user, agency }: { readonly user: UserId; readonly agency: string | undefined },
): ResearchNote | undefined {
  const notes = researchFor(file, meeting);
  return (
    notes.find(({ author }) => author === user) ??
    notes.findLast(({ record }) => isSameAgency(record.agency, agency))
  );
}

export type AgencyNotes = {
  readonly agency: string;
  /** Of its people, in the order first written; empty while it is missing. */
  readonly notes: readonly ResearchNote[];
  /** Who of it was asked to come. Empty: it wrote without being asked. */
  readonly asked: readonly Pick<Attendee, "attendee" | "name">[];
};

type Asked = Pick<Attendee, "attendee" | "user" | "name" | "agency">;

/**
 * Of every agency that is asked about a case, and of every other that wrote about it, in the order asked. Somebody
 * asked without an agency stands for themselves.
 */
export function notesByAgency(
  file: CaseFile,
  meeting: string,
  asked: readonly Asked[],
): readonly AgencyNotes[] {
  const rows = new Map<string, { agency: string; notes: ResearchNote[]; asked: Asked[] }>();
  const rowOf = (agency: string) => {
    const row = rows.get(keyOf(agency)) ?? { agency: agency.trim(), notes: [], asked: [] };
    rows.set(keyOf(agency), row);
    return row;
  };
  const nameOf = ({ agency, name }: Asked): string =>
    agency === undefined || keyOf(agency) === "" ? name : agency;
  for (const each of asked) rowOf(nameOf(each)).asked.push(each);
  for (const note of researchFor(file, meeting)) {
    // The invitation may spell an agency otherwise than the person's own profile does.
    const author = asked.find(({ user }) => user === note.author);
    rowOf(author ? nameOf(author) : note.record.agency).notes.push(note);
  }
  return [...rows.values()];
}

/** The last word of a person on their interest in an item; undefined where they have none, or took it back. */
export function interestIn(
  { interests }: Pick<Attendee, "interests">,
  item: ItemId,
): Attendee["interests"][number] | undefined {
  const last = interests.findLast(({ record }) => record.item === item);
  return last === undefined || last.record.words.trim() === "" ? undefined : last;
}

/** Whether this person has opened what was sent out last. [OXT-30] */
export function hasReadSince(file: MeetingFile, user: UserId, what: string): boolean {
  const sent = releasesOf(file).at(-1);
  const read = readingsOf(file).find((each) => each.user === user && each.what === what);
  return read !== undefined && read.atMs >= (sent?.order[0] ?? 0);
}
