/**
 * The structure tree: what each piece of content is, in reading order, for screen readers and for anything
 * that reflows or extracts (PDF/UA-1, ISO 32000-1 section 14.7). Pages hold marked content with numbers;
 * the tree's leaves point at those numbers, and the parent tree points back.
 */
import { PDFName } from "@cantoo/pdf-lib";
import type { PDFCatalog, PDFContext, PDFDict, PDFObject, PDFRef } from "@cantoo/pdf-lib";

export type ElementType =
  | "Document"
  | "H1"
  | "H2"
  | "H3"
  | "P"
  | "Div"
  | "L"
  | "LI"
  | "Lbl"
  | "LBody"
  | "Table"
  | "Caption"
  | "THead"
  | "TBody"
  | "TR"
  | "TH"
  | "TD"
  | "Figure"
  | "Form";

/** A stretch of one page's content, by its number on that page. */
interface Leaf {
  mcid: number;
  page: PDFRef;
}

/** Something on a page that is no content of it: a field. */
interface ObjectLeaf {
  object: PDFRef;
  page: PDFRef;
}

export interface Element {
  type: ElementType;
  ref: PDFRef;
  parent: PDFRef;
  kids: (Element | Leaf | ObjectLeaf)[];
  attributes: Record<string, PDFObject>;
}

export class StructureTree {
  readonly document: Element;
  readonly context: PDFContext;
  readonly #root: PDFRef;
  /** Per page index, the element that owns each marked-content number. */
  readonly #owners: PDFRef[][] = [];
  /** Elements of fields, under keys after those of the pages. */
  readonly #objects: PDFRef[] = [];

  constructor(context: PDFContext) {
    this.context = context;
    this.#root = context.nextRef();
    this.document = {
      type: "Document",
      ref: context.nextRef(),
      parent: this.#root,
      kids: [],
      attributes: {},
    };
  }

  child(parent: Element, type: ElementType, attributes: Record<string, PDFObject> = {}): Element {
    const element = { type, ref: this.context.nextRef(), parent: parent.ref, kids: [], attributes };
    parent.kids.push(element);
    return element;
  }

  /** Gives the element a new stretch of content on a page; returns its number there. */
  leaf(element: Element, pageIndex: number, page: PDFRef): number {
    const owners = (this.#owners[pageIndex] ??= []);
    const mcid = owners.length;
    owners.push(element.ref);
    element.kids.push({ mcid, page });
    return mcid;
  }

  /** Gives the element a field of a page; returns its key, which is known once all pages are there. */
  object(element: Element, object: PDFRef, page: PDFRef, pageCount: number): number {
    element.kids.push({ object, page });
    return pageCount + this.#objects.push(element.ref) - 1;
  }

  /** Writes the tree into the catalog. Call once, when every page is drawn. */
  write(catalog: PDFCatalog, pageCount: number): void {
    this.#writeElement(this.document);
    const numbers: (number | PDFRef)[] = [];
    for (let index = 0; index < pageCount; index += 1) {
      numbers.push(index, this.context.register(this.context.obj(this.#owners[index] ?? [])));
    }
    this.#objects.forEach((owner, at) => numbers.push(pageCount + at, owner));
    const parentTree = this.context.register(this.context.obj({ Nums: numbers }));
    const root = {
      Type: "StructTreeRoot",
      K: [this.document.ref],
      ParentTree: parentTree,
      ParentTreeNextKey: pageCount + this.#objects.length,
    };
    this.context.assign(this.#root, this.context.obj(root));
    catalog.set(PDFName.of("StructTreeRoot"), this.#root);
    catalog.set(PDFName.of("MarkInfo"), this.context.obj({ Marked: true }));
  }

  #writeElement(element: Element): void {
    const kids: (PDFRef | PDFDict)[] = [];
    for (const kid of element.kids) {
      if ("mcid" in kid) kids.push(this.context.obj({ Type: "MCR", Pg: kid.page, MCID: kid.mcid }));
      else if ("object" in kid) kids.push(this.context.obj({ Type: "OBJR", Pg: kid.page, Obj: kid.object }));
      else if (isWorthWriting(kid)) {
        this.#writeElement(kid);
        kids.push(kid.ref);
      }
    }
    const entry = { Type: "StructElem", S: element.type, P: element.parent, ...element.attributes, K: kids };
    this.context.assign(element.ref, this.context.obj(entry));
  }
}

/** An empty cell keeps its column in step; any other element without content would only be noise. */
function isWorthWriting(element: Element): boolean {
  if (element.type === "TD" || element.type === "TH") return true;
  return element.kids.some((kid) => "mcid" in kid || "object" in kid || isWorthWriting(kid));
}
