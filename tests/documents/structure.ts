/**
 * Reads a PDF back the way a screen reader does and lists what is wrong, after PDF/UA-1. A stand-in for a
 * full validator: it holds the structure that we write, not every clause of the standard.
 */
import {
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  PDFRawStream,
  PDFRef,
  PDFString,
  decodePDFRawStream,
} from "@cantoo/pdf-lib";
import type { PDFObject } from "@cantoo/pdf-lib";

/** One element, with the marked content it owns as "page:number". */
export interface Tagged {
  type: string;
  alt: string | null;
  scope: string | null;
  kids: Tagged[];
  content: string[];
  /** Fields that it owns, as references. */
  objects: string[];
}

export interface Read {
  pdf: PDFDocument;
  tree: Tagged;
  problems: string[];
}

const name = (text: string): PDFName => PDFName.of(text);

export async function readStructure(bytes: Uint8Array): Promise<Read> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  const problems: string[] = [];
  const root = pdf.catalog.lookup(name("StructTreeRoot"), PDFDict);
  const pageNumbers = new Map(pdf.getPages().map((page, index) => [page.ref.toString(), index]));
  const top = root.lookup(name("K"), PDFArray).lookup(0, PDFDict);
  const tree = readElement(top, pageNumbers);
  problems.push(...catalogProblems(pdf), ...elementProblems(tree), ...headingProblems(tree));
  problems.push(...contentProblems(pdf, tree), ...parentTreeProblems(pdf, root, pageNumbers));
  return { pdf, tree, problems };
}

export function all(tree: Tagged, type: string): Tagged[] {
  const inner = tree.kids.flatMap((kid) => all(kid, type));
  return tree.type === type ? [tree, ...inner] : inner;
}

export function textValue(value: PDFObject | undefined): string | null {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : null;
}

function readElement(dict: PDFDict, pages: Map<string, number>): Tagged {
  const type = dict.lookup(name("S"), PDFName).decodeText();
  const attributes = dict.lookupMaybe(name("A"), PDFDict);
  const element: Tagged = {
    type,
    alt: textValue(dict.lookup(name("Alt"))),
    scope: attributes?.lookupMaybe(name("Scope"), PDFName)?.decodeText() ?? null,
    kids: [],
    content: [],
    objects: [],
  };
  const kids = dict.lookupMaybe(name("K"), PDFArray);
  for (let at = 0; at < (kids?.size() ?? 0); at += 1) {
    const kid = kids?.lookup(at, PDFDict);
    if (kid === undefined) continue;
    if (kid.lookupMaybe(name("Type"), PDFName) === name("MCR")) {
      const page = pages.get(String(kid.get(name("Pg"))));
      element.content.push(`${page}:${kid.lookup(name("MCID"), PDFNumber).asNumber()}`);
    } else if (kid.lookupMaybe(name("Type"), PDFName) === name("OBJR")) {
      element.objects.push(String(kid.get(name("Obj"))));
    } else element.kids.push(readElement(kid, pages));
  }
  return element;
}

function catalogProblems({ catalog }: PDFDocument): string[] {
  const problems: string[] = [];
  if (!(catalog.get(name("Lang")) instanceof PDFRef)) problems.push("Lang is not an object of its own");
  if (textValue(catalog.lookup(name("Lang"))) !== "en-GB") problems.push("Lang cannot be read as en-GB");
  const marked = catalog.lookupMaybe(name("MarkInfo"), PDFDict)?.get(name("Marked"));
  if (String(marked) !== "true") problems.push("MarkInfo does not say Marked");
  const shown = catalog.lookupMaybe(name("ViewerPreferences"), PDFDict)?.get(name("DisplayDocTitle"));
  if (String(shown) !== "true") problems.push("The title is not shown");
  const xmp = catalog.lookup(name("Metadata"));
  const packet = xmp instanceof PDFRawStream ? Buffer.from(decodePDFRawStream(xmp).decode()).toString() : "";
  if (!packet.includes("<pdfuaid:part>1</pdfuaid:part>")) problems.push("XMP does not claim PDF/UA-1");
  if (!/<rdf:li xml:lang="x-default">[^<]+<\/rdf:li>/.test(packet)) problems.push("XMP has no title");
  return problems;
}

/** Which elements may stand in which; an element not named here may hold anything. */
const HOLDS: Record<string, string[]> = {
  Document: ["H1", "H2", "H3", "P", "L", "Table", "Figure", "Div", "Form"],
  L: ["LI"],
  LI: ["Lbl", "LBody"],
  Table: ["Caption", "THead", "TBody"],
  THead: ["TR"],
  TBody: ["TR"],
  TR: ["TH", "TD"],
  H1: [],
  H2: [],
  P: [],
  Figure: [],
};

