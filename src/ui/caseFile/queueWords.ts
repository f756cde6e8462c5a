/** What a co-ordinator needs to know first of a case in the queue: seen before, its next meeting, what is owed. */
import type { CaseSummary, Session } from "../../app/api.ts";
import { createLive } from "../live.ts";
import { createServerNow } from "../thisDevice.ts";
import { alikeTitle } from "../words/alike.ts";
import { dayWords } from "../words/deadline.ts";
import { openingsOf, queueWords } from "../words/openings.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { parseCalendarDate } from "../../domain/calendarDate.ts";

/** Follows the cases, the panels and the clock. */
export function createQueueWords(session: Session): (summary: CaseSummary) => string | undefined {
  const panels = createLive(session.panels);
  const nowMs = createServerNow(session);
  return (summary) => {
    if (summary.toFile !== undefined) return `still to confirm: ${summary.toFile.toLowerCase()}`;
    if (summary.status === "accepted") return acceptedWords(summary, nowMs());
    if (summary.status !== "submitted") return undefined;
    const alike = session.alikeCases(summary.scope);
    const parts = [
      alike.length > 0 ? alikeTitle(alike, false) : undefined,
      queueWords(openingsOf(summary, panels(), nowMs()), nowMs()),
    ].filter((part) => part !== undefined);
    return parts.length === 0 ? undefined : parts.join(" · ");
  };
}

function acceptedWords({ meeting }: CaseSummary, nowMs: number): string | undefined {
  const date = parseCalendarDate(meeting?.date);
  if (!meeting || !date) return undefined;
  const day = dayWords(date, londonDateOf(nowMs));
  return meeting.cancelled ? `the meeting on ${day} was called off` : `for the meeting on ${day}`;
}
