/** What is typed over into another system, on paper: each of its boxes with what goes into it. [ASH-48, ASH-88] */
import type { TransferRow } from "../forms/transferRows.ts";
import { type CaseDocumentMeta, makeCaseDocument } from "./caseDocument.ts";
import type { DocumentModel } from "./model.ts";

export const makeTransferDocument = (
  label: string,
  rows: readonly TransferRow[],
  meta: CaseDocumentMeta,
): DocumentModel =>
  makeCaseDocument({ name: label, heading: label }, meta, [
    {
      kind: "answers",
      answers: rows.map((row) => ({
        label: row.label,
        body: [
          row.value === ""
            ? { kind: "paragraph", text: "Nothing is recorded", tone: "quiet" }
            : { kind: "paragraph", text: row.value },
        ],
      })),
    },
  ]);