function elementProblems(element: Tagged): string[] {
  const problems = element.kids.flatMap(elementProblems);
  const holds = HOLDS[element.type];
  for (const kid of element.kids) {
    if (holds?.includes(kid.type) === false) problems.push(`${kid.type} inside ${element.type}`);
  }
  if (element.type === "Figure" && !element.alt) problems.push("Figure without alternative text");
  if (element.type === "TH" && !element.scope) problems.push("TH without Scope");
  if (
    element.type !== "TD" &&
    element.type !== "TH" &&
    element.kids.length + element.content.length + element.objects.length === 0
  ) {
    problems.push(`${element.type} is empty`);
  }
  if (element.type === "Table") {
    const widths = new Set(all(element, "TR").map((row) => row.kids.length));
    if (widths.size !== 1) problems.push("Table rows differ in length");
  }
  return problems;
}

function headingProblems(tree: Tagged): string[] {
  const levels = tree.kids.flatMap((kid) => (/^H\d$/.test(kid.type) ? [Number(kid.type.slice(1))] : []));
  const problems = levels[0] === 1 ? [] : ["The first heading is not H1"];
  for (const [at, level] of levels.entries()) {
    if (at > 0 && level > (levels[at - 1] ?? 0) + 1) problems.push(`H${level} skips a level`);
  }
  return problems;
}

/** Everything drawn is either an artifact or owned by exactly one element. */
function contentProblems(pdf: PDFDocument, tree: Tagged): string[] {
  const problems: string[] = [];
  const owned = new Set<string>();
  const claim = (element: Tagged): void => {
    for (const content of element.content) {
      if (owned.has(content)) problems.push(`Content ${content} has two owners`);
      owned.add(content);
    }
    element.kids.forEach(claim);
  };
  claim(tree);
  let found = 0;
  for (const [index, operators] of pdf
    .getPages()
    .map((page) => contentOf(page.node.lookup(name("Contents"))))
    .entries()) {
    let depth = 0;
    for (const operator of operators.split("\n")) {
      const number = /\/MCID (\d+)>>\s+BDC$/.exec(operator)?.[1];
      if (number !== undefined) {
        found += 1;
        if (!owned.has(`${index}:${number}`))
          problems.push(`Page ${index + 1}: content ${number} has no owner`);
      }
      if (operator.endsWith("BDC")) depth += 1;
      if (operator === "EMC") depth -= 1;
      if (depth === 0 && /(?:^|\s)(?:Tj|TJ|Do|S|f)$/.test(operator))
        problems.push(`Page ${index + 1}: ${operator} is untagged`);
      if (depth < 0) problems.push(`Page ${index + 1}: marked content ends twice`);
    }
    if (depth !== 0) problems.push(`Page ${index + 1}: marked content does not end`);
  }
  if (found !== owned.size) problems.push(`${owned.size} stretches in the tree, ${found} on the pages`);
  return problems;
}

function contentOf(stream: PDFObject | undefined): string {
  if (!(stream instanceof PDFRawStream)) throw new Error("A page has no content stream");
  return Buffer.from(decodePDFRawStream(stream).decode()).toString("latin1");
}

/** From content back to its element, and each page in tab order of the structure. */
function parentTreeProblems(pdf: PDFDocument, root: PDFDict, pages: Map<string, number>): string[] {
  const problems: string[] = [];
  const numbers = root.lookup(name("ParentTree"), PDFDict).lookup(name("Nums"), PDFArray);
  for (const [index, page] of pdf.getPages().entries()) {
    if (page.node.lookupMaybe(name("Tabs"), PDFName) !== name("S"))
      problems.push(`Page ${index + 1}: no Tabs`);
    for (const annotation of page.node.Annots()?.asArray() ?? []) {
      const field = pdf.context.lookup(annotation, PDFDict);
      const at = field.lookup(name("StructParent"), PDFNumber).asNumber() - pdf.getPageCount();
      const owner = numbers.lookup(pdf.getPageCount() * 2 + at * 2 + 1, PDFDict);
      if (!readElement(owner, pages).objects.includes(String(annotation)))
        problems.push(`Page ${index + 1}: a field leads to the wrong element`);
      if (!textValue(field.lookup(name("TU")))) problems.push(`Page ${index + 1}: a field has no words`);
    }
    const key = page.node.lookup(name("StructParents"), PDFNumber).asNumber();
    const owners = numbers.lookup(key * 2 + 1, PDFArray);
    for (let mcid = 0; mcid < owners.size(); mcid += 1) {
      const owner = readElement(owners.lookup(mcid, PDFDict), pages);
      if (!owner.content.includes(`${index}:${mcid}`))
        problems.push(`Page ${index + 1}: ${mcid} leads to the wrong element`);
    }
  }
  return problems;
}
