/** The one place that knows every kind of block. */
import type { Block } from "../model.ts";
import { answersStrips } from "./answers.ts";
import { attachedStrips } from "./attached.ts";
import { barsStrips } from "./bars.ts";
import { codeStrips } from "./code.ts";
import { boxesStrips, writingStrips } from "./blank.ts";
import { factsStrips } from "./facts.ts";
import { drawingStrips, pictureStrips } from "./figures.ts";
import { noteStrips } from "./note.ts";
import { headingStrips, listStrips, paragraphStrips } from "./prose.ts";
import { kept, spaced } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { tableStrips } from "./table.ts";
import { FULL } from "./theme.ts";
import type { Frame } from "./theme.ts";

const BETWEEN_BLOCKS = 8;

/** The blocks of a document as strips, in the order they are read. */
export function documentStrips(blocks: Block[], kit: Omit<Kit, "strips">): Strip[] {
  const full: Kit = { ...kit, strips: (block, parent, frame) => strips(block, full, parent, frame) };
  return sequence(blocks, full, kit.tree.document, FULL);
}

function sequence(blocks: Block[], kit: Kit, parent: Element, frame: Frame): Strip[] {
  return blocks.flatMap((block, index) =>
    spaced(strips(block, kit, parent, frame), index === 0 ? 0 : BETWEEN_BLOCKS),
  );
}

function strips(block: Block, kit: Kit, parent: Element, frame: Frame): Strip[] {
  switch (block.kind) {
    case "heading":
      return headingStrips(block, kit, parent, frame);
    case "paragraph":
      return paragraphStrips(block, kit, parent, frame);
    case "list":
      return listStrips(block, kit, parent, frame);
    case "answers":
      return answersStrips(block, kit, parent, frame);
    case "facts":
      return factsStrips(block, kit, parent, frame);
    case "table":
      return tableStrips(block, kit, parent, frame);
    case "bars":
      return barsStrips(block, kit, parent, frame);
    case "drawing":
      return drawingStrips(block, kit, parent, frame);
    case "picture":
      return pictureStrips(block, kit, parent, frame);
    case "code":
      return codeStrips(block, kit, parent, frame);
    case "note":
      return noteStrips(block, kit, parent, frame);
    case "attached":
      return attachedStrips(block, kit, parent, frame);
    case "writing":
      return writingStrips(block, frame);
    case "boxes":
      return boxesStrips(block, kit, parent, frame);
    case "pageBreak":
      return [{ height: 0, before: 0, keepNext: true, newPage: true, draw: () => {} }];
    case "together": {
      const inner = sequence(block.blocks, kit, parent, frame);
      return kept(inner, inner.length - 1);
    }
  }
}
