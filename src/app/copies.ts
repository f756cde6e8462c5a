/**
 * Which copy of the minutes a PDF is, so that the paper names one line of the register: the exports in the cases' histories.
 * The number counts those that this device knows of. Two devices that are apart, or two windows of one, may count alike; so a mark
 * is drawn for each copy beside it, and needs no server: among copies of one number, two marks are alike once in a million.
 */
import { CROCKFORD } from "../crypto/crockford.ts";
import { MAX_NAME } from "../domain/lengths.ts";
import type { CopyOf } from "../forms/minutes/printed.ts";
import type { Context } from "./context.ts";
import { viewMeeting } from "./meetingViews.ts";

/** Of 5 bits each. */
const MARK_CHARACTERS = 4;

/** Undefined for a copy that names nobody: it has no number. Recorded when it leaves the app, and not before. */
export function nextCopy(context: Context, meeting: string, reader: string): CopyOf | undefined {
  const name = reader.trim().slice(0, MAX_NAME);
  if (name === "") return undefined;
  const cases = [...(viewMeeting(context, meeting)?.cases.values() ?? [])];
  const used = cases
    .flatMap(({ file }) => file.exports)
    .filter(({ record }) => record.document === "minutes")
    .map(({ record }) => record.copy ?? 0);
  const drawn = [...context.random(MARK_CHARACTERS)];
  const mark = drawn.map((byte) => CROCKFORD[byte % CROCKFORD.length]).join("");
  return { number: Math.max(0, ...used) + 1, mark, reader: name };
}
