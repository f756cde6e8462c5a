/** Tables: header cells that say what they head, and stand again on every page the table reaches. */
import type { Block } from "../model.ts";
import { columnWidths } from "./columns.ts";
import type { Pen } from "./pen.ts";
import { ROW_PADDING, WHOLE_ROW_MAX, drawCells, rowHeight, rowStrips } from "./rows.ts";
import type { Cell } from "./rows.ts";
import { kept, lineStrips, spaced } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { ACCENT, PROSE_MAX, STYLE } from "./theme.ts";
import type { Frame, TextStyle } from "./theme.ts";
import { paragraphs, wrap } from "./wrap.ts";
import type { Line } from "./wrap.ts";

/** White between columns. */
const GAP = 14;
const BEFORE_TABLE = 18;

export function tableStrips(
  block: Extract<Block, { kind: "table" }>,
  kit: Kit,
  parent: Element,
  frame: Frame,
): Strip[] {
  const table = kit.tree.child(parent, "Table");
  const caption = kit.tree.child(table, "Caption");
  const title = lineStrips(wrap(kit.fonts, block.caption, STYLE.label, PROSE_MAX), caption, frame);
  const columns = fullColumns(block.columns, block.rows);
  const widths = columnWidths(kit.fonts, columns, block.rows, frame.width, GAP);

  const cells = (row: Element, texts: string[], type: "TH" | "TD", style: TextStyle): Cell[] => {
    let x = frame.x;
    return columns.map((_, at) => {
      const width = widths[at] ?? 0;
      const scope = { A: kit.tree.context.obj({ O: "Table", Scope: "Column" }) };
      const element = kit.tree.child(row, type, type === "TH" ? scope : {});
      const cell = { element, x, lines: cellLines(kit, texts[at] ?? "", style, width - GAP) };
      x += width;
      return cell;
    });
  };

  const headRow = kit.tree.child(kit.tree.child(table, "THead"), "TR");
  const head = cells(headRow, columns, "TH", STYLE.cellHead);
  const canRepeat = rowHeight(head) <= WHOLE_ROW_MAX;
  const repeat = headStrip(head, frame, false);
  const repeatOverSplit = { ...repeat, height: repeat.height + ROW_PADDING };
  const repeated = (strip: Strip): Strip => {
    if (!canRepeat) return strip;
    return { ...strip, repeat: strip.continues === true ? repeatOverSplit : repeat };
  };
  const body = kit.tree.child(table, "TBody");
  const rows = block.rows
    .flatMap((texts) => rowStrips(cells(kit.tree.child(body, "TR"), texts, "TD", STYLE.cell), frame))
    .map((strip) => repeated(strip));
  const first = canRepeat ? kept([headStrip(head, frame, true)]) : rowStrips(head, frame);
  return spaced([...kept(title), ...first, ...rows], BEFORE_TABLE);
}

function headStrip(cells: Cell[], frame: Frame, marked: boolean): Strip {
  const height = rowHeight(cells);
  const draw = (pen: Pen, top: number): void => {
    pen.rule(frame.x, top - height, frame.width, ACCENT, 1.2);
    drawCells(pen, cells, top - ROW_PADDING, marked);
  };
  return { height, before: 2, keepNext: true, draw };
}

/** Cells are one element each, so their paragraphs are only lines. */
function cellLines(kit: Kit, text: string, style: TextStyle, width: number): Line[] {
  return paragraphs(text).flatMap((paragraph) => wrap(kit.fonts, paragraph, style, width));
}

/** A row longer than the header row prints whole, under header cells without a name. */
function fullColumns(columns: string[], rows: string[][]): string[] {
  const count = rows.reduce((most, row) => Math.max(most, row.length), columns.length);
  return Array.from({ length: count }, (_, at) => columns[at] ?? "");
}
