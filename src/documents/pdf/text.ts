/**
 * Makes any string fit to print without changing what it says. Nothing here throws, whatever comes in:
 * what cannot be drawn stays in the text and is marked later, where it can be counted.
 */

/** Everything that ends a line somewhere: CR LF, CR, vertical tab, form feed, NEL, U+2028, U+2029. */
const LINE_ENDS = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

/** Characters that have no shape: joiners, direction marks, soft hyphens, variation selectors, tags. */
const SHAPELESS = /[\p{Cf}\u034f\ufe00-\ufe0f\u{e0100}-\u{e01ef}]/gu;

/** Wide and narrow spaces print as a space; those that must not break become the one fonts have. */
const SPACES = /[\t\p{Zs}]/gu;
const UNBREAKING = "\u00a0\u2007\u202f";

/** Signs that word processors type by themselves and our fonts lack: said in signs or words they have. */
const STAND_INS: Readonly<Record<string, string>> = {
  "\u2011": "-",
  "\u2192": "->",
  "\u21d2": "=>",
  "\u2190": "<-",
  "\u25cf": "\u2022",
  "\u25aa": "\u2022",
  "\u25a0": "\u2022",
  "\u25e6": "\u2022",
  "\uf0b7": "\u2022",
  "\u2713": "(tick)",
  "\u2714": "(tick)",
  "\u2611": "(ticked)",
  "\u2610": "(not ticked)",
  "\u2717": "(cross)",
  "\u2718": "(cross)",
};
const STOOD_IN = new RegExp(`[${Object.keys(STAND_INS).join("")}]`, "gu");

/** Text in composed form with plain spaces; line ends are `\n`. */
export function printable(text: string): string {
  return text
    .replaceAll(LINE_ENDS, "\n")
    .replaceAll(SHAPELESS, "")
    .replaceAll(SPACES, (space) => (UNBREAKING.includes(space) ? "\u00a0" : " "))
    .normalize("NFC")
    .replaceAll(STOOD_IN, (sign) => STAND_INS[sign] ?? sign);
}

/** Printable text on one line, for titles, bookmarks and alternative texts: no controls, no half characters. */
export function plainLine(text: string): string {
  return printable(text)
    .toWellFormed()
    .replaceAll(/[\p{Cc}\s]+/gu, " ")
    .trim();
}
