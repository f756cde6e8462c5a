/** Whose note is missing, who has an interest, and who has opened what was sent. */
import { describe, expect, it } from "vitest";
import { emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import type { AttendeeId, ItemId, ScopeId } from "../../../src/domain/ids.ts";
import { attendeesOf } from "../../../src/domain/meeting/attendance.ts";
import { emptyMeetingFile, foldMeeting } from "../../../src/domain/meeting/meetingFile.ts";
import {
  agencyNote,
  hasReadSince,
  interestIn,
  isSameAgency,
  notesByAgency,
} from "../../../src/domain/meeting/preparation.ts";
import type { CaseRecord, MeetingRecord, Stamped } from "../../../src/domain/records/record.ts";
import { entryId, makeStamper, userId } from "../stamped.ts";

const ITEM = entryId(1) as string as ItemId;
const attendee = (number: number) => userId(number) as string as AttendeeId;
const asked = (number: number, name: string, agency?: string) => ({
  attendee: attendee(number),
  user: userId(number),
  name,
  ...(agency === undefined ? {} : { agency }),
});

describe("what agencies know", () => {
  const stamp = makeStamper();
  const note = (who: number, agency: string, known: string, meeting = "m1") =>
    stamp(
      {
        type: "research-note",
        meeting,
        agency,
        nothing: false,
        known,
        involvement: "",
        carePlan: "",
        concerns: "",
      } as CaseRecord,
      { who, roles: [] },
    );
  const fold = (records: readonly Stamped<CaseRecord>[]) =>
    foldCase(emptyCaseFile(entryId(9) as string as ScopeId), records);

  it("[ASH-53] [HER-58] [HAR-17] [OXT-31] is told by agency, and whose note is missing", () => {
    const file = fold([
      note(1, "Housing", "Rent is paid"),
      note(2, "housing ", "No complaints"),
      note(3, "Probation", "Ended last year"),
      note(4, "Police", "Of another meeting", "m2"),
    ]);
    const rows = notesByAgency(file, "m1", [
      asked(1, "Ada", "Housing"),
      asked(4, "Ben", "Police"),
      asked(5, "Cy"),
    ]);
    expect(
      rows.map(({ agency, notes, asked: people }) => [
        agency,
        notes.map(({ record }) => record.known),
        people.map(({ name }) => name),
      ]),
    ).toEqual([
      ["Housing", ["Rent is paid", "No complaints"], ["Ada"]],
      ["Police", [], ["Ben"]],
      ["Cy", [], ["Cy"]],
      ["Probation", ["Ended last year"], []],
    ]);
  });

  it("puts a note under the agency its author was asked for, however they spell it", () => {
    const rows = notesByAgency(fold([note(1, "LC Housing", "Paid")]), "m1", [asked(1, "Ada", "Housing")]);
    expect(rows.map(({ agency, notes }) => [agency, notes.length])).toEqual([["Housing", 1]]);
  });

  it("is one’s own note before a colleague’s, and a colleague’s before none", () => {
    const file = fold([note(1, "Housing", "Mine"), note(2, "Housing", "Theirs")]);
    const known = (who: number, agency: string | undefined) =>
      agencyNote(file, "m1", { user: userId(who), agency })?.record.known;
    expect(known(1, "Housing")).toBe("Mine");
    expect(known(3, " HOUSING")).toBe("Theirs");
    expect(known(3, "Police")).toBeUndefined();
    expect(known(3, undefined)).toBeUndefined();
  });

  it("takes two people without an agency for two", () => {
    expect(isSameAgency("", "")).toBe(false);
    expect(isSameAgency(undefined, undefined)).toBe(false);
  });
});

describe("an interest and a reading", () => {
  const stamp = makeStamper();
  const fold = (records: readonly Stamped<MeetingRecord>[]) => foldMeeting(emptyMeetingFile(), records);
  const invited = stamp({
    type: "invited",
    attendee: attendee(2),
    user: userId(2),
    name: "Ada",
  } as MeetingRecord);
  const interest = (words: string, leaves: boolean, who = 2) =>
    stamp({ type: "interest", attendee: attendee(2), item: ITEM, words, leaves } as MeetingRecord, {
      who,
      roles: [],
    });

  it("stands until its author takes it back, and nobody else does", () => {
    const declared = interest("I coach them", true);
    const by = (...steps: readonly Stamped<MeetingRecord>[]) => {
      const [ada] = attendeesOf(fold([invited, ...steps]));
      return ada && interestIn(ada, ITEM)?.record;
    };
    expect(by(declared)).toMatchObject({ words: "I coach them", leaves: true });
    expect(by(declared, interest("", false, 3))).toMatchObject({ words: "I coach them" });
    expect(by(declared, interest("", false))).toBeUndefined();
    expect(by(declared, interest("", false), interest("Anew", false))).toMatchObject({ words: "Anew" });
  });

  it("[OXT-30] counts a reading from the last sending on, for each person and thing", () => {
    const released = () =>
      stamp({ type: "released", what: "papers", items: [ITEM], to: [userId(2)] } as MeetingRecord);
    const read = (what: string) =>
      stamp({ type: "meeting-read", what } as MeetingRecord, { who: 2, roles: [] });
    const first = [invited, released(), read("papers")];
    expect(hasReadSince(fold(first), userId(2), "papers")).toBe(true);
    expect(hasReadSince(fold(first), userId(2), "minutes")).toBe(false);
    expect(hasReadSince(fold(first), userId(3), "papers")).toBe(false);
    expect(hasReadSince(fold([...first, released()]), userId(2), "papers")).toBe(false);
  });
});
