import { createMemo, createSignal, For, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../../app/api.ts";
import { type CalendarDate, formatCalendarDate } from "../../../domain/calendarDate.ts";
import { WEEKDAYS, weekdayOf } from "../../../domain/days.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import { meetingKeyFor, proposeDates } from "../../../domain/meetingDates.ts";
import type { Calendar } from "../../../forms/definition/deadlines.ts";
import { createAct } from "../../act.ts";
import { Button } from "../../kit/Button.tsx";
import { createServerNow } from "../../thisDevice.ts";
import { ProblemNotice } from "./ProblemNotice.tsx";

const OFFERED = 3;

/** "The last Thursday of every month", as the panel's own papers have it. [HER-05, OXF-04, HAR-04] */
export function cycleWords({ cycle, startsAt, endsAt }: Calendar): string {
  const times =
    startsAt === undefined
      ? ""
      : endsAt === undefined
        ? `, at ${startsAt}`
        : `, from ${startsAt} to ${endsAt}`;
  switch (cycle.kind) {
    case "published": {
      const apart = cycle.everyMonths === undefined ? "" : `, ${monthsWords(cycle.everyMonths)}`;
      return `The panel sets its dates itself${apart}${times}.`;
    }
    case "asRequired":
      return `The panel meets when there is a case to hear${times}.`;
    case "monthly": {
      const weekday = WEEKDAYS.find((day) => day.toLowerCase() === cycle.weekday) ?? "";
      return `The panel meets on the ${cycle.week} ${weekday}, ${monthsWords(cycle.every)}${times}.`;
    }
  }
}

const monthsWords = (every: number): string => (every === 1 ? "every month" : `every ${every} months`);

/** The next dates by the panel's rule: one press adds one, another puts it in the form to be changed first. */
export function ProposedDates(props: {
  session: Session;
  panel: PanelInfo;
  onChange: (date: CalendarDate) => void;
}): JSX.Element {
  const [added, setAdded] = createSignal("");
  const act = createAct((date: CalendarDate, start: string) => {
    const definition = props.panel.definition.id;
    const key = meetingKeyFor(definition, date, props.panel.everyMeeting);
    return props.session.setMeetingDate({ key, definition, date, start });
  });
  const nowMs = createServerNow(props.session);
  const calendar = () => props.panel.definition.calendar;
  const proposed = createMemo(() =>
    proposeDates(
      calendar().cycle,
      props.panel.everyMeeting,
      londonDateOf(nowMs()),
      OFFERED,
      props.panel.namedDays,
    ),
  );
  const add = async (date: CalendarDate): Promise<void> => {
    const start = calendar().startsAt;
    // Without a usual time there is something to fill in first.
    if (start === undefined) props.onChange(date);
    else if ((await act.run(date, start)) !== undefined) {
      setAdded(`Added: ${formatCalendarDate(date)} at ${start}.`);
    }
  };
  return (
    <>
      <p class="govuk-body">{cycleWords(calendar())}</p>
      <ProblemNotice problem={act.problem()} />
      <ul class="govuk-list confer-proposed">
        <For each={proposed()}>
          {({ date, off }) => (
            <li>
              <span>
                {weekdayOf(date)} {formatCalendarDate(date)}
                <Show when={off}>
                  {(day) => <strong> is a day off: {day().name}. Choose another day.</strong>}
                </Show>
              </span>{" "}
              <span class="confer-actions">
                <Show when={!off}>
                  <Button kind="secondary" about={formatCalendarDate(date)} onClick={() => void add(date)}>
                    Add
                  </Button>
                </Show>
                <Button kind="link" about={formatCalendarDate(date)} onClick={() => props.onChange(date)}>
                  Change it first
                </Button>
              </span>
            </li>
          )}
        </For>
      </ul>
      <p class="govuk-body" role="status">
        <Show when={added()}>{added()}</Show>
      </p>
    </>
  );
}
