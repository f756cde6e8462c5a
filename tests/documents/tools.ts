/** Runs qpdf, Poppler, MuPDF, OpenSSL and minisign on bytes. All are other people's readers: they see what a recipient's will. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Ran {
  code: number;
  out: string;
  error: string;
}

const TOOLS = {
  qpdf: "qpdf",
  pdftotext: "poppler-utils",
  pdfinfo: "poppler-utils",
  pdffonts: "poppler-utils",
  pdftoppm: "poppler-utils",
  pdfsig: "poppler-utils",
  pdfdetach: "poppler-utils",
  mutool: "mupdf-tools",
  openssl: "openssl",
  minisign: "minisign",
  sha256sum: "coreutils",
} as const;
type Tool = keyof typeof TOOLS;

/** Throws, rather than skips, where the tool is absent: a check that did not run must not look like one that passed. */
export function run(tool: Tool, args: string[]): Ran {
  const ran = spawnSync(tool, args, { encoding: "utf8", maxBuffer: 64 * 1024 * 1024 });
  if (ran.error !== undefined) {
    throw new Error(`These tests need ${tool}. Install it: apt-get install -y ${TOOLS[tool]}`);
  }
  return { code: ran.status ?? -1, out: ran.stdout, error: ran.stderr };
}

/** Gives the bytes a path for as long as `use` runs. */
export function withFile<T>(bytes: Uint8Array, use: (path: string, folder: string) => T): T {
  const folder = mkdtempSync(join(tmpdir(), "document-"));
  try {
    const path = join(folder, "file.pdf");
    writeFileSync(path, bytes);
    return use(path, folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The document without its encryption, as qpdf reads it. */
export function decrypted(bytes: Uint8Array, password: string): Uint8Array {
  return withFile(bytes, (path, folder) => {
    const out = join(folder, "open.pdf");
    const ran = run("qpdf", [`--password=${password}`, "--decrypt", path, out]);
    if (ran.code !== 0) throw new Error(`qpdf could not open it: ${ran.error}`);
    return new Uint8Array(readFileSync(out));
  });
}

/** What a reader can copy out, in the order of the content, spaces and line ends made one. */
export function textOf(bytes: Uint8Array, ...args: string[]): string {
  return withFile(bytes, (path) => run("pdftotext", [...args, path, "-"]).out).replaceAll(/\s+/g, " ");
}

/** How many pixels of each page are not white, at 40 to the inch. */
export function inkOf(bytes: Uint8Array, pages: number): number[] {
  return withFile(bytes, (path, folder) =>
    Array.from({ length: pages }, (_, index) => {
      const out = join(folder, `page-${index}`);
      const page = String(index + 1);
      run("pdftoppm", ["-r", "40", "-gray", "-singlefile", "-f", page, "-l", page, path, out]);
      const image = readFileSync(`${out}.pgm`);
      // The header is three lines; every byte after it is one grey pixel.
      let start = 0;
      for (let lines = 0; lines < 3; start += 1) if (image[start] === 0x0a) lines += 1;
      return image.subarray(start).reduce((ink, grey) => (grey < 200 ? ink + 1 : ink), 0);
    }),
  );
}

/** One page as a scanner sees it: grey, as red, green, blue and opaque for each dot. */
export function greyPage(
  bytes: Uint8Array,
  page: number,
  dotsPerInch: number,
): { width: number; height: number; data: Uint8Array } {
  return withFile(bytes, (path, folder) => {
    const out = join(folder, "page");
    const only = ["-f", String(page), "-l", String(page)];
    run("pdftoppm", ["-r", String(dotsPerInch), "-gray", "-singlefile", ...only, path, out]);
    const image = readFileSync(`${out}.pgm`);
    const head = /^P5\s(\d+)\s(\d+)\s255\s/.exec(image.toString("latin1", 0, 40));
    if (!head) throw new Error("pdftoppm wrote no picture");
    const grey = image.subarray(head[0].length);
    const data = Uint8Array.from({ length: grey.length * 4 }, (_, at) =>
      at % 4 === 3 ? 255 : (grey[at >> 2] as number),
    );
    return { width: Number(head[1]), height: Number(head[2]), data };
  });
}

/** Where any of the words can be read in the raw bytes, in any of the ways a PDF may write text. */
export function leaks(bytes: Uint8Array, words: string[]): string[] {
  const raw = Buffer.from(bytes);
  const upper = Buffer.from(raw.toString("latin1").toUpperCase(), "latin1");
  return words.flatMap((word) => {
    const little = Buffer.from(word, "utf16le");
    const forms = {
      latin1: Buffer.from(word, "latin1"),
      utf8: Buffer.from(word, "utf8"),
      utf16le: little,
      utf16be: Buffer.from(little).swap16(),
    };
    return Object.entries(forms).flatMap(([name, form]) => {
      const found = [];
      if (raw.includes(form)) found.push(`${word} as ${name}`);
      if (upper.includes(form.toString("hex").toUpperCase(), 0, "latin1"))
        found.push(`${word} as hex ${name}`);
      return found;
    });
  });
}
