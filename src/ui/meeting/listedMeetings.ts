/** Which meetings the home page names. Pure. */
import type { MeetingSummary } from "../../app/meetingTypes.ts";
import type { CalendarDate } from "../../domain/calendarDate.ts";

/** As many as tell somebody without a part in them when panels meet next. */
const SHOWN = 4;

export type ListedMeetings = {
  /** Soonest first: every one that this device may read, and of the others the first few. */
  readonly next: readonly MeetingSummary[];
  /** Begun, gone by, and readable here: their minutes and actions are what is left. Latest first. */
  readonly held: readonly MeetingSummary[];
};

/** Somebody who was only sent the minutes may read a meeting too. [HAR-66] [OXT-88] */
export const mayOpen = ({ invited, begun }: MeetingSummary, runs: boolean): boolean =>
  invited || begun || runs;

export function listMeetings(meetings: readonly MeetingSummary[], today: CalendarDate): ListedMeetings {
  const ahead = meetings.filter(({ meeting }) => meeting.date >= today);
  return {
    next: ahead.filter(({ begun, invited }, at) => begun || invited || at < SHOWN),
    held: meetings.filter(({ begun, meeting }) => begun && meeting.date < today).toReversed(),
  };
}
