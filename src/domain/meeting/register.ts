/** What was made of a meeting's papers, and for whom: the register that the number on a copy is looked up in. */
import { type Happened, ofType } from "../happened.ts";
import type { MeetingFile, MeetingStep } from "./meetingFile.ts";

type Exported = Extract<MeetingStep, { type: "meeting-exported" }>;
export type MeetingExport = Happened<Exported>;

/** Of the documents that a meeting has as a whole; each is numbered for itself. */
export type MeetingDocument = "minutes" | "pack";

/** Oldest first. */
export const exportsOf = (file: MeetingFile): readonly MeetingExport[] =>
  ofType(file.steps, "meeting-exported");

/** One after the greatest that is known here. */
export const nextNumber = (file: MeetingFile, document: MeetingDocument): number =>
  Math.max(
    0,
    ...exportsOf(file)
      .filter(({ record }) => record.document === document)
      .map(({ record }) => record.copy ?? 0),
  ) + 1;
