/** A drawn signature as numbers, and back: what the pad shows and what a record keeps. */

/**
 * Lines, not pixels, so that it prints sharply and stays small. A stroke is x0, y0, x1, y1, … in a box of
 * `width` × `height`. The same shape as `DrawnSignature` of a referral's snapshot.
 */
export interface Strokes {
  width: number;
  height: number;
  strokes: number[][];
}

interface Point {
  x: number;
  y: number;
}

/** The record refuses more; a real signature has a tenth of it. */
const STROKES_MOST = 200;
const POINTS_MOST = 2000;

const tenth = (n: number): number => Math.round(n * 10) / 10;

/** From the pad's points. Undefined when nothing is drawn. A very long stroke is thinned evenly. */
export function toStrokes(
  width: number,
  height: number,
  groups: readonly { points: readonly Point[] }[],
): Strokes | undefined {
  const strokes = groups
    .filter((group) => group.points.length > 0)
    .slice(0, STROKES_MOST)
    .map(({ points }) => {
      const step = Math.ceil(points.length / POINTS_MOST);
      const last = points.length - 1;
      return points
        .filter((_, index) => index % step === 0 || index === last)
        .slice(-POINTS_MOST)
        .flatMap((point) => [tenth(point.x), tenth(point.y)]);
    });
  return strokes.length === 0 ? undefined : { width: tenth(width), height: tenth(height), strokes };
}

/** To points for a pad of another size: scaled to fit, never stretched. */
export function toPoints(value: Strokes, width: number, height: number): { points: Point[] }[] {
  const scale = Math.min(width / value.width, height / value.height);
  return value.strokes.map((stroke) => {
    const points: Point[] = [];
    for (let index = 0; index + 1 < stroke.length; index += 2) {
      points.push({ x: (stroke[index] ?? 0) * scale, y: (stroke[index + 1] ?? 0) * scale });
    }
    return { points };
  });
}
