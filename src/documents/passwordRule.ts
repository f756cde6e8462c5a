/**
 * Which passwords may protect a document. PDF has no tunable key stretching (about 1,000 guesses a second
 * on one core), so the file is exactly as strong as this.
 */

const PASSWORD_MIN = 12;
/** Some writers cut at 127 bytes and some then cannot open their own file; 64 keeps well clear. */
export const PASSWORD_MAX = 64;

export type PasswordProblem =
  | "empty"
  | "too-short"
  | "too-long"
  /** Readers disagree on how to normalise anything but ASCII, so it would open here and not there. */
  | "not-plain-characters"
  /** Long enough, but made of a pattern or a word that is tried first. */
  | "easily-guessed";

const TRIED_FIRST =
  /pass(?:word|phrase)?|qwerty(?:uiop)?|letmein|welcome|admin|confer|panel|secret|monday|summer|winter|(?:19|20)\d\d/gi;
const RUNS = "abcdefghijklmnopqrstuvwxyz0123456789";
/** What must be left, and how varied it must be, once the obvious is taken away. */
const VARIED_MIN = 6;

/** The first thing wrong with a password, or null when it may be used. Lengths are in characters. */
export function passwordProblem(password: string): PasswordProblem | null {
  if (password.length === 0) return "empty";
  if (!/^[\x20-\x7e]+$/.test(password)) return "not-plain-characters";
  if (password.length < PASSWORD_MIN) return "too-short";
  if (password.length > PASSWORD_MAX) return "too-long";
  return new Set(withoutRuns(password.toLowerCase().replaceAll(TRIED_FIRST, ""))).size < VARIED_MIN
    ? "easily-guessed"
    : null;
}

/** Takes out characters that only carry on from the one before: "abcdef", "123456", "aaaa". */
function withoutRuns(text: string): string {
  let kept = "";
  let before = "";
  for (const character of text) {
    const place = RUNS.indexOf(character);
    const carriesOn = character === before || (place > 0 && RUNS[place - 1] === before);
    if (!carriesOn) kept += character;
    before = character;
  }
  return kept;
}
