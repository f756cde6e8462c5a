/** Files as people have them on a tablet, made for a test: whole ones, and the ways in which they go wrong. */
import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { crc32 } from "node:zlib";
import type { Page } from "playwright-core";
import { throughQpdf, wholePdf } from "../../documents/pdfFiles.ts";
import { drawnPhoto, withCameraNotes } from "../../support/jpeg.ts";

const folder = mkdtempSync(join(tmpdir(), "confer-files-"));

export function keepFile(name: string, bytes: Uint8Array): string {
  const path = join(folder, name);
  writeFileSync(path, bytes);
  return path;
}

/** Photographs with the camera's notes, each of its own size. */
export async function photoFiles(page: Page, count: number): Promise<string[]> {
  const paths: string[] = [];
  for (let number = 1; number <= count; number++) {
    const drawn = Buffer.from(await drawnPhoto(page, 900 + number * 100, 1400), "base64");
    paths.push(keepFile(`IMG_${number}.jpg`, withCameraNotes(drawn, 6)));
  }
  return paths;
}

/** One file in a zip, not packed: what a Word document looks like from outside. */
function zip(files: Readonly<Record<string, string>>): Buffer {
  const parts: Buffer[] = [];
  const central: Buffer[] = [];
  let offset = 0;
  for (const [name, text] of Object.entries(files)) {
    const [path, data] = [Buffer.from(name), Buffer.from(text)];
    const common = Buffer.alloc(26);
    common.writeUInt16LE(20, 0);
    common.writeUInt32LE(crc32(data), 10);
    common.writeUInt32LE(data.length, 14);
    common.writeUInt32LE(data.length, 18);
    common.writeUInt16LE(path.length, 22);
    const place = Buffer.alloc(14);
    place.writeUInt32LE(offset, 10);
    parts.push(Buffer.from("PK\x03\x04", "latin1"), common, path, data);
    central.push(Buffer.from("PK\x01\x02\x14\0", "latin1"), common, place, path);
    offset += 30 + path.length + data.length;
  }
  const list = Buffer.concat(central);
  const end = Buffer.alloc(18);
  end.writeUInt16LE(central.length / 4, 4);
  end.writeUInt16LE(central.length / 4, 6);
  end.writeUInt32LE(list.length, 8);
  end.writeUInt32LE(offset, 12);
  return Buffer.concat([...parts, list, Buffer.from("PK\x05\x06", "latin1"), end]);
}

export const wordFile = (): string =>
  keepFile(
    "Letter from school.docx",
    zip({
      "[Content_Types].xml": '<?xml version="1.0"?><Types/>',
      "word/document.xml": '<?xml version="1.0"?><w:document>Late most mornings.</w:document>',
    }),
  );

export const pdfFile = async (name: string, pages: number): Promise<string> =>
  keepFile(name, await wholePdf(pages));

/** Everything that must be refused, by the words that say why. */
export async function refusedFiles(): Promise<Readonly<Record<string, string>>> {
  const whole = await wholePdf(6);
  // A file with a hole: it takes no room on the disk.
  const large = keepFile("Everything.pdf", Buffer.from("%PDF-1.7\n"));
  truncateSync(large, 300 * 1024 * 1024);
  return {
    "That file is larger than 100 MB": large,
    "That file is empty": keepFile("Nothing.pdf", Buffer.alloc(0)),
    "That file is not what its name says": keepFile(
      "Report.pdf",
      Buffer.from("MZ\x90\0\x03\0\0\0", "latin1"),
    ),
    "That kind of file cannot be added": keepFile("setup.exe", Buffer.from("MZ\x90\0\x03\0\0\0", "latin1")),
    "That PDF is damaged": keepFile("Half.pdf", whole.slice(0, whole.length / 2)),
    "That PDF asks for a password": keepFile(
      "Locked.pdf",
      throughQpdf(whole, "--encrypt", "user", "owner", "256", "--"),
    ),
    "This browser cannot open that photo": keepFile(
      "Holiday.heic",
      Buffer.concat([Buffer.from([0, 0, 0, 24]), Buffer.from("ftypheic\0\0\0\0mif1heic")]),
    ),
  };
}
