/** The kit's small rules that need no browser. */
import { describe, expect, test } from "vitest";
import { describedBy } from "../../src/ui/kit/field.ts";
import { toPoints, toStrokes } from "../../src/ui/kit/strokes.ts";

describe("a field's description", () => {
  test("is its hint, then its error, and absent when there is neither", () => {
    expect(describedBy({ id: "a", hint: "h", error: "e" })).toBe("a-hint a-error");
    expect(describedBy({ id: "a" }, "more")).toBe("more");
    expect(describedBy({ id: "a" })).toBeUndefined();
  });
});

describe("a drawn signature", () => {
  const line = (count: number): { points: { x: number; y: number }[] } => ({
    points: Array.from({ length: count }, (_, index) => ({ x: index / 3, y: 1 })),
  });

  test("is nothing when nothing is drawn", () => {
    expect(toStrokes(300, 100, [])).toBeUndefined();
    expect(toStrokes(300, 100, [{ points: [] }])).toBeUndefined();
  });

  test("keeps a tenth of a pixel, in the pad's own size", () => {
    expect(toStrokes(300, 100, [line(3)])).toEqual({
      width: 300,
      height: 100,
      strokes: [[0, 1, 0.3, 1, 0.7, 1]],
    });
  });

  test("stays within what a record accepts, however long somebody draws", () => {
    const long = toStrokes(
      300,
      100,
      Array.from({ length: 300 }, () => line(5001)),
    );
    expect(long?.strokes.length).toBe(200);
    for (const stroke of long?.strokes ?? []) expect(stroke.length).toBeLessThanOrEqual(4000);
    expect(long?.strokes[0]?.at(-2)).toBeCloseTo(5000 / 3, 1);
  });

  test("is scaled to another pad without being stretched", () => {
    const points = toPoints({ width: 300, height: 100, strokes: [[30, 10, 60, 20]] }, 150, 100);
    expect(points).toEqual([
      {
        points: [
          { x: 15, y: 5 },
          { x: 30, y: 10 },
        ],
      },
    ]);
  });
});
