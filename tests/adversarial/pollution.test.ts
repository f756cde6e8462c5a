/** Records that name what every object has: attack 27 of docs/security.md. A name is only a name. */
import { afterEach, describe, expect, it } from "vitest";
import { emptyCaseFile } from "../../src/domain/case/caseFile.ts";
import { versionsOf } from "../../src/domain/field.ts";
import { foldCase } from "../../src/domain/case/fold.ts";
import type { ScopeId } from "../../src/domain/ids.ts";
import { emptyPanelBook, foldPanelBook, type PanelBook } from "../../src/domain/panelBook.ts";
import {
  type CaseRecord,
  type PanelRecord,
  parseRecord,
  type Stamped,
} from "../../src/domain/records/record.ts";
import { makeStamper } from "../domain/stamped.ts";

const HOSTILE = ["__proto__", "constructor", "prototype", "toString", "hasOwnProperty", "valueOf"];
const scope = "AAAAAAAAAAAAAAAAAAAAAA" as ScopeId;

function ensureRecord(text: string): CaseRecord | PanelRecord {
  const parsed = parseRecord(text);
  if (!parsed.ok) throw new Error(parsed.fault);
  return parsed.record as CaseRecord | PanelRecord;
}

afterEach(() => {
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(Object.keys(Object.prototype)).toEqual([]);
});

describe.each(HOSTILE)("a record that says %s", (name) => {
  const stamp = makeStamper();

  it("as a key at any level leaves every other object as it was", () => {
    const payload = `"${name}":{"polluted":true}`;
    for (const text of [
      `{"type":"accepted",${payload}}`,
      `{${payload},"type":"answers","changes":[{${payload},"path":"a.b","value":{${payload}}}]}`,
      `{"type":"definition","definition":{${payload},"id":"x"}}`,
      `{"type":"returned","gaps":[{"text":"t",${payload}}]}`,
      `{${payload}}`,
      `{"type":${JSON.stringify(name)}}`,
    ]) {
      const parsed = parseRecord(text);
      if (!parsed.ok) continue;
      const record = stamp(parsed.record);
      foldCase(emptyCaseFile(scope), [record as Stamped<CaseRecord>]);
    }
  });

  it("as the path of an answer folds to that answer, also in a file that comes back from a pack", () => {
    const text = JSON.stringify({ type: "answers", changes: [{ path: name, value: "one" }] });
    const once = foldCase(emptyCaseFile(scope), [stamp(ensureRecord(text) as CaseRecord)]);
    expect(versionsOf(once.fields[name]).map((each) => each.value)).toEqual(["one"]);
    const packed = JSON.parse(JSON.stringify(once)) as typeof once;
    const twice = foldCase(packed, [stamp(ensureRecord(text.replace("one", "two")) as CaseRecord)]);
    expect(versionsOf(twice.fields[name]).map((each) => each.value)).toEqual(["two"]);
    expect(Object.keys(twice.fields)).toEqual([name]);
  });

  it("as the id of a definition or the key of a meeting goes into the panel's book like any other", () => {
    const records = [
      ensureRecord(JSON.stringify({ type: "definition", definition: { id: name, version: "1" } })),
      ensureRecord(
        JSON.stringify({
          type: "meeting-date",
          key: name,
          definition: "d",
          date: "2026-11-26",
          start: "10:00",
        }),
      ),
    ] as PanelRecord[];
    const book = foldPanelBook(emptyPanelBook, records.map(stamp));
    expect(book.definitions[name]?.value).toMatchObject({ version: "1" });
    expect(book.meetings[name]?.value).toMatchObject({ date: "2026-11-26" });
    const packed = JSON.parse(JSON.stringify(book)) as PanelBook;
    const again = foldPanelBook(packed, records.map(stamp));
    expect(Object.keys(again.definitions)).toEqual([name]);
    expect(again.meetings[name]?.value).toMatchObject({ key: name });
  });
});

it("a table that every object's names are found in would be fooled: the tests above can fail", () => {
  const careless: Record<string, unknown> = {};
  expect(careless.constructor).toBeDefined();
});
