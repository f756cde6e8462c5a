/** The register of a meeting's documents in words: a row for each that left the app. */
import type { MeetingView } from "../../app/meetingTypes.ts";
import { currentMinutes } from "../../domain/meeting/minutes.ts";
import { exportsOf, type MeetingExport } from "../../domain/meeting/register.ts";
import { copyName } from "../../forms/copyOf.ts";
import { momentOf } from "../caseFile/when.ts";

export const REGISTER_COLUMNS = ["Document and copy", "For", "How it left", "By, and when"] as const;

const DOCUMENTS: Partial<Record<string, string>> = { minutes: "Minutes", pack: "Agenda and papers" };
const HOW: Partial<Record<string, string>> = {
  download: "Protected PDF, downloaded",
  share: "Protected PDF, shared",
  print: "On paper",
};

type Seen = Pick<MeetingView, "file" | "names">;

/** In the order of the columns, newest first; a cell of two lines has a line break. */
export const registerRows = (view: Seen): readonly (readonly string[])[] =>
  exportsOf(view.file)
    .toReversed()
    .map((each) => rowOf(view, each));

function rowOf({ file, names }: Seen, { author, order, record }: MeetingExport): readonly string[] {
  const { copy, copyMark, reader, document, how, protectedBy, minutes } = record;
  const superseded = minutes !== undefined && minutes !== currentMinutes(file)?.entry;
  return [
    `${DOCUMENTS[document] ?? "A document"}${superseded ? ", superseded since" : ""}\n${copy === undefined ? "No number" : `Copy ${copyName(copy, copyMark)}`}`,
    reader ?? "Nobody named",
    `${HOW[how] ?? "Taken out"}${protectedBy === undefined ? "" : `, with the password for ${protectedBy}`}`,
    `${names.get(author) ?? "Somebody not yet known on this device"}\n${momentOf(order[0])}`,
  ];
}
