/** Minutes as a protected file. */
import type { PrintedMinutes } from "../forms/minutes/printed.ts";
import { makeMinutesDocument } from "./minutes.ts";
import type { OnPage } from "./pdf/flow.ts";
import type { FontFiles } from "./pdf/fonts.ts";
import { makeProtectedPdf, type ProtectedPdf } from "./protectedPdf.ts";

export interface MinutesPdfInput {
  printed: PrintedMinutes;
  createdAtMs: number;
  password: string;
}

export const makeMinutesPdf = (
  { printed, createdAtMs, password }: MinutesPdfInput,
  fonts: FontFiles,
  randomBytes: (length: number) => Uint8Array,
  onPage?: OnPage,
): Promise<ProtectedPdf> =>
  makeProtectedPdf(makeMinutesDocument(printed, createdAtMs), password, fonts, randomBytes, onPage);
