/** The record of minutes as a file: the same bytes on every device, and nothing in it that could not be shown. */
import { describe, expect, it } from "vitest";
import { readRecordFile, recordComment, recordText } from "../../../src/forms/minutes/recordFile.ts";

const RECORD = {
  minutes: '{"format":1}',
  hash: "H",
  cases: [{ case: "scope", item: "a", sha256: "00", hash: "h" }],
  name: "Zoë",
  how: "typed",
  on: "2026-11-27",
  position: "Chair",
  meaning: "True.",
} as const;

describe("the record file", () => {
  // Signatures made over these bytes are checked for years: they never change.
  it("stays what it was, whatever the order of the fields that it is made from", () => {
    const text = `{
  "format": "confer-minutes-record/1",
  "name": "Zoë",
  "position": "Chair",
  "on": "2026-11-27",
  "how": "typed",
  "meaning": "True.",
  "reason": "",
  "hash": "H",
  "cases": [
    {
      "item": "a",
      "hash": "h",
      "sha256": "00"
    }
  ],
  "minutes": "{\\"format\\":1}"
}
`;
    expect(recordText(RECORD)).toBe(text);
    const turned = Object.fromEntries(Object.entries(RECORD).toReversed()) as typeof RECORD;
    expect(recordText(turned)).toBe(text);
  });

  it("is read back as it was written, with a drawn signature and a reason", () => {
    const signature = { strokes: [[1, 2.5]], height: 2, width: 3 };
    const amended = {
      ...RECORD,
      how: "drawn",
      signature,
      amends: "entry",
      reason: "A wrong word.",
    } as const;
    const read = readRecordFile(recordText(amended));
    expect(read).toMatchObject({ name: "Zoë", signature, reason: "A wrong word." });
    expect(recordText({ ...amended, ...read } as typeof amended)).toBe(recordText(amended));
  });

  it("is not read with a field more or less, nor as anything but JSON", () => {
    const text = recordText(RECORD);
    expect(readRecordFile(text.replace('"on"', '"also": 1,\n  "on"'))).toBeUndefined();
    expect(readRecordFile(text.replace(/ {2}"on".*\n/, ""))).toBeUndefined();
    expect(readRecordFile(text.slice(1))).toBeUndefined();
  });

  it("says in its comment whether it was signed or published", () => {
    expect(recordComment(RECORD)).toBe("Confer minutes record 1, signed on 2026-11-27");
    expect(recordComment({ ...RECORD, unsigned: true })).toBe(
      "Confer minutes record 1, published on 2026-11-27",
    );
  });
});
