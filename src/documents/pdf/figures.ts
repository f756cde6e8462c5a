/** Signatures as the lines they were drawn with, and pictures. Both say in words what they show. */
import { PDFHexString } from "@cantoo/pdf-lib";
import type { PDFDocument, PDFImage } from "@cantoo/pdf-lib";
import type { Block } from "../model.ts";
import { textStrips } from "./prose.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { plainLine } from "./text.ts";
import { BODY_HEIGHT, HAIRLINE, INK, STYLE } from "./theme.ts";
import type { Frame } from "./theme.ts";

type Of<Kind extends Block["kind"]> = Extract<Block, { kind: Kind }>;
type Step = [string, ...number[]];

/** The room a drawn signature gets, in points, and how thick its line is whatever its scale. */
const SIGNATURE = { width: 220, height: 72, line: 1.3 } as const;
/** Screen pixels to points: a picture prints at 96 to the inch unless that is too wide. */
const POINTS_PER_PIXEL = 0.75;

export function drawingStrips(block: Of<"drawing">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const { drawing } = block;
  const scale = Math.min(SIGNATURE.width / drawing.width, SIGNATURE.height / drawing.height);
  const width = drawing.width * scale;
  const height = drawing.height * scale;
  const figure = makeFigure(kit, parent, block.alt);
  const draw: Strip["draw"] = (pen, top) => {
    const bottom = top - height;
    setBounds(kit, figure, [frame.x, bottom, frame.x + width, top]);
    pen.rule(frame.x, bottom - 3, SIGNATURE.width, HAIRLINE, 0.75);
    pen.mark(figure);
    pen.figure(
      // Points outside the box (a finger that slid off the pad) are cut, not printed over the text.
      ["re", frame.x, bottom, width, height],
      ["W"],
      ["n"],
      ["RG", ...INK],
      ["w", SIGNATURE.line],
      ["J", 1],
      ["j", 1],
      ...drawing.strokes.flatMap((stroke) => strokeSteps(stroke, frame.x, top, scale)),
    );
  };
  return [{ height: height + 6, before: 6, keepNext: false, draw }];
}

/** The pad's y runs down, the page's runs up. One point alone is a dot: a line to itself with a round end. */
function strokeSteps(stroke: number[], x: number, top: number, scale: number): Step[] {
  const steps: Step[] = [];
  for (let at = 0; at + 1 < stroke.length; at += 2) {
    const point = [x + (stroke[at] ?? 0) * scale, top - (stroke[at + 1] ?? 0) * scale] as const;
    steps.push([at === 0 ? "m" : "l", ...point]);
    if (stroke.length < 4) steps.push(["l", ...point]);
  }
  return steps.length === 0 ? [] : [...steps, ["S"]];
}

export function pictureStrips(block: Of<"picture">, kit: Kit, parent: Element, frame: Frame): Strip[] {
  const image = kit.pictures.get(block);
  if (image === undefined) {
    const words = `A picture could not be printed. It shows: ${block.alt}`;
    return textStrips(words, STYLE.quiet, kit, parent, frame);
  }
  const widest = Math.min(block.widthPt ?? frame.width, frame.width, image.width * POINTS_PER_PIXEL);
  const scale = Math.min(widest / image.width, (BODY_HEIGHT - 20) / image.height);
  const [width, height] = [image.width * scale, image.height * scale];
  const figure = makeFigure(kit, parent, block.alt);
  const draw: Strip["draw"] = (pen, top) => {
    setBounds(kit, figure, [frame.x, top - height, frame.x + width, top]);
    pen.mark(figure);
    pen.figure(["cm", width, 0, 0, height, frame.x, top - height], ["Do", pen.pictureName(image.ref)]);
  };
  return [{ height: height + 6, before: 8, keepNext: false, draw }];
}

/** Reads every PNG in the document. One that cannot be read is left out, and says so where it would be. */
export async function readPictures(pdf: PDFDocument, blocks: Block[]): Promise<Map<Block, PDFImage>> {
  const pictures = new Map<Block, PDFImage>();
  for (const block of blocks.flatMap(withInner)) {
    if (block.kind !== "picture") continue;
    try {
      pictures.set(block, await pdf.embedPng(block.png));
    } catch {
      continue;
    }
  }
  return pictures;
}

function withInner(block: Block): Block[] {
  if (block.kind === "together") return block.blocks.flatMap(withInner);
  if (block.kind === "answers") return block.answers.flatMap((answer) => answer.body.flatMap(withInner));
  return [block];
}

export function makeFigure(kit: Kit, parent: Element, alt: string): Element {
  return kit.tree.child(parent, "Figure", { Alt: PDFHexString.fromText(plainLine(alt)) });
}

export function setBounds(kit: Kit, figure: Element, bounds: number[]): void {
  const box = bounds.map((edge) => Math.round(edge * 100) / 100);
  figure.attributes["A"] = kit.tree.context.obj({ O: "Layout", Placement: "Block", BBox: box });
}
