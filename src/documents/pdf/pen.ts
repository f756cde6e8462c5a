/**
 * Draws on one page. Text goes over, rules and tints go under, so that decoration never interrupts marked
 * content; all decoration is an artifact, which screen readers pass by.
 * Origin bottom left, lengths in points; `top` of a line is the upper edge of its leading.
 */
import { PDFContentStream, PDFHexString, PDFName, PDFNumber, PDFOperator } from "@cantoo/pdf-lib";
import type { PDFOperatorNames, PDFPage, PDFRef } from "@cantoo/pdf-lib";
import { mayRunLeftwards } from "./direction.ts";
import type { Face } from "./fonts.ts";
import type { Element, StructureTree } from "./structure.ts";
import type { Colour } from "./theme.ts";
import { encode } from "./wrap.ts";
import type { Line } from "./wrap.ts";

/** Noto Sans: height of a capital as a share of the size. Centres capitals in their leading. */
const CAPITAL = 0.714;

type Argument = number | string | PDFName | PDFHexString;

export class Pen {
  readonly page: PDFPage;
  readonly index: number;
  readonly #tree: StructureTree;
  readonly #under: PDFOperator[] = [];
  readonly #over: PDFOperator[] = [];
  readonly #faces = new Set<Face>();
  readonly #pictures = new Map<string, PDFRef>();
  #open: Element | null = null;

  constructor(page: PDFPage, index: number, tree: StructureTree) {
    this.page = page;
    this.index = index;
    this.#tree = tree;
  }

  /** What follows belongs to this element, until another is named. Staying with the same one costs nothing. */
  mark(element: Element): void {
    if (this.#open === element) return;
    this.#close();
    const mcid = this.#tree.leaf(element, this.index, this.page.ref);
    this.#over.push(operator("BDC", `/${element.type}`, `<</MCID ${mcid}>>`));
    this.#open = element;
  }

  /** Text of this page alone, such as its number, or a header row's repeat: not part of the reading. */
  aside(draw: () => void): void {
    this.#close();
    this.#over.push(operator("BDC", "/Artifact", "<</Type /Pagination>>"));
    draw();
    this.#over.push(operator("EMC"));
  }

  line(line: Line, x: number, top: number): void {
    if (line.runs.length === 0) return;
    const { size, leading, colour } = line.style;
    const baseline = top - (leading + CAPITAL * size) / 2;
    this.#over.push(operator("BT"), operator("rg", ...colour), operator("Td", x + line.indent, baseline));
    for (const run of line.runs) {
      this.#faces.add(run.face);
      const actual = run.actual === undefined ? null : actualText(run.actual);
      if (actual !== null) {
        this.#over.push(
          operator("BDC", "/Span", `<</ActualText ${PDFHexString.fromText(actual).toString()}>>`),
        );
      }
      this.#over.push(operator("Tf", run.face.name, size), operator("Tj", encode(run)));
      if (actual !== null) this.#over.push(operator("EMC"));
    }
    this.#over.push(operator("ET"));
  }

  rule(x: number, y: number, width: number, colour: Colour, weight: number): void {
    this.tint(x, y - weight / 2, width, weight, colour);
  }

  /** A filled box; `y` is its lower edge. */
  tint(x: number, y: number, width: number, height: number, colour: Colour): void {
    this.#under.push(
      operator("BDC", "/Artifact", "<</Type /Layout>>"),
      operator("rg", ...colour),
      operator("re", x, y, width, height),
      operator("f"),
      operator("EMC"),
    );
  }

  /** Anything else inside the open element, between saved and restored graphics states. */
  figure(...steps: [PDFOperatorNames | string, ...Argument[]][]): void {
    this.#over.push(operator("q"));
    for (const [name, ...rest] of steps) this.#over.push(operator(name, ...rest));
    this.#over.push(operator("Q"));
  }

  /** The name by which this page knows a picture. */
  pictureName(ref: PDFRef): PDFName {
    const name = `I${this.#pictures.size + 1}`;
    this.#pictures.set(name, ref);
    return PDFName.of(name);
  }

  /** Writes the page. Call once. */
  finish(): void {
    this.#close();
    const { node, doc } = this.page;
    for (const face of this.#faces) node.setFontDictionary(face.name, face.ref);
    for (const [name, ref] of this.#pictures) node.setXObject(PDFName.of(name), ref);
    node.set(PDFName.of("StructParents"), PDFNumber.of(this.index));
    node.set(PDFName.of("Tabs"), PDFName.of("S"));
    const stream = PDFContentStream.of(doc.context.obj({}), [...this.#under, ...this.#over], true);
    node.set(PDFName.of("Contents"), doc.context.register(stream));
  }

  #close(): void {
    if (this.#open !== null) this.#over.push(operator("EMC"));
    this.#open = null;
  }
}

/**
 * What marks stand for, so that it can still be copied and read aloud. Not for right-to-left text: Poppler
 * takes it to be in the order of the marks and hands the letters back reversed, which is worse than a mark.
 */
function actualText(text: string): string | null {
  if (mayRunLeftwards(text)) return null;
  return text.toWellFormed().replaceAll(/\p{Cc}/gu, "\u{fffd}");
}

function operator(name: PDFOperatorNames | string, ...rest: Argument[]): PDFOperator {
  const values = rest.map((value) =>
    typeof value === "number" ? PDFNumber.of(Math.round(value * 1_000) / 1_000) : value,
  );
  return PDFOperator.of(name as PDFOperatorNames, values);
}
