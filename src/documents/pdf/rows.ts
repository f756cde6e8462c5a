/** Rows of cells, for anything laid out as a table. A row longer than a page splits between lines. */
import type { Pen } from "./pen.ts";
import type { Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { BODY_HEIGHT, HAIRLINE } from "./theme.ts";
import type { Frame } from "./theme.ts";
import type { Line } from "./wrap.ts";

export interface Cell {
  element: Element;
  x: number;
  lines: Line[];
}

/** White above and below each row's text. */
export const ROW_PADDING = 6;
/** A row up to this high moves to the next page whole; a longer one splits. */
export const WHOLE_ROW_MAX = BODY_HEIGHT / 4;

export function rowHeight(cells: Cell[]): number {
  const heights = cells.map((cell) => cell.lines.reduce((total, line) => total + line.style.leading, 0));
  return Math.max(0, ...heights) + ROW_PADDING * 2;
}

/** One strip where the row fits; else a strip per line across all cells, each cell staying one element. */
export function rowStrips(cells: Cell[], frame: Frame): Strip[] {
  const height = rowHeight(cells);
  const underline = (pen: Pen, y: number): void => pen.rule(frame.x, y, frame.width, HAIRLINE, 0.75);
  if (height <= WHOLE_ROW_MAX) {
    const draw = (pen: Pen, top: number): void => {
      drawCells(pen, cells, top - ROW_PADDING, true);
      underline(pen, top - height);
    };
    return [{ height, before: 0, keepNext: false, draw }];
  }
  const count = Math.max(...cells.map((cell) => cell.lines.length));
  return Array.from({ length: count }, (_, at): Strip => {
    const slice = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(at, at + 1) }));
    const above = at === 0 ? ROW_PADDING : 0;
    const isLast = at === count - 1;
    const tall = Math.max(...slice.map((cell) => cell.lines[0]?.style.leading ?? 0)) + above;
    const withFoot = isLast ? tall + ROW_PADDING : tall;
    return {
      height: withFoot,
      before: 0,
      // Two lines at least on either side of a split.
      keepNext: at === 0 || at === count - 2,
      continues: at > 0,
      draw(pen, top) {
        drawCells(pen, slice, top - above, true);
        if (isLast) underline(pen, top - withFoot);
      },
    };
  });
}

/** `top` is where the first lines begin. Unmarked cells are for repeats, which were read before. */
export function drawCells(pen: Pen, cells: Cell[], top: number, marked: boolean): void {
  for (const { element, x, lines } of cells) {
    if (lines.length === 0) continue;
    if (marked) pen.mark(element);
    let y = top;
    for (const line of lines) {
      pen.line(line, x, y);
      y -= line.style.leading;
    }
  }
}
