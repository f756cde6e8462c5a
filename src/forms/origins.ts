/** Where the answers of a referral came from, where that is not their author typing them here first. */
import { type CalendarDate, parseCalendarDate } from "../domain/calendarDate.ts";
import { clean, type DateText } from "./answerText.ts";
import type { SnapshotSection } from "./snapshot.ts";

export type Origins = {
  /** They were first given on paper: by whom it was filled in, and the day it was signed. */
  readonly paper:
    | { readonly filledInBy: string; readonly signedOn: string; readonly note?: string | undefined }
    | undefined;
  /** References of earlier referrals that answers were taken from. */
  readonly copiedFrom: readonly string[];
};

/** Said before everything else, since it bears on how the rest is read; nothing where there is nothing to say. */
export function originsSection(
  { paper, copiedFrom }: Origins,
  dateText: DateText,
): SnapshotSection | undefined {
  const items: SnapshotSection["items"] = [];
  if (paper) {
    const signed = parseCalendarDate(paper.signedOn);
    const on = signed ? dateText(signed as CalendarDate) : paper.signedOn;
    const more = paper.note?.trim() ? ` ${paper.note.trim()}` : "";
    items.push({
      kind: "note",
      key: "origins/paper",
      label: "From paper",
      text: clean(
        `Filled in on paper by ${paper.filledInBy}, signed on ${on}, and typed in afterwards.${more}`,
      ),
    });
  }
  if (copiedFrom.length > 0) {
    items.push({
      kind: "note",
      key: "origins/copied",
      label: "Copied answers",
      text: clean(`Some answers were taken from ${copiedFrom.join(" and ")} and looked over again.`),
    });
  }
  return items.length > 0 ? { key: "origins", title: "About this referral", items } : undefined;
}
