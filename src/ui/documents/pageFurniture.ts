/** What stands at the edges of every printed page, where the browser can say it (Chromium 131 and later). */
import { onCleanup } from "solid-js";
import type { DocumentModel } from "../../app/exportTypes.ts";

/** As a CSS string: nothing in it can end the string or the rule. */
const quoted = (text: string): string =>
  `"${text.replaceAll(/[\p{Cc}"\\<>{}]/gu, (found) => `\\${found.charCodeAt(0).toString(16)} `)}"`;

/** The `@page` rule of a document: its mark above; below, what it is and page x of y. */
export const furnitureRule = ({ handlingMark, footer }: DocumentModel["frame"]): string =>
  `@page {
  size: A4;
  margin: 22mm 18mm;
  @top-center { content: ${quoted(handlingMark)}; font: bold 9pt sans-serif; }
  @bottom-left { content: ${quoted(footer)}; font: 8.5pt sans-serif; }
  @bottom-right { content: "Page " counter(page) " of " counter(pages); font: 8.5pt sans-serif; }
}`;

/** Where every page has them, the document need not say them once more at its beginning and its end. */
const ONCE = `@media print { .confer-document__mark, .confer-document__foot { display: none; } }`;

/** As long as the part of the screen that calls it is there. */
export function usePageFurniture(frame: DocumentModel["frame"]): void {
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(furnitureRule(frame) + ("CSSMarginRule" in globalThis ? ONCE : ""));
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, sheet];
  onCleanup(() => {
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((each) => each !== sheet);
  });
}
