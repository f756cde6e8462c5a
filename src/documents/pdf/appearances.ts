/**
 * What is laid over a page: values typed into a form, stamps, notes written on it. They are no part of the page's own
 * drawing and would be lost with it, so each is drawn into the page first, where its appearance says (ISO 32000-1
 * section 12.5.5). Links and pop-up notes have nothing to draw.
 */
import {
  PDFArray,
  PDFContentStream,
  PDFDict,
  PDFName,
  PDFNumber,
  PDFOperator,
  PDFRef,
  PDFStream,
} from "@cantoo/pdf-lib";
import type { PDFOperatorNames, PDFPage } from "@cantoo/pdf-lib";

type Numbers<Length extends 4 | 6> = Length extends 4
  ? readonly [number, number, number, number]
  : readonly [number, number, number, number, number, number];

/** Hidden, or not to be seen on the screen: bits 2 and 6 of an annotation's flags. */
const UNSEEN = 0b10_0010;
const UNIT: Numbers<6> = [1, 0, 0, 1, 0, 0];

/** Changes the page. Gives it a drawing where it has none: an empty page is a page. */
export function drawAppearances(page: PDFPage): void {
  const { node, doc } = page;
  const operators: PDFOperator[] = [];
  const annotations = node.Annots();
  for (let at = 0; at < (annotations?.size() ?? 0); at += 1) {
    const annotation = doc.context.lookup(annotations?.get(at));
    if (annotation instanceof PDFDict) operators.push(...drawn(page, annotation));
  }
  if (operators.length === 0 && node.Contents() !== undefined) return;
  // The page's own drawing may leave anything behind: what comes after it starts afresh.
  node.wrapContentStreams(
    doc.context.getPushGraphicsStateContentStream(),
    doc.context.getPopGraphicsStateContentStream(),
  );
  const stream = doc.context.register(PDFContentStream.of(doc.context.obj({}), operators, true));
  node.addContentStream(stream);
}

function drawn({ node, doc }: PDFPage, annotation: PDFDict): PDFOperator[] {
  const { context } = doc;
  const flags = context.lookup(annotation.get(PDFName.of("F")));
  if (flags instanceof PDFNumber && (flags.asNumber() & UNSEEN) !== 0) return [];
  const ref = appearanceOf(annotation);
  const appearance = ref && context.lookup(ref);
  const rect = numbers<4>(annotation, "Rect", 4);
  if (!ref || !(appearance instanceof PDFStream) || !rect) return [];
  const box = numbers<4>(appearance.dict, "BBox", 4);
  if (!box) return [];
  const onto = fitted(box, numbers<6>(appearance.dict, "Matrix", 6) ?? UNIT, rect);
  if (!onto) return [];
  const name = node.newXObject("Laid", ref);
  return [
    operator("q"),
    operator("cm", ...onto.map((value) => PDFNumber.of(value))),
    operator("Do", name),
    operator("Q"),
  ];
}

/** The one that is seen at rest, of those it may have for its states. */
function appearanceOf(annotation: PDFDict): PDFRef | undefined {
  const { context } = annotation;
  const all = context.lookup(annotation.get(PDFName.of("AP")));
  const normal = all instanceof PDFDict ? all.get(PDFName.of("N")) : undefined;
  const found = context.lookup(normal);
  if (found instanceof PDFStream) return normal instanceof PDFRef ? normal : undefined;
  const state = annotation.get(PDFName.of("AS"));
  const chosen = found instanceof PDFDict && state instanceof PDFName ? found.get(state) : undefined;
  return chosen instanceof PDFRef ? chosen : undefined;
}

/** The matrix that lays the appearance's box, turned by its own matrix, over the annotation's rectangle. */
function fitted(
  [left, bottom, right, top]: Numbers<4>,
  [a, b, c, d, e, f]: Numbers<6>,
  rect: Numbers<4>,
): Numbers<6> | undefined {
  const corners = [left, right].flatMap((x) =>
    [bottom, top].map((y) => [a * x + c * y + e, b * x + d * y + f]),
  );
  const [xs, ys] = [corners.map(([x]) => x ?? 0), corners.map(([, y]) => y ?? 0)];
  const [x, y] = [Math.min(...xs), Math.min(...ys)];
  const [wide, high] = [Math.max(...xs) - x, Math.max(...ys) - y];
  if (wide === 0 || high === 0) return undefined;
  const [x1, y1] = [Math.min(rect[0], rect[2]), Math.min(rect[1], rect[3])];
  const [sx, sy] = [Math.abs(rect[2] - rect[0]) / wide, Math.abs(rect[3] - rect[1]) / high];
  return [sx, 0, 0, sy, x1 - x * sx, y1 - y * sy];
}

function numbers<Length extends 4 | 6>(
  dict: PDFDict,
  key: string,
  length: Length,
): Numbers<Length> | undefined {
  const array = dict.context.lookup(dict.get(PDFName.of(key)));
  if (!(array instanceof PDFArray) || array.size() !== length) return undefined;
  const values = array.asArray().map((value) => dict.context.lookup(value));
  const found = values.flatMap((value) => (value instanceof PDFNumber ? [value.asNumber()] : []));
  // As many as were asked for, all of them numbers.
  return found.length === length ? (found as unknown as Numbers<Length>) : undefined;
}

const operator = (name: string, ...values: (PDFNumber | PDFName)[]): PDFOperator =>
  PDFOperator.of(name as PDFOperatorNames, values);
