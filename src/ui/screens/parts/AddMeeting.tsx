import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { PanelInfo, Session } from "../../../app/api.ts";
import { datePartsOf, formatCalendarDate } from "../../../domain/calendarDate.ts";
import type { MeetingDate } from "../../../domain/panelBook.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import { meetingKeyFor } from "../../../domain/meetingDates.ts";
import { createAct } from "../../act.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { Details } from "../../kit/Details.tsx";
import { datePartId } from "../../kit/field.ts";
import { TextInput } from "../../kit/TextInput.tsx";
import { createServerNow } from "../../thisDevice.ts";
import { readMeeting } from "../../words/meeting.ts";
import type { MeetingMistake } from "../../words/meeting.ts";
import { Form } from "./Form.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";
import { ProposedDates } from "./ProposedDates.tsx";

const NO_DATE = { day: "", month: "", year: "" };

/** The dates that the panel's rule gives, and any other: each with its time. */
export function AddMeeting(props: { session: Session; panel: PanelInfo }): JSX.Element {
  const id = () => props.panel.definition.id;
  const usualStart = () => props.panel.definition.calendar.startsAt ?? "";
  const nowMs = createServerNow(props.session);
  const [date, setDate] = createSignal(NO_DATE);
  const [start, setStart] = createSignal(usualStart());
  const [mistake, setMistake] = createSignal<MeetingMistake>();
  const [added, setAdded] = createSignal("");
  const act = createAct((meeting: Omit<MeetingDate, "cancelled">) => props.session.setMeetingDate(meeting));
  const submit = async (): Promise<void> => {
    setAdded("");
    const read = readMeeting(date(), start(), londonDateOf(nowMs()));
    setMistake(read.ok ? undefined : read.mistake);
    if (!read.ok) {
      const { field } = read.mistake;
      document
        .getElementById(field === "start" ? `start-${id()}` : datePartId(`date-${id()}`, field))
        ?.focus();
      return;
    }
    const key = meetingKeyFor(id(), read.date, props.panel.everyMeeting);
    const meeting = { key, definition: id(), date: read.date, start: read.start };
    if ((await act.run(meeting)) === undefined) return;
    setAdded(`Added: ${formatCalendarDate(read.date)} at ${read.start}.`);
    setDate(NO_DATE);
  };
  const dateMistake = () => {
    const found = mistake();
    return found === undefined || found.field === "start" ? undefined : found;
  };
  return (
    <Details summary="Add a date">
      <ProposedDates
        session={props.session}
        panel={props.panel}
        onChange={(proposed) => {
          setDate(datePartsOf(proposed));
          document.getElementById(datePartId(`date-${id()}`, "day"))?.focus();
        }}
      />
      <ProblemNotice problem={act.problem()} />
      <Form
        submitText="Add date"
        busyText="Adding the date."
        busy={act.busy()}
        onSubmit={() => void submit()}
      >
        <DateInput
          id={`date-${id()}`}
          label="Date of the meeting"
          hint="For example, 26 11 2026"
          value={date()}
          onInput={setDate}
          error={dateMistake()?.text}
        />
        <TextInput
          id={`start-${id()}`}
          label="Start time"
          hint="For example, 10:00"
          width={5}
          value={start()}
          onInput={setStart}
          error={mistake()?.field === "start" ? mistake()?.text : undefined}
        />
      </Form>
      <p class="govuk-body" role="status">
        <Show when={added()}>{added()}</Show>
      </p>
    </Details>
  );
}
