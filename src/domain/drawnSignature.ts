/**
 * A drawn signature, kept as lines rather than pixels so that it prints sharply and stays small.
 */
import { z } from "zod";

/** Strokes of points in a box of `width` × `height` units. A stroke is x0, y0, x1, y1, … */
export const DrawnSignature = z.object({
  width: z.number().positive().max(10_000),
  height: z.number().positive().max(10_000),
  strokes: z.array(z.array(z.number()).max(4_000)).max(200),
});
export type DrawnSignature = z.infer<typeof DrawnSignature>;

/** A touch by accident is no signature: at least one line of two points must have been drawn. */
export const isDrawn = (signature: DrawnSignature): boolean =>
  signature.strokes.some((stroke) => stroke.length >= 4);
