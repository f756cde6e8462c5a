/** What stands on every page: the handling mark at its head; at its foot, what this is and which page. */
import type { DocumentFrame } from "../model.ts";
import type { Fonts } from "./fonts.ts";
import type { Pen } from "./pen.ts";
import { plainLine } from "./text.ts";
import { FULL, HAIRLINE, PAGE, STYLE } from "./theme.ts";
import { widthOf, wrap } from "./wrap.ts";

const HEAD_TOP = PAGE.height - 36;
const FOOT_TOP = 50;
const MARK_LINES_MAX = 2;
const PAGE_NUMBER_WIDTH = 90;

export function drawFurniture(pens: Pen[], frame: DocumentFrame, fonts: Fonts): void {
  const mark = wrap(fonts, plainLine(frame.handlingMark), STYLE.mark, FULL.width);
  const markFoot = HEAD_TOP - Math.min(mark.length, MARK_LINES_MAX) * STYLE.mark.leading - 5;
  const footer = wrap(fonts, plainLine(frame.footer), STYLE.foot, FULL.width - PAGE_NUMBER_WIDTH);
  for (const pen of pens) {
    const number = `Page ${pen.index + 1} of ${pens.length}`;
    pen.rule(FULL.x, FOOT_TOP + 7, FULL.width, HAIRLINE, 0.75);
    if (mark.length > 0) pen.rule(FULL.x, markFoot, FULL.width, HAIRLINE, 0.75);
    pen.aside(() => {
      mark
        .slice(0, MARK_LINES_MAX)
        .forEach((line, at) => pen.line(line, FULL.x, HEAD_TOP - at * STYLE.mark.leading));
    });
    pen.aside(() => {
      footer.slice(0, 2).forEach((line, at) => pen.line(line, FULL.x, FOOT_TOP - at * STYLE.foot.leading));
      const right = FULL.x + FULL.width - widthOf(fonts, number, STYLE.foot);
      for (const line of wrap(fonts, number, STYLE.foot, PAGE_NUMBER_WIDTH)) pen.line(line, right, FOOT_TOP);
    });
  }
}
