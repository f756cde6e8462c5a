/** pdfkit: tagged by hand, and encrypted as far as it can: revision 5. */
import PDFDocument from "../../node_modules/pdfkit/js/pdfkit.standalone.js";
import { fetchFonts, type Maker } from "./content.ts";

export function pdfkit(): Maker {
  let fonts: Awaited<ReturnType<typeof fetchFonts>> | undefined;
  return {
    async prepare() {
      fonts = await fetchFonts();
    },
    async make({ title, sections, caption, columns, rows }, password) {
      if (!fonts) throw new Error("not prepared");
      const start = performance.now();
      const doc = new PDFDocument({
        size: "A4",
        margin: 62,
        pdfVersion: "1.7ext3",
        tagged: true,
        lang: "en-GB",
        displayTitle: true,
        info: { Title: title },
        userPassword: password,
        ownerPassword: `${password}-owner`,
        permissions: { printing: "highResolution", copying: true, contentAccessibility: true },
      });
      let pages = 1;
      let firstPageMs = 0;
      doc.on("pageAdded", () => {
        pages += 1;
        firstPageMs ||= performance.now() - start;
      });
      const parts: Uint8Array[] = [];
      const ended = new Promise<void>((resolve) => doc.on("end", () => resolve()));
      doc.on("data", (part) => parts.push(part as Uint8Array));
      doc.registerFont("regular", fonts.regular.buffer);
      doc.registerFont("bold", fonts.bold.buffer);
      const root = doc.struct("Document");
      doc.addStructure(root);
      const write = (type: string, font: string, size: number, text: string) => {
        root.add(doc.struct(type, () => doc.font(font).fontSize(size).text(text)));
        doc.moveDown(0.5);
      };
      write("H1", "bold", 24, title);
      for (const section of sections) {
        write("H2", "bold", 15, section.title);
        for (const text of section.paragraphs) write("P", "regular", 11, text);
      }
      write("P", "bold", 10, caption);
      doc.font("regular").fontSize(9.5);
      doc.table({
        structParent: root,
        data: [columns.map((text) => ({ type: "TH", scope: "Column", text })), ...structuredClone(rows)],
      });
      root.end();
      doc.end();
      await ended;
      return { bytes: new Uint8Array(await new Blob(parts as BlobPart[]).arrayBuffer()), pages, firstPageMs };
    },
  };
}
