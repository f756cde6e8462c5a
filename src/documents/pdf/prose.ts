/** Headings, paragraphs and lists. */
import { PDFName } from "@cantoo/pdf-lib";
import type { Block } from "../model.ts";
import { kept, lineStrips, spaced } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { plainLine } from "./text.ts";
import { ACCENT, PROSE_MAX, STYLE } from "./theme.ts";
import type { Frame, TextStyle } from "./theme.ts";
import { paragraphs, wrap } from "./wrap.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

const HEADINGS = {
  1: { type: "H1", style: STYLE.h1, before: 0, after: 10 },
  2: { type: "H2", style: STYLE.h2, before: 30, after: 4 },
  3: { type: "H3", style: STYLE.h3, before: 18, after: 2 },
} as const;
/** After a line break, as in an address; and after a blank line. */
const BETWEEN_LINES = 1.5;
const BETWEEN_PARAGRAPHS = 9;
const BETWEEN_ITEMS = 3;
const LIST_INDENT = 16;

export function headingStrips(block: Of<"heading">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const { type, style, before, after } = HEADINGS[block.level];
  const lines = wrap(kit.fonts, block.text, style, frame.width);
  const strips = kept(spaced(lineStrips(lines, kit.tree.child(parent, type), frame), before));
  const first = strips[0];
  if (first === undefined) return [];
  first.bookmark = { title: plainLine(block.text), level: block.level };
  const gap: Strip = { height: after, before: 0, keepNext: true, draw: () => {} };
  return block.level === 1 ? [accented(first, frame), ...strips.slice(1), gap] : [...strips, gap];
}

/** A short bar over the title: the one ornament. */
function accented(strip: Strip, frame: Frame): Strip {
  return {
    ...strip,
    draw(pen, top) {
      pen.tint(frame.x, top + 8, 34, 3, ACCENT);
      strip.draw(pen, top);
    },
  };
}

export function paragraphStrips(block: Of<"paragraph">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  return textStrips(block.text, block.tone === "quiet" ? STYLE.quiet : STYLE.body, kit, parent, frame);
}

/** Each line break starts a paragraph of its own; lines left blank show as a wider gap. */
export function textStrips(text: string, style: TextStyle, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const strips: Strip[] = [];
  let gap = 0;
  for (const paragraph of paragraphs(text)) {
    if (paragraph === "") {
      gap = BETWEEN_PARAGRAPHS;
      continue;
    }
    const lines = wrap(kit.fonts, paragraph, style, Math.min(frame.width, PROSE_MAX));
    const placed = lineStrips(lines, kit.tree.child(parent, "P"), frame);
    strips.push(...spaced(placed, strips.length === 0 ? 0 : Math.max(gap, BETWEEN_LINES)));
    gap = 0;
  }
  return strips;
}

export function listStrips(block: Of<"list">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const list = kit.tree.child(parent, "L", {
    A: numbering(kit, block.ordered === true ? "Decimal" : "Disc"),
  });
  const inner: Frame = { x: frame.x + LIST_INDENT, width: frame.width - LIST_INDENT };
  return block.items.flatMap((item, index) => {
    const entry = kit.tree.child(list, "LI");
    const label = kit.tree.child(entry, "Lbl");
    const body = kit.tree.child(entry, "LBody");
    const sign = wrap(kit.fonts, block.ordered === true ? `${index + 1}.` : "•", STYLE.body, LIST_INDENT);
    const [first, ...rest] = textStrips(item, STYLE.body, kit, body, inner);
    if (first === undefined) return [];
    const labelled: Strip = {
      ...first,
      before: index === 0 ? 0 : BETWEEN_ITEMS,
      draw(pen, top) {
        pen.mark(label);
        for (const line of sign) pen.line(line, frame.x + 2, top);
        first.draw(pen, top);
      },
    };
    return [labelled, ...rest];
  });
}

/** Says what stands before each item (PDF/UA asks for it where there are labels). */
export function numbering(kit: Kit, kind: "Disc" | "Decimal" | "None") {
  const { context } = kit.tree;
  return context.obj({ O: "List", ListNumbering: PDFName.of(kind) });
}
