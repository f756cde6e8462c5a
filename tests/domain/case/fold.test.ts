/** The case fold: the same file from the same records in any order, in any batches, each however often. */
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CalendarDate } from "../../../src/domain/calendarDate.ts";
import { approvalsOf } from "../../../src/domain/case/approvals.ts";
import { type CaseFile, emptyCaseFile } from "../../../src/domain/case/caseFile.ts";
import { versionsOf } from "../../../src/domain/field.ts";
import { foldCase } from "../../../src/domain/case/fold.ts";
import { findingsOf } from "../../../src/domain/case/findings.ts";
import { papersOf } from "../../../src/domain/case/papers.ts";
import {
  type BlobId,
  type EntryId,
  hashFromBytes,
  type PaperId,
  type ScopeId,
} from "../../../src/domain/ids.ts";
import { type CaseRecord, parseRecord, type Stamped } from "../../../src/domain/records/record.ts";
import { deviceId, entryId, makeStamper, userId } from "../stamped.ts";
import { triageRecords } from "./triageRecords.ts";

type Record = Stamped<CaseRecord>;
const scope = "AAAAAAAAAAAAAAAAAAAAAA" as ScopeId;
const empty = emptyCaseFile(scope);
const fold = (records: readonly Record[], file: CaseFile = empty) => foldCase(file, records);

const PATHS = ["person.name", "person.story", "__proto__", "constructor"];
const PAPERS = [1, 2].map((number) => entryId(number) as string as PaperId);
const BLOBS = [1, 2].map((fill) => hashFromBytes<BlobId>(new Uint8Array(32).fill(fill)));
const change = fc.record(
  {
    path: fc.constantFrom(...PATHS),
    value: fc.oneof(fc.string({ maxLength: 5 }), fc.constant(null), fc.boolean()),
    replaces: fc.array(
      fc.nat(12).map((number) => entryId(number) as EntryId),
      { maxLength: 3 },
    ),
  },
  { requiredKeys: ["path", "value"] },
);
const text = fc.string({ maxLength: 5 });
const record: fc.Arbitrary<CaseRecord> = fc.oneof(
  {
    weight: 5,
    arbitrary: fc.record({
      type: fc.constant("answers" as const),
      changes: fc.array(change, { minLength: 1, maxLength: 3 }),
    }),
  },
  fc.record({
    type: fc.constant("case-started" as const),
    definition: text,
    definitionVersion: text,
    reference: text,
  }),
  fc.record({
    type: fc.constant("submitted" as const),
    snapshot: fc.constant({}),
    declaredBy: text,
    declaration: text,
  }),
  fc.record({
    type: fc.constant("corrected" as const),
    snapshot: fc.constant({}),
    declaredBy: text,
    declaration: text,
    note: text,
  }),
  fc.record({ type: fc.constant("form-changed" as const), definitionVersion: text }),
  fc.record({
    type: fc.constant("from-paper" as const),
    filledInBy: text,
    signedOn: fc.constant("" as const),
  }),
  ...triageRecords,
  fc.record({ type: fc.constant("withdrawn" as const), reason: text }),
  fc.constant({ type: "opened" as const }),
  fc.record({ type: fc.constant("exported" as const), document: text, how: text }),
  fc.record({
    type: fc.constant("paper-added" as const),
    paper: fc.constantFrom(...PAPERS),
    kind: text,
    title: text,
    fileName: text,
    mediaType: text,
    sizeBytes: fc.integer({ min: 1, max: 9 }),
    order: fc.nat(3),
    epoch: fc.constant(1),
    blob: fc.constantFrom(...BLOBS),
  }),
  fc.record({
    type: fc.constant("approval-asked" as const),
    key: fc.constantFrom("manager", "worker"),
    user: fc.constantFrom(userId(1), userId(2)),
    words: text,
  }),
  fc.record({
    type: fc.constant("approval-answered" as const),
    key: fc.constantFrom("manager", "worker"),
    outcome: fc.constantFrom("approved" as const, "sentBack" as const),
    words: text,
    by: fc.constant({ name: "Somebody" }),
    on: fc.constant("2026-11-26" as CalendarDate),
    how: fc.constantFrom("app" as const, "spoken" as const),
  }),
  fc.record({
    type: fc.constant("approval-waived" as const),
    key: fc.constantFrom("manager", "worker"),
    reason: text,
  }),
  {
    weight: 2,
    arbitrary: fc.record(
      {
        type: fc.constant("paper-changed" as const),
        paper: fc.constantFrom(...PAPERS),
        title: text,
        order: fc.nat(3),
        removed: fc.boolean(),
      },
      { requiredKeys: ["type", "paper"] },
    ),
  },
);

