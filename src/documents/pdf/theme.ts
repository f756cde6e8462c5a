/** How documents look. Lengths in points (1/72 inch), colours as red, green, blue from 0 to 1. */

export type Colour = readonly [number, number, number];
export type Weight = "regular" | "bold";

export interface TextStyle {
  weight: Weight;
  size: number;
  /** Baseline to baseline. */
  leading: number;
  colour: Colour;
}

/** A rectangle's left edge and width: where a block may put its text. */
export interface Frame {
  x: number;
  width: number;
}

/** Upright A4. */
export const PAGE = { width: 595.28, height: 841.89 } as const;
const MARGIN = { left: 62, right: 62, top: 88, bottom: 82 } as const;
export const BODY_TOP = PAGE.height - MARGIN.top;
export const BODY_HEIGHT = BODY_TOP - MARGIN.bottom;
export const FULL: Frame = { x: MARGIN.left, width: PAGE.width - MARGIN.left - MARGIN.right };
/** About 76 characters of body text: long enough to be calm, short enough to find the next line. */
export const PROSE_MAX = 430;

export const INK: Colour = [0.09, 0.1, 0.11];
/** 7:1 on white, so that it survives a photocopier. */
const QUIET: Colour = [0.33, 0.35, 0.37];
export const ACCENT: Colour = [0.06, 0.34, 0.36];
export const HAIRLINE: Colour = [0.82, 0.84, 0.85];
export const TINT: Colour = [0.955, 0.968, 0.968];

const style = (weight: Weight, size: number, leading: number, colour: Colour = INK): TextStyle => ({
  weight,
  size,
  leading,
  colour,
});

export const STYLE = {
  h1: style("bold", 24, 30),
  h2: style("bold", 15, 20, ACCENT),
  h3: style("bold", 12, 17),
  body: style("regular", 11, 16.5),
  quiet: style("regular", 11, 16.5, QUIET),
  label: style("bold", 10, 14.5),
  factLabel: style("regular", 10, 15, QUIET),
  factValue: style("bold", 10.5, 15),
  factPlain: style("regular", 10.5, 15),
  cell: style("regular", 9.5, 13.5),
  cellHead: style("bold", 9, 13),
  mark: style("bold", 9, 12),
  foot: style("regular", 8.5, 12, QUIET),
} as const satisfies Record<string, TextStyle>;
