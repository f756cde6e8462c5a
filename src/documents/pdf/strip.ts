/**
 * Everything on a page is a strip: a full-width slice that never splits. Blocks become strips first and are
 * placed afterwards, so each kind of block only knows its own look, and only `flow.ts` knows about pages.
 */
import type { PDFImage } from "@cantoo/pdf-lib";
import type { Block } from "../model.ts";
import type { ShownFile } from "./foreign.ts";
import type { Fonts } from "./fonts.ts";
import type { Pen } from "./pen.ts";
import type { Element, StructureTree } from "./structure.ts";
import type { Frame } from "./theme.ts";
import type { Line } from "./wrap.ts";

export interface Strip {
  height: number;
  /** White above, in points; dropped at the head of a page. */
  before: number;
  /** Must not be the last on its page (a heading, the first line of a paragraph). */
  keepNext: boolean;
  /** `top` is the strip's upper edge. Called once. */
  draw(pen: Pen, top: number): void;
  /** Drawn again at the head of the page when this strip begins one: a table's header row. */
  repeat?: Strip;
  /** Goes on from the strip before in mid-thought: a split row, which has no white of its own above. */
  continues?: boolean;
  /** Begins a new page. */
  newPage?: boolean;
  /** An entry in the outline, pointing here. */
  bookmark?: { title: string; level: number };
}

/** What a block needs to become strips. */
export interface Kit {
  fonts: Fonts;
  tree: StructureTree;
  /** Pictures already read; a picture missing here could not be. */
  pictures: ReadonlyMap<Block, PDFImage>;
  /** Other files already read, shown or with the reason why not. */
  foreign: ReadonlyMap<Block, ShownFile>;
  /** Lays out a block inside another. Passed in, so that kinds of block need not import each other. */
  strips(block: Block, parent: Element, frame: Frame): Strip[];
}

/** Lines of one element as strips: at least two lines stay together at each end of a page. */
export function lineStrips(lines: Line[], element: Element, frame: Frame): Strip[] {
  return lines.map((line, index) => ({
    height: line.style.leading,
    before: 0,
    keepNext: lines.length > 1 && (index === 0 || index === lines.length - 2),
    draw(pen, top) {
      pen.mark(element);
      pen.line(line, frame.x, top);
    },
  }));
}

/** White above the first strip; the larger of what is there and what is asked. */
export function spaced(strips: Strip[], before: number): Strip[] {
  const [first, ...rest] = strips;
  return first === undefined ? [] : [{ ...first, before: Math.max(first.before, before) }, ...rest];
}

/** Holds the first strips to whatever comes next (all of them, where no count is given). */
export function kept(strips: Strip[], count = strips.length): Strip[] {
  return strips.map((strip, index) => (index < count ? { ...strip, keepNext: true } : strip));
}
