/** A boxed passage: tinted, with a bar at its edge, unbroken where it runs over a page. */
import type { Block } from "../model.ts";
import { textStrips } from "./prose.ts";
import { kept } from "./strip.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { ACCENT, STYLE, TINT } from "./theme.ts";
import type { Frame } from "./theme.ts";

const PADDING = { x: 16, y: 10 } as const;
const BAR = 3;

export function noteStrips(
  block: Extract<Block, { kind: "note" }>,
  kit: Kit,
  parent: Element,
  frame: Frame,
): Strip[] {
  const box = kit.tree.child(parent, "Div");
  const inner: Frame = { x: frame.x + PADDING.x, width: frame.width - PADDING.x * 2 };
  const title = block.title === undefined ? [] : textStrips(block.title, STYLE.label, kit, box, inner);
  const text = textStrips(block.text, STYLE.body, kit, box, inner);
  const first = text[0];
  if (first !== undefined && title.length > 0) first.before = 2;
  const edge: Strip = { height: PADDING.y, before: 0, keepNext: true, draw: () => {} };
  // The lower edge holds on to the last line: the line before it must not let go.
  const inside = [...kept(title), ...text.slice(0, -1), ...kept(text.slice(-1))];
  const strips = [edge, ...inside, { ...edge, keepNext: false }].map((strip) => tinted(strip, frame));
  const [head, ...rest] = strips;
  return head === undefined ? [] : [{ ...head, before: 16 }, ...rest];
}

/** The tint also covers the white above, so that lines join into one box. */
function tinted(strip: Strip, frame: Frame): Strip {
  const height = strip.height + strip.before;
  return {
    ...strip,
    height,
    before: 0,
    draw(pen, top) {
      // Half a point more hides the seam that some viewers draw between two fills.
      pen.tint(frame.x, top - height - 0.25, frame.width, height + 0.25, TINT);
      pen.tint(frame.x, top - height - 0.25, BAR, height + 0.25, ACCENT);
      strip.draw(pen, top - strip.before);
    },
  };
}
