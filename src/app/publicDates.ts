/** What of a panel anybody may read, worked out on the device; the server is sent this and nothing else. [ASH-04] */
import type { CalendarDate } from "../domain/calendarDate.ts";
import { parseCalendarDate } from "../domain/calendarDate.ts";
import { addMonths } from "../domain/days.ts";
import { callsOf } from "../domain/hearing.ts";
import type { MeetingDate } from "../domain/panelBook.ts";
import { MAX_PUBLIC_DATES, PublicContact, PublicDate, PublicDates } from "../domain/publicDates.ts";
import type { PanelInfo } from "./panelTypes.ts";

/** Meetings stay in subscribed calendars for so long after they were held. */
const MONTHS_KEPT = 12;

export function publicDatesOf(panel: PanelInfo, today: CalendarDate): PublicDates {
  const { definition, everyMeeting, namedDays } = panel;
  const days = { workingDayEnds: definition.calendar.workingDayEnds, named: namedDays };
  const from = addMonths(today, -MONTHS_KEPT);
  const cutOffOf = (meeting: MeetingDate): Pick<PublicDate, "cutOff"> => {
    const [call] = callsOf(definition.deadlines, [meeting], days);
    return call?.due ? { cutOff: { date: call.due.date, time: call.due.time } } : {};
  };
  const dates = everyMeeting
    .flatMap((meeting): PublicDate[] => {
      const date = parseCalendarDate(meeting.date);
      if (!date || date < from) return [];
      const uid = meeting.key.replaceAll(/[^a-zA-Z0-9-]/g, "-").slice(0, 100);
      const { start, cancelled } = meeting;
      // A time that is none, as a record may hold, is no reason to publish nothing.
      const read = PublicDate.safeParse({ uid, date, start, cancelled, ...cutOffOf(meeting) });
      return read.success ? [read.data] : [];
    })
    .slice(-MAX_PUBLIC_DATES);
  // Parsed, so that what a device may not send is never sent: a fault of ours throws here.
  const { name, id, version } = definition;
  const contact = panel.publishesContact === true ? publicContactOf(panel) : undefined;
  return PublicDates.parse({
    name,
    panel: { id, version },
    ...(contact === undefined ? {} : { contact }),
    dates,
  });
}

/** The first mailbox and the first telephone number among the panel's settings; one that cannot be used is left out. */
export function publicContactOf({ definition, settings }: PanelInfo): PublicContact | undefined {
  const first = (type: "email" | "tel"): string | undefined =>
    definition.settings.flatMap((setting) =>
      setting.type === type ? (settings[setting.key]?.trim() ?? []) : [],
    )[0];
  const email = PublicContact.shape.email.safeParse(first("email")).data;
  const telephone = PublicContact.shape.telephone.safeParse(first("tel")).data;
  if (email === undefined && telephone === undefined) return undefined;
  return { ...(email === undefined ? {} : { email }), ...(telephone === undefined ? {} : { telephone }) };
}
