import { createSignal, Show } from "solid-js";
import type { JSX } from "solid-js";
import type { Session } from "../../../app/api.ts";
import { datePartsOf, formatCalendarDate, parseCalendarDate } from "../../../domain/calendarDate.ts";
import { londonDateOf } from "../../../domain/londonTime.ts";
import type { MeetingDate } from "../../../domain/panelBook.ts";
import { createAct } from "../../act.ts";
import { createKeptDraft } from "../../kept/createKept.ts";
import { DateInput } from "../../kit/DateInput.tsx";
import { Details } from "../../kit/Details.tsx";
import { datePartId } from "../../kit/field.ts";
import { TextInput } from "../../kit/TextInput.tsx";
import { createServerNow } from "../../thisDevice.ts";
import { readMeeting } from "../../words/meeting.ts";
import { errorOfDate } from "./dateError.ts";
import { Errors } from "./Errors.tsx";
import { createFieldErrors, needed } from "./fieldErrors.ts";
import { Form } from "./Form.tsx";
import { ProblemNotice } from "./ProblemNotice.tsx";

export const REASON_HINT =
  "Everybody who belongs here reads it. Do not name anyone whom a case is about. For example, the chair is away";
const NO_DATE = { day: "", month: "", year: "" };

/** To another day or time, with a reason; every deadline goes with it. [ASH-10] */
export function MoveMeeting(props: { session: Session; meeting: MeetingDate }): JSX.Element {
  const { key, date, start } = props.meeting;
  const set = parseCalendarDate(date);
  const blank = { date: set ? datePartsOf(set) : NO_DATE, start, reason: "" };
  const kept = createKeptDraft(props.session, `move-meeting/${key}`, blank);
  const nowMs = createServerNow(props.session);
  const errors = createFieldErrors();
  const act = createAct(props.session.setMeetingDate.bind(props.session));
  const [said, setSaid] = createSignal("");
  const move = async (): Promise<void> => {
    setSaid("");
    const read = readMeeting(kept.draft.date, kept.draft.start, londonDateOf(nowMs()));
    const { meeting } = props;
    const reason = kept.draft.reason.trim();
    const wrong = read.ok
      ? undefined
      : {
          fieldId:
            read.mistake.field === "start" ? "move-start" : datePartId("move-date", read.mistake.field),
          text: read.mistake.text,
        };
    const same = read.ok && read.date === meeting.date && read.start === meeting.start;
    const unchanged = same
      ? { fieldId: datePartId("move-date", "day"), text: "Enter another date or another time" }
      : undefined;
    const why = needed("move-reason", reason, "Say why it is moved");
    if (!errors.check([wrong, unchanged, why]) || !read.ok) return;
    const moved = { ...meeting, date: read.date, start: read.start, reason };
    const done = await act.run({ ...moved, movedFrom: meeting.movedFrom ?? meeting.date });
    if (done === undefined) return;
    kept.drop();
    kept.set("reason", "");
    setSaid(`Moved to ${formatCalendarDate(read.date)} at ${read.start}.`);
  };
  return (
    <>
      <Details summary="Move this meeting">
        <p>Every deadline moves with it. Confer sends no message about it: tell people as you usually do.</p>
        <Errors of={errors} />
        <ProblemNotice problem={act.problem() ?? kept.problem()} />
        <Show when={kept.ready()}>
          <Form
            submitText="Move meeting"
            busyText="Moving the meeting."
            busy={act.busy()}
            onSubmit={() => void move()}
          >
            <DateInput
              id="move-date"
              label="New date"
              hint="For example, 26 11 2026"
              value={kept.draft.date}
              onInput={(value) => kept.set("date", value)}
              error={errorOfDate(errors, "move-date")}
            />
            <TextInput
              id="move-start"
              label="Start time"
              hint="For example, 10:00"
              width={5}
              value={kept.draft.start}
              onInput={(value) => kept.set("start", value)}
              error={errors.of("move-start")}
            />
            <TextInput
              id="move-reason"
              label="Why it is moved"
              hint={REASON_HINT}
              value={kept.draft.reason}
              onInput={(value) => kept.set("reason", value.slice(0, 300))}
              error={errors.of("move-reason")}
            />
          </Form>
        </Show>
      </Details>
      <p class="govuk-body" role="status">
        <Show when={said()}>{said()}</Show>
      </p>
    </>
  );
}
