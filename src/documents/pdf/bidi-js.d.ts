/** The parts of bidi-js 1.0.3 that are used; it comes without types. */
declare module "bidi-js" {
  type Levels = {
    readonly levels: Uint8Array;
    readonly paragraphs: readonly { readonly start: number; readonly end: number; readonly level: number }[];
  };
  type Bidi = {
    getEmbeddingLevels(text: string, direction?: "ltr" | "rtl"): Levels;
    /** What stands there where text runs leftwards, as a closing bracket for an opening one. */
    getMirroredCharacter(character: string): string | null;
  };
  const bidiFactory: () => Bidi;
  export default bidiFactory;
}
