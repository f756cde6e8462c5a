/**
 * A chain of subset fonts per weight: each character is drawn by the first face that has it, and the faces
 * that were used are embedded, cut down to the glyphs used.
 * [Note: font files] Only TTF and WOFF. WOFF2 gives invisible text and no error in @cantoo/fontkit 2.0.12.
 */
import fontkit from "@cantoo/fontkit";
import { CustomFontSubsetEmbedder, PDFName } from "@cantoo/pdf-lib";
import type { PDFContext, PDFRef } from "@cantoo/pdf-lib";
import type { Weight } from "./theme.ts";

/** Font files per weight, most wanted first. The first regular face must have a space and U+FFFD. */
export interface FontFiles {
  regular: Uint8Array[];
  bold: Uint8Array[];
}

export interface Face {
  name: PDFName;
  ref: PDFRef;
  embedder: CustomFontSubsetEmbedder;
  characters: ReadonlySet<number>;
  used: boolean;
  /** Hexadecimal glyph numbers by word, as written. */
  readonly shaped: Map<string, string>;
}

export interface Glyph {
  face: Face;
  /** Advance at size 1. */
  advance: number;
}

export interface MissingCharacter {
  codePoint: number;
  count: number;
}

/** Drawn where no face has the character: a diamond with a question mark. */
export const MISSING_MARK = 0xfffd;
/** Ligatures and kerning off: widths then add up, and each character can be copied back out. */
const FEATURES = { liga: false, kern: false, clig: false };

export class Fonts {
  readonly #chains: Record<Weight, Face[]>;
  readonly #glyphs: Record<Weight, Map<number, Glyph | null>> = { regular: new Map(), bold: new Map() };
  readonly #missing = new Map<number, number>();

  constructor(regular: Face[], bold: Face[]) {
    // Bold text in a script that only the regular chain has is better light than lost.
    this.#chains = { regular, bold: [...bold, ...regular] };
    if (this.find("regular", MISSING_MARK) === null || this.find("regular", 0x20) === null) {
      throw new Error("The first fonts must have a space and the replacement character U+FFFD");
    }
  }

  /** The glyph for a code point, or null when no face has it. Controls and lone surrogates have none. */
  find(weight: Weight, codePoint: number): Glyph | null {
    const known = this.#glyphs[weight].get(codePoint);
    if (known !== undefined) return known;
    const face = isUndrawable(codePoint)
      ? undefined
      : this.#chains[weight].find((candidate) => candidate.characters.has(codePoint));
    const glyph = face === undefined ? null : { face, advance: advanceOf(face, codePoint) };
    this.#glyphs[weight].set(codePoint, glyph);
    return glyph;
  }

  markGlyph(weight: Weight): Glyph {
    const glyph = this.find(weight, MISSING_MARK);
    if (glyph === null) throw new Error("No face has U+FFFD");
    return glyph;
  }

  countMissing(codePoint: number): void {
    this.#missing.set(codePoint, (this.#missing.get(codePoint) ?? 0) + 1);
  }

  /** By code point, so that the same text gives the same report. */
  missing(): MissingCharacter[] {
    return [...this.#missing]
      .map(([codePoint, count]) => ({ codePoint, count }))
      .toSorted((one, other) => one.codePoint - other.codePoint);
  }

  /** Writes the faces that were drawn with. Call once, when every page is drawn. */
  async embed(context: PDFContext): Promise<void> {
    for (const face of new Set([...this.#chains.regular, ...this.#chains.bold])) {
      if (face.used) await face.embedder.embedIntoContext(context, face.ref);
    }
  }
}

export async function loadFonts(context: PDFContext, files: FontFiles): Promise<Fonts> {
  let count = 0;
  const load = async (bytes: Uint8Array, weight: Weight): Promise<Face> => {
    if (String.fromCharCode(...bytes.subarray(0, 4)) === "wOF2") {
      throw new Error("A font is WOFF2, which prints blank: give WOFF or TTF");
    }
    count += 1;
    // A subset's name carries six capitals of its own (ISO 32000-1, 9.6.4).
    const tag = `CONFR${String.fromCharCode(64 + count)}`;
    const family = weight === "bold" ? "NotoSans-Bold" : "NotoSans-Regular";
    const embedder = await CustomFontSubsetEmbedder.for(fontkit, bytes, `${tag}+${family}`, FEATURES);
    return {
      name: PDFName.of(`F${count}`),
      ref: context.nextRef(),
      embedder,
      characters: new Set(embedder.font.characterSet),
      used: false,
      shaped: new Map(),
    };
  };
  const regular: Face[] = [];
  const bold: Face[] = [];
  for (const bytes of files.regular) regular.push(await load(bytes, "regular"));
  for (const bytes of files.bold) bold.push(await load(bytes, "bold"));
  return new Fonts(regular, bold);
}

function advanceOf(face: Face, codePoint: number): number {
  return face.embedder.widthOfTextAtSize(String.fromCodePoint(codePoint), 1);
}

function isUndrawable(codePoint: number): boolean {
  const control = codePoint < 0x20 || (codePoint >= 0x7f && codePoint < 0xa0);
  return control || (codePoint >= 0xd800 && codePoint <= 0xdfff);
}
