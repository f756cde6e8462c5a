/**
 * Where the bundled font files are, most wanted first. Vite turns each into an asset with a hashed name.
 * WOFF only: see [Note: font files] in pdf/fonts.ts. Which scripts, and why these: docs/decisions/pdf.md.
 */

export interface FontUrls {
  regular: string[];
  bold: string[];
}

export const NOTO_SANS: FontUrls = {
  regular: [
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-400-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-ext-400-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-400-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-ext-400-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-400-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-ext-400-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-vietnamese-400-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/vazirmatn/files/vazirmatn-arabic-400-normal.woff",
      import.meta.url,
    ),
  ].map(String),
  bold: [
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-latin-ext-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-greek-ext-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-cyrillic-ext-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/noto-sans/files/noto-sans-vietnamese-700-normal.woff",
      import.meta.url,
    ),
    new URL(
      "../../node_modules/@fontsource/vazirmatn/files/vazirmatn-arabic-700-normal.woff",
      import.meta.url,
    ),
  ].map(String),
};
