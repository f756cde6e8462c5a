/** Places strips down pages, and begins a page where one is full. */
import type { PDFDocument, PDFRef } from "@cantoo/pdf-lib";
import { Pen } from "./pen.ts";
import type { Strip } from "./strip.ts";
import type { StructureTree } from "./structure.ts";
import { BODY_HEIGHT, BODY_TOP, PAGE } from "./theme.ts";

export interface Bookmark {
  title: string;
  level: number;
  page: PDFRef;
  top: number;
}

export interface Flowed {
  pens: Pen[];
  bookmarks: Bookmark[];
}

/** Called as each page is begun, with its number from 1; how many there will be is not known yet. */
export type OnPage = (page: number) => void;

export function flow(strips: Strip[], pdf: PDFDocument, tree: StructureTree, onPage: OnPage): Flowed {
  const pens: Pen[] = [];
  const bookmarks: Bookmark[] = [];
  /** Left on this page, in points. */
  let left = BODY_HEIGHT;
  let pen = nextPage();

  function nextPage(): Pen {
    const made = new Pen(pdf.addPage([PAGE.width, PAGE.height]), pens.length, tree);
    pens.push(made);
    onPage(pens.length);
    left = BODY_HEIGHT;
    return made;
  }

  function place(strip: Strip): void {
    const atHead = left === BODY_HEIGHT;
    if (atHead && pens.length > 1 && strip.repeat !== undefined) {
      const { repeat } = strip;
      pen.aside(() => repeat.draw(pen, BODY_TOP));
      left -= repeat.height;
    }
    if (!atHead) left -= strip.before;
    const top = BODY_TOP - (BODY_HEIGHT - left);
    if (strip.bookmark !== undefined) bookmarks.push({ ...strip.bookmark, page: pen.page.ref, top });
    strip.draw(pen, top);
    left -= strip.height;
  }

  for (const chain of chains(strips)) {
    const whole = height(chain);
    const first = chain[0];
    if (first?.newPage === true && left < BODY_HEIGHT) pen = nextPage();
    const repeated = first?.repeat?.height ?? 0;
    const fitsAPage = whole - (first?.before ?? 0) + repeated <= BODY_HEIGHT;
    if (whole > left && left < BODY_HEIGHT && fitsAPage) pen = nextPage();
    for (const strip of chain) {
      if (left < BODY_HEIGHT && strip.before + strip.height > left) pen = nextPage();
      place(strip);
    }
  }
  return { pens, bookmarks };
}

/** Runs of strips that want to stay together. */
function chains(strips: Strip[]): Strip[][] {
  const all: Strip[][] = [];
  let chain: Strip[] = [];
  for (const strip of strips) {
    chain.push(strip);
    if (strip.keepNext) continue;
    all.push(chain);
    chain = [];
  }
  if (chain.length > 0) all.push(chain);
  return all;
}

const height = (chain: Strip[]): number => chain.reduce((sum, strip) => sum + strip.before + strip.height, 0);
