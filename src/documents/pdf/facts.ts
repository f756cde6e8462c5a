/** Short names beside their values: a two-column table with its header cells down the side. */
import type { Block } from "../model.ts";
import { rowStrips } from "./rows.ts";
import type { Cell } from "./rows.ts";
import { kept } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { HAIRLINE, STYLE } from "./theme.ts";
import type { Frame } from "./theme.ts";
import { paragraphs, wrap } from "./wrap.ts";

const LABEL_WIDTH = 140;
const GAP = 14;

export function factsStrips(
  block: Extract<Block, { kind: "facts" }>,
  kit: Kit,
  parent: Element,
  frame: Frame,
): Strip[] {
  const body = kit.tree.child(kit.tree.child(parent, "Table"), "TBody");
  const valueStyle = block.tone === "record" ? STYLE.factPlain : STYLE.factValue;
  const strips = block.facts.flatMap(({ label, value }) => {
    const row = kit.tree.child(body, "TR");
    const header: Cell = {
      element: kit.tree.child(row, "TH", { A: kit.tree.context.obj({ O: "Table", Scope: "Row" }) }),
      x: frame.x,
      lines: wrap(kit.fonts, label, STYLE.factLabel, LABEL_WIDTH - GAP),
    };
    const cell: Cell = {
      element: kit.tree.child(row, "TD"),
      x: frame.x + LABEL_WIDTH,
      lines: paragraphs(value).flatMap((text) =>
        wrap(kit.fonts, text, valueStyle, frame.width - LABEL_WIDTH),
      ),
    };
    return rowStrips([header, cell], frame);
  });
  // A summary stays whole; a record, which may be long, only keeps its first rows with its name.
  const [first, ...rest] = kept(strips, block.tone === "record" ? 1 : strips.length - 1);
  return first === undefined ? [] : [topped(first, frame), ...rest];
}

/** Every row has a line under it; the first has one over it too. */
function topped(strip: Strip, frame: Frame): Strip {
  return {
    ...strip,
    before: 6,
    draw(pen, top) {
      pen.rule(frame.x, top, frame.width, HAIRLINE, 0.75);
      strip.draw(pen, top);
    },
  };
}