/** Few stamps and few devices, so that they meet: even one stamp twice from one device, as no honest clock gives. */
const stamped: fc.Arbitrary<Record[]> = fc
  .array(fc.tuple(record, fc.nat(3), fc.nat(1), fc.nat(2)), { maxLength: 12 })
  .map((items) =>
    items.map(([value, ms, counter, who], i) => ({
      id: entryId(i),
      author: userId(who),
      device: deviceId(who),
      roles: who === 2 ? [] : ["coordinator"],
      at: { ms, counter },
      record: value,
    })),
  );
const shuffled = stamped.chain((records) =>
  fc.tuple(fc.constant(records), fc.shuffledSubarray(records, { minLength: records.length }), fc.nat(12)),
);

describe("the case fold", () => {
  it("takes records in any order", () => {
    fc.assert(
      fc.property(shuffled, ([records, others]) => {
        expect(fold(others)).toEqual(fold(records));
        expect(papersOf(fold(others))).toEqual(papersOf(fold(records)));
        expect(approvalsOf(fold(others))).toEqual(approvalsOf(fold(records)));
        expect(findingsOf(fold(others))).toEqual(findingsOf(fold(records)));
      }),
      { numRuns: 1_000 },
    );
  });

  it("takes them in any batches, as they arrive", () => {
    fc.assert(
      fc.property(shuffled, ([records, others, cut]) => {
        const inTwo = fold(others.slice(cut), fold(others.slice(0, cut)));
        const oneByOne = others.reduce((file, each) => fold([each], file), empty);
        expect(inTwo).toEqual(fold(records));
        expect(oneByOne).toEqual(fold(records));
      }),
      { numRuns: 500 },
    );
  });

  it("takes each however often", () => {
    fc.assert(
      fc.property(shuffled, ([records, others]) => {
        const once = fold(records);
        expect(fold(others, once)).toEqual(once);
        expect(fold([...records, ...others])).toEqual(once);
      }),
      { numRuns: 300 },
    );
  });

  it("goes on from a file that was packed and unpacked", () => {
    fc.assert(
      fc.property(shuffled, ([records, others, cut]) => {
        const packed = JSON.parse(JSON.stringify(fold(others.slice(0, cut)))) as CaseFile;
        expect(JSON.stringify(fold(others.slice(cut), packed).entries)).toBe(
          JSON.stringify(fold(records).entries),
        );
        expect(fold(others.slice(cut), packed).status).toEqual(fold(records).status);
        expect(papersOf(fold(others.slice(cut), packed))).toEqual(papersOf(fold(records)));
        const fields = fold(others.slice(cut), packed).fields;
        for (const path of PATHS)
          expect(versionsOf(fields[path])).toEqual(versionsOf(fold(records).fields[path]));
      }),
      { numRuns: 300 },
    );
  });

  it("would not hold with a rule that follows arrival: the tests above can fail", () => {
    const byArrival = (records: readonly Record[]) => records.at(-1)?.id;
    const { failed } = fc.check(
      fc.property(shuffled, ([records, others]) => byArrival(records) === byArrival(others)),
    );
    expect(failed).toBe(true);
  });
});

