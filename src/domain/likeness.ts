/**
 * Whether two records look to be about one person: by name and date of birth, however they were typed. A hint
 * for a person to judge, never a decision: it is said quietly, and blocks nothing.
 */
import { daysBetween } from "./days.ts";
import { type CalendarDate, dateNumbers, makeCalendarDate } from "./calendarDate.ts";

export type Identity = {
  readonly name: string;
  readonly born: CalendarDate | undefined;
};

/** `same`: nothing speaks against it. `perhaps`: a name or a date is off by a slip, or a date is missing. */
export type Likeness = "same" | "perhaps";

export function likenessOf(a: Identity, b: Identity): Likeness | undefined {
  const names = likeNames(namePartsOf(a.name), namePartsOf(b.name));
  if (names === "other") return undefined;
  const births = likeBirths(a.born, b.born);
  if (births === "other") return undefined;
  // Slips in both, or a slip beside a missing date, are more often two people.
  if (names === "slip") return births === "same" ? "perhaps" : undefined;
  return births === "same" ? "same" : "perhaps";
}

/** How near two of something are. */
type Near = "same" | "slip" | "unknown" | "other";

const TITLES = new Set(["mr", "mrs", "ms", "miss", "mx", "dr", "rev", "prof", "sir", "dame"]);
/** Written apart or together: "Mc Donald", "O Neill". */
const JOINED = new Set(["o", "mc", "mac", "st"]);
/** "Dafydd ap Rhys" is often entered as "Dafydd Rhys". */
const DROPPED = new Set([
  "ap",
  "ab",
  "ferch",
  "verch",
  "bin",
  "ibn",
  "bint",
  "van",
  "von",
  "de",
  "da",
  "al",
  "el",
]);
/** Letters that no accent can be taken from. */
const LETTERS: Readonly<Record<string, string>> = {
  ø: "o",
  ł: "l",
  ß: "ss",
  đ: "d",
  ð: "d",
  æ: "ae",
  œ: "oe",
  þ: "th",
  ı: "i",
};

/** "O’Neill-Jones, Siân" as oneill, jones, sian. */
export function namePartsOf(name: string): readonly string[] {
  const words = name
    .slice(0, 300)
    .normalize("NFKD")
    .replaceAll(/\p{M}|['’‘ʼ`´.]/gu, "")
    .toLowerCase()
    .replaceAll(/[øłßđðæœþı]/g, (letter) => LETTERS[letter] ?? letter)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "" && !TITLES.has(word));
  const parts: string[] = [];
  let before = "";
  for (const [i, word] of words.entries()) {
    if (JOINED.has(word) && i + 1 < words.length) before += word;
    else {
      if (before !== "" || !DROPPED.has(word)) parts.push(before + word);
      before = "";
    }
  }
  return parts.length > 0 ? parts : words;
}

function likeNames(a: readonly string[], b: readonly string[]): Near {
  if (a.length === 0 || b.length === 0) return "other";
  // Together or apart ("Maryanne", "Mary Anne"), and in any order.
  if (a.join("") === b.join("") || a.toSorted().join(" ") === b.toSorted().join(" ")) return "same";
  const [few, many] = a.length <= b.length ? [a, b] : [b, a];
  // One name alone is half the people of a town.
  if (few.length < 2) return "other";
  const left = [...many];
  let slips = 0;
  for (const part of few) {
    const exact = left.indexOf(part);
    const found = exact >= 0 ? exact : left.findIndex((other) => isSlip(part, other));
    if (found < 0) return "other";
    if (exact < 0) slips += 1;
    left.splice(found, 1);
  }
  // A middle name or half a double-barrelled one left out is no slip, but not the same name either.
  return slips + (left.length > 0 ? 1 : 0) > 2 ? "other" : "slip";
}

/** One letter wrong, missing, doubled or exchanged with its neighbour; two in a long name. Short ones must agree. */
function isSlip(a: string, b: string): boolean {
  const longer = Math.max(a.length, b.length);
  if (Math.min(a.length, b.length) < 4) return false;
  return distance(a, b) <= (longer >= 8 ? 2 : 1);
}

/** Optimal string alignment: insert, delete, replace, or exchange neighbours. */
function distance(a: string, b: string): number {
  let before: number[] = [];
  let row = Array.from({ length: b.length + 1 }, (_, j) => j);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const same = a[i - 1] === b[j - 1] ? 0 : 1;
      let least = Math.min((row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1, (row[j - 1] ?? 0) + same);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]) {
        least = Math.min(least, (before[j - 2] ?? 0) + 1);
      }
      next.push(least);
    }
    [before, row] = [row, next];
  }
  return row[b.length] ?? 0;
}

function likeBirths(a: CalendarDate | undefined, b: CalendarDate | undefined): Near {
  if (!a || !b) return "unknown";
  if (a === b) return "same";
  return isMistyped(a, b) ? "slip" : "other";
}

/** Day and month exchanged, a day off, or one figure wrong or two exchanged. */
function isMistyped(a: CalendarDate, b: CalendarDate): boolean {
  const { year, month, day } = dateNumbers(a);
  if (makeCalendarDate(year, day, month) === b) return true;
  if (Math.abs(daysBetween(a, b)) === 1) return true;
  return distance(a, b) === 1;
}
