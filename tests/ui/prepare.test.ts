/** What is said to a member before a meeting, and of what they have half written, without a browser. */
import { describe, expect, test } from "vitest";
import { MAX_RECORD_BYTES } from "../../src/domain/entry.ts";
import type { AttendeeId } from "../../src/domain/ids.ts";
import type { CalendarDate } from "../../src/domain/calendarDate.ts";
import hertfordshire from "../../src/forms/panels/hertfordshire.json" with { type: "json" };
import oxfordshire from "../../src/forms/panels/oxfordshire.json" with { type: "json" };
import { parseDefinition } from "../../src/forms/parseDefinition.ts";
import {
  type ApologiesDraft,
  apologiesDraft,
  apologiesRecord,
  wrongInApologies,
} from "../../src/ui/meeting/prepare/apologiesDraft.ts";
import { NO_NOTE, type NoteDraft, noteRecord, wrongInNote } from "../../src/ui/meeting/prepare/noteDraft.ts";
import {
  apologiesBy,
  type CaseToPrepare,
  caseState,
  coverWords,
  missingWords,
  noteState,
  readState,
} from "../../src/ui/meeting/prepare/prepareWords.ts";

const shown = <T>(errors: readonly (T | undefined)[]) => errors.filter((error) => error !== undefined);

describe("a note of what an agency knows", () => {
  const wrong = (change: Partial<NoteDraft>) => shown(wrongInNote({ ...NO_NOTE, ...change }));

  test("is one box at least, or that nothing was found", () => {
    expect(wrong({})).toEqual([{ fieldId: "found", text: "Choose what you found" }]);
    expect(wrong({ found: "something", known: " " })).toMatchObject([{ fieldId: "known" }]);
    expect(wrong({ found: "something", carePlan: "Weekly" })).toEqual([]);
    expect(wrong({ found: "nothing" })).toEqual([]);
  });

  test.each(["known", "involvement", "carePlan", "concerns"] as const)(
    "too long in %s is told of beside that box",
    (key) => {
      const found = wrong({ found: "something", [key]: "w".repeat(50_001) });
      expect(found).toMatchObject([{ fieldId: key, text: expect.stringContaining("Take out 1") as string }]);
    },
  );

  test("too long together is told of beside the longest, before a record refuses it", () => {
    const [long, longest] = ["ж".repeat(30_000), "ж".repeat(45_000)];
    const draft = { ...NO_NOTE, found: "something" as const, known: long, concerns: longest };
    expect(shown(wrongInNote(draft))).toEqual([]);
    const more = { ...draft, carePlan: long };
    expect(shown(wrongInNote(more))).toMatchObject([{ fieldId: "concerns" }]);
    const size = (each: NoteDraft) =>
      new TextEncoder().encode(JSON.stringify(noteRecord("m", "Housing", each))).length;
    expect(size(draft)).toBeLessThan(MAX_RECORD_BYTES);
    expect(size(more)).toBeGreaterThan(MAX_RECORD_BYTES);
  });

  test("says nothing of boxes that were hidden when it was found that there is nothing", () => {
    expect(noteRecord("m", "Housing", { ...NO_NOTE, found: "nothing", known: "Typed before" })).toMatchObject(
      { nothing: true, known: "" },
    );
  });
});

