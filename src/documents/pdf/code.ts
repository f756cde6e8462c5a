/** A code to be scanned, as filled boxes: sharp at any size, and no picture that a printer could blur. */
import { PDFHexString } from "@cantoo/pdf-lib";
import { codeRuns } from "../codeRuns.ts";
import type { Block } from "../model.ts";
import type { Kit, Strip } from "./strip.ts";
import type { Element } from "./structure.ts";
import { plainLine } from "./text.ts";
import { INK } from "./theme.ts";
import type { Frame } from "./theme.ts";

/** 0.85 mm: what a telephone still reads off a photocopy. */
const MODULE = 2.4;

export function codeStrips(
  block: Extract<Block, { kind: "code" }>,
  kit: Kit,
  parent: Element,
  frame: Frame,
): Strip[] {
  const { across, quiet, runs } = codeRuns(block.text);
  const size = across * MODULE;
  // Its own white lies over the margin, so that it stands flush with the text.
  const left = frame.x - quiet * MODULE;
  const figure = kit.tree.child(parent, "Figure", { Alt: PDFHexString.fromText(plainLine(block.alt)) });
  const draw: Strip["draw"] = (pen, top) => {
    const box = [left, top - size, left + size, top].map((edge) => Math.round(edge * 100) / 100);
    figure.attributes["A"] = kit.tree.context.obj({ O: "Layout", Placement: "Block", BBox: box });
    pen.mark(figure);
    pen.figure(["rg", ...INK], ...runs.map(({ start, row, length }) => boxAt(start, row, length, top)), [
      "f",
    ]);
  };
  const boxAt = (start: number, row: number, length: number, top: number): [string, ...number[]] => [
    "re",
    left + start * MODULE,
    top - (row + 1) * MODULE,
    length * MODULE,
    MODULE,
  ];
  return [{ height: size, before: 0, keepNext: false, draw }];
}
