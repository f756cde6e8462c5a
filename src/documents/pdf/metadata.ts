/** What the file says about itself: title, language, dates, and its claim to be accessible. */
import { PDFName, PDFString } from "@cantoo/pdf-lib";
import type { PDFDocument } from "@cantoo/pdf-lib";
import type { DocumentFrame } from "../model.ts";
import { plainLine } from "./text.ts";

const PROGRAM = "Confer";

export function writeMetadata(pdf: PDFDocument, frame: DocumentFrame): void {
  const { context, catalog } = pdf;
  const title = plainLine(frame.title);
  const created = new Date(frame.createdAtMs);
  pdf.setTitle(title);
  pdf.setCreator(PROGRAM);
  pdf.setProducer(PROGRAM);
  pdf.setCreationDate(created);
  pdf.setModificationDate(created);
  // Its own object, since a string left in the catalog would be written unencrypted. See hoist.ts.
  catalog.set(PDFName.of("Lang"), context.register(PDFString.of(frame.lang)));
  catalog.set(PDFName.of("ViewerPreferences"), context.obj({ DisplayDocTitle: true }));
  const packet = new TextEncoder().encode(xmp(title, frame, created));
  catalog.set(
    PDFName.of("Metadata"),
    context.register(context.stream(packet, { Type: "Metadata", Subtype: "XML" })),
  );
}

function xmp(title: string, frame: DocumentFrame, created: Date): string {
  const day = created.toISOString();
  return `<?xpacket begin="\uFEFF" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/">
<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:xmp="http://ns.adobe.com/xap/1.0/" xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/">
<dc:title><rdf:Alt><rdf:li xml:lang="x-default">${escapeXml(title)}</rdf:li></rdf:Alt></dc:title>
<dc:language><rdf:Bag><rdf:li>${frame.lang}</rdf:li></rdf:Bag></dc:language>
<xmp:CreateDate>${day}</xmp:CreateDate>
<xmp:ModifyDate>${day}</xmp:ModifyDate>
<xmp:CreatorTool>${PROGRAM}</xmp:CreatorTool>
<pdfuaid:part>1</pdfuaid:part>
</rdf:Description>
</rdf:RDF>
</x:xmpmeta>
<?xpacket end="w"?>`;
}

/** Also takes out the two code points that XML forbids and a plain line may still hold. */
function escapeXml(text: string): string {
  return text
    .replaceAll(/[\ufffe\uffff]/g, "")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;");
}
