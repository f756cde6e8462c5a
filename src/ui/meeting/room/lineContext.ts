/** What an action line is read against: the day of the meeting, the next one, and who is there. */
import { parseCalendarDate } from "../../../domain/calendarDate.ts";
import type { LineContext } from "../../../domain/case/actionLine.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import { deadlinesOf } from "../../../forms/meetingDeadlines.ts";
import type { Room } from "./room.ts";

/** [ASH-05], [HER-07]: due when the panel's rule for actions says. */
export function lineContextOf(room: Room): LineContext {
  const { meeting, definition, attendees } = room.open.view();
  const panel = room.panel();
  const named = panel?.namedDays ?? [];
  const meetings = panel?.everyMeeting ?? [meeting];
  const today = parseCalendarDate(meeting.date) ?? londonDateOf(Date.now());
  const next = meetings
    .filter(({ cancelled, date }) => !cancelled && date > today)
    .map(({ date }) => date)
    .toSorted()[0];
  const rule = deadlinesOf(definition, meeting, meetings, named).find(
    ({ rule: { step } }) => step === "actionDone",
  );
  return {
    today,
    nextMeeting: parseCalendarDate(next),
    named,
    people: attendees.map(({ name, agency, user }) => ({ owner: name, agency: agency ?? "", user })),
    agencies: definition.agencies.names,
    usualDue: rule?.due?.date,
  };
}
