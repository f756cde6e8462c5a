/** Apologies as they are being written: what is missing or too long in them, and the record they become. */
import type { AttendeeId } from "../../../domain/ids.ts";
import { MAX_PROSE } from "../../../domain/lengths.ts";
import type { Attendee } from "../../../domain/meeting/attendance.ts";
import type { FieldError } from "../../kit/ErrorSummary.tsx";
import { needed, tooMuch } from "../../screens/parts/fieldErrors.ts";
import { type NamedPerson, tooMuchNamed } from "../../screens/parts/namedPerson.ts";

/** With whoever comes instead. */
export type ApologiesDraft = NamedPerson & { words: string; covered: "" | "yes" | "no" };

/** As it was sent, or empty with one's own agency proposed for whoever comes instead. */
export function apologiesDraft(sent: Attendee["apologies"], ownAgency: string): ApologiesDraft {
  const record = sent?.record;
  const cover = record?.cover;
  return {
    words: record?.words ?? "",
    covered: record === undefined ? "" : cover === undefined ? "no" : "yes",
    name: cover?.name ?? "",
    agency: cover === undefined ? ownAgency : (cover.agency ?? ""),
    position: cover?.position ?? "",
  };
}

export function wrongInApologies(draft: ApologiesDraft): readonly (FieldError | undefined)[] {
  const covered = needed("covered", draft.covered, "Choose whether somebody comes in your place");
  const words = tooMuch("words", draft.words, MAX_PROSE, "What you say");
  if (draft.covered !== "yes") return [covered, words];
  return [
    needed("cover-name", draft.name, "Enter the name of the person who comes in your place"),
    ...tooMuchNamed("cover", draft),
    words,
  ];
}

export function apologiesRecord(attendee: AttendeeId, draft: ApologiesDraft) {
  const [agency, position] = [draft.agency.trim(), draft.position.trim()];
  const cover = {
    name: draft.name.trim(),
    ...(agency === "" ? {} : { agency }),
    ...(position === "" ? {} : { position }),
  };
  return {
    type: "apologies" as const,
    attendee,
    absent: true,
    words: draft.words.trim(),
    ...(draft.covered === "yes" ? { cover } : {}),
  };
}
