/** pdfmake, on pdfkit: it says that it tags, and its tree is empty; encrypted at revision 5. */
import pdfMake from "../../node_modules/pdfmake/build/pdfmake.min.js";
import { fetchFonts, type Maker } from "./content.ts";

export function pdfmake(): Maker {
  return {
    async prepare() {
      const fonts = await fetchFonts();
      pdfMake.addVirtualFileSystem({
        "regular.woff": { data: fonts.regular.toBase64(), encoding: "base64" },
        "bold.woff": { data: fonts.bold.toBase64(), encoding: "base64" },
      });
      pdfMake.addFonts({ Noto: { normal: "regular.woff", bold: "bold.woff" } });
    },
    async make({ title, sections, caption, columns, rows }, password) {
      let pages = 0;
      const made = pdfMake.createPdf({
        version: "1.7ext3",
        tagged: true,
        lang: "en-GB",
        displayTitle: true,
        info: { title },
        userPassword: password,
        ownerPassword: `${password}-owner`,
        permissions: { printing: "highResolution", copying: true, contentAccessibility: true },
        pageSize: "A4",
        pageMargins: 62,
        defaultStyle: { font: "Noto", fontSize: 11, lineHeight: 1.2 },
        header: "Confidential",
        footer: (page: number, count: number) => {
          pages = count;
          return `Page ${page} of ${count}`;
        },
        content: [
          { text: title, fontSize: 24, bold: true },
          ...sections.flatMap((section) => [
            { text: section.title, fontSize: 15, bold: true },
            ...section.paragraphs.map((text) => ({ text, marginBottom: 6 })),
          ]),
          { text: caption, bold: true },
          {
            fontSize: 9.5,
            // It writes into what it is given.
            table: {
              headerRows: 1,
              widths: ["*", 70, 70, 80, 110],
              body: structuredClone([columns, ...rows]),
            },
          },
        ],
      });
      const bytes = new Uint8Array(await (await made.getBlob()).arrayBuffer());
      return { bytes, pages, firstPageMs: Number.NaN };
    },
  };
}
