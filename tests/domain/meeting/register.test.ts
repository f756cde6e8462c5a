/** What was made of a meeting's papers, as its entries tell it, and which number comes next. */
import { describe, expect, it } from "vitest";
import { emptyMeetingFile, foldMeeting, joinMeetings } from "../../../src/domain/meeting/meetingFile.ts";
import { exportsOf, nextNumber } from "../../../src/domain/meeting/register.ts";
import type { MeetingRecord, Stamped } from "../../../src/domain/records/record.ts";
import { makeStamper } from "../stamped.ts";

const fold = (records: readonly Stamped<MeetingRecord>[]) => foldMeeting(emptyMeetingFile(), records);

describe("the register of a meeting", () => {
  const stamp = makeStamper();
  const made = (document: string, copy: number | undefined, ms: number) =>
    stamp(
      { type: "meeting-exported", document, how: "print", ...(copy ? { copy } : {}) } as MeetingRecord,
      // Whoever reads the meeting: a member as much as a co-ordinator.
      { ms, roles: [] },
    );

  it("has everything that was made, in the order it was made, whoever made it", () => {
    const file = fold([made("pack", undefined, 3_000), made("minutes", 1, 1_000), made("pack", 1, 2_000)]);
    expect(exportsOf(file).map(({ record }) => [record.document, record.copy])).toEqual([
      ["minutes", 1],
      ["pack", 1],
      ["pack", undefined],
    ]);
  });

  it("numbers each document for itself, from one, after the greatest there is", () => {
    const file = fold([
      made("minutes", 4, 1_000),
      made("minutes", 2, 2_000),
      made("minutes", undefined, 3_000),
    ]);
    expect(nextNumber(file, "minutes")).toBe(5);
    expect(nextNumber(file, "pack")).toBe(1);
    const other = fold([made("minutes", 7, 4_000)]);
    expect(nextNumber(joinMeetings([file, other]), "minutes")).toBe(8);
  });
});
