/** Another file in a document: its title, then each of its pages as it looks, one to a page. */
import { makeFigure, setBounds } from "./figures.ts";
import type { Block } from "../model.ts";
import type { ForeignPage, Unshown, UnshownWhy } from "./foreign.ts";
import { headingStrips, textStrips } from "./prose.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { BODY_HEIGHT, HAIRLINE, STYLE } from "./theme.ts";
import type { Frame } from "./theme.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;

const NEW_PAGE: Strip = { height: 0, before: 0, keepNext: true, newPage: true, draw: () => {} };
/** A heading is at most this many lines before its page has too little room: it then stands alone. */
const LEAST_HEIGHT = BODY_HEIGHT / 2;

export function attachedStrips(block: Of<"attached">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const heading = headingStrips(
    { kind: "heading", level: block.level, text: block.title },
    kit,
    parent,
    frame,
  );
  const [first, ...more] = heading;
  // Nothing above the heading: it begins its page.
  const head = first === undefined ? [] : [NEW_PAGE, { ...first, before: 0 }, ...more];
  const shown = kit.foreign.get(block);
  if (shown === undefined || "why" in shown) {
    const words = shown === undefined ? WHY["not-here"] : whyWords(shown);
    return [...head, ...textStrips(words, STYLE.body, kit, parent, frame)];
  }
  const taken = heading.reduce((sum, strip) => sum + strip.height, 0);
  const left = BODY_HEIGHT - taken - 1;
  return [
    ...head,
    ...shown.pages.flatMap((page, index) => {
      const alt = `${block.title}, page ${index + 1} of ${shown.pages.length}. The file itself is attached to this document.`;
      const roomy = index === 0 && left >= LEAST_HEIGHT;
      const strip = pageStrip(page, alt, roomy ? left : BODY_HEIGHT, { kit, parent, frame });
      return roomy ? [strip] : [NEW_PAGE, strip];
    }),
  ];
}

function pageStrip(
  page: ForeignPage,
  alt: string,
  height: number,
  { kit, parent, frame }: { kit: Kit; parent: Element; frame: Frame },
): Strip {
  const figure = makeFigure(kit, parent, alt);
  const lies = page.turn === 90 || page.turn === 270;
  const [wide, high] = lies ? [page.height, page.width] : [page.width, page.height];
  const scale = Math.min(frame.width / wide, height / high, 1);
  const [width, tall] = [wide * scale, high * scale];
  const x = frame.x + (frame.width - width) / 2;
  return {
    height,
    before: 0,
    keepNext: false,
    draw(pen, top) {
      const bottom = top - tall;
      setBounds(kit, figure, [x, bottom, x + width, top]);
      // A thin edge: where a white page of somebody else's ends and ours goes on.
      pen.tint(x - 0.5, bottom - 0.5, width + 1, tall + 1, HAIRLINE);
      pen.tint(x, bottom, width, tall, [1, 1, 1]);
      pen.mark(figure);
      pen.figure(
        ["re", x, bottom, width, tall],
        ["W"],
        ["n"],
        ["cm", ...placed(page, x, bottom, scale)],
        ["Do", pen.pictureName(page.ref)],
      );
    },
  };
}

/** The matrix that turns a page clockwise, scales it and puts its lower left corner at (x, y). */
function placed({ width, height, unit, turn }: ForeignPage, x: number, y: number, scale: number) {
  const [a, b] = [unit.x * scale, unit.y * scale];
  const [wide, high] = [width * scale, height * scale];
  switch (turn) {
    case 0:
      return [a, 0, 0, b, x, y] as const;
    case 90:
      return [0, -a, b, 0, x, y + wide] as const;
    case 180:
      return [-a, 0, 0, -b, x + wide, y + high] as const;
    case 270:
      return [0, a, -b, 0, x + high, y] as const;
  }
}

const WHY: Record<UnshownWhy, string> = {
  "not-drawn": "This kind of file has no pages that can be shown here.",
  "not-here": "This paper was not on the device that made this document, so it is missing from it.",
  empty: "This file is empty.",
  damaged: "This file is damaged, so it cannot be shown.",
  encrypted: "This file asks for a password of its own, so its pages cannot be shown.",
  "too-complex": "This file is too large or too deeply nested to be opened safely, so it cannot be shown.",
};

const whyWords = ({ why, attached }: Unshown): string =>
  attached
    ? `${WHY[why]}\nIt is attached to this document as it came: look among the attachments in your reader.`
    : `${WHY[why]}\nAsk whoever sent you this document for it.`;
