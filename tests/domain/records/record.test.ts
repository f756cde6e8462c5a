import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseRecord } from "../../../src/domain/records/record.ts";

const parse = (value: unknown) => parseRecord(JSON.stringify(value));

/** One of every type, with nothing optional. */
const RECORDS = [
  { type: "case-started", definition: "d", definitionVersion: "1", reference: "ASH-7K3M9" },
  { type: "answers", changes: [{ path: "person.name", value: "x" }] },
  { type: "submitted", snapshot: {}, declaredBy: "a", declaration: "b" },
  { type: "returned", gaps: [{ text: "more" }] },
  { type: "accepted" },
  { type: "declined", reason: "r" },
  {
    type: "settled-outside",
    reason: "r",
    agreed: "a",
    by: "b",
    how: "telephone",
    on: "2026-11-25",
  },
  { type: "checked", point: "history", finding: "unsure" },
  { type: "filed-elsewhere", record: "managementDecision", on: "2026-11-25", by: "b", under: "u" },
  { type: "withdrawn", reason: "r" },
  { type: "opened" },
  { type: "exported", document: "referral", how: "print" },
  { type: "meeting-exported", document: "minutes", how: "print" },
  { type: "partnership", name: "n", demonstration: false },
  { type: "profile", name: "n", agency: "a", position: "p" },
  { type: "definition", definition: {} },
  { type: "meeting-date", key: "k", definition: "d", date: "2026-11-26", start: "10:00" },
];

describe("a record", () => {
  it.each(RECORDS)("of type $type keeps every field that a newer version added", (record) => {
    const later = { ...record, addedLater: { deep: ["kept"] } };
    expect(parse(later)).toEqual({ ok: true, record: later });
  });

  it.each(RECORDS)("of type $type without one of its fields is refused", (record) => {
    for (const field of Object.keys(record)) {
      if (field === "type") continue;
      const { [field as never]: _gone, ...rest } = record;
      expect(parse(rest), field).toEqual({ ok: false, fault: "schema" });
    }
  });

  it("keeps added fields inside a change of an answer too", () => {
    const record = { type: "answers", changes: [{ path: "p", value: [1, { a: null }], certainty: "sure" }] };
    expect(parse(record)).toEqual({ ok: true, record });
  });

  it("of a type this version does not know is newer, not wrong", () => {
    expect(parse({ type: "from-the-future", anything: 1 })).toEqual({ ok: false, fault: "newer" });
    expect(parse({ type: "__proto__" })).toEqual({ ok: false, fault: "newer" });
    expect(parse({ type: "constructor" })).toEqual({ ok: false, fault: "newer" });
  });

  it("that is none says so, and nothing is thrown", () => {
    for (const text of ["", "{", "nul", "\0", '{"type":"accepted"}x']) {
      expect(parseRecord(text)).toEqual({ ok: false, fault: "json" });
    }
    for (const value of [null, 1, "text", [], {}, { type: 1 }, { type: null }]) {
      expect(parse(value)).toEqual({ ok: false, fault: "schema" });
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseRecord(text).ok).toBe(false);
      }),
    );
  });

  it("has a limit for everything that grows", () => {
    const change = { path: "p", value: 1 };
    const tooMuch = [
      { type: "answers", changes: [] },
      { type: "answers", changes: Array.from({ length: 501 }, () => change) },
      { type: "answers", changes: [{ ...change, path: "" }] },
      { type: "answers", changes: [{ ...change, path: "p".repeat(301) }] },
      {
        type: "answers",
        changes: [{ ...change, replaces: Array.from({ length: 51 }, () => "A".repeat(22)) }],
      },
      { type: "answers", changes: [{ ...change, replaces: ["not an id"] }] },
      { type: "returned", gaps: [] },
      { type: "declined", reason: "r".repeat(50_001) },
      { type: "profile", name: "n".repeat(301), agency: "a", position: "p" },
      { type: "meeting-date", key: "k", definition: "d", date: "26 November 2026", start: "10:00" },
      { type: "meeting-date", key: "k", definition: "d", date: "2026-11-26", start: "10" },
    ];
    for (const record of tooMuch) expect(parse(record)).toEqual({ ok: false, fault: "schema" });
  });

  it("nested deeper than anybody writes is refused, and nothing is thrown", () => {
    const nested = (depth: number) =>
      parseRecord(
        `{"type":"answers","changes":[{"path":"p","value":${"[".repeat(depth)}${"]".repeat(depth)}}]}`,
      );
    expect(nested(30).ok).toBe(true);
    for (const depth of [40, 1_000, 50_000]) expect(nested(depth)).toEqual({ ok: false, fault: "json" });
  });

  it("may speak of brackets as much as it likes", () => {
    const reason = '[{"\\'.repeat(1_000);
    expect(parse({ type: "declined", reason })).toEqual({ ok: true, record: { type: "declined", reason } });
  });
});
