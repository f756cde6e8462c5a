/** What goes into a person's own calendar: the days their actions are due, and the meetings they are asked to. */
import { isOpen } from "../domain/case/actions.ts";
import { parseCalendarDate } from "../domain/calendarDate.ts";
import type { ActionId, ReminderId } from "../domain/ids.ts";
import type { OwnDay } from "../domain/icalendar.ts";
import type { ListedAction } from "./actionTypes.ts";
import type { MeetingSummary } from "./meetingTypes.ts";
import type { PanelInfo } from "./panelTypes.ts";

const CLOCK = /^([01]\d|2[0-3]):[0-5]\d$/;

/** The server's name of an action: the same bytes. It stands in sealed bodies only. */
export const reminderIdOf = (action: ActionId): ReminderId => action as string as ReminderId;

/**
 * `nameMeetings`: an id for each key of a meeting. Not the key, which tells the panel and the day it was first set for;
 * and the same each time, or a calendar would show a meeting again after each unlock.
 */
export async function myDatesOf(
  actions: readonly ListedAction[],
  meetings: readonly MeetingSummary[],
  panels: readonly PanelInfo[],
  nameMeetings: (keys: string[]) => Promise<readonly ReminderId[]>,
): Promise<readonly OwnDay[]> {
  const due = actions.flatMap((action): readonly OwnDay[] => {
    const day = parseCalendarDate(action.due);
    return action.mine && day && isOpen(action)
      ? [{ id: reminderIdOf(action.action), kind: "action", day }]
      : [];
  });
  const mine = meetings.filter(({ invited, apologies }) => invited && !apologies);
  const ids = await nameMeetings(mine.map(({ meeting }) => meeting.key));
  const held = mine.flatMap(({ meeting, definitionId }, at): readonly OwnDay[] => {
    const day = parseCalendarDate(meeting.date);
    const id = ids[at];
    if (!day || id === undefined) return [];
    if (!CLOCK.test(meeting.start)) return [{ id, kind: "meeting", day }];
    const calendar = panels.find(({ definition }) => definition.id === definitionId)?.definition.calendar;
    const ends = calendar?.startsAt === meeting.start ? calendar.endsAt : undefined;
    return [{ id, kind: "meeting", day, from: meeting.start, ...(ends === undefined ? {} : { to: ends }) }];
  });
  return [...due, ...held];
}
