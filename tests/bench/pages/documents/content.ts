/** One document for everybody: minutes of about 200 pages, with a table of 1,000 rows. */
export type Content = {
  readonly title: string;
  readonly sections: readonly { readonly title: string; readonly paragraphs: readonly string[] }[];
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
};

export type Made = { readonly bytes: Uint8Array; readonly pages: number; readonly firstPageMs: number };
export type Maker = { prepare(): Promise<void>; make(content: Content, password: string): Promise<Made> };

const SYLLABLES = "ha con po ser re view ten an cy lea plan wor ker fam il vis sup port risk meet".split(" ");
/** As many different words as a person's minutes have, so that nobody gains by having met them all before. */
const WORDS = Array.from(
  { length: 2_000 },
  (_, at) =>
    `${SYLLABLES[at % 20]}${SYLLABLES[(at * 7 + (at >> 4)) % 20]}${at % 3 === 0 ? (SYLLABLES[(at >> 3) % 20] ?? "") : ""}`,
);
const sentence = (seed: number, length: number): string =>
  Array.from({ length }, (_, at) => WORDS[(seed * 7 + at * at * 3 + at) % WORDS.length]).join(" ");

export function makeContent(): Content {
  return {
    title: "Minutes",
    sections: Array.from({ length: 60 }, (_, at) => ({
      title: `Item ${at + 1}`,
      paragraphs: Array.from({ length: 14 }, (__, each) => `${sentence(at * 31 + each, 75)}.`),
    })),
    caption: "Actions",
    columns: ["What", "Who", "Agency", "By when", "How it stands"],
    rows: Array.from({ length: 1_000 }, (_, at) => [
      sentence(at, 12),
      `Worker ${at % 40}`,
      `Agency ${at % 9}`,
      "26 November 2026",
      sentence(at + 3, 5),
    ]),
  };
}

const REGULAR = new URL(
  "../../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff",
  import.meta.url,
);
const BOLD = new URL(
  "../../../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff",
  import.meta.url,
);

/** The same two files for everybody. */
export async function fetchFonts(): Promise<{ regular: Uint8Array; bold: Uint8Array }> {
  const [regular, bold] = await Promise.all(
    [REGULAR, BOLD].map(async (url) => new Uint8Array(await (await fetch(url)).arrayBuffer())),
  );
  if (!regular || !bold) throw new Error("no fonts");
  return { regular, bold };
}
