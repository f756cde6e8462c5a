/** One item of a referral as plain text, for copies that have no tables: a row to a paragraph. */
import type { SnapshotItem } from "./snapshot.ts";

/** "" where nothing was answered. */
export function itemText(item: SnapshotItem): string {
  switch (item.kind) {
    case "answer":
      return item.answer ?? "";
    case "list":
      return item.answers.join("\n");
    case "table":
      return rowsText(item.columns, item.rows);
    case "signature":
      return [item.statement, `${item.signedBy}, ${item.on}`, item.how].join("\n");
    case "note":
      return item.text;
  }
}

/** Each cell after its column’s name; empty ones say nothing. */
export const rowsText = (columns: readonly string[], rows: readonly (readonly string[])[]): string =>
  rows
    .map((row) =>
      row.flatMap((cell, at) => (cell.trim() === "" ? [] : [`${columns[at] ?? ""}: ${cell}`])).join("\n"),
    )
    .join("\n\n");
