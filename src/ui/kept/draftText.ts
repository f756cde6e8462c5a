/** A half-made record as the text of a note, and back. */

/**
 * What differs from `blank`; "" for nothing. What was only proposed (today, one's own name) is left out, so that
 * it is proposed afresh when the note is read on another day.
 */
export function draftText(draft: object, blank: object): string {
  const proposed = new Map<string, unknown>(Object.entries(blank));
  const typed = Object.entries(draft).filter(
    ([key, part]) => JSON.stringify(part) !== JSON.stringify(proposed.get(key)),
  );
  return typed.length === 0 ? "" : JSON.stringify(Object.fromEntries(typed));
}

/**
 * What was kept, where it has the shape of `blank`; the rest as in `blank`. The note is this device's own, but
 * an older or newer version of the app may have written it.
 */
export function draftFrom<T extends object>(text: string, blank: T): T {
  try {
    return likeBlank(JSON.parse(text), blank) as T;
  } catch {
    return blank;
  }
}

function likeBlank(found: unknown, blank: unknown): unknown {
  if (Array.isArray(blank)) return Array.isArray(found) ? listLike(found, blank[0] ?? "") : blank;
  if (typeof blank !== "object" || blank === null) return typeof found === typeof blank ? found : blank;
  if (typeof found !== "object" || found === null) return blank;
  const parts = found as Readonly<Record<string, unknown>>;
  return Object.fromEntries(Object.entries(blank).map(([key, part]) => [key, likeBlank(parts[key], part)]));
}

/** A list is of what its first entry is; an empty one is of words. */
const listLike = (found: readonly unknown[], first: unknown): readonly unknown[] =>
  found.filter((each) => typeof each === typeof first).map((each) => likeBlank(each, first));
