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

export type Reading = {
  readonly urgencyOf: (action: ListedAction) => Urgency;
  /** The day of the panel’s next meeting. */
  readonly meetingOf: (action: ListedAction) => CalendarDate | undefined;
};

/** `sorted`: the most urgent first, as they then stand within each group. A piece at a time: there may be thousands. */
export function* arrangeInTurn(
  sorted: readonly ListedAction[],
  by: Arrangement,
  reading: Reading,
): Generator<undefined, readonly Group[]> {
  const groups = new Map<string, Counted>();
  for (const action of sorted) {
    const urgency = reading.urgencyOf(action);
    const key = by === "urgency" ? urgency : titleIn(action, by, reading);
    const group = groups.get(key) ?? { actions: [], open: 0, overdue: 0 };
    group.actions.push(action);
    if (urgency === "overdue") group.overdue++;
    if (urgency !== "over") group.open++;
    groups.set(key, group);
    yield;
  }
  return by === "urgency" ? byUrgency(groups) : byTitle(groups, by, reading);
}

type Counted = { readonly actions: ListedAction[]; open: number; overdue: number };

const byUrgency = (groups: ReadonlyMap<string, Counted>): readonly Group[] =>
  URGENCIES.flatMap(({ urgency, title }) => {
    const actions = groups.get(urgency)?.actions;
    return actions ? [{ key: urgency, title, counts: undefined, actions }] : [];
  });

function byTitle(
  groups: ReadonlyMap<string, Counted>,
  by: Arrangement,
  { meetingOf }: Reading,
): readonly Group[] {
  return [...groups]
    .map(([title, { actions, open, overdue }]) => {
      const [first] = actions;
      const day = (first && by === "meeting" && meetingOf(first)) || "9";
      return { key: title, title, counts: countsWords(open, overdue), actions, overdue, day };
    })
    .toSorted((a, b) =>
      by === "meeting" && a.day !== b.day
        ? a.day < b.day
          ? -1
          : 1
        : b.overdue - a.overdue || a.title.localeCompare(b.title),
    );
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
