/** A list of actions under headings: by urgency, or for whoever looks after many, by who or what they belong to. Pure. */
import type { ListedAction } from "../../app/actionTypes.ts";
import { type CalendarDate, formatCalendarDate } from "../../domain/calendarDate.ts";
import { URGENCIES, type Urgency } from "./order.ts";

export const ARRANGEMENTS = [
  { value: "urgency", label: "Most urgent first" },
  { value: "person", label: "Person" },
  { value: "agency", label: "Agency" },
  { value: "panel", label: "Panel" },
  { value: "meeting", label: "Next meeting" },
] as const;
export type Arrangement = (typeof ARRANGEMENTS)[number]["value"];

export type Group = {
  readonly key: string;
  readonly title: string;
  /** "6 to do, 2 overdue"; undefined where the title says enough. */
  readonly counts: string | undefined;
  readonly actions: readonly ListedAction[];
};

type Reading = {
  readonly urgencyOf: (action: ListedAction) => Urgency;
  /** The day of the panel’s next meeting. */
  readonly meetingOf: (action: ListedAction) => CalendarDate | undefined;
};

/** `sorted`: the most urgent first, as they then stand within each group. */
export function arrange(
  sorted: readonly ListedAction[],
  by: Arrangement,
  reading: Reading,
): readonly Group[] {
  if (by === "urgency") return byUrgency(sorted, reading);
  const groups = [...Map.groupBy(sorted, (action) => titleIn(action, by, reading))].map(
    ([title, actions]) => {
      const urgencies = actions.map(reading.urgencyOf);
      const overdue = urgencies.filter((urgency) => urgency === "overdue").length;
      const open = urgencies.filter((urgency) => urgency !== "over").length;
      const [first] = actions;
      const day = (first && by === "meeting" && reading.meetingOf(first)) || "9";
      return { key: title, title, counts: countsWords(open, overdue), actions, overdue, day };
    },
  );
  return groups.toSorted((a, b) =>
    by === "meeting" && a.day !== b.day
      ? a.day < b.day
        ? -1
        : 1
      : b.overdue - a.overdue || a.title.localeCompare(b.title),
  );
}

function byUrgency(sorted: readonly ListedAction[], { urgencyOf }: Reading): readonly Group[] {
  const groups = Map.groupBy(sorted, urgencyOf);
  return URGENCIES.flatMap(({ urgency, title }) => {
    const actions = groups.get(urgency);
    return actions ? [{ key: urgency, title, counts: undefined, actions }] : [];
  });
}

function titleIn(action: ListedAction, by: Exclude<Arrangement, "urgency">, reading: Reading): string {
  switch (by) {
    case "person":
      return action.owner.trim() === "" ? "Nobody named" : action.owner;
    case "agency":
      return action.agency.trim() === "" ? "No agency named" : action.agency;
    case "panel":
      return action.panelName;
    case "meeting": {
      const day = reading.meetingOf(action);
      return day ? `${action.panelName}, ${formatCalendarDate(day)}` : `${action.panelName}, no meeting set`;
    }
  }
}

const countsWords = (open: number, overdue: number): string =>
  `${open} to do${overdue === 0 ? "" : `, ${overdue} overdue`}`;

/** The first so many, group by group; those with none are left out. */
export function firstOf(groups: readonly Group[], count: number): readonly Group[] {
  let left = count;
  return groups.flatMap((group) => {
    if (left <= 0) return [];
    const actions = group.actions.slice(0, left);
    left -= actions.length;
    return [{ ...group, actions }];
  });
}
