/**
 * Numbers with a bar each: a table of two columns to whoever has it read aloud, with the bars beside it as
 * decoration, since they say nothing that the number does not.
 */
import type { Block } from "../model.ts";
import { ROW_PADDING, drawCells, rowHeight, rowStrips } from "./rows.ts";
import type { Cell } from "./rows.ts";
import { kept } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { ACCENT, HAIRLINE, STYLE } from "./theme.ts";
import type { Frame, TextStyle } from "./theme.ts";
import { wrap } from "./wrap.ts";

const LABEL_WIDTH = 230;
const NUMBER_WIDTH = 62;
const GAP = 14;
const BAR_HEIGHT = 8;

export function barsStrips(
  block: Extract<Block, { kind: "bars" }>,
  kit: Kit,
  parent: Element,
  frame: Frame,
): Strip[] {
  const table = kit.tree.child(parent, "Table");
  const most = Math.max(1, ...block.bars.map(({ count }) => count));
  const widest = frame.width - LABEL_WIDTH - NUMBER_WIDTH;

  const heading = (
    row: Element,
    text: string,
    scope: "Column" | "Row",
    x: number,
    style: TextStyle,
  ): Cell => ({
    element: kit.tree.child(row, "TH", { A: kit.tree.context.obj({ O: "Table", Scope: scope }) }),
    x,
    lines: wrap(kit.fonts, text, style, LABEL_WIDTH - GAP),
  });

  const headRow = kit.tree.child(kit.tree.child(table, "THead"), "TR");
  const [label, number] = block.columns;
  const head = [
    heading(headRow, label, "Column", frame.x, STYLE.cellHead),
    heading(headRow, number, "Column", frame.x + LABEL_WIDTH, STYLE.cellHead),
  ];
  const body = kit.tree.child(table, "TBody");
  const rows = block.bars.flatMap(({ label: text, count }) => {
    const row = kit.tree.child(body, "TR");
    const name = heading(row, text, "Row", frame.x, STYLE.factPlain);
    const value: Cell = {
      element: kit.tree.child(row, "TD"),
      x: frame.x + LABEL_WIDTH,
      lines: wrap(kit.fonts, String(count), STYLE.factValue, NUMBER_WIDTH - GAP),
    };
    const width = (widest * count) / most;
    return withBar(rowStrips([name, value], frame), frame.x + LABEL_WIDTH + NUMBER_WIDTH, width);
  });
  return [...kept([headStrip(head, frame)]), ...rows];
}

function headStrip(cells: Cell[], frame: Frame): Strip {
  const height = rowHeight(cells);
  return {
    height,
    before: 2,
    keepNext: true,
    draw(pen, top) {
      pen.rule(frame.x, top - height, frame.width, HAIRLINE, 0.75);
      drawCells(pen, cells, top - ROW_PADDING, true);
    },
  };
}

/** Beside the first line, where the number is. */
function withBar([first, ...rest]: Strip[], x: number, width: number): Strip[] {
  if (first === undefined) return [];
  const middle = ROW_PADDING + STYLE.factPlain.leading / 2;
  return [
    {
      ...first,
      draw(pen, top) {
        if (width > 0) pen.tint(x, top - middle - BAR_HEIGHT / 2, width, BAR_HEIGHT, ACCENT);
        first.draw(pen, top);
      },
    },
    ...rest,
  ];
}
