import { Show } from "solid-js";
import type { JSX } from "solid-js";
import { formatCalendarDate } from "../../domain/calendarDate.ts";
import { weekdayOf } from "../../domain/days.ts";
import { cutOffWords } from "../../domain/icalendar.ts";
import { londonDateOf } from "../../domain/londonTime.ts";
import { comingDates, type PublicDates } from "../../domain/publicDates.ts";
import { Table } from "../kit/Table.tsx";

/** When a panel meets from today on, and by when to refer. [ASH-04] */
export function PublicMeetings(props: { list: PublicDates; address: string }): JSX.Element {
  const rows = () =>
    comingDates(props.list, londonDateOf(Date.now())).map(({ date, start, cutOff, cancelled }) => [
      `${weekdayOf(date)} ${formatCalendarDate(date)}`,
      cancelled ? "Cancelled" : start,
      cancelled || !cutOff ? "–" : cutOffWords(cutOff),
    ]);
  return (
    <section aria-labelledby="panel-dates-title">
      <h2 class="govuk-heading-m" id="panel-dates-title">
        When it meets
      </h2>
      <Show
        when={rows().length > 0}
        fallback={<p class="govuk-body">No meeting dates are published at the moment.</p>}
      >
        <Table caption="Meetings to come" columns={["Date", "Time", "Referrals by"]} rows={rows()} />
        <p class="govuk-body confer-no-print">
          <a class="govuk-link confer-target" href={`/public/${props.address}/dates.ics`} rel="external">
            Add these dates to your calendar
          </a>
        </p>
      </Show>
    </section>
  );
}
