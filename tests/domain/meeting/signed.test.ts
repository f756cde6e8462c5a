/** Whose signature under minutes counts: a chair's alone, whoever else may write there. */
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import { emptyMeetingFile, foldMeeting } from "../../../src/domain/meeting/meetingFile.ts";
import { currentMinutes, openDraft, signedMinutes } from "../../../src/domain/meeting/minutes.ts";
import type { MeetingRecord } from "../../../src/domain/records/record.ts";
import type { Role } from "../../../src/domain/roles.ts";
import { makeStamper } from "../stamped.ts";

describe("minutes", () => {
  const stamp = makeStamper();
  const signed = (roles: readonly Role[], parts: object = {}) =>
    stamp(
      {
        type: "minutes-signed",
        minutes: "{}",
        hash: "h",
        cases: [],
        name: "N",
        how: "typed",
        on: "2026-11-26" as CalendarDate,
        meaning: "m",
        ...parts,
      } as MeetingRecord,
      { roles },
    );
  const drafted = (roles: readonly Role[]) =>
    stamp({ type: "minutes-drafted", minutes: "{}" } as MeetingRecord, { roles });
  const fold = (...records: Parameters<typeof foldMeeting>[1]) => foldMeeting(emptyMeetingFile(), records);

  it("[OXT-85] [HAR-65] are signed by a chair: a co-ordinator, a minute taker and a member sign nothing", () => {
    for (const roles of [["coordinator"], ["minutes"], ["member"], []] as const) {
      expect(signedMinutes(fold(signed(roles))), roles.join()).toEqual([]);
    }
    expect(signedMinutes(fold(signed(["chair", "coordinator"])))).toHaveLength(1);
  });

  it("[GAP-18] are published unsigned by a co-ordinator or chair, and by nobody else", () => {
    expect(signedMinutes(fold(signed(["coordinator"], { unsigned: true })))).toHaveLength(1);
    expect(signedMinutes(fold(signed(["minutes"], { unsigned: true })))).toEqual([]);
  });

  it("go by the last signature, which ends the round of a draft before it and of none after", () => {
    const [first, draft, last, next] = [
      signed(["chair"]),
      drafted(["minutes"]),
      signed(["chair"]),
      drafted(["coordinator"]),
    ];
    expect(currentMinutes(fold(first, last))?.entry).toBe(last.id);
    expect(openDraft(fold(first, draft))?.entry).toBe(draft.id);
    expect(openDraft(fold(first, draft, last))).toBeUndefined();
    expect(openDraft(fold(first, draft, signed(["coordinator"])))?.entry).toBe(draft.id);
    expect(openDraft(fold(first, draft, last, next))?.entry).toBe(next.id);
    expect(openDraft(fold(drafted(["member"])))).toBeUndefined();
  });
});
