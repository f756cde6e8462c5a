/** Photographs of pages as one document: a page of A4 to each, in order. The same pictures give the same bytes. */
import { PDFDocument, PDFName, PDFString } from "@cantoo/pdf-lib";
import { saveOpen } from "./pdf/protect.ts";

/** A4 in points, upright, and the white left round the picture: half a centimetre. */
const [SHORT_PT, LONG_PT] = [595.28, 841.89];
const MARGIN_PT = 14.17;
const PROGRAM = "Confer";

/** `jpegs` as `preparePhoto` made them. Throws on anything else. `onPage` hears how many are in it. */
export async function makePhotosPdf(
  jpegs: readonly Uint8Array[],
  onPage?: (done: number) => void,
): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  pdf.catalog.set(PDFName.of("Lang"), pdf.context.register(PDFString.of("en-GB")));
  // It says nothing of who made it or when: that is in the record of the paper, sealed.
  pdf.setTitle("Photographed pages");
  pdf.setProducer(PROGRAM);
  for (const [index, jpeg] of jpegs.entries()) {
    const picture = await pdf.embedJpg(jpeg);
    const lying = picture.width > picture.height;
    const [wide, high] = lying ? [LONG_PT, SHORT_PT] : [SHORT_PT, LONG_PT];
    const room = { width: wide - 2 * MARGIN_PT, height: high - 2 * MARGIN_PT };
    const scale = Math.min(room.width / picture.width, room.height / picture.height);
    const [width, height] = [picture.width * scale, picture.height * scale];
    pdf.addPage([wide, high]).drawImage(picture, {
      x: (wide - width) / 2,
      y: (high - height) / 2,
      width,
      height,
    });
    onPage?.(index + 1);
  }
  return saveOpen(pdf);
}
