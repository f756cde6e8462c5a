/** How much of a document its small first page holds. */
import { expect, test } from "vitest";
import type { DocumentBlock } from "../../src/app/exportTypes.ts";
import { beginningOf } from "../../src/ui/documents/beginning.ts";

const line = (text: string): DocumentBlock => ({ kind: "paragraph", text });

test("ends where the document begins another page, or another file", () => {
  const before = [line("One"), line("Two")];
  expect(beginningOf({ blocks: [...before, { kind: "pageBreak" }, line("Three")] })).toEqual(before);
  const paper: DocumentBlock = { kind: "attached", level: 2, title: "Plan", file: null };
  expect(beginningOf({ blocks: [...before, paper] })).toEqual(before);
});

test("never lays out more lines than a sheet can have, however long its tables and lists are", () => {
  const many = Array.from({ length: 5000 }, (_, at) => `${at}`);
  expect(beginningOf({ blocks: many.map(line) })).toHaveLength(60);
  const [list, table, answers] = beginningOf({
    blocks: [
      { kind: "list", items: many },
      { kind: "table", caption: "", columns: ["A"], rows: many.map((cell) => [cell]) },
      { kind: "answers", answers: many.map((label) => ({ label, body: [] })) },
    ],
  });
  expect(list).toMatchObject({ items: many.slice(0, 60) });
  expect(table).toMatchObject({ rows: many.slice(0, 60).map((cell) => [cell]) });
  expect(answers).toMatchObject({ answers: many.slice(0, 60).map((label) => ({ label })) });
});
