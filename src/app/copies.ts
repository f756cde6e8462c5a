/**
 * Which copy of the minutes or of the agenda and papers a document is, so that the paper names one line of the meeting's
 * register. The number counts the copies of that document that this device knows of. Two devices that are apart, or two
 * windows of one, may count alike; so a mark is drawn for each copy beside it, and needs no server: among copies of one
 * number, two marks are alike once in a million.
 */
import { CROCKFORD } from "../crypto/crockford.ts";
import { MAX_NAME } from "../domain/lengths.ts";
import { type MeetingDocument, nextNumber } from "../domain/meeting/register.ts";
import type { CopyOf } from "../forms/copyOf.ts";
import type { Context } from "./context.ts";
import { fileOf, scopesOf } from "./meetingViews.ts";

/** Of 5 bits each. */
const MARK_CHARACTERS = 4;

/** Undefined for a copy that names nobody: it has no number. Recorded when it leaves the app, and not before. */
export function nextCopy(
  context: Context,
  meeting: string,
  document: MeetingDocument,
  reader: string,
): CopyOf | undefined {
  const name = reader.trim().slice(0, MAX_NAME);
  if (name === "") return undefined;
  const drawn = [...context.random(MARK_CHARACTERS)];
  const mark = drawn.map((byte) => CROCKFORD[byte % CROCKFORD.length]).join("");
  const file = fileOf(context, scopesOf(context, meeting));
  return { number: nextNumber(file, document), mark, reader: name };
}