describe("apologies", () => {
  const COVERED: ApologiesDraft = {
    words: "",
    covered: "yes",
    name: "Kim Cover",
    agency: "Housing",
    position: "",
  };
  const ME = "me" as AttendeeId;

  test("say whether somebody comes instead, and who", () => {
    expect(shown(wrongInApologies(apologiesDraft(undefined, "Housing")))).toEqual([
      { fieldId: "covered", text: "Choose whether somebody comes in your place" },
    ]);
    expect(shown(wrongInApologies({ ...COVERED, name: " " }))).toMatchObject([{ fieldId: "cover-name" }]);
    expect(shown(wrongInApologies(COVERED))).toEqual([]);
    expect(shown(wrongInApologies({ ...COVERED, covered: "no", name: "n".repeat(301) }))).toEqual([]);
  });

  test.each([
    ["cover-name", { name: "n".repeat(301) }],
    ["cover-agency", { agency: "n".repeat(301) }],
    ["cover-position", { position: "n".repeat(301) }],
    ["words", { words: "w".repeat(50_001) }],
  ] as const)("too long in %s is told of beside that box", (fieldId, change) => {
    expect(shown(wrongInApologies({ ...COVERED, ...change }))).toMatchObject([{ fieldId }]);
  });

  test("become a record, and are read back from one to be changed", () => {
    const record = apologiesRecord(ME, COVERED);
    expect(record).toEqual({
      type: "apologies",
      attendee: ME,
      absent: true,
      words: "",
      cover: { name: "Kim Cover", agency: "Housing" },
    });
    expect(coverWords(record)).toBe("Kim Cover (Housing)");
    const sent = { record } as Parameters<typeof apologiesDraft>[0];
    expect(apologiesDraft(sent, "Another")).toEqual(COVERED);
    expect(apologiesRecord(ME, { ...COVERED, covered: "no" })).not.toHaveProperty("cover");
    expect(coverWords(apologiesRecord(ME, { ...COVERED, covered: "no" }))).toBeUndefined();
  });

  const definitionOf = (json: unknown) => {
    const parsed = parseDefinition(json);
    if (!parsed.ok) throw new Error("the panel does not parse");
    return parsed.definition;
  };
  const meeting = {
    key: "m",
    definition: "d",
    date: "2031-03-13" as CalendarDate,
    start: "10:00",
    cancelled: false,
  };
  const by = (json: unknown, now: string) =>
    apologiesBy(
      { everyMeeting: [meeting], namedDays: [] },
      { definition: definitionOf(json), meeting },
      Date.parse(now),
      "2031-03-01" as CalendarDate,
    );

  test("[HER-04] [GAP-04] are asked for by the panel’s own time, 48 hours before, and taken after it", () => {
    expect(by(hertfordshire, "2031-03-01T10:00:00Z")).toEqual({ by: "Tuesday 11 March, 10:00", past: false });
    expect(by(hertfordshire, "2031-03-12T10:00:00Z")).toMatchObject({ past: true });
    expect(by(oxfordshire, "2031-03-01T10:00:00Z")).toBeUndefined();
  });
});

describe("what is left to do", () => {
  const heard = {} as CaseToPrepare["heard"];
  const note = {} as CaseToPrepare["note"];
  const made = (parts: Partial<CaseToPrepare>): CaseToPrepare => ({
    item: {} as CaseToPrepare["item"],
    heard,
    read: false,
    note: undefined,
    interest: false,
    ...parts,
  });

  test("[OXT-30] [OXT-31] is counted in words", () => {
    const two = [made({}), made({ read: true, note })];
    expect([readState(two), noteState(two)]).toEqual([
      { text: "1 not read yet", toDo: true },
      { text: "Missing on 1 case", toDo: true },
    ]);
    const done = [made({ read: true, note }), made({ read: true, note })];
    expect([readState(done), noteState(done)]).toEqual([
      { text: "All 2 read", toDo: false },
      { text: "Written on all 2", toDo: false },
    ]);
    expect(noteState([made({}), made({})]).text).toBe("Missing on 2 cases");
  });

  test.each([
    [{}, "Not read, note missing", true],
    [{ note }, "Not read", true],
    [{ read: true }, "Note missing", true],
    [{ read: true, note }, "Read, note written", false],
    [{ read: true, note, interest: true }, "Read, note written, interest declared", false],
    [{ heard: undefined }, "Not on this device yet", true],
  ] as const)("of one case: %j", (parts, text, toDo) => {
    expect(caseState(made(parts))).toEqual({ text, toDo });
  });

  test("names the agencies whose note is missing", () => {
    const row = (agency: string, notes: number) => ({ agency, notes: Array(notes).fill(note), asked: [] });
    expect(missingWords([row("Housing", 1), row("Police", 0), row("Probation", 0)])).toBe(
      "Notes from 1 of 3 agencies. Missing: Police, Probation.",
    );
    expect(missingWords([row("Housing", 2)])).toBe("Notes from 1 of 1 agency.");
  });
});
