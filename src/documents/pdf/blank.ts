/** Room to write with a pen: ruled lines, and boxes to tick. Lines and boxes are decoration; options are read out. */
import type { Block } from "../model.ts";
import type { Pen } from "./pen.ts";
import { numbering, textStrips } from "./prose.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { type Colour, STYLE } from "./theme.ts";
import type { Frame } from "./theme.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

/** A line for handwriting, as ruled paper has them: 8.5 mm. */
const RULED = 24;
/** Dark enough to be copied. */
const LINE: Colour = [0.55, 0.57, 0.59];
const BOX = 11;
const INDENT = 20;

export function writingStrips(block: Of<"writing">, frame: Frame): Strip[] {
  return Array.from({ length: block.lines }, (_, at) => ({
    height: RULED,
    before: 0,
    // Never one line alone at the foot or the head of a page.
    keepNext: block.lines > 1 && (at === 0 || at === block.lines - 2),
    draw: (pen: Pen, top: number) => pen.rule(frame.x, top - RULED + 2, frame.width, LINE, 0.75),
  }));
}

export function boxesStrips(block: Of<"boxes">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const list = kit.tree.child(parent, "L", { A: numbering(kit, "None") });
  const inner: Frame = { x: frame.x + INDENT, width: frame.width - INDENT };
  return block.options.flatMap((option) => {
    const body = kit.tree.child(kit.tree.child(list, "LI"), "LBody");
    const [first, ...rest] = textStrips(option, STYLE.body, kit, body, inner);
    if (first === undefined) return [];
    const boxed: Strip = {
      ...first,
      before: 3,
      draw(pen, top) {
        outline(pen, frame.x + 2, top - (first.height + BOX) / 2);
        first.draw(pen, top);
      },
    };
    return [boxed, ...rest];
  });
}

function outline(pen: Pen, x: number, y: number): void {
  pen.rule(x, y, BOX, LINE, 0.9);
  pen.rule(x, y + BOX, BOX, LINE, 0.9);
  pen.tint(x - 0.45, y, 0.9, BOX, LINE);
  pen.tint(x + BOX - 0.45, y, 0.9, BOX, LINE);
}
