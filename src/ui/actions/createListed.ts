/** What every list of actions is made from: the actions, and the day by which they are late. */
import { createMemo } from "solid-js";
import type { Accessor } from "solid-js";
import type { ListedAction } from "../../app/actionTypes.ts";
import type { Session } from "../../app/api.ts";
import { type CalendarDate, parseCalendarDate } from "../../domain/calendarDate.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import type { NamedDay } from "../../domain/workingDays.ts";
import { createLive } from "../live.ts";
import { createServerNow } from "../thisDevice.ts";
import { makeUrgency, type Urgency } from "./order.ts";

export type Listed = {
  readonly actions: Accessor<readonly ListedAction[]>;
  readonly today: Accessor<CalendarDate>;
  readonly named: Accessor<readonly NamedDay[]>;
  /** One that something is being said of stays where it was, for as long as the page is open. */
  readonly urgencyOf: (action: ListedAction) => Urgency;
  readonly hold: (action: ListedAction) => void;
  /** The day on which its panel meets next, and asks. */
  readonly meetingOf: (action: ListedAction) => CalendarDate | undefined;
};

export function createListed(session: Session): Listed {
  const actions = createLive(session.actions);
  const panels = createLive(session.panels);
  const nowMs = createServerNow(session);
  const today = createMemo(() => londonDateOf(nowMs()));
  const named = createMemo(() => panels()[0]?.namedDays ?? []);
  const plain = createMemo(() => makeUrgency(today(), named()));
  const next = createMemo(
    () => new Map(panels().map(({ definition, meetings }) => [definition.id, meetings[0]?.date])),
  );
  const held = new Map<string, Urgency>();
  return {
    actions,
    today,
    named,
    urgencyOf: (action) => held.get(action.action) ?? plain()(action),
    meetingOf: ({ definitionId }) => parseCalendarDate(next().get(definitionId) ?? ""),
    hold: (action) => void held.set(action.action, held.get(action.action) ?? plain()(action)),
  };
}