describe("a plain answer", () => {
  const stamp = makeStamper();
  const answer = (value: string, parts: object, path = "person.name") =>
    stamp({ type: "answers", changes: [{ path, value }] } as CaseRecord, parts);

  it("is the newest by stamp, whoever wrote it; the counter, then the device, settles a tie", () => {
    const standing = (...records: Record[]) =>
      versionsOf(fold(records).fields["person.name"]).map((each) => each.value);
    expect(standing(answer("late", { ms: 20 }), answer("early", { ms: 10 }))).toEqual(["late"]);
    expect(standing(answer("second", { ms: 10, counter: 1 }), answer("first", { ms: 10 }))).toEqual([
      "second",
    ]);
    expect(standing(answer("two", { ms: 10, who: 2 }), answer("one", { ms: 10, who: 1 }))).toEqual(["two"]);
  });
});

describe("narrative", () => {
  const stamp = makeStamper();
  const story = (value: string, entry: number, replaces: readonly number[], ms = entry) =>
    stamp(
      {
        type: "answers",
        changes: [{ path: "p.story", value, replaces: replaces.map((each) => entryId(each)) }],
      } as CaseRecord,
      {
        entry,
        ms,
        who: entry,
      },
    );
  const standing = (records: readonly Record[]) =>
    versionsOf(fold(records).fields["p.story"]).map((each) => each.value);

  it("keeps both of two versions that did not know of each other, newest first", () => {
    expect(standing([story("base", 1, []), story("mine", 2, [1]), story("theirs", 3, [1])])).toEqual([
      "theirs",
      "mine",
    ]);
  });

  it("ends in one once somebody has seen both and written over them", () => {
    const both = [story("base", 1, []), story("mine", 2, [1]), story("theirs", 3, [1])];
    expect(standing([...both, story("agreed", 4, [2, 3])])).toEqual(["agreed"]);
  });

  it("does not bring back what was written over, though it arrive last", () => {
    const [base, mine, agreed] = [story("base", 1, []), story("mine", 2, [1]), story("agreed", 4, [2])];
    expect(standing([agreed, mine, base])).toEqual(["agreed"]);
  });

  it("is not overwritten by a later clock that had not seen it", () => {
    expect(standing([story("kept", 1, [], 10), story("unaware", 2, [], 99)])).toEqual(["unaware", "kept"]);
  });
});

describe("what happened", () => {
  const stamp = makeStamper();

  it("keeps the first reading by each person, and every export", () => {
    const records = [
      stamp({ type: "opened" } as CaseRecord, { ms: 30, who: 1 }),
      stamp({ type: "opened" } as CaseRecord, { ms: 10, who: 1 }),
      stamp({ type: "opened" } as CaseRecord, { ms: 20, who: 2 }),
      stamp({ type: "exported", document: "referral", how: "print" } as CaseRecord, { ms: 40 }),
      stamp({ type: "exported", document: "referral", how: "print" } as CaseRecord, { ms: 50 }),
    ];
    const file = fold(records);
    expect(file.opened.map((each) => [each.user, each.order[0]])).toEqual([
      [userId(1), 10],
      [userId(2), 20],
    ]);
    expect(file.exports).toHaveLength(2);
  });

  it("is the earliest start, so that a second one changes nothing", () => {
    const start = (reference: string, ms: number) =>
      stamp({ type: "case-started", definition: "d", definitionVersion: "1", reference } as CaseRecord, {
        ms,
      });
    expect(fold([start("B", 20), start("A", 10)]).started?.record.reference).toBe("A");
  });

  it("keeps the fields that a newer version added", () => {
    const read = parseRecord('{"type":"accepted","note":"n","later":{"deep":[1]}}');
    expect(read.ok && fold([stamp(read.record as CaseRecord)]).status[0]?.record).toEqual({
      type: "accepted",
      note: "n",
      later: { deep: [1] },
    });
  });
});
