/** A document left the app: the same shape whether a case or a meeting keeps the mark of it. Never the password. */
import { z } from "zod";
import { MAX_NAME } from "../lengths.ts";

const Name = z.string().max(MAX_NAME);

export const EXPORTED = {
  document: Name,
  /** "download", "share", "copy" or "print". */
  how: Name,
  /** Which one of the panel's register opens it, by name: "November 2026". Absent: its own, or none. */
  protectedBy: Name.optional(),
  /** Which copy of the document, and for whom, where each is made for one reader. */
  copy: z.int().positive().optional(),
  /** Beside the number, which another device may have given too. */
  copyMark: Name.optional(),
  reader: Name.optional(),
};
