/** Why a referral was brought on as it was, in the words of whoever decided; "" where none are asked for. */
import type { StatusRecord } from "./caseFile.ts";

const sentences = (...parts: readonly (string | undefined)[]): string =>
  parts.flatMap((part) => (part?.trim() ? [part.trim()] : [])).join("\n");

export function reasonOf(record: StatusRecord): string {
  switch (record.type) {
    case "submitted":
    case "corrected":
      return "";
    case "accepted":
      return sentences(record.lateReason && `Taken late: ${record.lateReason}`, record.note);
    case "returned":
      return sentences(...record.gaps.map(({ text }) => text), record.note);
    case "declined":
    case "withdrawn":
      return record.reason;
    case "settled-outside":
      return sentences(record.reason, `Agreed: ${record.agreed}`, `Took part: ${record.by}`);
  }
}
