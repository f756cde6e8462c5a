/** As much of a document as its first page can hold, so that a long one is not laid out whole to be cut off. */
import type { DocumentBlock, DocumentModel } from "../../app/exportTypes.ts";

/** More than an upright A4 page has in the smallest type used. Whatever is printed takes one at least. */
const LINES = 60;

export function beginningOf({ blocks }: Pick<DocumentModel, "blocks">): readonly DocumentBlock[] {
  const end = blocks.findIndex(({ kind }) => kind === "pageBreak" || kind === "attached");
  return blocks.slice(0, end < 0 ? LINES : Math.min(end, LINES)).map(cut);
}

function cut(block: DocumentBlock): DocumentBlock {
  switch (block.kind) {
    case "answers":
      return { ...block, answers: block.answers.slice(0, LINES) };
    case "list":
      return { ...block, items: block.items.slice(0, LINES) };
    case "table":
      return { ...block, rows: block.rows.slice(0, LINES) };
    case "bars":
      return { ...block, bars: block.bars.slice(0, LINES) };
    default:
      return block;
  }
}
