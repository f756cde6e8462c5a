/** Tables: header cells that say what they head, rows that breathe, and rows longer than a page. */
import type { Block } from "../model.ts";
import { columnWidths } from "./columns.ts";
import type { Pen } from "./pen.ts";
import { kept, lineStrips, spaced } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { ACCENT, BODY_HEIGHT, HAIRLINE, PROSE_MAX, STYLE } from "./theme.ts";
import type { Frame, TextStyle } from "./theme.ts";
import { paragraphs, wrap } from "./wrap.ts";
import type { Line } from "./wrap.ts";

type TableBlock = Extract<Block, { kind: "table" }>;

const GAP = 14;
const PADDING = 6;
/** A row up to this high moves to the next page whole; a longer one splits between lines. */
const WHOLE_ROW_MAX = BODY_HEIGHT / 4;

interface Cell {
  element: Element;
  x: number;
  lines: Line[];
}

export function tableStrips(block: TableBlock, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const table = kit.tree.child(parent, "Table");
  const caption = kit.tree.child(table, "Caption");
  const title = lineStrips(wrap(kit.fonts, block.caption, STYLE.label, PROSE_MAX), caption, frame);
  const widths = columnWidths(kit.fonts, block.columns, block.rows, frame.width, GAP);

  const cells = (row: Element, texts: string[], type: "TH" | "TD", style: TextStyle): Cell[] => {
    let x = frame.x;
    return block.columns.map((_, at) => {
      const scope = { A: kit.tree.context.obj({ O: "Table", Scope: "Column" }) };
      const width = widths[at] ?? 0;
      const lines = cellLines(kit, texts[at] ?? "", style, width - GAP);
      const cell = { element: kit.tree.child(row, type, type === "TH" ? scope : {}), x, lines };
      x += width;
      return cell;
    });
  };

  const headRow = kit.tree.child(kit.tree.child(table, "THead"), "TR");
  const head = headStrip(cells(headRow, block.columns, "TH", STYLE.cellHead), frame);
  const body = kit.tree.child(table, "TBody");
  const rows = block.rows.flatMap((texts) =>
    rowStrips(cells(kit.tree.child(body, "TR"), texts, "TD", STYLE.cell), frame).map((strip) => ({
      ...strip,
      repeat: head.repeated,
    })),
  );
  return spaced([...kept(title), ...kept([head.first]), ...rows], 18);
}

/** The first time as header cells; each further time as something a screen reader has heard already. */
function headStrip(cells: Cell[], frame: Frame): { first: Strip; repeated: Strip } {
  const height = linesHeight(cells) + PADDING * 2;
  const draw = (marked: boolean) => (pen: Pen, top: number) => {
    pen.rule(frame.x, top - height, frame.width, ACCENT, 1.2);
    drawCells(pen, cells, top - PADDING, marked);
  };
  const strip = { height, before: 2, keepNext: true };
  return { first: { ...strip, draw: draw(true) }, repeated: { ...strip, draw: draw(false) } };
}

function rowStrips(cells: Cell[], frame: Frame): Strip[] {
  const height = linesHeight(cells) + PADDING * 2;
  const underline = (pen: Pen, y: number): void => pen.rule(frame.x, y, frame.width, HAIRLINE, 0.75);
  if (height <= WHOLE_ROW_MAX) {
    const draw = (pen: Pen, top: number): void => {
      drawCells(pen, cells, top - PADDING, true);
      underline(pen, top - height);
    };
    return [{ height, before: 0, keepNext: false, draw }];
  }
  const count = Math.max(...cells.map((cell) => cell.lines.length));
  const leading = STYLE.cell.leading;
  return Array.from({ length: count }, (_, at): Strip => {
    const above = at === 0 ? PADDING : 0;
    const isLast = at === count - 1;
    const tall = leading + above + (isLast ? PADDING : 0);
    return {
      height: tall,
      before: 0,
      // Two lines at least on either side of a split.
      keepNext: at === 0 || at === count - 2,
      draw(pen, top) {
        const slice = cells.map((cell) => ({ ...cell, lines: cell.lines.slice(at, at + 1) }));
        drawCells(pen, slice, top - above, true);
        if (isLast) underline(pen, top - tall);
      },
    };
  });
}

function drawCells(pen: Pen, cells: Cell[], top: number, marked: boolean): void {
  for (const { element, x, lines } of cells) {
    if (lines.length === 0) continue;
    if (marked) pen.mark(element);
    lines.forEach((line, at) => pen.line(line, x, top - at * line.style.leading));
  }
}

/** Cells are one element each, so their paragraphs are only lines. */
function cellLines(kit: Kit, text: string, style: TextStyle, width: number): Line[] {
  return paragraphs(text).flatMap((paragraph) => wrap(kit.fonts, paragraph, style, width));
}

function linesHeight(cells: Cell[]): number {
  return Math.max(
    0,
    ...cells.map((cell) => cell.lines.reduce((total, line) => total + line.style.leading, 0)),
  );
}
