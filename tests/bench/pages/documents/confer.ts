/** Confer's documents: tagged, AES-256 revision 6. */
import type { Block } from "../../../../src/documents/model.ts";
import { makeProtectedPdf } from "../../../../src/documents/protectedPdf.ts";
import { fetchFonts, type Maker } from "./content.ts";

export function confer(): Maker {
  let fonts: Awaited<ReturnType<typeof fetchFonts>> | undefined;
  return {
    async prepare() {
      fonts = await fetchFonts();
    },
    async make({ title, sections, caption, columns, rows }, password) {
      if (!fonts) throw new Error("not prepared");
      const start = performance.now();
      let firstPageMs = 0;
      const blocks: Block[] = [
        { kind: "heading", level: 1, text: title },
        ...sections.flatMap((section): Block[] => [
          { kind: "heading", level: 2, text: section.title },
          ...section.paragraphs.map((text): Block => ({ kind: "paragraph", text })),
        ]),
        { kind: "table", caption, columns: [...columns], rows: rows.map((row) => [...row]) },
      ];
      const frame = {
        title,
        lang: "en-GB",
        handlingMark: "Confidential",
        footer: title,
        createdAtMs: 0,
      } as const;
      const made = await makeProtectedPdf(
        { frame, blocks },
        password,
        { regular: [fonts.regular], bold: [fonts.bold] },
        (length) => crypto.getRandomValues(new Uint8Array(length)),
        (page) => {
          // The second is begun when the first is drawn.
          if (page === 2) firstPageMs = performance.now() - start;
        },
      );
      if (made.kind !== "made") throw new Error(made.kind);
      return { bytes: made.bytes, pages: made.pages, firstPageMs };
    },
  };
}
