/**
 * A meeting as its entries tell it: plain JSON, so that a folded one can be cached sealed. Two co-ordinators who
 * begin the same meeting without seeing each other make two scopes; their files read as one (`joinMeetings`).
 */
import { type Fields, foldFields, noFields } from "../field.ts";
import { compareHappened, type Happened, happened, inOrder } from "../happened.ts";
import type { EntryId } from "../ids.ts";
import { type MeetingRecord, type Stamped } from "../records/record.ts";

type Noted = Extract<MeetingRecord, { type: "meeting-noted" }>;
/** Notes are fields; all else is kept whole. */
export type MeetingStep = Exclude<MeetingRecord, Noted>;

export type MeetingFile = {
  /** In order, oldest first. */
  readonly steps: readonly Happened<MeetingStep>[];
  readonly notes: Fields;
  readonly entries: readonly EntryId[];
};

export const emptyMeetingFile = (): MeetingFile => ({ steps: [], notes: noFields(), entries: [] });

/** The file with these records in it too, in any order, each however often. */
export function foldMeeting(file: MeetingFile, records: readonly Stamped<MeetingRecord>[]): MeetingFile {
  const seen = new Set(file.entries);
  const fresh = records.filter(({ id }) => !seen.has(id) && seen.add(id));
  if (fresh.length === 0) return file;
  const steps = fresh.flatMap((stamped) =>
    stamped.record.type === "meeting-noted" ? [] : [happened<MeetingStep>(stamped, stamped.record)],
  );
  const notes = fresh.reduce(
    (fields, stamped) =>
      stamped.record.type === "meeting-noted" ? foldFields(fields, stamped.record.changes, stamped) : fields,
    file.notes,
  );
  return { steps: inOrder([...file.steps, ...steps]), notes, entries: [...seen].toSorted() };
}

/** Several scopes of one meeting as one. Of notes on the same place, a version of each is kept. */
export function joinMeetings(files: readonly MeetingFile[]): MeetingFile {
  const [first = emptyMeetingFile(), ...others] = files;
  return others.reduce(join, first);
}

function join(a: MeetingFile, b: MeetingFile): MeetingFile {
  const notes = Object.assign(noFields(), a.notes) as Record<string, Fields[string]>;
  for (const [path, field] of Object.entries(b.notes)) {
    const mine = notes[path];
    notes[path] = mine ? joinFields(mine, field) : field;
  }
  return {
    steps: inOrder([...a.steps, ...b.steps]),
    notes,
    entries: [...new Set([...a.entries, ...b.entries])].toSorted(),
  };
}

function joinFields(a: Fields[string], b: Fields[string]): Fields[string] {
  const plains = [a.plain, b.plain].filter((each) => each !== undefined).toSorted(compareHappened);
  const replaced = [...new Set([...a.replaced, ...b.replaced])].toSorted();
  const narrative = [...a.narrative, ...b.narrative]
    .filter(({ entry }) => !replaced.includes(entry))
    .toSorted((x, y) => compareHappened(y, x));
  return { plain: plains.at(-1), narrative, replaced };
}
